#include "core/execution/watch.h"

#include "core/execution/visible_data.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::int64_t longestEvaluation = 300; ///< milliseconds: somebody waits for it

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string asJsonata(std::string_view text)
{
    text = trimmed(text);
    if (text.size() >= 4 && text.starts_with("{%") && text.ends_with("%}"))
        text = trimmed(text.substr(2, text.size() - 4));
    return text.starts_with("$$.") ? "$states.context." + std::string(text.substr(3)) : std::string(text);
}

/// `==` as `=`, outside of strings.
std::string withSingleEquals(std::string_view text)
{
    std::string result;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0 && c == '\\' && i + 1 < text.size()) {
            result += c;
            result += text[++i];
            continue;
        }
        if (c == '"' || c == '\'' || c == '`')
            quote = quote == 0 ? c : quote == c ? char(0) : quote;
        result += c;
        if (quote == 0 && c == '=' && i + 1 < text.size() && text[i + 1] == '=')
            ++i;
    }
    return result;
}

bool isTrue(const Data& value)
{
    if (value.isString())
        return !value.text().empty();
    if (value.isNumber())
        return value.asDouble() != 0;
    if (value.isArray())
        return std::any_of(value.items().begin(), value.items().end(), [](const Data& item) {
            return item.isString() ? !item.text().empty() : item.isNumber() ? item.asDouble() != 0 : item.isObject() ? item.size() > 0 : item.asBoolean();
        });
    return value.isObject() ? value.size() > 0 : value.asBoolean();
}

} // namespace

Result<WatchExpression> WatchExpression::compile(const std::string& text)
{
    const std::string jsonata = asJsonata(text);
    auto compiled = query::Jsonata::compile(jsonata, query::JsonataDialect::StepFunctions);
    if (!compiled) {
        auto lenient = query::Jsonata::compile(withSingleEquals(jsonata), query::JsonataDialect::StepFunctions);
        if (!lenient)
            return Error{Message(compiled.error().message), {}};
        compiled = std::move(lenient);
    }
    return WatchExpression(*std::move(compiled));
}

Result<Data> WatchExpression::evaluate(const RunView& view, VisitId id, const query::Platform& platform) const
{
    const VisitRecord& visit = (*view.visits)[id];
    const auto stage = [&visit](Stage which) -> const Data& { return visit.stages[static_cast<std::size_t>(which)]; };
    query::Variables variables;
    for (VisibleVariable& variable : variablesAt(view, id))
        variables.set(variable.name, std::move(variable.value));
    const Data context = contextAt(view, id);
    ObjectBuilder states;
    states.set("input", stage(Stage::Input)).set("context", context);
    if (!stage(Stage::Result).isUndefined())
        states.set("result", stage(Stage::Result));
    if (!stage(Stage::Output).isUndefined())
        states.set("output", stage(Stage::Output));
    variables.set("states", std::move(states).build());
    std::uint64_t randomState = view.seed;
    query::EvaluationContext evaluation;
    evaluation.contextObject = &context;
    evaluation.variables = &variables;
    evaluation.platform = &platform;
    evaluation.randomState = &randomState;
    evaluation.nowMilliseconds = view.now / 1000;
    query::JsonataLimits limits = query::JsonataLimits::of(query::JsonataDialect::StepFunctions);
    limits.milliseconds = longestEvaluation;
    auto value = m_compiled.evaluate(stage(Stage::Input), evaluation, limits);
    if (!value)
        return Error{Message(value.error().message), {}};
    return *std::move(value);
}

bool WatchExpression::holds(const RunView& view, VisitId visit, const query::Platform& platform) const
{
    const auto value = evaluate(view, visit, platform);
    return !value || isTrue(*value);
}

} // namespace asl
