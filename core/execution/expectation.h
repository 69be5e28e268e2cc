#pragma once
// Expectation: what a test case says must come out of an execution, and where an execution differs from it.
//
// Values are compared whole (objects whatever the order of members, numbers by value), except that inside them
//   "*"   stands for any one value,
//   "**"  as an item of an array stands for any number of items, also none,
//   "*": value  as a member of an object allows further members, each of which must match `value`.
// Error and Cause are texts in which * stands for any run of characters (as in StringMatches).

#include "core/data/data.h"
#include "core/execution/run_view.h"
#include "core/support/result.h"
#include "core/text/syntax_tree.h"

#include <optional>
#include <string>
#include <vector>

namespace asl {

/// One thing that is not as expected.
struct Mismatch
{
    std::string what;    ///< "Status", "Output", "Error", "Cause", "Path"
    std::string pointer; ///< inside the output or path: where they differ; empty: as a whole
    Data expected;       ///< Undefined: nothing
    Data actual;         ///< Undefined: nothing
};

/// "Output at /a/0: expected 1, was 2"
Message said(const Mismatch& mismatch);

struct Expectation
{
    std::optional<std::string> status; ///< of an execution: SUCCEEDED, FAILED, …
    std::optional<Data> output;
    std::optional<std::string> error;
    std::optional<std::string> cause;
    std::optional<Data> path;          ///< names of states

    /// {"Status", "Output", "Error", "Cause", "Path"}, each optional; their first letters may be small.
    static Result<Expectation> read(const SyntaxTree& tree, NodeId node);
    /// Without a word about status and failure an execution must succeed.
    std::vector<Mismatch> compare(const RunView& view) const;
};

/// The first difference by the rules above.
std::optional<Mismatch> firstDifference(const Data& expected, const Data& actual);

/// Names of the states in the order in which they were entered.
Data statesEntered(const RunView& view, bool topLevelOnly = false);

} // namespace asl
