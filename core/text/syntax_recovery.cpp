// SyntaxReader where the text is broken: says what is wrong and finds the place to go on, so that members and items outside
// the damage keep their nodes. Every function here either moves on in the text or closes a container.

#include "core/support/utf8.h"
#include "core/text/syntax_reader.h"

#include <algorithm>
#include <optional>

namespace asl {

namespace {

bool isOneOf(char c, std::string_view set)
{
    return c != '\0' && set.find(c) != std::string_view::npos;
}

/// Where the text of a string without closing quote probably ends: before the commas, blanks and brackets at the end of
/// `body` that have no counterpart in it.
std::size_t endOfUnclosedText(std::string_view body)
{
    const auto surplus = [body](char closer, char opener) {
        return std::count(body.begin(), body.end(), closer) - std::count(body.begin(), body.end(), opener);
    };
    auto braces = surplus('}', '{');
    auto brackets = surplus(']', '[');
    std::size_t end = body.size();
    for (; end > 0; --end) {
        const char c = body[end - 1];
        const bool blank = c == ' ' || c == '\t' || c == ',';
        if (!blank && !(c == '}' && braces-- > 0) && !(c == ']' && brackets-- > 0))
            break;
    }
    return end;
}

std::size_t trimmedEnd(std::string_view text, std::size_t end)
{
    while (end > 0 && Scanner::isBlank(text[end - 1]))
        --end;
    return end;
}

/// White space between the begin of the line and `position`, when there is nothing else.
std::optional<std::size_t> indentBefore(std::string_view text, std::size_t position)
{
    std::size_t begin = position;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
        --begin;
    if (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r')
        return std::nullopt;
    return position - begin;
}

/// White space at the begin of the line on which a key stands, looked for so far as lines that people indent are long.
std::size_t indentOfKeyLine(std::string_view text, std::size_t key)
{
    constexpr std::size_t longestLine = 2000;
    const std::size_t from = key > longestLine ? key - longestLine : 0;
    const std::size_t lineEnd = text.substr(from, key - from).find_last_of("\r\n");
    const std::size_t begin = lineEnd == std::string_view::npos ? from : from + lineEnd + 1;
    return text.find_first_not_of(" \t", begin) - begin;
}

} // namespace

// ---- Behind a value

/// Something other than a comma or closing bracket follows a value. True when a member or item is to be read here.
bool SyntaxReader::unexpectedAfterValue()
{
    const std::size_t begin = m_scanner.position();
    const char c = m_scanner.peek();
    if ((c == ':' && memberInsteadOfString()) || stringLacksQuote())
        return false;
    const SyntaxNode& last = node(top().lastChild);
    if (c == '"' && last.kind == NodeKind::String && last.end == begin && strayQuote(top().lastChild, ",}]\r\n"))
        return false;
    if (isOneOf(c, "\"{[$")) {
        missingComma();
        return true;
    }
    Scanner ahead = m_scanner;
    ahead.scanUnquoted(top().isObject);
    const std::size_t end = ahead.position();
    ahead.skipBlanks();
    const bool startsItem = top().isObject ? ahead.peek() == ':' : isOneOf(c, "-0123456789tfn");
    if (c != ':' && startsItem) {
        missingComma();
        return true;
    }
    m_scanner.moveTo(end);
    errorOnce(top().lastChild, {begin, end},
              aboutValue(top().lastChild, ASL_TEXT("core", "This does not belong behind the value of \"%1\"."),
                         ASL_TEXT("core", "This does not belong behind item %1."), ASL_TEXT("core", "This does not belong here.")));
    markDamaged(top().node);
    return false;
}

/// At a quote right behind a string: passes it when one of `followers` comes next (a colon with it).
bool SyntaxReader::strayQuote(NodeId id, std::string_view followers)
{
    const std::size_t begin = m_scanner.position();
    if (begin + 1 >= m_text.size() || !isOneOf(m_text[begin + 1], followers))
        return false;
    error(id, {begin, begin + 1}, ASL_TEXT("core", "There is a quote too many."));
    m_scanner.skip(m_text[begin + 1] == ':' ? 2 : 1);
    return true;
}

/// `"A": "x, "B": 1`: the string took the comma and the quote of the next one. Gives them back.
bool SyntaxReader::stringLacksQuote()
{
    const NodeId id = top().lastChild;
    SyntaxNode& string = node(id);
    if (string.kind != NodeKind::String || string.end != m_scanner.position() || m_scanner.peek() == '"' || string.end < string.begin + 2U)
        return false;
    const std::string_view body = m_text.substr(string.begin + 1U, string.end - string.begin - 2U);
    const std::size_t end = endOfUnclosedText(body);
    if (end == body.size() || body.find_first_not_of(" \t", end) == std::string_view::npos)
        return false;
    string.end = static_cast<std::uint32_t>(string.begin + 1 + end);
    m_scanner.moveTo(string.end);
    error(id, string.range(), aboutValue(id, ASL_TEXT("core", "The text of \"%1\" has no closing quote."),
                                         ASL_TEXT("core", "The text of item %1 has no closing quote."),
                                         ASL_TEXT("core", "This text has no closing quote.")));
    return true;
}

/// The last value is a string and a colon follows it: it is the name of a member, and something before it is missing.
bool SyntaxReader::memberInsteadOfString()
{
    const NodeId id = top().lastChild;
    if (node(id).kind != NodeKind::String)
        return false;
    const std::size_t begin = node(id).begin;
    const NodeId before = top().childBeforeLast;

    bool arrayIsUnclosed = false;
    if (!top().isObject && before != noNode && m_frames.size() > 1 && m_frames[m_frames.size() - 2].isObject) {
        const bool amongObjects = node(before).kind == NodeKind::Object;
        m_metNameInArray |= amongObjects;
        arrayIsUnclosed = !amongObjects || m_guess.arrayEndsAtName;
    }
    bool valueIsMissing = false;
    if (top().isObject) {
        const std::optional<std::size_t> stringIndent = indentBefore(m_text, begin);
        valueIsMissing = stringIndent && *stringIndent <= indentOfKeyLine(m_text, node(id).keyBegin);
    }

    if (arrayIsUnclosed) {
        m_structureIsGuessed = true;
        m_tree.m_nodes.pop_back(); // a string has no descendants: it is the last node
        node(before).nextSibling = noNode;
        --node(top().node).childCount;
        const std::size_t end = node(before).end;
        error(top().node, {end, end}, Message(ASL_TEXT("core", "Expected ] to close the array that begins on line %1."), {lineOf(node(top().node).begin)}));
        close(end);
    } else if (valueIsMissing) {
        node(id).kind = NodeKind::Missing;
        const auto end = static_cast<std::uint32_t>(trimmedEnd(m_text, begin));
        node(id).begin = node(id).end = std::max(end, node(id).keyEnd);
        missingValue(id, node(id).begin);
    } else {
        m_structureIsGuessed = true;
        error(id, {begin, begin}, Message(ASL_TEXT("core", "Expected { before \"%1\"."), {excerpt({begin + 1, std::max<std::size_t>(begin + 1, node(id).end - 1U)})}));
        m_scanner.moveTo(begin);
        open(id, true);
        if (top().node != id) // too deep: skipped
            return true;
    }
    m_scanner.moveTo(begin);
    readMember();
    return true;
}

void SyntaxReader::missingComma()
{
    const NodeId last = top().lastChild;
    if (m_lastErrorNode == last)
        return;
    const std::size_t end = node(last).end;
    error(top().node, {end, end},
          aboutValue(last, ASL_TEXT("core", "Expected a comma or } after the value of \"%1\"."),
                     ASL_TEXT("core", "Expected a comma or ] after item %1."), ""));
}

void SyntaxReader::surplusComma()
{
    const TextRange comma{m_scanner.position(), m_scanner.position() + 1};
    if (top().isObject) {
        error(top().node, comma, ASL_TEXT("core", "There is a comma too many."));
    } else {
        const NodeId id = addChild();
        error(id, comma, ASL_TEXT("core", "Expected a value before the comma."));
    }
    takeComma();
}

// ---- Brackets

/// A closing bracket of the other kind: closes the containers in which it stands, if one of its kind is open at all.
void SyntaxReader::wrongCloser(char closer)
{
    const bool wantsObject = closer == '}';
    const auto fits = [wantsObject](const Frame& frame) { return frame.isObject == wantsObject; };
    const auto open = std::find_if(m_frames.rbegin(), m_frames.rend(), fits);
    if (open == m_frames.rend() || top().hasItemWithoutKey)
        return strayCloser();
    while (top().isObject != wantsObject)
        closeUnclosedTop();
}

void SyntaxReader::strayCloser()
{
    m_structureIsGuessed = true;
    const std::size_t begin = m_scanner.position();
    error(top().node, {begin, begin + 1},
          m_scanner.peek() == '}' ? Message(ASL_TEXT("core", "There is a } too many.")) : Message(ASL_TEXT("core", "There is a ] too many.")));
    m_scanner.skip(1);
}

void SyntaxReader::closeUnclosedTop()
{
    m_structureIsGuessed = true;
    const std::size_t end = std::max<std::size_t>(trimmedEnd(m_text, m_scanner.position()), node(top().node).begin);
    error(top().node, {end, end},
          Message(top().isObject ? ASL_TEXT("core", "Expected } to close the object that begins on line %1.")
                                 : ASL_TEXT("core", "Expected ] to close the array that begins on line %1."),
                  {lineOf(node(top().node).begin)}));
    close(end);
}

/// The text ends before its containers: one error, for the innermost.
void SyntaxReader::closeAtEnd()
{
    if (m_saidTooDeep) {
        markDamaged(top().node);
        m_structureIsGuessed = true;
    } else {
        closeUnclosedTop();
    }
    const std::size_t end = trimmedEnd(m_text, m_text.size());
    while (!m_frames.empty())
        close(end);
}

/// At a } that would close the outermost object although more members follow.
bool SyntaxReader::endsTooEarly()
{
    if (m_frames.size() > 1)
        return false;
    Scanner ahead = m_scanner;
    ahead.skip(1);
    ahead.skipBlanks();
    if (ahead.peek() == ',') {
        ahead.skip(1);
        ahead.skipBlanks();
    }
    if (ahead.peek() != '"')
        return false;
    strayCloser();
    return true;
}

/// At the first word of a line, or a bracket: closes the containers that begin further right or at the same place, and passes brackets
/// that stand further right than what they would close. True when something was done.
bool SyntaxReader::followsIndentation()
{
    bool firstOnLine = false;
    const std::size_t indent = indentOfLine(m_scanner.position(), firstOnLine);
    const bool closer = isOneOf(m_scanner.peek(), "}]");
    if (m_scanner.atEnd() || (!firstOnLine && !closer))
        return false;
    bool done = false;
    while (firstOnLine && m_frames.size() > 1 && top().childrenOnOwnLines && indent + (closer ? 1U : 0U) <= top().lineIndent) {
        const Expect before = top().expect;
        closeUnclosedTop();
        if (before == Expect::AfterComma)
            top().expect = Expect::AfterComma;
        done = true;
    }
    if (closer && !done && top().childrenOnOwnLines && indent > top().lineIndent) {
        strayCloser();
        return true;
    }
    return done;
}

/// Bytes of white space at the begin of the line. Positions are asked for in rising order, so a long line is seen once.
std::size_t SyntaxReader::indentOfLine(std::size_t position, bool& firstOnLine)
{
    const std::string_view passed = m_text.substr(m_lineSeen.seen, position - m_lineSeen.seen);
    const std::size_t lineEnd = passed.find_last_of("\r\n");
    if (lineEnd != std::string_view::npos || m_lineSeen.seen == 0) {
        m_lineSeen.begin = lineEnd == std::string_view::npos ? 0 : m_lineSeen.seen + lineEnd + 1;
        m_lineSeen.indent = std::min(m_text.find_first_not_of(" \t", m_lineSeen.begin), m_text.size()) - m_lineSeen.begin;
    }
    m_lineSeen.seen = position;
    firstOnLine = position == m_lineSeen.begin + m_lineSeen.indent;
    return m_lineSeen.indent;
}

void SyntaxReader::tooDeep(NodeId id)
{
    std::size_t depth = 0;
    while (!m_scanner.atEnd()) {
        const char c = m_scanner.peek();
        if (c == '"') {
            m_scanner.scanString();
            continue;
        }
        if (c == '/' && m_scanner.skipComment() != Scanner::Comment::None)
            continue;
        m_scanner.skip(1);
        if (isOneOf(c, "{["))
            ++depth;
        else if (isOneOf(c, "}]") && --depth == 0)
            break;
    }
    node(id).end = static_cast<std::uint32_t>(m_scanner.position());
    if (m_saidTooDeep)
        return markDamaged(id);
    m_saidTooDeep = true;
    error(id, {node(id).begin, node(id).begin + 1U},
          Message(ASL_TEXT("core", "The text is nested deeper than %1 levels. What lies deeper is not read."), {std::to_string(SyntaxTree::maxDepth)}));
}

// ---- Names and values

void SyntaxReader::readBrokenRoot()
{
    const std::size_t brace = m_text.find('{', m_scanner.position());
    if (brace == std::string_view::npos)
        return;
    m_scanner.moveTo(brace);
    open(0, true);
}

/// `{{`: the second is too many.
void SyntaxReader::surplusBrace()
{
    m_structureIsGuessed = true;
    const std::size_t begin = m_scanner.position();
    error(top().node, {begin, begin + 1}, ASL_TEXT("core", "There is a { too many."));
    m_scanner.skip(1);
}

/// Where a name should be there is no quote.
void SyntaxReader::readBrokenKey(NodeId id)
{
    const std::size_t begin = m_scanner.position();
    if (isOneOf(m_scanner.peek(), ":{[")) {
        top().hasItemWithoutKey = m_scanner.peek() != ':';
        error(id, {begin, begin + 1}, ASL_TEXT("core", "Expected a name in double quotes."));
        return;
    }
    if (!m_scanner.scanSubstitution())
        m_scanner.scanUnquoted(true);
    node(id).keyEnd = node(id).begin = node(id).end = static_cast<std::uint32_t>(m_scanner.position());
    error(id, node(id).keyRange(), Message(ASL_TEXT("core", "Names stand in double quotes: %1"), {excerpt(node(id).keyRange())}));
}

/// No colon follows a name. True when the member has no value either; false when the value is to be read here.
bool SyntaxReader::keyLacksColon(NodeId id)
{
    SyntaxNode& member = node(id);
    const std::size_t position = m_scanner.position();
    const char c = m_scanner.peek();
    if (c == '"' && position == member.keyEnd && strayQuote(id, ":"))
        return false;
    const bool adjacent = position == member.keyEnd && !isOneOf(c, ",}]{[\"") && !m_scanner.atEnd();
    const std::size_t colon = m_text.substr(0, member.keyEnd).find(':', member.keyBegin);
    if (adjacent && m_text[member.keyBegin] == '"' && colon != std::string_view::npos) {
        // `"Next: "B"`: the name took the colon and the quote of its value.
        member.keyEnd = member.begin = member.end = static_cast<std::uint32_t>(trimmedEnd(m_text, colon));
        m_scanner.moveTo(colon + 1);
        error(id, member.keyRange(), Message(ASL_TEXT("core", "The name %1 has no closing quote."), {excerpt(member.keyRange())}));
        return false;
    }
    if (c == '=') {
        m_scanner.skip(1);
        errorOnce(id, {position, position + 1}, aboutValue(id, ASL_TEXT("core", "Expected a colon after \"%1\"."), "", ""));
        return false;
    }
    const bool onLaterLine = m_text.substr(member.keyEnd, position - member.keyEnd).find_first_of("\r\n") != std::string_view::npos;
    const bool nothing = m_scanner.atEnd() || isOneOf(c, ",}]") || (c == '"' ? stringIsNextKey() : onLaterLine && !isOneOf(c, "{["));
    const TextRange place{member.keyEnd, member.keyEnd};
    if (!nothing) {
        errorOnce(id, place, aboutValue(id, ASL_TEXT("core", "Expected a colon after \"%1\"."), "", ""));
        return false;
    }
    top().hasItemWithoutKey |= isOneOf(c, ",]");
    errorOnce(id, place, aboutValue(id, ASL_TEXT("core", "Expected a colon and a value after \"%1\"."), "", ""));
    top().expect = Expect::AfterValue;
    return true;
}

/// At a quote: a string follows that is the name of a member itself.
bool SyntaxReader::stringIsNextKey()
{
    Scanner ahead = m_scanner;
    const Scanner::String found = ahead.scanString();
    ahead.skipBlanks();
    return found.closed && ahead.peek() == ':';
}

void SyntaxReader::missingValue(NodeId id, std::size_t position)
{
    node(id).begin = node(id).end = static_cast<std::uint32_t>(position);
    if (!m_frames.empty())
        top().expect = Expect::AfterValue;
    errorOnce(id, {position, position}, aboutValue(id, ASL_TEXT("core", "Expected a value for \"%1\"."), ASL_TEXT("core", "Expected a value as item %1."),
                                                   ASL_TEXT("core", "Expected a JSON object: { … }.")));
}

/// What stands here is no JSON; it becomes the range of a Missing value.
void SyntaxReader::notAValue(NodeId id)
{
    std::size_t begin = m_scanner.position();
    if (m_scanner.peek() == ':') {
        error(id, {begin, begin + 1}, ASL_TEXT("core", "There is a colon too many."));
        m_scanner.moveTo(std::min(m_text.find_first_not_of(": \t\r\n", begin), m_text.size()));
        return readValue(id);
    }
    m_scanner.scanUnquoted(false);
    scalar(id, NodeKind::Missing, begin);
    errorOnce(id, node(id).range(), Message(ASL_TEXT("core", "%1 is no JSON value. Text stands in double quotes."), {excerpt(node(id).range())}));
}

/// The scanner stands at the end of the line on which a string was begun.
void SyntaxReader::unclosedString(NodeId id, bool isKey)
{
    SyntaxNode& holder = node(id);
    const std::size_t begin = isKey ? holder.keyBegin : holder.begin;
    const std::string_view body = m_text.substr(begin + 1, m_scanner.position() - begin - 1);
    const std::size_t colon = isKey ? body.find(':') : std::string_view::npos;
    const std::size_t length = colon != std::string_view::npos ? trimmedEnd(body, colon) : endOfUnclosedText(body);
    const auto end = static_cast<std::uint32_t>(begin + 1 + length);
    m_scanner.moveTo(end);
    if (isKey) {
        holder.keyEnd = holder.begin = holder.end = end;
        error(id, holder.keyRange(), Message(ASL_TEXT("core", "The name %1 has no closing quote."), {excerpt(holder.keyRange())}));
        return;
    }
    holder.end = end;
    error(id, holder.range(), aboutValue(id, ASL_TEXT("core", "The text of \"%1\" has no closing quote."),
                                         ASL_TEXT("core", "The text of item %1 has no closing quote."),
                                         ASL_TEXT("core", "This text has no closing quote.")));
}

void SyntaxReader::stringFaults(const Scanner::String& found, NodeId id, std::size_t begin)
{
    if (found.badEscape != std::string_view::npos) {
        std::size_t end = found.badEscape + 1;
        nextCodePoint(m_text, end);
        const TextRange range{found.badEscape, end};
        error(id, range, Message(ASL_TEXT("core", "JSON has no escape %1. A backslash itself is written \\\\."), {excerpt(range)}));
    }
    if (found.controlCharacter)
        error(id, {begin, m_scanner.position()}, ASL_TEXT("core", "A tab or control character inside a text is written as an escape such as \\t."));
}

} // namespace asl
