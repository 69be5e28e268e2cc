#include "core/language/choice_operators.h"

namespace asl {

std::span<const ComparisonOperator> comparisonOperators() { return table::operators; }

const ComparisonOperator* comparisonOperator(std::string_view name)
{
    for (const ComparisonOperator& row : table::operators)
        if (row.name == name)
            return &row;
    return nullptr;
}

} // namespace asl
