// Nodes of operators: their operands, and the short ways for numbers and texts.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/functions.h"

#include <cmath>
#include <utility>

namespace asl::query::jsonata {

Data Evaluator::unary(const Node& node, const Data& input, Frame& frame)
{
    if (node.op == Op::Object)
        return PathEvaluator(*this, frame).group(node, input);
    if (node.op == Op::Negate) {
        const Data value = evaluate(*node.lhs, input, frame);
        if (m_failed || value.isUndefined())
            return {};
        if (isNumeric(*this, value))
            return Data::number(-value.asDouble());
        return fail({.code = "D1002", .position = node.position, .token = node.text, .value = value});
    }
    const std::size_t begin = m_values.size();
    for (const Node* item : node.items) {
        Data value = evaluate(*item, input, frame);
        if (m_failed)
            break;
        if (value.isUndefined())
            continue;
        const bool isConstructor = item->type == NodeType::Unary && item->op == Op::Array;
        if (value.isArray() && !isConstructor)
            m_values.insert(m_values.end(), value.items().begin(), value.items().end());
        else
            m_values.push_back(std::move(value));
    }
    Data array = m_failed ? Data() : sequence(std::span(m_values).subspan(begin), node.constructsArray ? Constructed : 0);
    m_values.resize(begin);
    return array;
}

namespace {

constexpr std::int64_t largestExact = std::int64_t{1} << 53;
bool isExact(std::int64_t value) { return value >= -largestExact && value <= largestExact; }

/// Whole numbers within what doubles hold exactly: the same answers, sooner. False: not one of these cases.
bool ofIntegers(Op op, std::int64_t a, std::int64_t b, Data& result)
{
    switch (op) {
    case Op::Add: result = Data::integer(a + b); return isExact(a + b);
    case Op::Subtract: result = Data::integer(a - b); return isExact(a - b);
    case Op::Multiply: {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a, b, &product) || product == 0 || !isExact(product))
            return false; // 0 may be -0
        result = Data::integer(product);
        return true;
    }
    case Op::Remainder:
        if (a < 0 || b <= 0)
            return false;
        result = Data::integer(a % b);
        return true;
    case Op::Equal: result = Data::boolean(a == b); return true;
    case Op::NotEqual: result = Data::boolean(a != b); return true;
    case Op::Less: result = Data::boolean(a < b); return true;
    case Op::LessOrEqual: result = Data::boolean(a <= b); return true;
    case Op::Greater: result = Data::boolean(a > b); return true;
    case Op::GreaterOrEqual: result = Data::boolean(a >= b); return true;
    default: return false;
    }
}

bool ofNumbers(Op op, const Data& lhs, const Data& rhs, Data& result)
{
    if (lhs.kind() == Data::Kind::Integer && rhs.kind() == Data::Kind::Integer && isExact(lhs.asInteger()) && isExact(rhs.asInteger()))
        return ofIntegers(op, lhs.asInteger(), rhs.asInteger(), result);
    const double a = lhs.asDouble();
    const double b = rhs.asDouble();
    if (!std::isfinite(a) || !std::isfinite(b))
        return false;
    double number = 0;
    switch (op) {
    case Op::Add: number = a + b; break;
    case Op::Subtract: number = a - b; break;
    case Op::Multiply: number = a * b; break;
    case Op::Divide: number = a / b; break;
    case Op::Less: result = Data::boolean(a < b); return true;
    case Op::LessOrEqual: result = Data::boolean(a <= b); return true;
    case Op::Greater: result = Data::boolean(a > b); return true;
    case Op::GreaterOrEqual: result = Data::boolean(a >= b); return true;
    default: return false;
    }
    if (!std::isfinite(number))
        return false;
    result = Data::number(number);
    return true;
}

} // namespace

Data Evaluator::binary(const Node& node, const Data& input, Frame& frame)
{
    if (node.op == Op::Concat)
        return concatenation(node, input, frame);
    Data leftScratch;
    const Data& lhs = look(*node.lhs, input, frame, leftScratch);
    if (m_failed)
        return {};
    Data rightScratch;
    if (node.op == Op::And || node.op == Op::Or) {
        const bool decisive = node.op == Op::Or;
        if (truth(*this, lhs) == decisive)
            return Data::boolean(decisive);
        const Data& right = look(*node.rhs, input, frame, rightScratch);
        if (!m_failed)
            return Data::boolean(truth(*this, right));
        m_problem.position = node.position;
        m_problem.token = node.text;
        return {};
    }
    const Data& rhs = look(*node.rhs, input, frame, rightScratch);
    if (m_failed)
        return {};
    Data value;
    if (lhs.isNumber() && rhs.isNumber() && ofNumbers(node.op, lhs, rhs, value))
        return value;
    value = binaryValue(*this, node, lhs, rhs);
    if (m_failed) {
        m_problem.position = node.position;
        m_problem.token = node.text;
    }
    return value;
}

Data Evaluator::concatenation(const Node& node, const Data& input, Frame& frame)
{
    // Where a text grows from state to state, a buffer of its own for each would leave holes too small for the next.
    constexpr std::size_t mostKept = 1 << 20;
    thread_local std::string kept;
    std::string text = std::exchange(kept, {});
    text.clear();
    Data value;
    if (appendConcatenation(node, input, frame, text)) {
        text = joined(std::move(text));
        value = Data::string(text);
    }
    if (text.capacity() <= mostKept)
        kept = std::move(text);
    return value;
}

/// A chain of & builds one text: what is joined on the left is a part of it.
bool Evaluator::appendConcatenation(const Node& node, const Data& input, Frame& frame, std::string& text)
{
    const auto isChained = [](const Node& part) { return part.type == NodeType::Binary && part.op == Op::Concat && !part.isTrailed; };
    const bool chained = isChained(*node.lhs);
    Data leftScratch;
    const Data* lhs = nullptr;
    if (chained) {
        const bool fits = ++m_depth <= m_limits.depth && !m_stack.isExhausted();
        if (!fits)
            fail({.code = "U1001", .position = node.lhs->position});
        else if (withinTime())
            appendConcatenation(*node.lhs, input, frame, text);
        --m_depth;
    } else {
        lhs = &look(*node.lhs, input, frame, leftScratch);
    }
    if (m_failed)
        return false;
    Data rightScratch;
    const Data& rhs = look(*node.rhs, input, frame, rightScratch);
    if (m_failed)
        return false;
    if (lhs)
        appendText(*this, text, *lhs);
    appendText(*this, text, rhs);
    if (withinText(text.size()))
        return true;
    m_problem.position = node.position;
    m_problem.token = node.text;
    return false;
}

} // namespace asl::query::jsonata
