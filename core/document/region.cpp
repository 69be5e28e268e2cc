#include "core/document/region.h"

#include "core/support/assert.h"
#include "core/text/syntax_tree.h"

#include <algorithm>

namespace asl {

namespace {

Error insideOpaque(std::string_view text)
{
    return {{ASL_TEXT("core", "%1 is put in by the template. Change it there, or replace it as a whole."),
             {std::string(text)}},
            {}};
}

} // namespace

Region::Region(std::shared_ptr<const std::string> host, std::size_t begin, RegionCoding coding, std::string indent)
    : m_host(std::move(host)), m_begin(begin), m_end(begin), m_coding(coding), m_indent(std::move(indent))
{
}

void Region::add(Piece piece, std::string_view inner)
{
    ASL_ASSERT(m_end + piece.hostSize <= m_host->size(), "a region lies in its host");
    const bool longer = piece.kind == Kind::Same && !m_pieces.empty() && m_pieces.back().kind == Kind::Same;
    if (longer) {
        m_pieces.back().innerSize += piece.innerSize;
        m_pieces.back().hostSize += piece.hostSize;
    } else {
        m_pieces.push_back(piece);
    }
    m_text += inner;
    m_end += piece.hostSize;
}

void Region::addSame(std::size_t hostSize)
{
    if (hostSize > 0)
        add({Kind::Same, hostSize, hostSize}, std::string_view(*m_host).substr(m_end, hostSize));
}

void Region::addIndent(std::size_t hostSize)
{
    m_firstHasIndent = m_firstHasIndent || m_pieces.empty();
    if (hostSize > 0)
        add({Kind::Indent, 0, hostSize}, {});
}

void Region::addEscape(std::string_view inner, std::size_t hostSize)
{
    add({Kind::Escape, inner.size(), hostSize}, inner);
}

void Region::addGap(std::size_t hostSize)
{
    add({Kind::Indent, 0, hostSize}, {});
}

void Region::addOpaque(std::string_view inner, std::size_t hostSize, std::string again)
{
    Opaque opaque{m_host->substr(m_end, hostSize), std::move(again), 0};
    if (const std::size_t lineFeed = opaque.host.find('\n'); lineFeed != std::string::npos && inner.starts_with(' '))
        opaque.column = std::min(opaque.host.find_first_not_of(' ', lineFeed + 1), opaque.host.size()) - lineFeed - 1;
    if (opaque.again.empty())
        opaque.again = opaque.host;
    m_opaque.try_emplace(std::string(inner), std::move(opaque));
    add({Kind::Opaque, inner.size(), hostSize}, inner);
}

void Region::addLines(std::size_t end, bool firstToo)
{
    const std::string& host = *m_host;
    bool indented = firstToo;
    while (m_end < end) {
        if (indented) {
            std::size_t indent = 0;
            while (indent < m_indent.size() && m_end + indent < end && host[m_end + indent] == m_indent[indent])
                ++indent;
            addIndent(indent);
        }
        const std::size_t lineFeed = host.find('\n', m_end);
        const std::size_t next = lineFeed == std::string::npos || lineFeed >= end ? end : lineFeed + 1;
        indented = true;
        addSame(next - m_end);
    }
}

Region Region::readOnly(std::shared_ptr<const std::string> host, TextRange range, std::string text, Error reason)
{
    Region region(std::move(host), range.begin, RegionCoding::Lines, {});
    region.addOpaque(text, range.size());
    region.m_opaque.clear();
    region.m_readOnly = std::move(reason);
    return region;
}

Region Region::moved(std::shared_ptr<const std::string> host, std::size_t begin) const
{
    Region region = *this;
    region.m_end = begin + (m_end - m_begin);
    region.m_begin = begin;
    region.m_host = std::move(host);
    ASL_ASSERT(region.m_end <= region.m_host->size(), "a region lies in its host");
    return region;
}

// --- places ---------------------------------------------------------------------------------------------------------

/// A position before an indentation is the one behind it.
std::size_t Region::toHost(std::size_t position) const
{
    std::size_t inner = 0, host = m_begin;
    for (const Piece& piece : m_pieces) {
        if (position < inner + piece.innerSize || (position == inner && piece.kind != Kind::Indent))
            return host + (piece.kind == Kind::Same ? position - inner : 0);
        inner += piece.innerSize;
        host += piece.hostSize;
    }
    return host;
}

TextRange Region::toHost(TextRange range) const
{
    // The end is that of the last character, so that no indentation is taken in.
    if (range.empty())
        return {toHost(range.begin), toHost(range.begin)};
    std::size_t inner = 0, host = m_begin;
    const std::size_t begin = toHost(range.begin);
    for (const Piece& piece : m_pieces) {
        if (piece.innerSize > 0 && range.end <= inner + piece.innerSize)
            return {begin, std::max(begin, host + (piece.kind == Kind::Same ? range.end - inner : piece.hostSize))};
        inner += piece.innerSize;
        host += piece.hostSize;
    }
    return {begin, std::max(begin, host)};
}

std::size_t Region::hostOf(std::size_t piece) const
{
    std::size_t host = m_begin;
    for (std::size_t i = 0; i < piece; ++i)
        host += m_pieces[i].hostSize;
    return host;
}

/// The index of the first piece that begins at a position; one that holds it is cut.
Result<std::size_t> Region::splitAt(std::size_t position)
{
    std::size_t inner = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        Piece& piece = m_pieces[i];
        if (position == inner)
            return i;
        if (position < inner + piece.innerSize) {
            if (piece.kind != Kind::Same)
                return insideOpaque(std::string_view(m_text).substr(inner, piece.innerSize));
            const std::size_t head = position - inner;
            const Piece tail{Kind::Same, piece.innerSize - head, piece.hostSize - head};
            piece.innerSize = piece.hostSize = head;
            m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, tail);
            return i + 1;
        }
        inner += piece.innerSize;
    }
    return m_pieces.size();
}

