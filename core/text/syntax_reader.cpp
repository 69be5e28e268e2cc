#include "core/text/syntax_reader.h"

#include "core/text/json_string.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace asl {

namespace {

std::uint64_t hashOf(std::string_view text)
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = text.size() * factor;
    const char* data = text.data();
    std::size_t left = text.size();
    for (; left >= 8; left -= 8, data += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, data, 8);
        hash = (std::rotl(hash, 23) ^ eight) * factor;
    }
    std::uint64_t rest = 0;
    if (left > 0)
        std::memcpy(&rest, data, left);
    hash = (std::rotl(hash, 23) ^ rest) * factor;
    return hash ^ (hash >> 32);
}

} // namespace

SyntaxReader::SyntaxReader(SyntaxTree& tree, Guess guess)
    : m_tree(tree), m_text(tree.text()), m_scanner(m_text), m_guess(guess)
{
}

void SyntaxReader::read()
{
    constexpr std::size_t usualBytesPerNode = 14;
    m_tree.m_nodes.reserve(m_text.size() / usualBytesPerNode + 4);
    m_frames.reserve(32);
    m_keys.reserve(256);
    if (m_text.substr(0, 3) == "\xEF\xBB\xBF") {
        m_tree.m_extensions.push_back({Extension::Kind::ByteOrderMark, {0, 3}});
        m_scanner.skip(3);
    }
    readRoot();
    while (!m_frames.empty()) {
        if (top().isObject)
            readInObject();
        else
            readInArray();
    }
    skipTrivia();
    if (!m_scanner.atEnd()) {
        m_structureIsGuessed = true;
        error(m_tree.root(), {m_scanner.position(), m_text.size()}, ASL_TEXT("core", "The text goes on after its end. Remove what follows, or a closing bracket too many before it."));
    }
    // Duplicate keys and tokens are found when their container closes or in passing: out of order.
    std::sort(m_tree.m_extensions.begin(), m_tree.m_extensions.end(),
              [](const Extension& a, const Extension& b) { return a.range.begin < b.range.begin; });
    std::stable_sort(m_tree.m_errors.begin(), m_tree.m_errors.end(),
                     [](const SyntaxError& a, const SyntaxError& b) { return a.range.begin < b.range.begin; });
}

void SyntaxReader::readRoot()
{
    m_tree.m_nodes.emplace_back();
    skipTrivia();
    const auto begin = static_cast<std::uint32_t>(m_scanner.position());
    node(0).begin = node(0).end = node(0).keyBegin = node(0).keyEnd = begin;
    if (m_scanner.atEnd()) {
        error(0, {begin, begin}, ASL_TEXT("core", "The text is empty. A definition is a JSON object: { … }."));
        return;
    }
    readValue(0);
    if (node(0).kind == NodeKind::Missing)
        readBrokenRoot();
}

void SyntaxReader::readInObject()
{
    skipTrivia();
    if (m_guess.byIndentation && followsIndentation())
        return;
    const char c = m_scanner.peek();
    if (c == ',' && top().expect == Expect::AfterValue) {
        takeComma();
    } else if (c == '}') {
        if (endsTooEarly())
            return;
        trailingComma();
        m_scanner.skip(1);
        close(m_scanner.position());
    } else if (c == ']') {
        wrongCloser(c);
    } else if (m_scanner.atEnd()) {
        closeAtEnd();
    } else if (c == ',') {
        surplusComma();
    } else if (c == '{' && top().expect == Expect::First) {
        surplusBrace();
    } else if (top().expect != Expect::AfterValue || unexpectedAfterValue()) {
        readMember();
    }
}

void SyntaxReader::readInArray()
{
    skipTrivia();
    if (m_guess.byIndentation && followsIndentation())
        return;
    const char c = m_scanner.peek();
    if (c == ',' && top().expect == Expect::AfterValue) {
        takeComma();
    } else if (c == ']') {
        trailingComma();
        m_scanner.skip(1);
        close(m_scanner.position());
    } else if (c == '}') {
        wrongCloser(c);
    } else if (m_scanner.atEnd()) {
        closeAtEnd();
    } else if (c == ',') {
        surplusComma();
    } else if (top().expect != Expect::AfterValue || unexpectedAfterValue()) {
        const NodeId id = addChild();
        readValue(id);
    }
}

