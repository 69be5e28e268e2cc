#pragma once
// Opening definitions as people keep them: JSON, YAML, and machines of templates (FILE#Machine).

#include "core/document/snapshot.h"
#include "core/document/template.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace designer::host {

/// "FILE#Machine" taken apart; a file whose own name has a # is taken whole.
struct DefinitionName
{
    QString file;
    QString machine; ///< empty: the only one, or the file is a definition itself
};
DefinitionName definitionName(const QString& name);

/// What stands in a file that was read.
struct FileContent
{
    QString path;
    std::string bytes; ///< UTF-8
    std::optional<asl::Template> found; ///< a template; nothing: the file is a definition
};
/// Fails where there is nothing to read: no file, no text, Terraform's own language.
asl::Result<FileContent> readContent(const QString& file);

struct OpenedDefinition
{
    QString path;    ///< of the file that holds the definition's text
    QString machine; ///< in a template
    asl::Document document;
    asl::data::TokenValues values; ///< of ${Tokens}, as far as a template tells them
    std::map<std::string, std::string> functions; ///< tokens whose value in the template is a function, as it is written
    std::optional<std::vector<std::string>> substitutions; ///< names of all that the template fills in, where it lists them
    bool express = false;          ///< a template says so
};

/// The definition in a file: of a template the machine of that name, or the only one. Places of errors are in the file's text.
asl::Result<OpenedDefinition> definitionIn(const FileContent& content, const QString& machine);

/// What stands in a file: the template it is, if it is one. Fails on Terraform's own language.
asl::Result<std::optional<asl::Template>> templateIn(const QString& file, const std::string& bytes);

/// Reads a definition. Fails with a message that names the file (and the machines, where one must be named).
asl::Result<OpenedDefinition> openDefinition(const QString& name);
/// The same with the bytes of the file.
asl::Result<OpenedDefinition> openDefinition(const DefinitionName& name, std::string bytes);

/// What saving writes to the definition's file: the definition alone, or the template around it as it is now on the
/// disk. `savedFile` is the file as it was read or written last. Fails when the definition was changed in the file
/// meanwhile.
asl::Result<std::string> textToSave(const DefinitionName& name, const asl::Snapshot& snapshot,
                                    const std::string& savedFile);

/// The text of the whole file in which the definition is.
const std::string& fileText(const asl::Snapshot& snapshot);
/// A place of the definition in that text.
asl::TextRange inFile(const asl::Snapshot& snapshot, asl::TextRange range);

} // namespace designer::host
