#pragma once
// WatchExpression: a question about a visit: a condition of a breakpoint, a watched value.

#include "core/execution/run_view.h"
#include "core/query/jsonata.h"
#include "core/support/result.h"

#include <string>

namespace asl {

/// JSONata over what a visit sees: `$` is the state's input, `$name` a variable, `$states.input`, `.result`, `.output`,
/// `.context` as in a JSONata state. `{% … %}` around it may be left out, `$$.` at its begin stands for `$states.context.`, and
/// `==` is taken for `=`: who thinks in JSONPath is understood.
class WatchExpression
{
public:
    static Result<WatchExpression> compile(const std::string& text);

    /// Undefined: nothing there. The error is the engine's. Takes a fraction of a second at most.
    Result<Data> evaluate(const RunView& view, VisitId visit, const query::Platform& platform) const;
    /// Is the value one that JSONata's $boolean takes for true? An expression that fails is true: it wants to be looked at.
    bool holds(const RunView& view, VisitId visit, const query::Platform& platform) const;

private:
    explicit WatchExpression(query::Jsonata compiled) : m_compiled(std::move(compiled)) {}
    query::Jsonata m_compiled;
};

} // namespace asl
