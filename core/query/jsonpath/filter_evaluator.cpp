// Whether a filter holds for an item: Jayway's value nodes and their comparisons, whose left side decides what equality means.

#include "core/query/jsonpath/evaluator.h"

#include "core/data/json.h"
#include "core/query/jsonpath/path_compiler.h"
#include "core/support/utf8.h"

#include <charconv>
#include <cmath>

namespace asl::query::jsonpath {

namespace {

/// A side of a comparison once its path is evaluated.
struct Value
{
    enum class Kind : std::uint8_t { Undefined, Null, Boolean, Number, String, Json, Path, Pattern };
    Kind kind = Kind::Undefined;
    Data data;
    const Operand* literal = nullptr; ///< Number, Json, Pattern written in the filter

    bool isList() const { return kind == Kind::Json && data.isArray(); }
};

/// java.math.BigDecimal.toString() of a number written so.
std::string bigDecimalText(std::string_view written)
{
    std::string digits;
    long scale = 0;
    const bool negative = written.starts_with('-');
    std::size_t i = negative || written.starts_with('+') ? 1 : 0;
    bool fraction = false;
    for (; i < written.size() && written[i] != 'e' && written[i] != 'E'; ++i) {
        if (written[i] == '.') {
            fraction = true;
            continue;
        }
        digits += written[i];
        scale += fraction ? 1 : 0;
    }
    if (i < written.size()) {
        long exponent = 0;
        const std::size_t begin = i + 1 + (written[i + 1] == '+' ? 1 : 0);
        std::from_chars(written.data() + begin, written.data() + written.size(), exponent);
        scale -= exponent;
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    std::string text = negative && digits != "0" ? "-" : "";
    if (scale == 0)
        return text + digits;
    const long adjusted = static_cast<long>(digits.size()) - 1 - scale;
    if (scale > 0 && adjusted >= -6) {
        const long whole = static_cast<long>(digits.size()) - scale;
        if (whole <= 0)
            return text + "0." + std::string(static_cast<std::size_t>(-whole), '0') + digits;
        return text + digits.substr(0, static_cast<std::size_t>(whole)) + "." + digits.substr(static_cast<std::size_t>(whole));
    }
    text += digits[0];
    if (digits.size() > 1)
        text += "." + digits.substr(1);
    if (adjusted != 0)
        text += std::string("E") + (adjusted > 0 ? "+" : "") + std::to_string(adjusted);
    return text;
}

/// Double.toString() of Java, then BigDecimal: 10.0, 0.000010, 1.0E+10.
std::string javaText(double number)
{
    if (number == 0)
        return "0.0";
    const double size = std::fabs(number);
    std::string text = data::numberText(number);
    if (size >= 1e-3 && size < 1e7) {
        if (text.find('.') == std::string::npos)
            text += ".0";
        return text;
    }
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific);
    text.assign(buffer, written.ptr);
    if (text.find('.') == std::string::npos)
        text.insert(text.find('e'), ".0");
    return bigDecimalText(text);
}

std::string numberText(const Value& number)
{
    if (number.literal)
        return bigDecimalText(number.literal->text);
    return number.data.kind() == Data::Kind::Integer ? std::to_string(number.data.asInteger()) : javaText(number.data.asDouble());
}

std::string textOf(const Value& value) { return value.kind == Value::Kind::Number ? numberText(value) : std::string(value.data.text()); }

int compareNumbers(const Data& a, const Data& b)
{
    if (a == b)
        return 0;
    if (a.kind() == Data::Kind::Integer && b.kind() == Data::Kind::Integer)
        return a.asInteger() < b.asInteger() ? -1 : 1;
    if (a.asDouble() != b.asDouble())
        return a.asDouble() < b.asDouble() ? -1 : 1;
    // An integer beyond 2^53 against a double that rounds to the same.
    const bool leftWhole = a.kind() == Data::Kind::Integer;
    const double real = leftWhole ? b.asDouble() : a.asDouble();
    const std::int64_t whole = leftWhole ? a.asInteger() : b.asInteger();
    if (real >= 9223372036854775808.0)
        return leftWhole ? -1 : 1;
    return (whole < static_cast<std::int64_t>(real)) == leftWhole ? -1 : 1;
}

/// The number a string stands for; Undefined when none.
Data numberIn(std::string_view text)
{
    std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), integer);
        read.ec == std::errc() && read.ptr == digits.data() + digits.size())
        return Data::integer(integer);
    double real = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), real);
    const bool isNumber = read.ec == std::errc() && read.ptr == digits.data() + digits.size() && std::isfinite(real) && !digits.empty();
    return isNumber ? Data::real(real) : Data();
}

