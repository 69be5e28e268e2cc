// Operators on values, and the conversions they share with functions.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/rounding.h"

#include "core/data/json.h"
#include "core/support/utf8.h"

#include <charconv>
#include <cmath>

namespace asl::query::jsonata {

namespace {

bool isComparable(const Data& value) { return value.isUndefined() || value.isString() || value.isNumber(); }

Data numeric(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs)
{
    const auto refuse = [&](const char* code, const Data& value) { return evaluator.fail({.code = code, .position = node.position, .token = node.text, .value = value}); };
    if (!lhs.isUndefined() && !isNumeric(evaluator, lhs))
        return refuse("T2001", lhs);
    if (!rhs.isUndefined() && !isNumeric(evaluator, rhs))
        return refuse("T2002", rhs);
    if (lhs.isUndefined() || rhs.isUndefined())
        return {};
    const double a = lhs.asDouble();
    const double b = rhs.asDouble();
    double result = 0;
    switch (node.op) {
    case Op::Add: result = a + b; break;
    case Op::Subtract: result = a - b; break;
    case Op::Multiply: result = a * b; break;
    case Op::Divide: result = a / b; break;
    default: result = std::fmod(a, b); break;
    }
    if (std::isfinite(result))
        return Data::number(result);
    evaluator.noteNonFinite();
    return Data::real(result);
}

Data compared(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs)
{
    if (!isComparable(lhs) || !isComparable(rhs)) {
        const bool leftIsFine = lhs.isString() || lhs.isNumber();
        return evaluator.fail({.code = "T2010", .position = node.position, .token = node.text, .value = leftIsFine ? rhs : lhs});
    }
    if (lhs.isUndefined() || rhs.isUndefined())
        return {};
    if (lhs.isString() != rhs.isString())
        return evaluator.fail({.code = "T2009", .position = node.position, .token = node.text, .value = lhs, .value2 = rhs});
    if (lhs.isNumber() && (std::isnan(lhs.asDouble()) || std::isnan(rhs.asDouble())))
        return Data::boolean(false);
    const int order = lhs.isString() ? compareUtf16(lhs.text(), rhs.text())
        : lhs.asDouble() < rhs.asDouble() ? -1 : lhs.asDouble() > rhs.asDouble() ? 1 : 0;
    switch (node.op) {
    case Op::Less: return Data::boolean(order < 0);
    case Op::LessOrEqual: return Data::boolean(order <= 0);
    case Op::Greater: return Data::boolean(order > 0);
    default: return Data::boolean(order >= 0);
    }
}

Data range(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs)
{
    const auto isWhole = [](const Data& value) { return value.isNumber() && std::isfinite(value.asDouble()) && value.asDouble() == std::trunc(value.asDouble()); };
    if (!lhs.isUndefined() && !isWhole(lhs))
        return evaluator.fail({.code = "T2003", .position = node.position, .token = node.text, .value = lhs});
    if (!rhs.isUndefined() && !isWhole(rhs))
        return evaluator.fail({.code = "T2004", .position = node.position, .token = node.text, .value = rhs});
    if (lhs.isUndefined() || rhs.isUndefined() || lhs.asDouble() > rhs.asDouble())
        return {};
    const double size = rhs.asDouble() - lhs.asDouble() + 1;
    if (size > 1e7)
        return evaluator.fail({.code = "D2014", .position = node.position, .token = node.text, .value = Data::number(size)});
    if (size > static_cast<double>(evaluator.limits().sequence))
        return evaluator.fail({.code = "D2015", .position = node.position, .token = node.text, .value = Data::number(size)});
    std::vector<Data> items;
    items.reserve(static_cast<std::size_t>(size));
    for (double item = lhs.asDouble(); item <= rhs.asDouble(); ++item)
        items.push_back(Data::number(item));
    return evaluator.sequence(items);
}

bool isIn(const Data& value, const Data& list)
{
    if (value.isUndefined() || list.isUndefined())
        return false;
    // Arrays and objects are equal only to themselves here.
    const auto same = [&value](const Data& item) { return value.isArray() || value.isObject() ? value.sharesBlockWith(item) : value == item; };
    if (!list.isArray())
        return same(list);
    for (const Data& item : list.items())
        if (same(item))
            return true;
    return false;
}

/// One more than allowed is enough to see that there are too many.
void flattenInto(Evaluator& evaluator, std::vector<Data>& items, const Data& value)
{
    if (items.size() > evaluator.limits().sequence)
        return;
    if (!value.isArray()) {
        items.push_back(value);
        return;
    }
    for (const Data& item : evaluator.withinTime() ? value.items() : std::span<const Data>())
        flattenInto(evaluator, items, item);
}

void collectDescendants(Evaluator& evaluator, std::vector<Data>& found, const Data& value)
{
    if (found.size() > evaluator.limits().sequence || !evaluator.withinTime())
        return;
    if (!value.isArray())
        found.push_back(value);
    for (const Data& item : value.items())
        collectDescendants(evaluator, found, item);
    for (const Member& member : value.members())
        collectDescendants(evaluator, found, member.value);
}

/// As Number(value.toPrecision(15)).
double roundedTo15(double number)
{
    char buffer[64];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific, 14);
    double rounded = number;
    std::from_chars(buffer, written.ptr, rounded);
    return rounded;
}

} // namespace

