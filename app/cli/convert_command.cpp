// stepwright-cli convert: writes a definition in another form.

#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/host/files.h"
#include "core/document/convert.h"
#include "core/document/export.h"

#include <algorithm>

namespace designer::cli {

namespace {

/// A form other than JSON, and in which language it is written unless the ending of OUT says otherwise.
struct Form
{
    const char* name;
    asl::DeployForm form;
    asl::DeployText usual;
};
constexpr Form forms[] = {
    {"yaml", asl::DeployForm::Yaml, asl::DeployText::Yaml},
    {"cloudformation", asl::DeployForm::CloudFormation, asl::DeployText::Yaml},
    {"sam", asl::DeployForm::Sam, asl::DeployText::Yaml},
    {"terraform", asl::DeployForm::Terraform, asl::DeployText::Json},
    {"cdk", asl::DeployForm::Cdk, asl::DeployText::Json},
};

asl::DeployText languageOf(const Form& form, const QString& out)
{
    if (out.endsWith(u".json", Qt::CaseInsensitive))
        return asl::DeployText::Json;
    if (out.endsWith(u".tf", Qt::CaseInsensitive))
        return asl::DeployText::Terraform;
    if (out.endsWith(u".yaml", Qt::CaseInsensitive) || out.endsWith(u".yml", Qt::CaseInsensitive))
        return asl::DeployText::Yaml;
    return form.usual;
}

asl::Result<std::string> written(const asl::Snapshot& snapshot, const QString& to, const QString& out,
                                 const asl::data::TokenValues* values)
{
    const auto form = std::find_if(std::begin(forms), std::end(forms),
                                   [&](const Form& row) { return to == QLatin1String(row.name); });
    if (form == std::end(forms))
        return asl::strictJson(snapshot, values);
    return asl::converted(snapshot, form->form, languageOf(*form, out), values ? *values : asl::data::TokenValues());
}

} // namespace

int convertCommand(const QStringList& words)
{
    const QString to = QStringLiteral("--to"), outOption = QStringLiteral("-o"), values = QStringLiteral("--values");
    const auto arguments = parseArguments(words, {to, outOption, values}, {});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->positional.size() != 1)
        return fail("convert: name one file. See --help.");
    const QString form = arguments->value(to);
    if (form != u"json" && std::none_of(std::begin(forms), std::end(forms),
                                        [&](const Form& row) { return form == QLatin1String(row.name); }))
        return fail("convert: say --to json, yaml, cloudformation, sam, terraform or cdk.");
    const auto definition = host::openDefinition(arguments->positional.front());
    if (!definition)
        return fail(definition.error());
    const auto table = readTokenValues(arguments->value(values));
    if (!table)
        return fail(table.error());
    const QString out = arguments->value(outOption, QStringLiteral("-"));
    const auto text = written(*definition->document.snapshot(), form, out, arguments->has(values) ? &*table : nullptr);
    if (!text)
        return fail(placed(*definition, text.error()) + asl::english(text.error().message));
    const auto done = host::writeFile(out, *text);
    return done ? int(Success) : fail(done.error());
}

const char* const convertDetails = "\nThe ending of OUT chooses between YAML and JSON for cloudformation and sam "
                                   "(.json), and between Terraform JSON and Terraform's\n"
                                   "own language for terraform (.tf). ${Tokens} without a value become parameters or "
                                   "variables of the template. --to json\n"
                                   "with --values needs a value for each.\n";

} // namespace designer::cli