// --- changes --------------------------------------------------------------------------------------------------------

/// `column`: where the line begins that is being written.
void Region::encodePlain(std::string_view text, std::size_t column, std::string& out, std::vector<Piece>& pieces) const
{
    const auto piece = [&](Kind kind, std::size_t innerSize, std::string_view host) {
        if (kind == Kind::Same && !pieces.empty() && pieces.back().kind == Kind::Same) {
            pieces.back().innerSize += innerSize;
            pieces.back().hostSize += host.size();
        } else {
            pieces.push_back({kind, innerSize, host.size()});
        }
        out += host;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '$' || text[i] == '"' ||
            text[i] == ' ') { // something known that stands for a part of the template
            const auto known = std::find_if(m_opaque.begin(), m_opaque.end(),
                                            [&](const auto& entry) { return text.substr(i).starts_with(entry.first); });
            if (known != m_opaque.end()) {
                const Opaque& opaque = known->second;
                const bool below = opaque.column > 0; // below its key
                const std::size_t blank = below ? 1 : 0;
                if (below && opaque.column > column) {
                    piece(Kind::Opaque, known->first.size(), opaque.host);
                } else {
                    if (below)
                        piece(Kind::Same, 1, " ");
                    piece(Kind::Opaque, known->first.size() - blank, opaque.again);
                }
                i += known->first.size();
                continue;
            }
        }
        const std::string_view one = text.substr(i, 1);
        if (m_coding == RegionCoding::JsonString) {
            const std::string literal = quoted(one);
            const std::string_view inside = std::string_view(literal).substr(1, literal.size() - 2);
            const bool same = inside == one || (static_cast<unsigned char>(text[i]) & 0x80) != 0;
            piece(same ? Kind::Same : Kind::Escape, 1, same ? one : inside);
        } else if (m_coding == RegionCoding::SingleQuoted && text[i] == '\'') {
            piece(Kind::Escape, 1, "''");
        } else {
            piece(Kind::Same, 1, one);
        }
        ++i;
    }
}

/// The host's bytes for a new piece of the definition, and the pieces they are.
std::string Region::encoded(std::string_view text, bool indentFirst, bool restFollows, std::vector<Piece>& pieces) const
{
    std::string out;
    if (m_coding != RegionCoding::Lines) {
        encodePlain(text, 0, out, pieces);
        return out;
    }
    bool indent = indentFirst;
    for (std::size_t begin = 0;;) {
        const std::size_t lineFeed = text.find('\n', begin);
        const std::string_view line =
            text.substr(begin, lineFeed == std::string_view::npos ? lineFeed : lineFeed + 1 - begin);
        const bool last = lineFeed == std::string_view::npos;
        const bool empty = line.empty() ? !restFollows : line == "\n" || line == "\r\n";
        if (indent && !empty && !m_indent.empty()) {
            pieces.push_back({Kind::Indent, 0, m_indent.size()});
            out += m_indent;
        }
        const std::size_t column = indent ? m_indent.size() + std::min(line.find_first_not_of(' '), line.size()) : 0;
        encodePlain(line, column, out, pieces);
        if (last)
            return out;
        begin = lineFeed + 1;
        indent = true;
    }
}

