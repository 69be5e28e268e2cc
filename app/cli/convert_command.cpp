// stepwright-cli convert: writes a definition in another form.

#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/host/files.h"
#include "core/document/export.h"

namespace designer::cli {

int convertCommand(const QStringList& words)
{
    const QString to = QStringLiteral("--to"), out = QStringLiteral("-o"), values = QStringLiteral("--values");
    const auto arguments = parseArguments(words, {to, out, values}, {});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->positional.size() != 1)
        return fail("convert: name one file. See --help.");
    if (arguments->value(to) != u"json")
        return fail("convert: say --to json; other forms do not exist yet.");
    const QString path = arguments->positional.front();
    const auto snapshot = readDefinition(path);
    if (!snapshot)
        return fail(snapshot.error());
    const auto table = readTokenValues(arguments->value(values));
    if (!table)
        return fail(table.error());
    const auto json = asl::strictJson(**snapshot, arguments->has(values) ? &*table : nullptr);
    if (!json)
        return fail(placed(path, (*snapshot)->text(), json.error()) + asl::english(json.error().message));
    const auto written = host::writeFile(arguments->value(out, QStringLiteral("-")), *json);
    return written ? int(Success) : fail(written.error());
}

} // namespace designer::cli
