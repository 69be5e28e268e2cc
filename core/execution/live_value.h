#pragma once
// Live values: what the expressions in a field of a state come to for the data that is known, or what is wrong with them and
// where. Which engine reads them and what they see is told by the language table; the machine's own functions compute.

#include "core/data/json.h"
#include "core/execution/known_data.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

struct LiveValue
{
    enum class Kind : std::uint8_t {
        Value,
        Nothing, ///< the path leads nowhere, and that is no mistake (IsPresent)
        Problem,
        Unknown  ///< the data is missing; the message says why
    };
    Kind kind = Kind::Value;
    std::string place = {};    ///< where in the field: "order/total.$"; empty: the field itself
    std::string text = {};     ///< the string that holds the expression
    Data value = {};
    Message message = {};      ///< Problem: what is wrong, in the engine's words; Unknown: why
    std::string code = {};     ///< Problem: the engine's ("T2001") or the error name of a run
    std::size_t column = 0;    ///< Problem: character of `text`, from 1; 0: no place in particular
    bool isUnreadable = false; ///< Problem: of the text alone, whatever the data
};

/// Everything lives as long as it is used. Evaluation is bounded by the engines' budgets and a shorter time.
class LiveEvaluation
{
public:
    static constexpr std::size_t mostExpressions = 64; ///< of one field; more are left out
    static constexpr std::int64_t milliseconds = 250;  ///< of one expression

    LiveEvaluation(SnapshotPointer snapshot, StateId state, KnownData known, const data::TokenValues& tokens, const query::Platform& platform);
    ~LiveEvaluation();

    /// The expressions in a field of the state, in the order of the text. `pointer` is the field's, from the top of the
    /// definition; `typed` is its value as JSON while it is being typed, else it is read from the definition. A Choice Rule of
    /// a JSONPath state: whether it holds.
    std::vector<LiveValue> values(std::string_view pointer, const std::optional<std::string>& typed = {},
                                  const std::stop_token& stop = {}) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace asl
