// JSON text → Data, on the reader of SyntaxTree: the program has one JSON grammar.

#include "core/data/json.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

namespace asl::data {

namespace {

/// Of a literal outside the range of a double: whether it is too small (1e-400) rather than too large.
bool isTiny(std::string_view literal)
{
    const std::size_t mark = std::min(literal.find_first_of("eE"), literal.size());
    const std::size_t point = std::min(literal.find('.'), mark);
    const std::size_t leading = literal.find_first_of("123456789");
    long long exponent = 0;
    if (mark < literal.size()) {
        const std::size_t sign = mark + (literal[mark + 1] == '+' ? 2 : 1);
        if (std::from_chars(literal.data() + sign, literal.data() + literal.size(), exponent).ec != std::errc())
            return literal[mark + 1] == '-';
    }
    return exponent + static_cast<long long>(point) - static_cast<long long>(leading) < 0;
}

/// The number of a JSON literal; nothing when it is too large for a double.
std::optional<Data> numberOf(std::string_view literal)
{
    const char* begin = literal.data();
    const char* end = begin + literal.size();
    if (literal.find_first_of(".eE") == std::string_view::npos && literal != "-0") {
        std::int64_t integer = 0;
        if (const auto read = std::from_chars(begin, end, integer); read.ec == std::errc() && read.ptr == end)
            return Data::integer(integer);
    }
    double real = 0;
    const auto read = std::from_chars(begin, end, real);
    if (read.ec == std::errc())
        return std::isfinite(real) ? std::optional(Data::real(real)) : std::nullopt;
    if (!isTiny(literal))
        return std::nullopt;
    return Data::real(literal.front() == '-' ? -0.0 : 0.0);
}

/// Name of the token that begins at `position` of a string (`${Name}`, not `${!Literal}`) and where it ends.
std::optional<std::pair<std::string_view, std::size_t>> tokenAt(std::string_view text, std::size_t position)
{
    const std::size_t begin = position + 2;
    if (text.substr(position, 2) != "${" || begin >= text.size() || text[begin] == '!')
        return std::nullopt;
    const std::size_t end = text.find('}', begin);
    if (end == std::string_view::npos || end == begin)
        return std::nullopt;
    return std::pair(text.substr(begin, end - begin), end + 1);
}

class Reader
{
public:
    Reader(const SyntaxTree& tree, const TokenValues* tokens, bool duplicates)
        : m_tree(tree), m_tokens(tokens), m_duplicates(duplicates) {}

    Result<Data> read(NodeId root)
    {
        NodeId next = root;
        for (;;) {
            // Down to the first leaf …
            const SyntaxNode& node = m_tree.node(next);
            if ((node.kind == NodeKind::Array || node.kind == NodeKind::Object) && node.firstChild != noNode) {
                m_open.push_back({next, m_done.size()});
                next = node.firstChild;
                continue;
            }
            Result<Data> leaf = leafOf(next, node);
            if (!leaf)
                return leaf;
            m_done.push_back(*std::move(leaf));
            // … and up as far as containers end here.
            while (!m_open.empty() && m_tree.node(next).nextSibling == noNode) {
                next = m_open.back().node;
                close();
            }
            if (m_open.empty())
                break;
            next = m_tree.node(next).nextSibling;
        }
        if (m_done.back().depth() > Data::maxDepth)
            return failure(root, {ASL_TEXT("core", "The value is nested more than %1 levels deep."), {std::to_string(Data::maxDepth)}});
        return std::move(m_done.back());
    }

private:
    struct Open
    {
        NodeId node;
        std::size_t firstPart;
    };

    Error failure(NodeId node, Message message) const { return {std::move(message), m_tree.node(node).range()}; }

    Result<Data> leafOf(NodeId id, const SyntaxNode& node)
    {
        switch (node.kind) {
        case NodeKind::Null: return Data::null();
        case NodeKind::False: return Data::boolean(false);
        case NodeKind::True: return Data::boolean(true);
        case NodeKind::Array: return Data::array({});
        case NodeKind::Object: return Data::emptyObject();
        case NodeKind::Number:
            if (auto number = numberOf(m_tree.raw(id)))
                return *std::move(number);
            return failure(id, {ASL_TEXT("core", "The number %1 is too large."), {std::string(m_tree.raw(id).substr(0, 40))}});
        case NodeKind::String: return stringOf(id, node);
        case NodeKind::Substitution: return bareToken(id);
        case NodeKind::Missing: break;
        }
        return failure(id, ASL_TEXT("core", "A value is missing here."));
    }

    Result<Data> stringOf(NodeId id, const SyntaxNode& node)
    {
        if (!node.escaped) {
            const std::string_view raw = m_tree.raw(id);
            const std::string_view content = raw.substr(1, raw.size() - 2);
            if (!m_tokens || content.find("${") == std::string_view::npos)
                return Data::string(content);
            return withTokens(id, content);
        }
        const std::string content = m_tree.stringValue(id);
        if (!m_tokens)
            return Data::string(content);
        return withTokens(id, content);
    }

