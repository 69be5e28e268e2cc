#include "core/document/export.h"

#include "core/document/text_changes.h"
#include "core/text/comments.h"

namespace asl {

namespace {

/// The text of a value inside a string literal, without the quotes.
std::string insideString(const Data& value)
{
    const std::string literal = quoted(value.isString() ? value.text() : std::string_view(data::toJson(value)));
    return literal.substr(1, literal.size() - 2);
}

const Data* valueOf(const Token& token, const data::TokenValues* values)
{
    if (!values)
        return nullptr;
    const auto found = values->find(token.name);
    return found == values->end() ? nullptr : &found->second;
}

Error withoutValue(const Token& token)
{
    return {{ASL_TEXT("core", "The token ${%1} has no value. Give it one in the table of tokens, or by --values."), {token.name}}, token.range};
}

std::string textFor(const Token& token, const Data& value) { return token.bare ? data::toJson(value) : insideString(value); }

} // namespace

namespace {

/// A YAML text in JSON; tokens that stand alone are texts.
Result<std::string> jsonOfYaml(const SyntaxTree& tree, const data::TokenValues* values)
{
    if (values)
        for (const Token& token : tokens(tree))
            if (!valueOf(token, values))
                return withoutValue(token);
    std::string json(tree.raw(tree.root()));
    TextPatch patch;
    const SyntaxTree spelled = SyntaxTree::parse(json);
    for (const Token& token : tokens(spelled)) {
        const Data* value = valueOf(token, values);
        const std::string text = value ? textFor(token, *value) : token.bare ? quoted(spelled.raw(token.node)) : std::string(spelled.text().substr(token.range.begin, token.range.size()));
        if (const auto added = patch.add(token.range, text); !added)
            return added.error();
    }
    return formatted(applied(json, patch), TextStyle{}, {}) + "\n";
}

} // namespace

Result<std::string> strictJson(const Snapshot& snapshot, const data::TokenValues* values)
{
    const SyntaxTree& tree = snapshot.tree();
    if (!tree.errors().empty())
        return Error{tree.errors().front().message, tree.errors().front().range};
    if (snapshot.syntax() == TextSyntax::Yaml)
        return jsonOfYaml(tree, values);
    TextPatch patch;
    for (const Extension& extension : tree.extensions()) {
        const bool removed = extension.kind == Extension::Kind::Comment || extension.kind == Extension::Kind::TrailingComma
            || extension.kind == Extension::Kind::ByteOrderMark;
        if (!removed)
            continue;
        const TextRange range = extension.kind == Extension::Kind::Comment ? removableComment(tree.text(), extension.range)
                                                                           : extension.range;
        if (const auto added = patch.add(range, {}); !added)
            return added.error();
    }
    for (const Token& token : tokens(tree)) {
        const Data* value = valueOf(token, values);
        if (!value && !values && !token.bare)
            continue; // text with a token in it is strict JSON
        if (!value)
            return withoutValue(token);
        if (const auto added = patch.add(token.range, textFor(token, *value)); !added)
            return added.error();
    }
    return applied(tree.text(), patch);
}

namespace {

/// In YAML a value with tokens is written anew as a whole, in quotes that hold it.
TextPatch yamlTokenPatch(const SyntaxTree& tree, const data::TokenValues& values)
{
    TextChanges changes(tree);
    NodeId last = noNode;
    for (const Token& token : tokens(tree)) {
        if (token.node == last)
            continue;
        last = token.node;
        const std::string literal(tree.raw(token.node));
        TextPatch patch;
        const SyntaxTree spelled = SyntaxTree::parse(literal);
        bool added = false;
        for (const Token& part : tokens(spelled))
            if (const Data* value = valueOf(part, &values))
                added = patch.add(part.range, textFor(part, *value)).hasValue() || added;
        if (added)
            changes.replaceValue(token.node, applied(literal, patch));
    }
    return changes.patch();
}

} // namespace

TextPatch tokenPatch(const Snapshot& snapshot, const data::TokenValues& values)
{
    if (snapshot.syntax() == TextSyntax::Yaml)
        return yamlTokenPatch(snapshot.tree(), values);
    TextPatch patch;
    for (const Token& token : tokens(snapshot.tree())) {
        const Data* value = valueOf(token, &values);
        const bool added = !value || patch.add(token.range, textFor(token, *value)).hasValue();
        ASL_ASSERT(added, "tokens do not overlap");
    }
    return patch;
}

} // namespace asl