bool truth(Evaluator& evaluator, const Data& value)
{
    switch (value.kind()) {
    case Data::Kind::Array: {
        const auto items = value.items();
        if (items.size() == 1)
            return evaluator.withinTime() && truth(evaluator, items.front());
        for (const Data& item : items)
            if (evaluator.withinTime() && truth(evaluator, item))
                return true;
        return false;
    }
    case Data::Kind::ShortString:
    case Data::Kind::String: return !value.text().empty();
    case Data::Kind::Integer: return value.asInteger() != 0;
    case Data::Kind::Double: return value.asDouble() != 0 && !std::isnan(value.asDouble());
    case Data::Kind::Object: return value.size() > 0;
    case Data::Kind::True: return true;
    default: return false;
    }
}

bool isNumeric(Evaluator& evaluator, const Data& value)
{
    if (value.kind() != Data::Kind::Double)
        return value.isNumber();
    if (std::isinf(value.asDouble()))
        evaluator.fail({.code = "D1001", .value = value});
    return std::isfinite(value.asDouble());
}

bool isArrayOfNumbers(Evaluator& evaluator, const Data& value)
{
    if (!value.isArray())
        return false;
    for (const Data& item : value.items())
        if (!isNumeric(evaluator, item))
            return false;
    return true;
}

bool isArrayOfStrings(const Data& value)
{
    if (!value.isArray())
        return false;
    for (const Data& item : value.items())
        if (!item.isString())
            return false;
    return true;
}

Data appended(const Data& first, const Data& second)
{
    if (first.isUndefined())
        return second;
    if (second.isUndefined())
        return first;
    std::vector<Data> items;
    for (const Data* part : {&first, &second}) {
        if (part->isArray())
            items.insert(items.end(), part->items().begin(), part->items().end());
        else
            items.push_back(*part);
    }
    return Data::arrayFrom(items);
}

Data lookedUp(Evaluator& evaluator, const Data& input, const Data& key)
{
    if (input.isObject()) {
        const Data* value = input.find(key);
        return value ? *value : Data();
    }
    if (!input.isArray())
        return {};
    std::vector<Data> found;
    for (const Data& item : input.items()) {
        if (item.isArray() && !evaluator.withinTime())
            return {};
        Data value = lookedUp(evaluator, item, key);
        if (value.isArray())
            found.insert(found.end(), value.items().begin(), value.items().end());
        else if (!value.isUndefined())
            found.push_back(std::move(value));
    }
    return Data::arrayFrom(found).withMarks(Sequence);
}

Data wildcard(Evaluator& evaluator, const Data& input)
{
    const Data& value = has(input, OuterWrapper) && input.size() > 0 ? input.items().front() : input;
    std::vector<Data> found;
    bool plain = false; // an array among the values makes the whole an array of its own
    const auto take = [&](const Data& part) {
        plain = plain || part.isArray();
        flattenInto(evaluator, found, part);
    };
    for (const Data& item : value.items())
        take(item);
    for (const Member& member : value.members())
        take(member.value);
    return evaluator.sequence(found, plain ? 0 : Sequence);
}

