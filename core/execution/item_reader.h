#pragma once
// What an ItemReader makes of a file: CSV, JSON or JSON Lines.

#include "core/execution/compiled_program.h"

namespace asl {

struct ReadResult
{
    Data items; ///< an array
    Data keys;  ///< an array when the items come from an object
};

/// At most `maxItems`; 0: all. The fault is States.ItemReaderFailed.
Computed<ReadResult> itemsOf(const ItemReaderProgram& reader, std::string_view text, std::size_t maxItems);

Fault readerFault(std::string cause);

} // namespace asl
