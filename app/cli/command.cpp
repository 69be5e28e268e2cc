#include "app/cli/command.h"

#include "core/validation/validate.h"

#include <cstdio>

namespace designer::cli {

asl::Result<Arguments> parseArguments(const QStringList& arguments, const QStringList& valued, const QStringList& flags)
{
    Arguments parsed;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (onlyPositional || word.size() < 2 || !word.startsWith(u'-')) {
            parsed.positional.append(word);
            continue;
        }
        if (word == u"--") {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.startsWith(u"--") ? word.indexOf(u'=') : -1;
        const QString name = equals < 0 ? word : word.left(equals);
        if (flags.contains(name) && equals < 0) {
            parsed.options.insert(name, {});
        } else if (valued.contains(name)) {
            if (equals >= 0)
                parsed.options.insert(name, word.mid(equals + 1));
            else if (i + 1 < arguments.size())
                parsed.options.insert(name, arguments[++i]);
            else
                return asl::Error{{"%1 needs a value.", {name.toStdString()}}, {}};
        } else {
            return asl::Error{{"There is no option %1 here. See --help.", {name.toStdString()}}, {}};
        }
    }
    return parsed;
}

asl::Result<asl::MachineType> machineTypeOf(const Arguments& arguments, bool express)
{
    const QString type = arguments.value(QStringLiteral("--type"), express ? QStringLiteral("EXPRESS") : QStringLiteral("STANDARD"));
    if (type != u"STANDARD" && type != u"EXPRESS")
        return asl::Error{{"--type %1: it is STANDARD or EXPRESS.", {type.toStdString()}}, {}};
    return type == u"EXPRESS" ? asl::MachineType::Express : asl::MachineType::Standard;
}

asl::Result<asl::SnapshotPointer> readDefinition(const QString& name)
{
    auto opened = host::openDefinition(name);
    if (!opened)
        return opened.error();
    return opened->document.snapshot();
}

std::string placed(const QString& path, std::string_view text, const asl::Error& error)
{
    if (!error.range)
        return {};
    const auto place = asl::LineIndex(text).at(text, error.range->begin);
    return path.toStdString() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
}

asl::Result<host::OpenedDefinition> openWellFormed(const QString& name)
{
    auto definition = host::openDefinition(name);
    if (!definition || definition->document.snapshot()->tree().errors().empty())
        return definition;
    const asl::SyntaxError& problem = definition->document.snapshot()->tree().errors().front();
    const asl::Error error{problem.message, problem.range};
    return asl::Error{asl::Message(placed(*definition, error) + asl::english(problem.message)), problem.range};
}

std::string placed(const host::OpenedDefinition& definition, const asl::Error& error)
{
    const asl::Snapshot& snapshot = *definition.document.snapshot();
    if (!error.range)
        return {};
    return placed(definition.path, host::fileText(snapshot), {error.message, host::inFile(snapshot, *error.range)});
}

int fail(const std::string& message)
{
    std::fprintf(stderr, "stepwright-cli: %s\n", message.c_str());
    return WrongUse;
}

int fail(const asl::Error& error) { return fail(asl::english(error.message)); }

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

} // namespace designer::cli
