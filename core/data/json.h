#pragma once
// Data ↔ JSON text. The only file of core that may include nlohmann/json (nlohmann reads our own small files).

#include "core/data/data.h"
#include "core/support/result.h"
#include "core/text/syntax_tree.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace asl::data {

/// Values for ${Tokens}, by name.
using TokenValues = std::map<std::string, Data, std::less<>>;

/// Strict JSON. The error carries the place. Refuses what strict JSON refuses, nesting beyond Data::maxDepth and numbers
/// beyond a double.
Result<Data> parse(std::string_view text);

/// A literal of a definition as a value. Comments and trailing commas do not matter; of duplicate keys the last wins.
/// Tokens are replaced from `tokens`: a bare one by the value, one inside a string by its text; null `tokens` keeps a token
/// inside a string as it is. A token without a value is an error that names it.
Result<Data> fromSyntax(const SyntaxTree& tree, NodeId node, const TokenValues* tokens = nullptr);

enum class Layout { Compact, Spaced /* ", " and ": " */, Indented /* two spaces */ };
/// Always valid UTF-8: a lone surrogate is printed as its escape. Undefined and functions print as null.
std::string toJson(const Data& data, Layout layout = Layout::Compact);
/// A number as JavaScript prints it (1e20 → 100000000000000000000).
std::string numberText(double number);

/// One step into a value.
struct PathStep
{
    std::string member;      ///< used when `index` is negative
    std::int64_t index = -1;
    friend bool operator==(const PathStep&, const PathStep&) = default;
};
using DataPath = std::vector<PathStep>;

/// `whole` with `value` at `path`; objects on the way are made where absent. Copies only what lies on the path. Null when a
/// step cannot be gone through (a scalar in the way, an index outside the array).
std::optional<Data> withMember(const Data& whole, const DataPath& path, Data value);

} // namespace asl::data