/// Equality of Java's lists and maps: numbers of different classes differ.
bool sameStructure(const Data& a, const Data& b)
{
    std::vector<std::pair<const Data*, const Data*>> pending{{&a, &b}};
    while (!pending.empty()) {
        const auto [left, right] = pending.back();
        pending.pop_back();
        if (left->isString() && right->isString() ? left->text() != right->text() : left->kind() != right->kind())
            return false;
        if (left->size() != right->size())
            return false;
        if (!left->isArray() && !left->isObject() && !(*left == *right))
            return false;
        for (std::size_t i = 0; i < left->items().size(); ++i)
            pending.emplace_back(&left->items()[i], &right->items()[i]);
        for (const Member& member : left->members()) {
            const Data* other = right->find(member.key);
            if (!other)
                return false;
            pending.emplace_back(&member.value, other);
        }
    }
    return true;
}

bool equal(const Value& left, const Value& right)
{
    using Kind = Value::Kind;
    switch (left.kind) {
    case Kind::Undefined:
    case Kind::Path: return false;
    case Kind::Null: return right.kind == Kind::Null;
    case Kind::Boolean: return right.kind == Kind::Boolean && left.data == right.data;
    case Kind::String:
        return (right.kind == Kind::String || right.kind == Kind::Number) && left.data.text() == textOf(right);
    case Kind::Number:
        if (right.kind == Kind::Number)
            return left.data == right.data;
        if (right.kind == Kind::String) {
            const Data number = numberIn(right.data.text());
            return !number.isUndefined() && number == left.data;
        }
        return false;
    case Kind::Json:
        if (right.kind != Kind::Json)
            return false;
        // A literal on the left is still text to Jayway, which equals no list.
        return !left.literal && sameStructure(left.data, right.data);
    case Kind::Pattern: return right.kind == Kind::Pattern && left.literal == right.literal;
    }
    return false;
}

Value valueOf(const Data& data)
{
    using Kind = Value::Kind;
    const Kind kind = data.isNumber() ? Kind::Number : data.isString() ? Kind::String : data.isBoolean() ? Kind::Boolean
        : data.isNull() ? Kind::Null : data.isUndefined() ? Kind::Undefined : Kind::Json;
    return {kind, data, nullptr};
}

/// An item of a list. Jayway cannot take lists and objects in lists, and reads strings once more.
Status listItem(const Data& data, Value& value)
{
    if (data.isArray() || data.isObject())
        return Status::Failed;
    value = valueOf(data);
    if (!data.isString())
        return Status::Ok;
    std::string_view text = data.text();
    CompileError error;
    if ((text.starts_with('$') || text.starts_with('@')) && compilePath(text, error)) {
        value.kind = Value::Kind::Path;
        return Status::Ok;
    }
    if (text.size() > 1) {
        const bool isQuoted = text.front() == text.back() && (text.front() == '\'' || text.front() == '"');
        value.data = Data::string(unescaped(isQuoted ? text.substr(1, text.size() - 2) : text));
    }
    return Status::Ok;
}

/// The items of a list as values: Invalid when it is none.
Status listOf(const Value& value, std::vector<Value>& items, bool& isList)
{
    isList = value.isList();
    if (value.kind != Value::Kind::Json)
        return Status::Invalid;
    if (value.literal && value.data.isUndefined())
        return Status::Failed;
    for (const Data& item : value.data.items()) {
        Value next;
        if (const Status status = listItem(item, next); status != Status::Ok)
            return status;
        items.push_back(std::move(next));
    }
    return Status::Ok;
}

bool contains(const std::vector<Value>& items, const Value& value)
{
    for (const Value& item : items)
        if (equal(value, item))
            return true;
    return false;
}

/// Less: negative, same: 0, greater: positive; nothing when the two have no order.
std::optional<int> order(const Value& left, const Value& right)
{
    using Kind = Value::Kind;
    if (left.kind == Kind::Number && right.kind == Kind::Number)
        return compareNumbers(left.data, right.data);
    if (left.kind == Kind::String && right.kind == Kind::String)
        return compareUtf16(left.data.text(), right.data.text());
    return std::nullopt;
}

std::size_t utf16Length(std::string_view text)
{
    std::size_t units = 0;
    for (std::size_t position = 0; position < text.size();)
        units += nextCodePoint(text, position) > 0xFFFF ? 2 : 1;
    return units;
}

