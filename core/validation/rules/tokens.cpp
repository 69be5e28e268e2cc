// Tokens that a template should fill in when it is deployed.

#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

/// A script may have variables of its own, which nobody but its shell fills in.
bool isScript(const SyntaxTree& tree, NodeId node)
{
    return tree.kind(node) == NodeKind::String && tree.stringValue(node).find_first_of(" \t\n") != std::string::npos;
}

Message unfilled(const std::string& name, std::string_view similar)
{
    if (similar.empty())
        return {ASL_TEXT("core", "The template's \"DefinitionSubstitutions\" have no \"%1\", so this stays as it is."),
                {name}};
    return {ASL_TEXT("core",
                     "The template's \"DefinitionSubstitutions\" have no \"%1\", so this stays as it is. Did you "
                     "mean \"%2\"?"),
            {name, std::string(similar)}};
}

} // namespace

void tokensWithoutValue(const Context& context, Findings& findings)
{
    if (!context.substitutions)
        return;
    const std::vector<std::string_view> given(context.substitutions->begin(), context.substitutions->end());
    for (const Token& token : tokens(context.tree())) {
        if (findings.full() || std::ranges::find(given, token.name) != given.end())
            continue;
        const std::string_view similar = findings.similar(token.name, given);
        if (similar.empty() && !token.name.starts_with("AWS::") && isScript(context.tree(), token.node))
            continue;
        Diagnostic& diagnostic =
            findings.add(token.range, context.tree().pointer(token.node), unfilled(token.name, similar));
        if (!similar.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {std::string(similar)}}, token.range,
                             "${" + std::string(similar) + "}");
    }
}

} // namespace asl::validation
