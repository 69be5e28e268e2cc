#pragma once
// Payload templates: JSON in which the value of a key that ends in `.$` is a path or an intrinsic call.

#include "core/query/outcome.h"

#include <memory>
#include <vector>

namespace asl::query {

class PayloadTemplate
{
public:
    /// Compiles every `.$` member. The error's `position` counts in the expression; `token` is the key.
    static Outcome<PayloadTemplate> compile(const Data& json);

    /// Evaluates with `$` = root. The error's message is the service's, with key and path where it says them.
    Outcome<Data> evaluate(const Data& root, const EvaluationContext& context) const;
    /// Names of intrinsic functions used, for refusing what is not built yet.
    const std::vector<std::string>& intrinsics() const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace asl::query
