#pragma once
// Whether a value looks as its row in the table of fields asks. A token that is filled in later may become anything and
// is never a problem.

#include "core/language/language.h"
#include "core/support/message.h"
#include "core/text/syntax_tree.h"

#include <string>
#include <vector>

namespace asl::validation {

struct ShapeProblem
{
    NodeId node = noNode;
    Message message;
    std::string serviceMessage = {}; ///< where the service's words are known
    TextRange range = {};            ///< inside the node; empty: all of it
};

std::vector<ShapeProblem> shapeProblems(const SyntaxTree& tree, NodeId value, const Field& field, QueryLanguage language);

} // namespace asl::validation
