// stepwright-cli: the table of commands.

#include "app/cli/command.h"

#include "app/host/files.h"

#include <QCoreApplication>

#include <clocale>
#include <span>

using namespace designer::cli;

namespace {

const Command commandTable[] = {
    {"convert", "FILE --to json|yaml|cloudformation|sam|terraform|cdk [-o OUT] [--values FILE]",
     "Writes a definition in another form; as strict JSON without comments and trailing commas.", convertCommand, convertDetails},
    {"describe", "FILE [--format text|json] [--type STANDARD|EXPRESS]",
     "Says what a definition is made of: states, tokens, integrations, variables, quotas, IAM actions.", describeCommand},
    {"diff", "A B [--format text|json]", "Says what changed, state by state. Exit 1 when there is a difference.", diffCommand},
    {"edit", "FILE [-o OUT] [OPERATION…]", "Applies the operations of the canvas as the smallest change to the text.", editCommand,
     editDetails},
    {"layout", "FILE [--format json|dot|mermaid]", "Says where every state and transition is drawn.", layoutCommand},
    {"run", "FILE [--input FILE] [--tasks FILE | --mocks FILE[#Machine/TestCase]] [--history OUT] [--trace OUT] [--context FILE] "
            "[--files DIR] [--type STANDARD|EXPRESS] [--seed N] [--now RFC3339] [--max-events N] [--stop-after-event N] "
            "[--values FILE] [--real-time] [--redrive-tasks FILE] [--record OUT.run.json]\n"
            "  run FILE.run.json [--history OUT] [--trace OUT] [--files DIR]", "Simulates one execution and prints its result.", runCommand,
            runDetails},
    {"test", "FILE --mocks FILE [--case NAME] [--format text|json|junit] [--coverage] [--files DIR] [--type STANDARD|EXPRESS] "
             "[--values FILE]", "Runs the test cases of a mock configuration file that belong to the definition.", testCommand, testDetails},
    {"test-state", "--request FILE [--task-result FILE] | FILE [--state NAME] [--input FILE] [--mock FILE] [--variables FILE] "
                   "[--context FILE] [--state-configuration FILE] [--inspection-level INFO|DEBUG|TRACE] [--role-arn ARN] "
                   "[--reveal-secrets] [--task-result FILE]", "Tests one state as the TestState API does.", testStateCommand, testStateDetails},
    {"validate", "FILE… [--format text|json|sarif|aws] [--type STANDARD|EXPRESS] [--severity error|warning|info] [--disable RULE] "
                 "[--explain RULE] [--values FILE]",
     "Checks definitions and says what is wrong where.", validateCommand, validateDetails},
    {"query", "--language intrinsic|jsonata|jsonpath EXPRESSION [--data FILE] [--bindings FILE] [--batch] [--bench N] [--step-functions]",
     "Evaluates one expression, or one a line of standard input, and prints the values.", queryCommand},
};

std::string help()
{
    std::string text = "stepwright-cli: checks, runs and edits Amazon States Language definitions without a network.\n\n"
                       "Usage: stepwright-cli COMMAND …\n\n";
    for (const Command& command : commandTable)
        text += std::string("  ") + command.name + " " + command.usage + "\n      " + command.summary + "\n";
    text += "\n  --help, --version\n\n"
            "A FILE is a definition in JSON or YAML, or FILE#Machine of a template (CloudFormation, SAM, Serverless Framework, Terraform\n"
            "JSON); the name may be left out where a template has only one machine. - is standard input.\n";
    return text;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Graphviz writes and reads numbers by the C locale
    designer::host::letLargeWritesFail();
    QStringList arguments = application.arguments().mid(1);
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (name == u"--version") {
        print("stepwright-cli " STEPWRIGHT_VERSION "\n");
        return Success;
    }
    if (name == u"--help" || name == u"help") {
        print(help());
        return Success;
    }
    for (const Command& command : commandTable) {
        if (name != QLatin1String(command.name))
            continue;
        if (arguments.contains(QStringLiteral("--help"))) {
            print(std::string("Usage: stepwright-cli ") + command.name + " " + command.usage + "\n" + command.summary + "\n"
                  + command.details);
            return Success;
        }
        return command.run(arguments);
    }
    return fail(name.isEmpty() ? std::string("no command given. See --help.")
                               : "there is no command " + name.toStdString() + ". See --help.");
}