/// Whether the blank before a value belongs to something opaque below its key, which stands there or is to stand there:
/// with the value goes the line.
bool Region::goesWithItsBlank(std::size_t begin, std::string_view text) const
{
    if (begin == 0 || m_text[begin - 1] != ' ')
        return false;
    std::size_t inner = 0;
    for (const Piece& piece : m_pieces) {
        if (inner + 1 == begin && piece.kind == Kind::Opaque)
            return true;
        inner += piece.innerSize;
        if (inner >= begin)
            break;
    }
    return std::any_of(m_opaque.begin(), m_opaque.end(), [&](const auto& entry) {
        return entry.first.size() > 1 && entry.first[0] == ' ' &&
               text.starts_with(std::string_view(entry.first).substr(1));
    });
}

/// Carries one replacement out on this region, whose host is `host` so far; adds what it means for the host as it was.
Result<void> Region::replace(const Replacement& replacement, TextPatch& patch, std::string& host)
{
    if (m_readOnly)
        return *m_readOnly;
    const bool withBlank = goesWithItsBlank(replacement.range.begin, replacement.text);
    const TextRange range{replacement.range.begin - (withBlank ? 1 : 0), replacement.range.end};
    const std::string text = (withBlank ? " " : "") + replacement.text;
    const bool lines = m_coding == RegionCoding::Lines;
    const bool fromLineBegin = lines && atLineBegin(range.begin);
    const bool toLineBegin =
        lines && range.end > 0 && range.end <= m_text.size() && atLineBegin(range.end) && range.end < m_text.size();
    const bool wholeLines = fromLineBegin && toLineBegin && (text.empty() || text.back() == '\n');
    const auto first = splitAt(range.begin);
    if (!first)
        return first.error();
    const auto behind = splitAt(range.end);
    if (!behind)
        return behind.error();
    std::size_t from = *splitAt(range.begin), to = *behind;
    const auto isIndent = [&](std::size_t i) { return i < m_pieces.size() && m_pieces[i].kind == Kind::Indent; };
    const bool keepsLine = wholeLines || (toLineBegin && !text.empty() && text.back() == '\n');
    bool indentFirst = wholeLines;
    if (!wholeLines && fromLineBegin) {
        if (isIndent(from))
            ++from; // the line keeps its indentation
        else
            indentFirst = true;
    }
    if (lines && !keepsLine && isIndent(to) && to >= from)
        ++to; // what follows is drawn to another line
    to = std::max(to, from);
    const bool restFollows =
        !keepsLine && range.end < m_text.size() && m_text[range.end] != '\n' && m_text[range.end] != '\r';
    std::string_view body = text;
    std::vector<Piece> pieces;
    std::string bytes = encoded(body, indentFirst && !(body.empty() && !restFollows), restFollows, pieces);

    const std::size_t hostFrom = hostOf(from), hostTo = hostOf(to);
    if (const auto added = patch.add({hostFrom, hostTo}, bytes); !added)
        return added.error();
    host.replace(hostFrom, hostTo - hostFrom, bytes);
    m_pieces.erase(m_pieces.begin() + static_cast<std::ptrdiff_t>(from),
                   m_pieces.begin() + static_cast<std::ptrdiff_t>(to));
    m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces.begin(), pieces.end());
    m_text.replace(range.begin, range.size(), text);
    m_end = m_end + bytes.size() - (hostTo - hostFrom);
    return {};
}

Region Region::patched(const TextPatch& patch) const
{
    Region result = *this;
    std::string host = *m_host;
    const auto& replacements = patch.replacements();
    TextPatch done;
    for (auto replacement = replacements.rbegin(); replacement != replacements.rend();
         ++replacement) { // so that places stay
        if (const auto mapped = result.replace(*replacement, done, host); !mapped) {
            result = *this;
            result.m_text = applied(m_text, patch);
            result.m_fault = mapped.error();
            return result;
        }
    }
    result.m_host = std::make_shared<const std::string>(std::move(host));
    return result;
}

Result<TextPatch> Region::toHost(const TextPatch& patch) const
{
    if (m_fault)
        return *m_fault;
    Region scratch = *this;
    std::string host = *m_host;
    TextPatch mapped;
    const auto& replacements = patch.replacements();
    for (auto replacement = replacements.rbegin(); replacement != replacements.rend(); ++replacement)
        if (const auto done = scratch.replace(*replacement, mapped, host); !done)
            return done.error();
    return mapped;
}

} // namespace asl