class Comparison
{
public:
    Comparison(const Value& left, const Value& right, bool& answer) : m_left(left), m_right(right), m_answer(answer) {}

    Status compare(Relation relation)
    {
        m_answer = false;
        switch (relation) {
        case Relation::Equal: m_answer = equal(m_left, m_right); return Status::Ok;
        case Relation::NotEqual: m_answer = !equal(m_left, m_right); return Status::Ok;
        case Relation::StrictEqual: m_answer = m_left.kind == m_right.kind && equal(m_left, m_right); return Status::Ok;
        case Relation::StrictNotEqual: m_answer = !(m_left.kind == m_right.kind && equal(m_left, m_right)); return Status::Ok;
        case Relation::Less: return ordered([](int sign) { return sign < 0; });
        case Relation::LessOrEqual: return ordered([](int sign) { return sign <= 0; });
        case Relation::Greater: return ordered([](int sign) { return sign > 0; });
        case Relation::GreaterOrEqual: return ordered([](int sign) { return sign >= 0; });
        case Relation::Exists: return exists();
        case Relation::Regex: return regex();
        case Relation::Size: return size();
        case Relation::Empty: return empty();
        case Relation::In: return in(true);
        case Relation::NotIn: return in(false);
        case Relation::Contains: return containsRight();
        case Relation::SubsetOf: return overlap([](std::size_t found, std::size_t all) { return found == all; });
        case Relation::AnyOf: return overlap([](std::size_t found, std::size_t) { return found > 0; });
        case Relation::NoneOf: return overlap([](std::size_t found, std::size_t) { return found == 0; });
        case Relation::All:
        case Relation::Type:
        case Relation::Matches: return Status::Invalid; // only Jayway's Java interface can write their right side
        }
        return Status::Ok;
    }

private:
    template <class Accepts>
    Status ordered(Accepts accepts)
    {
        const auto sign = order(m_left, m_right);
        m_answer = sign && accepts(*sign);
        return Status::Ok;
    }

    Status exists()
    {
        const bool leftIs = m_left.kind == Value::Kind::Boolean;
        const bool rightIs = m_right.kind == Value::Kind::Boolean;
        if (!leftIs && !rightIs)
            return Status::Failed;
        if (!leftIs || !rightIs)
            return Status::Invalid;
        m_answer = m_left.data == m_right.data;
        return Status::Ok;
    }

    Status size()
    {
        if (m_right.kind != Value::Kind::Number)
            return Status::Ok;
        const auto expected = static_cast<std::int64_t>(m_right.data.asDouble());
        if (m_left.kind == Value::Kind::String)
            m_answer = static_cast<std::int64_t>(utf16Length(m_left.data.text())) == expected;
        else if (m_left.kind == Value::Kind::Json)
            m_answer = (m_left.data.isArray() ? static_cast<std::int64_t>(m_left.data.size()) : -1) == expected;
        return Status::Ok;
    }

    Status empty()
    {
        if (m_left.kind != Value::Kind::String && m_left.kind != Value::Kind::Json)
            return Status::Ok;
        if (m_left.kind == Value::Kind::Json && m_left.data.isObject())
            return Status::Failed; // Jayway takes every container for a list here
        if (m_right.kind != Value::Kind::Boolean)
            return Status::Invalid;
        const bool isEmpty = m_left.kind == Value::Kind::String ? m_left.data.text().empty() : m_left.data.size() == 0;
        m_answer = isEmpty == m_right.data.asBoolean();
        return Status::Ok;
    }

    Status in(bool wanted)
    {
        std::vector<Value> items;
        bool isList = false;
        if (const Status status = listOf(m_right, items, isList); status != Status::Ok)
            return status;
        m_answer = (isList && contains(items, m_left)) == wanted;
        return Status::Ok;
    }

    Status containsRight()
    {
        if (m_left.kind == Value::Kind::String && m_right.kind == Value::Kind::String) {
            m_answer = m_left.data.text().find(m_right.data.text()) != std::string_view::npos;
            return Status::Ok;
        }
        if (m_left.kind != Value::Kind::Json)
            return Status::Ok;
        std::vector<Value> items;
        bool isList = false;
        if (const Status status = listOf(m_left, items, isList); status != Status::Ok)
            return status;
        m_answer = isList && contains(items, m_right);
        return Status::Ok;
    }