Data descendants(Evaluator& evaluator, const Data& input)
{
    if (input.isUndefined())
        return {};
    std::vector<Data> found;
    collectDescendants(evaluator, found, input);
    return found.size() == 1 ? found.front() : evaluator.sequence(found);
}

std::string joined(std::string text)
{
    for (std::size_t i = text.find('\xED'); i != std::string::npos; i = text.find('\xED', i + 1)) {
        std::size_t position = i;
        const char32_t high = nextCodePoint(text, position);
        if (high < 0xD800 || high > 0xDBFF || position >= text.size())
            continue;
        const char32_t low = nextCodePoint(text, position);
        if (low < 0xDC00 || low > 0xDFFF)
            continue;
        std::string pair;
        appendUtf8(pair, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        text.replace(i, position - i, pair);
    }
    return text;
}

Data printable(Evaluator& evaluator, const Data& value)
{
    // Beyond what a double holds exactly, the reference prints the shortest digits that mean the number.
    if (value.kind() == Data::Kind::Integer && std::fabs(value.asDouble()) > 0x1p53 && evaluator.dialect() == JsonataDialect::Reference)
        return Data::real(value.asDouble());
    if (value.kind() == Data::Kind::Double) {
        const double number = value.asDouble();
        if (std::isnan(number))
            return Data::null();
        if (!isNumeric(evaluator, value))
            return {};
        if (number == 0)
            return Data::integer(0);
        return number == std::trunc(number) || isPlainDecimal(number) ? value : Data::real(roundedTo15(number));
    }
    if (value.isFunction())
        return Data::string("");
    if (value.isArray()) {
        std::vector<Data> items;
        items.reserve(value.size());
        for (const Data& item : value.items())
            items.push_back(item.isUndefined() ? Data::null() : printable(evaluator, item));
        return Data::arrayFrom(items);
    }
    if (value.isObject()) {
        std::vector<Member> members;
        members.reserve(value.size());
        for (const Member& member : value.members())
            if (!member.value.isUndefined())
                members.push_back({member.key, printable(evaluator, member.value)});
        return Data::objectFrom(members);
    }
    return value;
}

std::string stringOf(Evaluator& evaluator, const Data& value, bool pretty)
{
    if (value.isString())
        return std::string(value.text());
    if (value.isUndefined() || value.isFunction())
        return {};
    if (value.isNumber() && !std::isfinite(value.asDouble())) {
        evaluator.fail({.code = "D3001", .value = value});
        return {};
    }
    if (value.kind() == Data::Kind::Double || (value.kind() == Data::Kind::Integer && printable(evaluator, value).kind() == Data::Kind::Double))
        return data::numberText(printable(evaluator, value).asDouble());
    const Data& whole = has(value, OuterWrapper) && value.size() > 0 ? value.items().front() : value;
    if (!evaluator.withinDepth(whole) || !evaluator.withinSize(whole))
        return {};
    return data::toJson(printable(evaluator, whole), pretty ? data::Layout::Indented : data::Layout::Compact);
}

void appendText(Evaluator& evaluator, std::string& text, const Data& value)
{
    if (value.isString()) {
        text += value.text();
    } else if (value.kind() == Data::Kind::Integer && std::fabs(value.asDouble()) <= 0x1p53) {
        char digits[24];
        text.append(digits, std::to_chars(digits, digits + sizeof digits, value.asInteger()).ptr);
    } else {
        text += stringOf(evaluator, value);
    }
}

Data binaryValue(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs)
{
    switch (node.op) {
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Remainder: return numeric(evaluator, node, lhs, rhs);
    case Op::Equal:
    case Op::NotEqual:
        if (lhs.isUndefined() || rhs.isUndefined())
            return Data::boolean(false);
        return evaluator.withinSize(lhs) ? Data::boolean((lhs == rhs) == (node.op == Op::Equal)) : Data();
    case Op::Less:
    case Op::LessOrEqual:
    case Op::Greater:
    case Op::GreaterOrEqual: return compared(evaluator, node, lhs, rhs);
    case Op::Range: return range(evaluator, node, lhs, rhs);
    case Op::In: return Data::boolean(isIn(lhs, rhs));
    default: return {};
    }
}

} // namespace asl::query::jsonata
