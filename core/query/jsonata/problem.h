#pragma once
// What goes wrong while an expression is parsed or evaluated: the reference's codes, whose texts are filled in at the end.

#include "core/query/outcome.h"

#include <optional>
#include <string>
#include <string_view>

namespace asl::query::jsonata {

struct Problem
{
    std::string code;
    std::optional<std::size_t> position = {}; ///< byte in the expression
    std::string token = {};
    Data value = {};
    Data value2 = {};
    int index = 0;
    std::string text = {};                    ///< what {{type}}, {{exp}}, {{functionName}} and {{{message}}} stand for

    std::string message = {};                 ///< the whole text, where it is known already

    QueryError error() const;
};

} // namespace asl::query::jsonata
