// Rules about the text as JSON.

#include "core/language/quotas.h"
#include "core/text/comments.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

namespace asl::validation {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos;
}

} // namespace

void syntaxErrors(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    if (isBlank(tree.text()))
        return; // an empty text is no definition, which another rule says
    if (const TextRange part = unreadableTemplatePart(tree); !part.empty()) {
        findings.add(part, std::string(),
                     {ASL_TEXT("core", "%1 belongs to a template: the text can be read when that is filled in. A plain "
                                       "${name} can be read before."),
                      {tree.text().substr(part.begin, part.size())}});
        return; // what follows is misread
    }
    for (const SyntaxError& error : tree.errors()) {
        if (findings.full())
            return;
        const NodeId place = tree.nodeAt(error.range.begin);
        findings.add(error.range, place == noNode ? std::string() : tree.pointer(place), error.message);
    }
}

void definitionIsAnObject(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    if (tree.kind(tree.root()) == NodeKind::Object || tree.kind(tree.root()) == NodeKind::Substitution)
        return;
    if (!tree.errors().empty() && !isBlank(tree.text()))
        return; // said already
    Diagnostic& diagnostic = findings.add(
        tree.root(), Part::Head,
        isBlank(tree.text())
            ? ASL_TEXT("core", "The text is empty. A definition is a JSON object with \"StartAt\" and \"States\".")
            : ASL_TEXT("core", "A definition is a JSON object with \"StartAt\" and \"States\"."));
    diagnostic.serviceMessage = "Definition must be a valid JSON object";
    diagnostic.serviceLocation = "";
}

void definitionSize(const Context& context, Findings& findings)
{
    const std::string& text = context.tree().text();
    if (text.size() <= quotas::definitionBytes)
        return;
    const std::size_t compact = compactSize(context.tree(), context.tree().root());
    const std::vector<std::string> sizes = {std::to_string(text.size()), std::to_string(quotas::definitionBytes),
                                            std::to_string(compact)};
    findings.add(context.tree().root(), Part::Head,
                 compact <= quotas::definitionBytes
                     ? Message(ASL_TEXT("core", "As written the definition has %1 bytes; the service takes at most %2. "
                                                "Without blanks it has %3, which fits."),
                               sizes)
                     : Message(ASL_TEXT("core", "The definition has %1 bytes, %3 without blanks; the service takes at "
                                                "most %2. Move a part of it to a workflow of its own."),
                               sizes));
}

void notStrictJson(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const Extension& extension : tree.extensions()) {
        if (findings.full())
            return;
        const auto say = [&](const char* message, const char* fix, TextRange removed) {
            Diagnostic& diagnostic =
                findings.add(extension.range, tree.pointer(tree.nodeAt(extension.range.begin)), message);
            Findings::addFix(diagnostic, fix, removed, {});
        };
        switch (extension.kind) {
        case Extension::Kind::Comment:
            say(ASL_TEXT("core", "Comments are kept here, but the service does not take them. Export writes strict "
                                 "JSON; \"Comment\" fields stay."),
                ASL_TEXT("core", "Remove the comment"), removableComment(tree.text(), extension.range));
            break;
        case Extension::Kind::TrailingComma:
            say(ASL_TEXT("core", "The service does not take a comma after the last value."),
                ASL_TEXT("core", "Remove the comma"), extension.range);
            break;
        case Extension::Kind::ByteOrderMark:
            say(ASL_TEXT("core", "The text begins with a byte order mark, which the service does not take."),
                ASL_TEXT("core", "Remove the byte order mark"), extension.range);
            break;
        case Extension::Kind::BareToken:    // a value of unknown type, never a problem
        case Extension::Kind::DuplicateKey: // a rule of its own
            break;
        }
    }
}

void duplicateKeys(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const Extension& extension : tree.extensions()) {
        if (extension.kind != Extension::Kind::DuplicateKey || findings.full())
            continue;
        const NodeId node = tree.nodeAt(extension.range.begin);
        findings.add(
            extension.range, tree.pointer(node),
            {ASL_TEXT("core", "\"%1\" stands twice in this object; only the last one counts."), {tree.key(node)}});
    }
}

} // namespace asl::validation