    template <class Accepts>
    Status overlap(Accepts accepts)
    {
        std::vector<Value> right;
        std::vector<Value> left;
        bool isList = false;
        if (const Status status = listOf(m_right, right, isList); status != Status::Ok || !isList)
            return status;
        if (const Status status = listOf(m_left, left, isList); status != Status::Ok || !isList)
            return status;
        std::size_t found = 0;
        for (const Value& item : left)
            found += contains(right, item) ? 1 : 0;
        m_answer = accepts(found, left.size());
        return Status::Ok;
    }

    Status regex()
    {
        const bool leftIs = m_left.kind == Value::Kind::Pattern;
        if (leftIs == (m_right.kind == Value::Kind::Pattern))
            return Status::Ok;
        const Regex& pattern = *(leftIs ? m_left : m_right).literal->pattern;
        const Value& input = leftIs ? m_right : m_left;
        std::vector<Value> items{input};
        if (input.isList()) {
            items.clear();
            bool isList = false;
            if (const Status status = listOf(input, items, isList); status != Status::Ok)
                return status;
        }
        for (const Value& item : items)
            m_answer = m_answer || pattern.matchesWhole(matchedText(item)) == Regex::Answer::Match;
        return Status::Ok;
    }

    static std::string matchedText(const Value& value)
    {
        switch (value.kind) {
        case Value::Kind::String:
        case Value::Kind::Number: return textOf(value);
        case Value::Kind::Boolean: return value.data.asBoolean() ? "true" : "false";
        default: return {};
        }
    }

    const Value& m_left;
    const Value& m_right;
    bool& m_answer;
};

Status evaluateOperand(const FilterContext& context, const Operand& operand, Value& value)
{
    using Kind = Value::Kind;
    switch (operand.kind) {
    case Operand::Kind::Path: break;
    case Operand::Kind::Null: value = {Kind::Null, Data::null(), nullptr}; return Status::Ok;
    case Operand::Kind::Boolean: value = {Kind::Boolean, operand.value, nullptr}; return Status::Ok;
    case Operand::Kind::Number: value = {Kind::Number, operand.value, &operand}; return Status::Ok;
    case Operand::Kind::String: value = {Kind::String, operand.value, nullptr}; return Status::Ok;
    case Operand::Kind::Json: value = {Kind::Json, operand.value, &operand}; return Status::Ok;
    case Operand::Kind::Pattern: value = {Kind::Pattern, {}, &operand}; return Status::Ok;
    }
    const bool fromDocument = operand.path->fromDocument;
    if (fromDocument)
        if (const auto known = context.documentValues.find(&operand); known != context.documentValues.end()) {
            value = valueOf(known->second);
            return Status::Ok;
        }
    Data result;
    const Status status = Evaluator(*operand.path, context.document, context.budget)
                              .evaluate(fromDocument ? context.document : context.item, result);
    if (status == Status::NotFound) {
        value = {};
        return Status::Ok;
    }
    if (status == Status::Ok && fromDocument)
        context.documentValues.emplace(&operand, result);
    value = valueOf(result);
    return status;
}

/// `[?(@.a)]`: even a `$` path is looked for in the item here.
Status pathExists(const FilterContext& context, const Operand& operand, bool& answer)
{
    Data result;
    const Status status = Evaluator(*operand.path, context.document, context.budget, true).evaluate(context.item, result);
    answer = (status == Status::Ok) == operand.shouldExist;
    return status == Status::NotFound ? Status::Ok : status;
}

} // namespace

Status FilterContext::holds(const Filter& filter, bool& answer) const
{
    switch (filter.kind) {
    case Filter::Kind::Or:
    case Filter::Kind::And: {
        const bool decisive = filter.kind == Filter::Kind::Or;
        answer = !decisive;
        for (const Filter& part : filter.parts) {
            if (const Status status = holds(part, answer); status != Status::Ok)
                return status;
            if (answer == decisive)
                break;
        }
        return Status::Ok;
    }
    case Filter::Kind::Not: {
        const Status status = holds(filter.parts.front(), answer);
        answer = !answer;
        return status;
    }
    case Filter::Kind::Relation: break;
    }
    if (filter.relation == Relation::Exists && filter.left.kind == Operand::Kind::Path && filter.right.kind == Operand::Kind::Null)
        return pathExists(*this, filter.left, answer);
    Value left;
    Value right;
    if (const Status status = evaluateOperand(*this, filter.left, left); status != Status::Ok)
        return status;
    if (const Status status = evaluateOperand(*this, filter.right, right); status != Status::Ok)
        return status;
    return Comparison(left, right, answer).compare(filter.relation);
}

} // namespace asl::query::jsonpath
