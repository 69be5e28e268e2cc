#pragma once
// What the word at a place means: a field, a state, a value, an error, a resource, a function, a variable.

#include "core/completion/completion.h"

#include <optional>

namespace asl {

struct Hover
{
    TextRange range;             ///< the word
    std::string title;           ///< as it is written
    std::string code;            ///< a signature, an ARN; may be empty
    std::vector<HelpText> lines; ///< sentences
};

std::optional<Hover> hoverAt(const Snapshot& snapshot, std::size_t offset, const SeenData& seen = {});

} // namespace asl
