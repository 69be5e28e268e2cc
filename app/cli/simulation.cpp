#include "app/cli/simulation.h"

#include "app/cli/values.h"
#include "app/host/files.h"
#include "app/host/platform.h"
#include "core/validation/validate.h"

#include <QFileInfo>

#include <cstdio>

namespace designer::cli {

using namespace asl;

Error inFile(const QString& path, std::string_view text, const Error& error)
{
    const std::string place = error.range ? placed(path, text, error) : path.toStdString() + ": ";
    return {Message(place + english(error.message)), {}};
}

Result<Data> jsonOption(const Arguments& arguments, const QString& option)
{
    if (!arguments.has(option))
        return Data();
    const QString path = arguments.value(option);
    auto bytes = host::readFile(path);
    if (!bytes)
        return bytes.error();
    auto value = data::parse(*bytes);
    if (!value)
        return inFile(path, *bytes, value.error());
    return *std::move(value);
}

Result<std::int64_t> numberOption(const Arguments& arguments, const QString& option, std::int64_t otherwise)
{
    if (!arguments.has(option))
        return otherwise;
    bool ok = false;
    const std::int64_t value = arguments.value(option).toLongLong(&ok);
    if (!ok || value < 0)
        return Error{{ASL_TEXT("cli", "%1 needs a whole number that is not negative."), {option.toStdString()}}, {}};
    return value;
}

Result<void> onlyOneFromStandardInput(const Arguments& arguments, const QStringList& options)
{
    qsizetype readers = arguments.positional.count(QStringLiteral("-"));
    for (const QString& option : options)
        readers += arguments.value(option) == u"-" ? 1 : 0;
    if (readers > 1)
        return Error{ASL_TEXT("cli", "Only one file can be \"-\": standard input is read once."), {}};
    return {};
}

void warnOf(const std::vector<MockComplaint>& complaints)
{
    for (const MockComplaint& complaint : complaints)
        std::fprintf(stderr, "stepwright-cli: warning: %s\n", english(warning(complaint)).c_str());
}

std::string machineName(const QString& path)
{
    const host::DefinitionName name = host::definitionName(path);
    if (!name.machine.isEmpty())
        return name.machine.toStdString();
    const QString stem = QFileInfo(path).fileName().section(u'.', 0, 0);
    return stem == u"-" ? std::string() : stem.toStdString();
}

std::optional<CompiledDefinition> compiledDefinition(const Arguments& arguments, const QString& path)
{
    const auto refused = [](const Error& error) {
        fail(error);
        return std::optional<CompiledDefinition>();
    };
    const auto definition = host::openDefinition(path);
    if (!definition)
        return refused(definition.error());
    const auto type = machineTypeOf(arguments, definition->express);
    if (!type)
        return refused(type.error());
    auto values = readTokenValues(arguments.value(QStringLiteral("--values")));
    if (!values)
        return refused(values.error());
    values->insert(definition->values.begin(), definition->values.end()); // those of --values go before a template's
    const query::Platform platform = host::platform();
    CompileOptions options;
    options.tokens = &*values;
    options.platform = &platform;
    options.express = *type == MachineType::Express;
    options.readsItems = arguments.has(QStringLiteral("--files"));
    const SnapshotPointer& snapshot = definition->document.snapshot();
    const Compilation compilation = compile(snapshot, options);
    for (const CompileProblem& problem : compilation.problems)
        refused(inFile(definition->path, host::fileText(*snapshot), {problem.message, host::inFile(*snapshot, problem.range)}));
    if (!compilation.program)
        return {};
    return CompiledDefinition{snapshot, compilation.program};
}

} // namespace designer::cli
