// Jsonata: compile once, evaluate often.

#include "core/query/jsonata.h"

#include "core/query/jsonata/evaluator.h"

namespace asl::query {

struct Jsonata::Compiled
{
    std::string text;
    JsonataDialect dialect;
    std::shared_ptr<const jsonata::Syntax> syntax;
};

namespace {

/// Limits have no code in the service.
void useServiceWords(QueryError& error)
{
    if (error.code == "U1001")
        error.message =
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    else if (error.code == "U1002" || error.code == "D2014" || error.code == "D2015")
        error.message = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    else
        return;
    error.code.clear();
}

} // namespace

JsonataLimits JsonataLimits::of(JsonataDialect dialect)
{
    JsonataLimits limits;
    if (dialect == JsonataDialect::StepFunctions) {
        // Measured on the service: reference/jsonata-in-step-functions.md, "Evaluation limits".
        limits.depth = 100;
        limits.steps = 30'000'000; // the service bounds the time, to an unknown amount
        limits.sequence = 873'782;
        limits.text = 4 * 1024 * 1024;
    }
    return limits;
}

Outcome<Jsonata> Jsonata::compile(std::string_view text, JsonataDialect dialect)
{
    auto syntax = std::make_shared<jsonata::Syntax>();
    if (const auto problem = jsonata::parse(text, dialect, *syntax))
        return problem->error();
    jsonata::resolve(*syntax, dialect);
    Jsonata expression;
    expression.m_compiled = std::make_shared<Compiled>(Compiled{std::string(text), dialect, std::move(syntax)});
    return expression;
}

const std::string& Jsonata::text() const
{
    return m_compiled->text;
}

Outcome<Data> Jsonata::evaluate(const Data& input, const EvaluationContext& context) const
{
    return evaluate(input, context, JsonataLimits::of(m_compiled->dialect));
}

Outcome<Data> Jsonata::evaluate(const Data& input, const EvaluationContext& context, const JsonataLimits& limits) const
{
    jsonata::Evaluator evaluator(context, limits, m_compiled->dialect);
    Data result = evaluator.run(*m_compiled->syntax, input);
    if (!evaluator.failed())
        return result;
    QueryError error = evaluator.problem().error();
    if (m_compiled->dialect == JsonataDialect::StepFunctions)
        useServiceWords(error);
    return error;
}

} // namespace asl::query
