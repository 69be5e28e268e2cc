#pragma once
// TextPatch: sorted, non-overlapping replacements of byte ranges of one text. An edit of a document is one of these.

#include "core/support/result.h"
#include "core/support/text_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace asl {

struct Replacement
{
    TextRange range;  ///< in the text before the patch
    std::string text; ///< what stands there afterwards

    friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// Invariant: replacements are sorted by position and do not overlap (two insertions at one place keep their order).
class TextPatch
{
public:
    TextPatch() = default;

    /// Adds a replacement given in any order. Fails when it overlaps one that is already there.
    Result<void> add(TextRange range, std::string text);
    static TextPatch replacing(TextRange range, std::string text);
    /// From replacements that are sorted and do not overlap already.
    static TextPatch ofSorted(std::vector<Replacement> replacements);

    const std::vector<Replacement>& replacements() const { return m_replacements; }
    bool empty() const { return m_replacements.empty(); }
    friend bool operator==(const TextPatch&, const TextPatch&) = default;

private:
    std::vector<Replacement> m_replacements;
};

/// Which side a position clings to when text is inserted exactly there.
enum class Bias { Before, After };

std::string applied(std::string_view text, const TextPatch& patch);
/// The patch that turns applied(text, patch) back into text.
TextPatch inverse(std::string_view text, const TextPatch& patch);
/// One patch with the effect of `first`, then `second` (whose ranges are positions after `first`). `text` is before both.
TextPatch composed(std::string_view text, const TextPatch& first, const TextPatch& second);
/// Where a position of the text before the patch is afterwards; inside replaced text: its begin (Before) or end (After).
std::size_t mapped(const TextPatch& patch, std::size_t position, Bias bias = Bias::After);
TextRange mapped(const TextPatch& patch, TextRange range);
/// The smallest single replacement that turns `before` into `after` (common head and tail kept, cut at UTF-8 borders).
TextPatch difference(std::string_view before, std::string_view after);

} // namespace asl