void SyntaxReader::readMember()
{
    const NodeId id = addChild();
    SyntaxNode& member = node(id);
    if (m_scanner.peek() == '"') {
        const Scanner::String found = m_scanner.scanString();
        member.keyEnd = static_cast<std::uint32_t>(m_scanner.position());
        member.begin = member.end = member.keyEnd;
        member.keyEscaped = found.escaped;
        if (!found.closed)
            unclosedString(id, true);
        else if (found.controlCharacter || found.badEscape != std::string_view::npos)
            stringFaults(found, id, member.keyBegin);
    } else {
        readBrokenKey(id);
    }
    skipTrivia();
    const bool colon = m_scanner.peek() == ':';
    const bool hasValue = colon || !keyLacksColon(id);
    rememberKey(id);
    if (!hasValue)
        return;
    if (colon)
        m_scanner.skip(1);
    skipTrivia();
    readValue(id);
}

void SyntaxReader::readValue(NodeId id)
{
    const std::size_t begin = m_scanner.position();
    switch (m_scanner.peek()) {
    case '"':
        readString(id);
        return;
    case '{':
        open(id, true);
        return;
    case '[':
        open(id, false);
        return;
    case 't':
        if (m_scanner.scanWord("true"))
            return scalar(id, NodeKind::True, begin);
        break;
    case 'f':
        if (m_scanner.scanWord("false"))
            return scalar(id, NodeKind::False, begin);
        break;
    case 'n':
        if (m_scanner.scanWord("null"))
            return scalar(id, NodeKind::Null, begin);
        break;
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
        if (m_scanner.scanNumber())
            return scalar(id, NodeKind::Number, begin);
        break;
    case ',': case '}': case ']': case '\0':
        if (m_scanner.peek() != '\0' || m_scanner.atEnd()) {
            std::size_t place = begin; // right behind the colon
            while (place > node(id).keyEnd && Scanner::isBlank(m_text[place - 1]))
                --place;
            return missingValue(id, place);
        }
        break;
    default:
        break;
    }
    if (m_scanner.scanSubstitution()) {
        scalar(id, NodeKind::Substitution, begin);
        m_tree.m_extensions.push_back({Extension::Kind::BareToken, node(id).range()});
        return;
    }
    notAValue(id);
}

void SyntaxReader::readString(NodeId id)
{
    const std::size_t begin = m_scanner.position();
    const Scanner::String found = m_scanner.scanString();
    node(id).escaped = found.escaped;
    scalar(id, NodeKind::String, begin);
    if (!found.closed)
        unclosedString(id, false);
    else if (found.controlCharacter || found.badEscape != std::string_view::npos)
        stringFaults(found, id, begin);
}

void SyntaxReader::scalar(NodeId id, NodeKind kind, std::size_t begin)
{
    node(id).kind = kind;
    node(id).begin = static_cast<std::uint32_t>(begin);
    node(id).end = static_cast<std::uint32_t>(m_scanner.position());
    if (!m_frames.empty())
        top().expect = Expect::AfterValue;
}

void SyntaxReader::open(NodeId id, bool isObject)
{
    if (!m_frames.empty())
        top().expect = Expect::AfterValue;
    SyntaxNode& container = node(id);
    container.kind = isObject ? NodeKind::Object : NodeKind::Array;
    container.begin = container.end = static_cast<std::uint32_t>(m_scanner.position());
    if (m_frames.size() >= SyntaxTree::maxDepth)
        return tooDeep(id);
    Frame frame;
    frame.node = id;
    frame.isObject = isObject;
    frame.firstKey = static_cast<std::uint32_t>(m_keys.size());
    if (m_guess.byIndentation) {
        bool firstOnLine = false;
        frame.lineIndent = static_cast<std::uint32_t>(indentOfLine(m_scanner.position(), firstOnLine));
        const std::size_t next = m_text.find_first_not_of(" \t", m_scanner.position() + 1);
        frame.childrenOnOwnLines = next != std::string_view::npos && (m_text[next] == '\n' || m_text[next] == '\r');
    }
    m_scanner.skip(1);
    m_frames.push_back(frame);
}

