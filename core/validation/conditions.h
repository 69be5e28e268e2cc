#pragma once
// When the rules of a Choice are true, as far as their text tells: enough to see that one can never be, or that another
// before it is true whenever it is.

#include "core/language/language.h"
#include "core/text/syntax_tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace asl::validation {

/// The numbers, or moments, or texts between two ends.
template <class Value>
struct Interval
{
    std::optional<Value> low = {};
    std::optional<Value> high = {};
    bool lowOpen = false;
    bool highOpen = false;
};

/// The values of one path for which a comparison is true.
struct ValueSet
{
    enum Kind : unsigned { Absent = 1, Null = 2, False = 4, True = 8, Number = 16, String = 32, Other = 64, All = 127 };
    unsigned kinds = All;
    Interval<double> numbers = {};
    Interval<std::string> texts = {};
    Interval<double> moments = {}; ///< of a String that is a timestamp, in seconds
    bool isTimestamp = false;
};

/// Comparisons that hold together.
struct Conjunction
{
    std::map<std::string, ValueSet> paths;
    std::set<std::string> others;     ///< what is not understood, as it is written; "!" before what must not hold
    std::set<std::string> understood; ///< what stands in `paths`, as it is written
    bool impossible = false;
};

/// Or of Ands. Never empty.
using Condition = std::vector<Conjunction>;

/// The condition of a Choice Rule in JSONPath, or of one nested in it; in JSONata only what is constant is understood.
Condition conditionOf(const SyntaxTree& tree, NodeId rule);

bool isNeverTrue(const Condition& condition);
/// Whenever `later` is true, so is `earlier`.
bool covers(const Condition& earlier, const Condition& later);

/// The condition as written, blanks and the order of members left out: equal texts mean equal conditions.
std::string conditionText(const SyntaxTree& tree, NodeId rule);

} // namespace asl::validation
