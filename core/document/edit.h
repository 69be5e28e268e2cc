#pragma once
// Edit: a change of a document as a value: what it is called, the patch, and what to select afterwards.

#include "core/model/state_path.h"
#include "core/support/message.h"
#include "core/text/text_patch.h"

#include <optional>

namespace asl {

struct Edit
{
    Message label;                     ///< "Rename A", for the undo menu
    TextPatch patch;
    std::optional<StatePath> select;   ///< state to select afterwards
    int mergeKey = -1;                 ///< edits with the same key (≥ 0) that follow each other are one undo step
};

} // namespace asl