void SyntaxReader::close(std::size_t end)
{
    const Frame& frame = top();
    node(frame.node).end = static_cast<std::uint32_t>(end);
    if (frame.isObject) {
        findDuplicateKeys(frame);
        m_keys.resize(frame.firstKey);
    }
    m_frames.pop_back();
}

NodeId SyntaxReader::addChild()
{
    Frame& frame = top();
    const auto id = static_cast<NodeId>(m_tree.m_nodes.size());
    const auto begin = static_cast<std::uint32_t>(m_scanner.position());
    SyntaxNode& child = m_tree.m_nodes.emplace_back();
    child.parent = frame.node;
    child.keyBegin = child.keyEnd = child.begin = child.end = begin;
    if (frame.lastChild == noNode)
        node(frame.node).firstChild = id;
    else
        node(frame.lastChild).nextSibling = id;
    ++node(frame.node).childCount;
    frame.childBeforeLast = frame.lastChild;
    frame.lastChild = id;
    return id;
}

void SyntaxReader::skipTrivia()
{
    m_scanner.skipBlanks();
    if (m_scanner.peek() == '/')
        skipComments();
}

void SyntaxReader::skipComments()
{
    while (m_scanner.peek() == '/') {
        const std::size_t begin = m_scanner.position();
        const Scanner::Comment found = m_scanner.skipComment();
        if (found == Scanner::Comment::None)
            return;
        const TextRange range{begin, m_scanner.position()};
        m_tree.m_extensions.push_back({Extension::Kind::Comment, range});
        if (found == Scanner::Comment::Unclosed)
            error(m_frames.empty() ? m_tree.root() : top().node, range, ASL_TEXT("core", "This comment has no end. Write */ behind it."));
        m_scanner.skipBlanks();
    }
}

void SyntaxReader::takeComma()
{
    m_lastComma = {m_scanner.position(), m_scanner.position() + 1};
    m_scanner.skip(1);
    top().expect = Expect::AfterComma;
}

void SyntaxReader::trailingComma()
{
    if (top().expect == Expect::AfterComma)
        m_tree.m_extensions.push_back({Extension::Kind::TrailingComma, m_lastComma});
}

void SyntaxReader::rememberKey(NodeId id)
{
    const SyntaxNode& member = node(id);
    if (member.keyBegin == member.keyEnd)
        return;
    const bool plain = !member.keyEscaped && !member.damaged;
    m_keys.push_back({plain ? hashOf(m_text.substr(member.keyBegin + 1U, member.keyEnd - member.keyBegin - 2U)) : hashOf(m_tree.key(id)), id});
}

void SyntaxReader::findDuplicateKeys(const Frame& frame)
{
    const KeyHash* const keys = m_keys.data() + frame.firstKey;
    const std::size_t count = m_keys.size() - frame.firstKey;
    const auto compare = [&](std::size_t earlier, std::size_t later) {
        if (keys[earlier].hash != keys[later].hash || m_tree.key(keys[earlier].node) != m_tree.key(keys[later].node))
            return false;
        m_tree.m_extensions.push_back({Extension::Kind::DuplicateKey, node(keys[later].node).keyRange()});
        return true;
    };

    constexpr std::size_t fewKeys = 12;
    if (count <= fewKeys) {
        for (std::size_t later = 1; later < count; ++later)
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                if (compare(earlier, later))
                    break;
        return;
    }
    // An open table of indexes into `keys`, counted from one.
    const std::size_t mask = std::bit_ceil(count * 2) - 1;
    m_keyTable.assign(mask + 1, 0);
    for (std::size_t later = 0; later < count; ++later) {
        std::size_t slot = keys[later].hash & mask;
        while (m_keyTable[slot] != 0 && !compare(m_keyTable[slot] - 1, later))
            slot = (slot + 1) & mask;
        if (m_keyTable[slot] == 0)
            m_keyTable[slot] = later + 1;
    }
}

} // namespace asl
