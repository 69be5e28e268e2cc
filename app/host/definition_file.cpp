#include "app/host/definition_file.h"

#include "app/host/files.h"
#include "core/document/region.h"
#include "core/text/text_syntax.h"

#include <QDir>
#include <QFileInfo>

namespace designer::host {

namespace {

/// The message begins with the file, and with the place where there is one.
asl::Error inFile(const QString& file, std::string_view text, const asl::Error& error)
{
    std::string place = file.toStdString() + ": ";
    if (error.range) {
        const auto at = asl::LineIndex(text).at(text, error.range->begin);
        place = file.toStdString() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
    }
    return {asl::Message(place + asl::english(error.message)), {}};
}

asl::Result<OpenedDefinition> openText(const QString& file, std::string bytes)
{
    const asl::TextSyntax syntax = asl::textSyntax(file.toStdString(), bytes);
    auto document = asl::Document::open(std::move(bytes), syntax);
    if (!document)
        return inFile(file, {}, {document.error().message, {}});
    OpenedDefinition opened;
    opened.path = file;
    opened.document = *std::move(document);
    return opened;
}

/// The definition that a template keeps in a file beside it.
asl::Result<OpenedDefinition> openBeside(const QString& file, const asl::TemplateMachine& machine)
{
    const QString path = QDir(QFileInfo(file).path()).filePath(QString::fromStdString(machine.file));
    auto bytes = readFile(QDir::cleanPath(path));
    if (!bytes)
        return bytes.error();
    return openText(QDir::cleanPath(path), *std::move(bytes));
}

} // namespace

DefinitionName definitionName(const QString& name)
{
    const qsizetype mark = name.lastIndexOf(u'#');
    if (mark < 0 || QFileInfo::exists(name))
        return {name, {}};
    return {name.left(mark), name.mid(mark + 1)};
}

asl::Result<std::optional<asl::Template>> templateIn(const QString& file, const std::string& bytes)
{
    if (asl::isTerraformFile(file.toStdString()))
        return asl::terraformIsNotRead(file.toStdString());
    return asl::readTemplate(std::make_shared<const std::string>(bytes), asl::textSyntax(file.toStdString(), bytes));
}

asl::Result<OpenedDefinition> openDefinition(const DefinitionName& name, std::string bytes)
{
    const auto found = templateIn(name.file, bytes);
    if (!found)
        return found.error();
    if (!*found && !name.machine.isEmpty())
        return asl::Error{{ASL_TEXT("core", "%1 is no template with state machines; open it without #%2."),
                           {name.file.toStdString(), name.machine.toStdString()}},
                          {}};
    if (!*found)
        return openText(name.file, std::move(bytes));
    const auto machine = asl::machineOf(**found, name.machine.toStdString());
    if (!machine)
        return inFile(name.file, bytes, machine.error());
    OpenedDefinition opened;
    if (machine->region) {
        opened.path = name.file;
        opened.document = asl::Document::open(machine->region, machine->syntax);
    } else {
        auto beside = openBeside(name.file, *machine);
        if (!beside)
            return beside;
        opened = *std::move(beside);
    }
    opened.machine = QString::fromStdString(machine->name);
    opened.values = machine->values;
    opened.express = machine->express;
    return opened;
}

asl::Result<OpenedDefinition> openDefinition(const QString& path)
{
    const DefinitionName name = definitionName(path);
    if (asl::isTerraformFile(name.file.toStdString()))
        return asl::terraformIsNotRead(name.file.toStdString());
    auto bytes = readFile(name.file);
    if (!bytes)
        return bytes.error();
    // Bytes that are no text are said before anything is looked for in them.
    if (auto text = asl::Document::open(*bytes); !text)
        return inFile(name.file, {}, {text.error().message, {}});
    return openDefinition(name, *std::move(bytes));
}

asl::Result<std::string> textToSave(const DefinitionName& name, const asl::Snapshot& snapshot,
                                    const std::string& savedFile)
{
    if (!snapshot.region())
        return snapshot.text();
    if (snapshot.region()->fault())
        return *snapshot.region()->fault();
    const auto present = readFile(name.file);
    if (!present || *present == savedFile)
        return snapshot.region()->host();
    // Something else of the file was changed, perhaps another machine in another tab: it stays.
    const auto before = openDefinition(name, savedFile);
    const auto now = openDefinition(name, *present);
    if (!now)
        return now.error();
    const asl::Snapshot& there = *now->document.snapshot();
    if (!before || !there.region() || there.text() != before->document.snapshot()->text())
        return asl::Error{
            {ASL_TEXT("core", "The definition of %1 was changed in the file meanwhile. Load the file first."),
             {name.machine.toStdString()}},
            {}};
    const asl::Region merged = there.region()->patched(asl::difference(there.text(), snapshot.text()));
    if (merged.fault())
        return *merged.fault();
    return merged.host();
}

const std::string& fileText(const asl::Snapshot& snapshot)
{
    return snapshot.region() ? snapshot.region()->host() : snapshot.text();
}

asl::TextRange inFile(const asl::Snapshot& snapshot, asl::TextRange range)
{
    return snapshot.region() ? snapshot.region()->toHost(range) : range;
}

} // namespace designer::host
