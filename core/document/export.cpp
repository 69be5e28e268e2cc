#include "core/document/export.h"

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

std::string textFor(const Token& token, const Data& value) { return token.bare ? data::toJson(value) : insideString(value); }

} // namespace

Result<std::string> strictJson(const Snapshot& snapshot, const data::TokenValues* values)
{
    const SyntaxTree& tree = snapshot.tree();
    if (!tree.errors().empty())
        return Error{tree.errors().front().message, tree.errors().front().range};
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
            return Error{{ASL_TEXT("core", "The token ${%1} has no value. Give it one in the table of values."), {token.name}},
                         token.range};
        if (const auto added = patch.add(token.range, textFor(token, *value)); !added)
            return added.error();
    }
    return applied(tree.text(), patch);
}

TextPatch tokenPatch(const Snapshot& snapshot, const data::TokenValues& values)
{
    TextPatch patch;
    for (const Token& token : tokens(snapshot.tree())) {
        const Data* value = valueOf(token, &values);
        const bool added = !value || patch.add(token.range, textFor(token, *value)).hasValue();
        ASL_ASSERT(added, "tokens do not overlap");
    }
    return patch;
}

} // namespace asl
