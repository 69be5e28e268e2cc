#pragma once
// JSONata: compiled expressions. In Step Functions they stand between {% and %}.

#include "core/query/outcome.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace asl::query {

/// Plain JSONata as its reference (2.2.2) answers it, or with the service's functions, rules and limits.
enum class JsonataDialect : std::uint8_t { Reference, StepFunctions };

/// What one evaluation may use; beyond that it fails with U1001.
struct JsonataLimits
{
    int depth = 3000;                    ///< evaluations open at once
    std::uint64_t steps = std::numeric_limits<std::uint64_t>::max(); ///< the same on every machine
    std::int64_t milliseconds = 30000;   ///< of the clock, should steps not do
    std::size_t sequence = 10'000'000;   ///< items of one array
    std::size_t text = 64 * 1024 * 1024; ///< bytes of one string

    static JsonataLimits of(JsonataDialect dialect);
};

class Jsonata
{
public:
    /// The error's code is the reference's (S….); `position` counts bytes.
    static Outcome<Jsonata> compile(std::string_view text, JsonataDialect dialect = JsonataDialect::Reference);

    const std::string& text() const;
    /// `input` is `$` (Undefined: none); the context's variables are bound by name, `$states` among them. The result may be
    /// Undefined or a function. The error's code is JSONata's own ("T1006"), empty for the service's limits.
    Outcome<Data> evaluate(const Data& input, const EvaluationContext& context = {}) const;
    Outcome<Data> evaluate(const Data& input, const EvaluationContext& context, const JsonataLimits& limits) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace asl::query
