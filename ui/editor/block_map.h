#pragma once
// BlockMap: which bytes of the text stand in which row (block) of the code editor's view. A row ends at a line end, or at a
// cut: lines beyond `longLine` characters are shown as several rows, because a text view lays out a row as a whole.
// The map knows the cuts; the document never does.

#include "core/text/text_patch.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace designer {

enum class RowEnd : std::uint8_t { TextEnd, Cut, Lf, CrLf, Cr };

/// What a row begins inside of. Only a row after a cut begins inside something.
enum class Inside : std::uint8_t { Nothing, String, Expression };

struct Row
{
    std::size_t begin = 0;    ///< byte where the row begins
    std::uint32_t place = 0;  ///< UTF-16 position in the view where it begins
    std::uint32_t line = 0;   ///< line of the text, from 0
    RowEnd end = RowEnd::TextEnd;
    Inside inside = Inside::Nothing;
};

/// Rows that changed: `removed` rows from `before` on became `inserted` rows from `after` on.
struct RowChange
{
    std::size_t before = 0;
    std::size_t removed = 0;
    std::size_t after = 0;
    std::size_t inserted = 0;
};

class BlockMap
{
public:
    static constexpr std::size_t longLine = 2000; ///< UTF-16 units; a longer line is cut
    static constexpr std::size_t goodRow = 120;   ///< a cut is made at the first comma or brace from here on …
    static constexpr std::size_t longestRow = 500; ///< … or here at the latest

    explicit BlockMap(std::string_view text = {});

    std::size_t size() const { return m_rows.size(); }
    const Row& row(std::size_t index) const { return m_rows[index]; }
    std::size_t lineCount() const { return m_rows.back().line + 1; }
    std::size_t textSize() const { return m_textSize; }
    std::size_t shownSize() const { return m_shownSize; } ///< UTF-16 units, one for each row's end

    /// The bytes of a row, without its end.
    asl::TextRange content(std::size_t index) const;
    /// Where the row's bytes stop, its end included.
    std::size_t endOf(std::size_t index) const { return index + 1 < m_rows.size() ? m_rows[index + 1].begin : m_textSize; }
    std::size_t rowAtByte(std::size_t byte) const;
    std::size_t rowAtPlace(std::size_t place) const;
    std::size_t firstRowOfLine(std::size_t line) const; ///< line from 0

    std::size_t byteAt(std::string_view text, std::size_t place) const;
    std::size_t placeAt(std::string_view text, std::size_t byte) const;

    /// Rows as the view shows them, joined by paragraph separators. Characters that a text view would take for the end of a
    /// block are shown by stand-ins of the same width.
    QString shown(std::string_view text, std::size_t first, std::size_t count = 1) const;

    /// Follows a patch; `text` is the text after it. `typedRow`: the row in which somebody typed, when that is known (the
    /// byte before and after a cut is the same).
    std::vector<RowChange> update(std::string_view text, const asl::TextPatch& patch, std::optional<std::size_t> typedRow = {});

private:
    std::vector<Row> m_rows; ///< never empty
    std::size_t m_textSize = 0;
    std::size_t m_shownSize = 0;
};

/// Text of the view (valid UTF-16) as bytes, its paragraph separators written as `lineEnd`.
std::string bytesOf(QStringView shown, std::string_view lineEnd);

} // namespace designer
