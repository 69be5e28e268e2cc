// TextPatch: applying, inverting, composing and mapping. Everything here walks the replacements once, from left to right.

#include "core/text/text_patch.h"

#include <algorithm>
#include <tuple>

namespace asl {

namespace {

/// A piece of a text that came out of a patch: bytes kept from the text before, or bytes that the patch brought.
struct Piece
{
    bool kept = false;
    TextRange source;           ///< of kept bytes: where they were
    std::string_view inserted;  ///< of new bytes: these

    std::size_t size() const { return kept ? source.size() : inserted.size(); }
    Piece part(std::size_t from, std::size_t length) const
    {
        if (kept)
            return {true, {source.begin + from, source.begin + from + length}, {}};
        return {false, {}, inserted.substr(from, length)};
    }
};

std::vector<Piece> pieces(std::size_t textSize, const TextPatch& patch)
{
    std::vector<Piece> result;
    std::size_t position = 0;
    const auto keepTo = [&](std::size_t end) {
        if (position < end)
            result.push_back({true, {position, end}, {}});
    };
    for (const Replacement& replacement : patch.replacements()) {
        keepTo(replacement.range.begin);
        if (!replacement.text.empty())
            result.push_back({false, {}, replacement.text});
        position = replacement.range.end;
    }
    keepTo(textSize);
    return result;
}

/// Hands out stretches of a sequence of pieces.
class PieceReader
{
public:
    explicit PieceReader(const std::vector<Piece>& pieces) : m_pieces(pieces) {}

    /// Goes on to `end` (a position in the text that the pieces make up); what is passed goes to `taken` unless null.
    void advanceTo(std::size_t end, std::vector<Piece>* taken)
    {
        while (m_position < end && m_index < m_pieces.size()) {
            const Piece& piece = m_pieces[m_index];
            const std::size_t length = std::min(end - m_position, piece.size() - m_inPiece);
            if (taken)
                taken->push_back(piece.part(m_inPiece, length));
            m_position += length;
            m_inPiece += length;
            if (m_inPiece == piece.size()) {
                ++m_index;
                m_inPiece = 0;
            }
        }
    }

private:
    const std::vector<Piece>& m_pieces;
    std::size_t m_position = 0;
    std::size_t m_index = 0;
    std::size_t m_inPiece = 0;
};

bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

Result<void> TextPatch::add(TextRange range, std::string text)
{
    ASL_ASSERT(range.begin <= range.end, "a range does not end before it begins");
    if (range.empty() && text.empty())
        return {};
    // Insertions come before a replacement that begins at the same place, and after earlier insertions there.
    const auto before = [](const TextRange& wanted, const Replacement& there) {
        return std::tie(wanted.begin, wanted.end) < std::tie(there.range.begin, there.range.end);
    };
    const auto next = std::upper_bound(m_replacements.begin(), m_replacements.end(), range, before);
    const bool overlapsNext = next != m_replacements.end() && next->range.begin < range.end;
    const bool overlapsPrevious = next != m_replacements.begin()
        && (std::prev(next)->range.end > range.begin || (!range.empty() && std::prev(next)->range == range));
    if (overlapsNext || overlapsPrevious)
        return Error{ASL_TEXT("core", "Two changes of one edit overlap in the text."), range};
    m_replacements.insert(next, {range, std::move(text)});
    return {};
}

TextPatch TextPatch::replacing(TextRange range, std::string text)
{
    TextPatch patch;
    if (!range.empty() || !text.empty())
        patch.m_replacements.push_back({range, std::move(text)});
    return patch;
}

TextPatch TextPatch::ofSorted(std::vector<Replacement> replacements)
{
    TextPatch patch;
    patch.m_replacements = std::move(replacements);
    return patch;
}

std::string applied(std::string_view text, const TextPatch& patch)
{
    std::size_t size = text.size();
    for (const Replacement& replacement : patch.replacements())
        size += replacement.text.size() - replacement.range.size();
    std::string result;
    result.reserve(size);
    std::size_t position = 0;
    for (const Replacement& replacement : patch.replacements()) {
        ASL_ASSERT(replacement.range.end <= text.size(), "a patch belongs to the text it is applied to");
        result += text.substr(position, replacement.range.begin - position);
        result += replacement.text;
        position = replacement.range.end;
    }
    result += text.substr(position);
    return result;
}

TextPatch inverse(std::string_view text, const TextPatch& patch)
{
    std::vector<Replacement> back;
    back.reserve(patch.replacements().size());
    std::size_t position = 0; // in the text after the patch
    std::size_t source = 0;   // in the text before it
    for (const Replacement& replacement : patch.replacements()) {
        position += replacement.range.begin - source;
        source = replacement.range.end;
        back.push_back({{position, position + replacement.text.size()},
                        std::string(text.substr(replacement.range.begin, replacement.range.size()))});
        position += replacement.text.size();
    }
    return TextPatch::ofSorted(std::move(back));
}

TextPatch composed(std::string_view text, const TextPatch& first, const TextPatch& second)
{
    const std::vector<Piece> middle = pieces(text.size(), first);
    std::vector<Piece> last;
    PieceReader reader(middle);
    for (const Replacement& replacement : second.replacements()) {
        reader.advanceTo(replacement.range.begin, &last);
        if (!replacement.text.empty())
            last.push_back({false, {}, replacement.text});
        reader.advanceTo(replacement.range.end, nullptr);
    }
    reader.advanceTo(std::string_view::npos, &last);

    std::vector<Replacement> replacements;
    std::size_t source = 0;
    std::string inserted;
    const auto flushTo = [&](std::size_t begin) {
        if (source < begin || !inserted.empty())
            replacements.push_back({{source, begin}, std::move(inserted)});
        inserted.clear();
    };
    for (const Piece& piece : last) {
        if (!piece.kept) {
            inserted += piece.inserted;
            continue;
        }
        flushTo(piece.source.begin);
        source = piece.source.end;
    }
    flushTo(text.size());
    return TextPatch::ofSorted(std::move(replacements));
}

std::size_t mapped(const TextPatch& patch, std::size_t position, Bias bias)
{
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const Replacement& replacement : patch.replacements()) {
        const TextRange range = replacement.range;
        if (range.begin > position)
            break;
        const bool insertionHere = range.empty() && range.begin == position;
        const bool beginsHere = !range.empty() && range.begin == position;
        if (beginsHere || (insertionHere && bias == Bias::Before))
            break;
        if (range.end > position) // inside replaced text
            return range.begin - removed + added + (bias == Bias::After ? replacement.text.size() : 0);
        added += replacement.text.size();
        removed += range.size();
    }
    return position - removed + added;
}

TextRange mapped(const TextPatch& patch, TextRange range)
{
    const std::size_t begin = mapped(patch, range.begin, Bias::After);
    const std::size_t end = mapped(patch, range.end, Bias::Before);
    return {begin, std::max(begin, end)};
}

TextPatch difference(std::string_view before, std::string_view after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    auto head = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter), after.begin()).first - before.begin());
    const auto continues = [](std::string_view text, std::size_t position) {
        return position < text.size() && isContinuationByte(text[position]);
    };
    while (head > 0 && (continues(before, head) || continues(after, head)))
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isContinuationByte(before[before.size() - tail]))
        --tail;
    return TextPatch::replacing({head, before.size() - tail}, std::string(after.substr(head, after.size() - tail - head)));
}

} // namespace asl
