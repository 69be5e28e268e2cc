// stepwright-cli validate: checks definitions and says what is wrong where.

#include "app/cli/command.h"
#include "app/cli/report.h"
#include "app/cli/sarif.h"
#include "app/cli/values.h"
#include "app/host/files.h"
#include "core/document/export.h"
#include "core/validation/rule_info.h"
#include "core/validation/service_answer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace designer::cli {

namespace {

using asl::Diagnostic;
using asl::Severity;
using nlohmann::ordered_json;

struct Options
{
    QString format = QStringLiteral("text");
    std::optional<asl::MachineType> type; ///< else the template's, else Standard
    asl::ValidateOptions validation;
    std::optional<Severity> least;
    asl::data::TokenValues values;
};

const char* word(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
    }
    return "";
}

asl::Result<Severity> severityOf(const QString& name)
{
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
        if (name == QLatin1String(word(severity)))
            return severity;
    return asl::Error{{"--severity %1: it is error, warning or info.", {name.toStdString()}}, {}};
}

asl::Result<Options> readOptions(const Arguments& arguments)
{
    Options options;
    options.format = arguments.value(QStringLiteral("--format"), options.format);
    const QStringList formats = {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sarif"), QStringLiteral("aws")};
    if (!formats.contains(options.format))
        return asl::Error{{"--format %1: it is text, json, sarif or aws.", {options.format.toStdString()}}, {}};
    if (const auto type = machineTypeOf(arguments); !type)
        return type.error();
    else if (arguments.has(QStringLiteral("--type")))
        options.type = *type;
    for (const QString& name : arguments.options.values(QStringLiteral("--disable"))) {
        if (asl::rulesNamed(name.toStdString()).empty())
            return asl::Error{{"--disable %1: there is no such rule. `validate --explain list` names all.", {name.toStdString()}}, {}};
        options.validation.disabled.push_back(name.toStdString());
    }
    if (arguments.has(QStringLiteral("--severity"))) {
        const auto severity = severityOf(arguments.value(QStringLiteral("--severity")));
        if (!severity)
            return severity.error();
        options.least = *severity;
        options.validation.advice = *severity == Severity::Info;
    }
    auto values = readTokenValues(arguments.value(QStringLiteral("--values")));
    if (!values)
        return values.error();
    options.values = *std::move(values);
    return options;
}

/// With values the definition is checked as it will be once they are filled in; places are those of the file.
std::vector<Diagnostic> checked(const asl::Snapshot& snapshot, const asl::ValidateOptions& options, const asl::data::TokenValues& values)
{
    if (values.empty())
        return asl::validate(snapshot, options);
    const asl::TextPatch patch = asl::tokenPatch(snapshot, values);
    const asl::TextPatch back = asl::inverse(snapshot.text(), patch);
    const asl::Snapshot filled(snapshot.revision(), std::make_shared<const std::string>(asl::applied(snapshot.text(), patch)), snapshot.syntax());
    std::vector<Diagnostic> diagnostics = asl::validate(filled, options);
    for (Diagnostic& diagnostic : diagnostics) {
        diagnostic.range = asl::mapped(back, diagnostic.range);
        diagnostic.fixes.clear(); // made for another text
    }
    return diagnostics;
}

/// Bytes that are not UTF-8 are a diagnostic like other broken text, in a snapshot that has what comes before them.
Report notUtf8(const QString& name, const QString& file, const std::string& bytes, const asl::Error& error)
{
    const std::size_t place = error.range ? error.range->begin : 0;
    Diagnostic diagnostic;
    diagnostic.code = "INVALID_JSON_DESCRIPTION";
    diagnostic.rule = diagnostic.code;
    diagnostic.range = {place, place};
    diagnostic.message = error.message;
    return {name, file, std::make_shared<const asl::Snapshot>(1, std::make_shared<const std::string>(bytes.substr(0, place))), {diagnostic}};
}

/// A template that cannot be read as a whole: its own syntax errors are what there is to say.
Report brokenTemplate(const QString& name, const QString& file, asl::SnapshotPointer text, const asl::Template& found)
{
    std::vector<Diagnostic> diagnostics;
    for (const asl::SyntaxError& error : found.errors) {
        Diagnostic& diagnostic = diagnostics.emplace_back();
        diagnostic.code = "INVALID_JSON_DESCRIPTION";
        diagnostic.rule = diagnostic.code;
        diagnostic.range = error.range;
        diagnostic.message = error.message;
    }
    return {name, file, std::move(text), std::move(diagnostics)};
}

asl::Result<Report> reportOn(const QString& path, const Options& options)
{
    const host::DefinitionName name = host::definitionName(path);
    auto bytes = host::readFile(name.file);
    if (!bytes)
        return bytes.error();
    const auto text = asl::Document::open(*bytes);
    if (!text)
        return notUtf8(path, name.file, *bytes, text.error());
    const auto found = host::templateIn(name.file, *bytes);
    if (!found)
        return found.error();
    if (*found && !(*found)->errors.empty())
        return brokenTemplate(path, name.file, text->snapshot(), **found);
    const auto opened = host::openDefinition(name, *std::move(bytes));
    if (!opened)
        return opened.error();
    const asl::SnapshotPointer& snapshot = opened->document.snapshot();
    asl::ValidateOptions validation = options.validation;
    validation.type = options.type.value_or(opened->express ? asl::MachineType::Express : asl::MachineType::Standard);
    validation.substitutions = opened->substitutions;
    std::vector<Diagnostic> diagnostics = checked(*snapshot, validation, options.values);
    if (snapshot->region())
        for (Diagnostic& diagnostic : diagnostics) {
            diagnostic.range = host::inFile(*snapshot, diagnostic.range);
            diagnostic.fixes.clear(); // made for the definition alone
        }
    return Report(path, opened->path, snapshot, std::move(diagnostics));
}

asl::LineColumn placeIn(const Report& report, std::size_t position)
{
    return report.lines->at(host::fileText(*report.snapshot), position);
}

ordered_json placeJson(const Report& report, std::size_t position)
{
    const asl::LineColumn place = placeIn(report, position);
    return {{"line", place.line}, {"column", place.column}};
}

ordered_json reportJson(const Report& report, Severity least)
{
    ordered_json diagnostics = ordered_json::array();
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.severity > least)
            continue;
        diagnostics.push_back({{"severity", word(diagnostic.severity)},
                               {"code", diagnostic.code},
                               {"rule", diagnostic.rule},
                               {"message", asl::english(diagnostic.message)},
                               {"pointer", diagnostic.pointer},
                               {"range", {{"start", placeJson(report, diagnostic.range.begin)},
                                          {"end", placeJson(report, diagnostic.range.end)}}}});
    }
    return {{"file", report.name.toStdString()}, {"valid", report.valid()}, {"diagnostics", std::move(diagnostics)}};
}