    Result<Data> withTokens(NodeId id, std::string_view content)
    {
        std::string text;
        std::size_t position = 0;
        for (std::size_t mark = content.find("${"); mark != std::string_view::npos; mark = content.find("${", mark)) {
            const auto token = tokenAt(content, mark);
            if (!token) {
                mark += 2;
                continue;
            }
            const auto value = m_tokens->find(token->first);
            if (value == m_tokens->end())
                return withoutValue(id, token->first);
            text += content.substr(position, mark - position);
            text += value->second.isString() ? std::string(value->second.text()) : toJson(value->second);
            position = mark = token->second;
        }
        text += content.substr(position);
        return Data::string(text);
    }

    Result<Data> bareToken(NodeId id)
    {
        const std::string_view raw = m_tree.raw(id);
        const auto token = tokenAt(raw, 0);
        const std::string_view name = token ? token->first : raw;
        if (m_tokens)
            if (const auto value = m_tokens->find(name); value != m_tokens->end())
                return value->second;
        if (!m_tokens && m_tree.syntax() == TextSyntax::Yaml)
            return Data::string(raw); // a text without quotes
        return withoutValue(id, name);
    }

    Error withoutValue(NodeId id, std::string_view name) const
    {
        return failure(id, {ASL_TEXT("core", "The token ${%1} has no value. Give it one in the table of tokens, or by --values."), {std::string(name)}});
    }

    Data keyOf(NodeId id) const
    {
        const SyntaxNode& node = m_tree.node(id);
        if (node.keyEscaped)
            return Data::string(m_tree.key(id));
        const std::string_view key = m_tree.rawKey(id);
        return Data::string(key.substr(1, key.size() - 2));
    }

    void close()
    {
        const Open open = m_open.back();
        m_open.pop_back();
        const std::span<Data> parts(m_done.data() + open.firstPart, m_done.size() - open.firstPart);
        Data whole = m_tree.kind(open.node) == NodeKind::Array ? Data::arrayFrom(parts) : objectOf(open.node, parts);
        m_done.resize(open.firstPart);
        m_done.push_back(std::move(whole));
    }

    Data objectOf(NodeId object, std::span<Data> values)
    {
        std::size_t i = 0;
        if (m_duplicates) {
            ObjectBuilder builder;
            for (const NodeId child : m_tree.children(object))
                builder.set(keyOf(child), std::move(values[i++]));
            return std::move(builder).build();
        }
        m_members.clear();
        for (const NodeId child : m_tree.children(object))
            m_members.push_back({keyOf(child), std::move(values[i++])});
        return Data::objectFrom(m_members);
    }

    const SyntaxTree& m_tree;
    const TokenValues* m_tokens;
    bool m_duplicates;
    std::vector<Open> m_open;
    std::vector<Data> m_done;      // finished values that wait for their container's end
    std::vector<Member> m_members; // scratch, kept for its memory
};

bool hasDuplicateKeys(const SyntaxTree& tree)
{
    for (const Extension& extension : tree.extensions())
        if (extension.kind == Extension::Kind::DuplicateKey)
            return true;
    return false;
}

std::optional<Error> notStrict(const SyntaxTree& tree)
{
    if (!tree.errors().empty())
        return Error{tree.errors().front().message, tree.errors().front().range};
    for (const Extension& extension : tree.extensions()) {
        switch (extension.kind) {
        case Extension::Kind::Comment: return Error{ASL_TEXT("core", "JSON data has no comments."), extension.range};
        case Extension::Kind::TrailingComma: return Error{ASL_TEXT("core", "A value must follow this comma."), extension.range};
        case Extension::Kind::BareToken: return Error{ASL_TEXT("core", "JSON data has no ${Tokens} outside strings."), extension.range};
        case Extension::Kind::DuplicateKey:
        case Extension::Kind::ByteOrderMark: break;
        }
    }
    return std::nullopt;
}

} // namespace

Result<Data> parse(std::string_view text)
{
    if (const auto broken = invalidUtf8(text))
        return Error{ASL_TEXT("core", "The text is not UTF-8 from here on."), TextRange{*broken, *broken + 1}};
    const SyntaxTree tree = SyntaxTree::parse(std::string(text));
    if (auto error = notStrict(tree))
        return *std::move(error);
    return Reader(tree, nullptr, hasDuplicateKeys(tree)).read(tree.root());
}

Result<Data> fromSyntax(const SyntaxTree& tree, NodeId node, const TokenValues* tokens)
{
    return Reader(tree, tokens, hasDuplicateKeys(tree)).read(node);
}

} // namespace asl::data
