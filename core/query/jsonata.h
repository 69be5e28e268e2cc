#pragma once
// JSONata: compiled expressions. In Step Functions they stand between {% and %} (asl.md 3.7).

#include "core/query/outcome.h"

#include <memory>
#include <string_view>

namespace asl::query {

/// Plain JSONata as its reference answers it, or with the service's functions, rules and limits.
enum class JsonataDialect : std::uint8_t { Reference, StepFunctions };

class Jsonata
{
public:
    static Outcome<Jsonata> compile(std::string_view text, JsonataDialect dialect = JsonataDialect::Reference);

    /// `input` is `$` (Undefined: none); the context's variables are bound by name, `$states` among them. The result may be
    /// Undefined or a function. The error's code is JSONata's own ("T1006"), empty for the service's limits.
    Outcome<Data> evaluate(const Data& input, const EvaluationContext& context = {}) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace asl::query
