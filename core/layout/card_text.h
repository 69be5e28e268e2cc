#pragma once
// What stands on a card beside its two lines, and how wide a card is for given widths of its texts.

#include "core/layout/diagram_graph.h"
#include "core/model/state_machine.h"

#include <string>
#include <vector>

namespace asl::layout {

struct Badge
{
    enum class Kind : std::uint8_t { Catch, Retry, Mock, Comment, Language };
    Kind kind = Kind::Catch;
    std::string text; ///< number or name; empty: glyph only
    friend bool operator==(const Badge&, const Badge&) = default;
};

/// From the right: catch (count), retry (attempts), comment, query language where it differs from the machine's.
std::vector<Badge> badges(const SyntaxTree& tree, const StateMachine& machine, StateId state);

/// Width of a badge whose text has the given width.
double badgeWidth(const Badge& badge, double textWidth);
/// Of a card: `line1` and `name` are the widths of its texts, `badges` of all badges with the gaps between.
Size cardSize(double line1, double badges, double name, bool statusIcon);
/// Of the label of an edge.
Size labelSize(double text, bool isCatch);

/// Width of a text without any font: East Asian wide characters one em, the others from a table of one sans-serif face.
double estimatedWidth(std::string_view text, double pixelSize, bool strong = false);
/// Sizes of everything on the drawing by estimatedWidth: the same figures on every machine.
DiagramSizes estimatedSize(const SyntaxTree& tree, const StateMachine& machine);

} // namespace asl::layout
