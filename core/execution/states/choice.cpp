// Choice: the first rule that is true says where it goes on.

#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"
#include "core/support/text_pattern.h"
#include "core/support/timestamp.h"
#include "core/support/utf8.h"

namespace asl {

namespace {

template <class T>
bool holds(Comparison comparison, const T& a, const T& b)
{
    switch (comparison) {
    case Comparison::Equals: return a == b;
    case Comparison::LessThan: return a < b;
    case Comparison::GreaterThan: return a > b;
    case Comparison::LessThanEquals: return a <= b;
    case Comparison::GreaterThanEquals: return a >= b;
    }
    return false;
}

std::optional<Instant> instantOf(const Data& value)
{
    return value.isString() ? parseTimestamp(value.text()) : std::nullopt;
}

Computed<bool> tested(const RuleProgram& test, const Data& value, const Data& operand)
{
    switch (test.family) {
    case TestFamily::String:
        return value.isString() && operand.isString()
            && holds(test.comparison, compareUtf16(value.text(), operand.text()), 0);
    case TestFamily::Numeric:
        return value.isNumber() && operand.isNumber() && holds(test.comparison, value.asDouble(), operand.asDouble());
    case TestFamily::Boolean:
        return value.isBoolean() && operand.isBoolean() && value.asBoolean() == operand.asBoolean();
    case TestFamily::Timestamp: {
        const auto a = instantOf(value);
        const auto b = instantOf(operand);
        return a && b && holds(test.comparison, *a, *b);
    }
    case TestFamily::StringMatches: {
        if (!value.isString() || !operand.isString())
            return false;
        const auto matches = matchesPattern(value.text(), operand.text());
        if (!matches)
            return runtimeFault("Invalid StringMatches pattern '" + std::string(operand.text())
                                + "': a backslash stands only before '*' and '\\'.");
        return *matches;
    }
    case TestFamily::IsPresent: return operand.asBoolean();
    case TestFamily::IsNull: return value.isNull() == operand.asBoolean();
    case TestFamily::IsNumeric: return value.isNumber() == operand.asBoolean();
    case TestFamily::IsString: return value.isString() == operand.asBoolean();
    case TestFamily::IsBoolean: return value.isBoolean() == operand.asBoolean();
    case TestFamily::IsTimestamp: return instantOf(value).has_value() == operand.asBoolean();
    }
    return false;
}

Fault missing(const query::JsonPath& path)
{
    return runtimeFault("Invalid path '" + path.text() + "': The choice state's condition path references an invalid value.");
}

Computed<bool> isTrue(const JsonataTemplate& condition, const WorkContext& context)
{
    auto value = condition.evaluate(context.evaluation);
    if (!value)
        return value.fault();
    if (!value->isBoolean())
        return unexpectedType(condition, "Condition", "boolean", *value);
    return value->asBoolean();
}

} // namespace

// Nesting is bounded by the depth a definition can have (SyntaxTree::maxDepth).
Computed<bool> isTrue(const RuleProgram& rule, const Data& input, const Evaluation& evaluation)
{
    if (rule.kind != RuleProgram::Kind::Test) {
        const bool decisive = rule.kind == RuleProgram::Kind::Or;
        for (const RuleProgram& nested : rule.nested) {
            auto result = isTrue(nested, input, evaluation);
            if (!result)
                return result;
            if (rule.kind == RuleProgram::Kind::Not)
                return !*result;
            if (*result == decisive)
                return decisive;
        }
        return !decisive;
    }
    auto value = evaluated(*rule.variable, input, evaluation);
    if (!value) {
        if (rule.family == TestFamily::IsPresent)
            return !rule.operand.asBoolean();
        return missing(*rule.variable);
    }
    if (!rule.operandPath)
        return tested(rule, *value, rule.operand);
    auto operand = evaluated(*rule.operandPath, input, evaluation);
    if (!operand)
        return missing(*rule.operandPath);
    return tested(rule, *value, *operand);
}

Work begin(const ChoiceProgram& choice, const WorkContext& context)
{
    for (const ChoiceProgram::Rule& rule : choice.rules) {
        auto result = rule.computed ? isTrue(*rule.computed, context) : isTrue(rule.condition, context.input, context.evaluation);
        if (!result)
            return result.fault();
        // The rule's Assign and Output take the place of the state's own.
        if (*result)
            return GoTo{&rule.target, &rule.assign, &rule.output};
    }
    if (!choice.otherwise)
        return runtimeFault("Failed to transition out of the state. The state does not point to a next state.");
    return GoTo{&*choice.otherwise, &context.state.assign, &context.state.output};
}

} // namespace asl
