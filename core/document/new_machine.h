#pragma once
// How new machines begin.

#include "core/document/snapshot.h"

namespace asl {

/// The language of a state that is inserted: the machine's; in a text without one a new machine begins, with JSONata.
QueryLanguage languageOfNewState(const Snapshot& snapshot);

} // namespace asl
