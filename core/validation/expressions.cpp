#include "core/validation/expressions.h"

#include "core/query/json_path.h"
#include "core/query/payload_template.h"
#include "core/query/reference_path.h"
#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

bool isVariable(std::string_view text)
{
    return text.size() > 1 && text[0] == '$' && text[1] != '.' && text[1] != '[' && text[1] != '$';
}

bool hasScript(std::string_view text)
{
    return text.find("[(") != std::string_view::npos || text.find("[?") != std::string_view::npos;
}

ExpressionProblem wrong(const char* message)
{
    return WrongExpression{message, {}};
}

template <class Compiled>
ExpressionProblem problemOf(const Compiled& compiled)
{
    if (compiled)
        return {};
    // The beginning is blamed when nothing else is.
    const std::size_t position = compiled.error().position;
    return WrongExpression{compiled.error().message, position > 0 ? std::optional(position) : std::nullopt};
}

ExpressionProblem compiledPathProblem(std::string_view text)
{
    return problemOf(query::JsonPath::compile(withoutTokens(text)));
}

/// The text with [*] in place of every filter and script.
std::string withoutScripts(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (!hasScript(text.substr(i, 2))) {
            result += text[i++];
            continue;
        }
        std::size_t open = 0;
        std::size_t end = i;
        do {
            open += text[end] == '[' ? 1 : 0;
            open -= text[end] == ']' ? 1 : 0;
        } while (++end < text.size() && open > 0);
        result += "[*]";
        i = end;
    }
    return result;
}

/// An intrinsic call alone; the engine for templates reads it.
ExpressionProblem callProblem(const std::string& text)
{
    const Data expression = Data::object({{Data::string("x.$"), Data::string(text)}});
    return problemOf(query::PayloadTemplate::compile(expression));
}

/// A call with tokens: each stands for a harmless word; one that is a whole argument may also become a value of any
/// kind.
ExpressionProblem callWithTokensProblem(std::string_view text)
{
    if (hasScript(text)) // others may read more in it
        return callWithTokensProblem(withoutScripts(text));
    const ExpressionProblem problem = callProblem(withoutTokens(text));
    if (!problem || !hasToken(text))
        return problem;
    std::string paths(text);
    for (std::size_t begin = paths.find("${"); begin != std::string::npos; begin = paths.find("${", begin + 1)) {
        const std::size_t end = paths.find('}', begin);
        const bool whole = end != std::string::npos && begin > 0 &&
                           (paths[begin - 1] == '(' || paths[begin - 1] == ',' || paths[begin - 1] == ' ') &&
                           end + 1 < paths.size() &&
                           (paths[end + 1] == ')' || paths[end + 1] == ',' || paths[end + 1] == ' ');
        if (whole)
            paths.replace(begin, end + 1 - begin, "$.x");
    }
    return callProblem(withoutTokens(paths)) ? problem : ExpressionProblem();
}

} // namespace

ExpressionProblem pathProblem(std::string_view text)
{
    if (!text.starts_with('$'))
        return wrong(ASL_TEXT("core", "a path begins with \"$\""));
    return hasScript(text) ? ExpressionProblem() : compiledPathProblem(text);
}

ExpressionProblem doubtfulPathProblem(std::string_view text)
{
    if (!hasScript(text))
        return {};
    if (text.starts_with('$'))
        return compiledPathProblem(text);
    return callWithTokensProblem(text) ? ExpressionProblem() : callProblem(withoutTokens(text));
}

ExpressionProblem referencePathProblem(std::string_view text)
{
    return problemOf(query::ReferencePath::compile(withoutTokens(text)));
}

ExpressionProblem resultPathProblem(std::string_view text)
{
    if (text.starts_with("$$"))
        return wrong(ASL_TEXT("core", "the context object cannot be written to; begin with \"$.\""));
    if (isVariable(text) && !hasToken(text))
        return wrong(ASL_TEXT("core", "a variable cannot be written to here; use \"Assign\" or begin with \"$.\""));
    return referencePathProblem(text);
}

ExpressionProblem templateExpressionProblem(std::string_view text)
{
    if (text.starts_with(' '))
        return wrong(ASL_TEXT("core", "a blank stands before it"));
    return text.starts_with('$') && !text.starts_with("${") ? pathProblem(text) : callWithTokensProblem(text);
}

ExpressionProblem textExpressionProblem(std::string_view text)
{
    constexpr std::string_view allowed[] = {"States.Format",       "States.JsonToString", "States.ArrayGetItem",
                                            "States.Base64Encode", "States.Base64Decode", "States.Hash",
                                            "States.UUID"};
    if (text.starts_with("$"))
        return referencePathProblem(text);
    if (std::find(std::begin(allowed), std::end(allowed), text.substr(0, text.find('('))) == std::end(allowed))
        return wrong(ASL_TEXT("core", "a path, or a call of an intrinsic function that gives a text, must stand here"));
    return callWithTokensProblem(text);
}

std::optional<query::FormatCount> wrongFormat(std::string_view text)
{
    if (text.find("States.Format") == std::string_view::npos)
        return std::nullopt;
    const auto call = query::IntrinsicCall::compile(withoutTokens(text));
    const std::vector<query::FormatCount> wrong = call ? call->wrongFormats() : std::vector<query::FormatCount>();
    return wrong.empty() ? std::nullopt : std::optional(wrong.front());
}

} // namespace asl::validation