std::string reportText(const Report& report, Severity least)
{
    std::string text;
    const std::string path = report.path.toStdString();
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        errors += diagnostic.severity == Severity::Error;
        warnings += diagnostic.severity == Severity::Warning;
        hints += diagnostic.severity == Severity::Info;
        if (diagnostic.severity > least)
            continue;
        const asl::LineColumn place = placeIn(report, diagnostic.range.begin);
        text += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + word(diagnostic.severity)
            + ": " + asl::english(diagnostic.message) + " [" + std::string(diagnostic.rule) + "]\n";
    }
    const auto counted = [](std::size_t count, const char* what) {
        return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
    };
    return text + report.name.toStdString() + ": " + (errors == 0 ? "valid" : counted(errors, "error"))
        + (warnings == 0 ? "" : ", " + counted(warnings, "warning"))
        + (hints == 0 ? "" : ", " + counted(hints, "hint") + (least < Severity::Info ? " (--severity info shows them)" : "")) + "\n";
}

std::string written(const std::vector<Report>& reports, const Options& options)
{
    if (options.format == u"aws") {
        const Report& report = reports.front();
        return asl::data::toJson(asl::serviceAnswer(*report.snapshot, report.diagnostics, options.least.value_or(Severity::Error)),
                                 asl::data::Layout::Indented) + "\n";
    }
    const Severity least = options.least.value_or(Severity::Warning);
    if (options.format == u"sarif")
        return sarifText(reports, least);
    if (options.format == u"json") {
        ordered_json all = ordered_json::array();
        for (const Report& report : reports)
            all.push_back(reportJson(report, least));
        return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    }
    std::string text;
    for (const Report& report : reports)
        text += reportText(report, least);
    return text;
}

/// `--explain NAME`: the page of help of a rule, or of all with that code; `list`: a line for each rule.
int explain(const std::string& name)
{
    std::string text;
    if (name == "list") {
        for (const asl::RuleInfo& rule : asl::validationRules())
            text += std::string(rule.name) + " (" + word(rule.severity) + "): " + std::string(rule.title) + "\n";
        print(text);
        return Success;
    }
    for (const asl::RuleInfo* rule : asl::rulesNamed(name)) {
        text += (text.empty() ? "# " : "\n# ") + std::string(rule->name) + "\n\n" + std::string(rule->title) + "\n\nSeverity: "
            + word(rule->severity) + (rule->code == rule->name ? "" : ". The service's code: " + std::string(rule->code)) + "\n\n"
            + std::string(rule->help) + "\n";
    }
    if (text.empty())
        return fail("--explain " + name + ": there is no such rule. `validate --explain list` names all.");
    print(text);
    return Success;
}

} // namespace

const char* const validateDetails =
    "\n  --format text|json|sarif|aws  text for people, SARIF 2.1.0 for code scanning, aws as ValidateStateMachineDefinition answers\n"
    "  --severity SEVERITY           the least grave kind that is printed: error, warning (unless given) or info,\n"
    "                                which also gives advice where nothing is wrong\n"
    "  --disable NAME                switches a rule off, by its name or the service's code; may be given several times\n"
    "  --explain NAME                prints what there is to know about a rule; `list` names all rules\n";

int validateCommand(const QStringList& words)
{
    const auto arguments = parseArguments(words, {QStringLiteral("--format"), QStringLiteral("--type"), QStringLiteral("--severity"),
                                                  QStringLiteral("--values"), QStringLiteral("--disable"), QStringLiteral("--explain")}, {});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->has(QStringLiteral("--explain")))
        return explain(arguments->value(QStringLiteral("--explain")).toStdString());
    const auto options = readOptions(*arguments);
    if (!options)
        return fail(options.error());
    if (arguments->positional.isEmpty())
        return fail("validate: name at least one file. See --help.");
    if (options->format == u"aws" && arguments->positional.size() > 1)
        return fail("validate --format aws answers for one file.");
    std::vector<Report> reports;
    for (const QString& path : arguments->positional) {
        auto report = reportOn(path, *options);
        if (!report)
            return fail(report.error());
        reports.push_back(*std::move(report));
    }
    print(written(reports, *options));
    const bool valid = std::all_of(reports.begin(), reports.end(), [](const Report& report) { return report.valid(); });
    return valid ? Success : AnswerIsNo;
}

} // namespace designer::cli
