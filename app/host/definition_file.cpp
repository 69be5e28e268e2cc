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
        return document.error();
    OpenedDefinition opened;
    opened.path = file;
    opened.document = *std::move(document);
    return opened;
}

/// The definition that a template keeps in a file beside it.
asl::Result<OpenedDefinition> openBeside(const QString& file, const asl::TemplateMachine& machine)
{
    const QString path = QDir::cleanPath(QDir(QFileInfo(file).path()).filePath(QString::fromStdString(machine.file)));
    auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    auto opened = openText(path, *std::move(bytes));
    return opened ? std::move(opened) : inFile(path, {}, {opened.error().message, {}});
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

asl::Result<FileContent> readContent(const QString& file)
{
    if (asl::isTerraformFile(file.toStdString()))
        return asl::terraformIsNotRead(QFileInfo(file).fileName().toStdString());
    auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    // Bytes that are no text are said before anything is looked for in them.
    if (auto text = asl::Document::open(*bytes); !text)
        return text.error();
    FileContent content{file, *std::move(bytes), {}};
    auto found = templateIn(file, content.bytes);
    if (!found)
        return found.error();
    content.found = *std::move(found);
    return content;
}

asl::Result<OpenedDefinition> definitionIn(const FileContent& content, const QString& machineName)
{
    if (!content.found && !machineName.isEmpty())
        return asl::Error{{ASL_TEXT("core", "%1 is no template with state machines; open it without #%2."),
                           {content.path.toStdString(), machineName.toStdString()}},
                          {}};
    if (!content.found)
        return openText(content.path, content.bytes);
    const auto machine = asl::machineOf(*content.found, machineName.toStdString());
    if (!machine)
        return machine.error();
    OpenedDefinition opened;
    if (machine->region) {
        opened.path = content.path;
        opened.document = asl::Document::open(machine->region, machine->syntax);
    } else {
        auto beside = openBeside(content.path, *machine);
        if (!beside)
            return beside;
        opened = *std::move(beside);
    }
    opened.machine = QString::fromStdString(machine->name);
    opened.values = machine->values;
    opened.functions = machine->functions;
    opened.substitutions = machine->substitutions;
    opened.express = machine->express;
    return opened;
}

asl::Result<OpenedDefinition> openDefinition(const DefinitionName& name, std::string bytes)
{
    auto found = templateIn(name.file, bytes);
    if (!found)
        return found.error();
    const FileContent content{name.file, std::move(bytes), *std::move(found)};
    auto opened = definitionIn(content, name.machine);
    if (opened || (!content.found && !name.machine.isEmpty()))
        return opened;
    return inFile(name.file, content.bytes, opened.error());
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
