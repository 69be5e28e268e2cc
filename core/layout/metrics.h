#pragma once
// The measures of the drawing: sizes of what is placed and the room between. Painters and layout use the same.

#include "core/layout/geometry.h"

namespace asl::layout::metrics {

constexpr double cardHeight = 52;
constexpr double minimumCardWidth = 240;
constexpr double maximumCardWidth = 360;
constexpr double cardTextX = 52;        ///< left of both lines
constexpr double cardTextMargin = 12;   ///< right of both lines
constexpr double statusIconRoom = 26;
constexpr double pillHeight = 28;       ///< Start and End
constexpr double minimumPillWidth = 64;
constexpr double endDot = 12;           ///< end inside a container
constexpr double labelHeight = 20;
constexpr double labelPadding = 8;
constexpr double maximumLabelWidth = 220;
constexpr double catchGlyphRoom = 16;   ///< glyph and gap in the label of a catcher
constexpr double foldedExtra = 32;      ///< outlines of a folded container's card and the pill below them

constexpr double rankGap = 32;
constexpr double labelRoom = 18;        ///< above and below a label between two ranks
constexpr double siblingGap = 40;
constexpr double laneGap = 24;          ///< between vertical runs, and between a run and a column
constexpr double catchClearance = 20;   ///< a catch run just fits between two columns
constexpr double loopLabelGap = 32;     ///< between the body of a loop and the label of its way back
constexpr double framePadding = 24;     ///< left and right inside a container
constexpr double headerGap = 32;        ///< header to the first rank
constexpr double headerFanGap = 48;     ///< the same with several branches
constexpr double headerIterationGap = 60;
constexpr double frameBottom = 16;      ///< inner end to the frame
constexpr double fanOut = 60;           ///< how wide the ways out of a card are spread
constexpr double loopRadius = 16;
constexpr double catchRadius = 12;
constexpr double firstCatchPort = 18;   ///< below the top of the card; the second twice as far
constexpr double pageMargin = 24;

} // namespace asl::layout::metrics
