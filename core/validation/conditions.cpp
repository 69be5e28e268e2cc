#include "core/validation/conditions.h"

#include "core/support/timestamp.h"
#include "core/support/utf8.h"
#include "core/validation/values.h"

#include <algorithm>
#include <charconv>

namespace asl::validation {

namespace {

/// Beyond so many alternatives a condition is taken as it is written.
constexpr std::size_t mostAlternatives = 64;

int order(double a, double b) { return a < b ? -1 : a > b ? 1 : 0; }
int order(const std::string& a, const std::string& b) { return compareUtf16(a, b); }

template <class Value>
bool isEmpty(const Interval<Value>& interval)
{
    if (!interval.low || !interval.high)
        return false;
    const int compared = order(*interval.low, *interval.high);
    return compared > 0 || (compared == 0 && (interval.lowOpen || interval.highOpen));
}

template <class Value>
void narrow(Interval<Value>& interval, const Interval<Value>& by)
{
    if (by.low) {
        const int compared = interval.low ? order(*by.low, *interval.low) : 1;
        if (compared > 0 || (compared == 0 && by.lowOpen)) {
            interval.low = by.low;
            interval.lowOpen = by.lowOpen;
        }
    }
    if (by.high) {
        const int compared = interval.high ? order(*by.high, *interval.high) : -1;
        if (compared < 0 || (compared == 0 && by.highOpen)) {
            interval.high = by.high;
            interval.highOpen = by.highOpen;
        }
    }
}

template <class Value>
bool contains(const Interval<Value>& outer, const Interval<Value>& inner)
{
    if (outer.low) {
        const int compared = inner.low ? order(*inner.low, *outer.low) : -1;
        if (compared < 0 || (compared == 0 && outer.lowOpen && !inner.lowOpen))
            return false;
    }
    if (outer.high) {
        const int compared = inner.high ? order(*inner.high, *outer.high) : 1;
        if (compared > 0 || (compared == 0 && outer.highOpen && !inner.highOpen))
            return false;
    }
    return true;
}

void narrow(ValueSet& set, const ValueSet& by)
{
    set.kinds &= by.kinds;
    narrow(set.numbers, by.numbers);
    narrow(set.texts, by.texts);
    narrow(set.moments, by.moments);
    set.isTimestamp = set.isTimestamp || by.isTimestamp;
    if (isEmpty(set.numbers))
        set.kinds &= ~unsigned(ValueSet::Number);
    if (isEmpty(set.texts) || isEmpty(set.moments))
        set.kinds &= ~unsigned(ValueSet::String);
}

bool contains(const ValueSet& outer, const ValueSet& inner)
{
    if ((inner.kinds & ~outer.kinds) != 0)
        return false;
    if ((inner.kinds & ValueSet::Number) != 0 && !contains(outer.numbers, inner.numbers))
        return false;
    return (inner.kinds & ValueSet::String) == 0
        || (contains(outer.texts, inner.texts) && contains(outer.moments, inner.moments) && (inner.isTimestamp || !outer.isTimestamp));
}

void addComparison(Conjunction& conjunction, const std::string& path, const ValueSet& set)
{
    ValueSet& known = conjunction.paths[path];
    narrow(known, set);
    conjunction.impossible = conjunction.impossible || known.kinds == 0;
}

void add(Conjunction& conjunction, const std::string& other)
{
    const std::string opposite = other.starts_with('!') ? other.substr(1) : "!" + other;
    conjunction.impossible
        = conjunction.impossible || conjunction.others.contains(opposite) || conjunction.understood.contains(opposite);
    conjunction.others.insert(other);
}

void addUnderstood(Conjunction& conjunction, const std::string& text)
{
    conjunction.impossible = conjunction.impossible || conjunction.others.contains("!" + text);
    conjunction.understood.insert(text);
}

Conjunction both(Conjunction a, const Conjunction& b)
{
    for (const auto& [path, set] : b.paths)
        addComparison(a, path, set);
    for (const std::string& other : b.others)
        add(a, other);
    for (const std::string& text : b.understood)
        addUnderstood(a, text);
    a.impossible = a.impossible || b.impossible;
    return a;
}

template <class Value>
Interval<Value> intervalOf(std::string_view relation, Value value)
{
    Interval<Value> interval;
    if (relation == "Equals" || relation.starts_with("GreaterThan"))
        interval.low = value;
    if (relation == "Equals" || relation.starts_with("LessThan"))
        interval.high = value;
    interval.lowOpen = relation == "GreaterThan";
    interval.highOpen = relation == "LessThan";
    return interval;
}

class Reader
{
public:
    explicit Reader(const SyntaxTree& tree) : m_tree(tree) {}

    Condition read(NodeId rule, int depth)
    {
        constexpr int deepest = 50;
        if (depth > deepest)
            return asWritten(rule);
        for (const char* name : {"And", "Or", "Not"})
            if (const NodeId inner = m_tree.find(rule, name); inner != noNode)
                return name[0] == 'N' ? negated(inner) : combined(rule, inner, name[0] == 'A', depth);
        if (const NodeId condition = m_tree.find(rule, "Condition"); condition != noNode)
            return constant(rule, condition);
        return comparison(rule);
    }

private:
    Condition asWritten(NodeId rule) const
    {
        Condition condition(1);
        add(condition.front(), conditionText(m_tree, rule));
        return condition;
    }

    Condition combined(NodeId rule, NodeId list, bool all, int depth)
    {
        if (m_tree.kind(list) != NodeKind::Array || m_tree.node(list).childCount == 0)
            return asWritten(rule);
        Condition whole = all ? Condition(1) : Condition();
        for (NodeId child : m_tree.children(list)) {
            const Condition part = read(child, depth + 1);
            if (all) {
                Condition product;
                for (const Conjunction& left : whole)
                    for (const Conjunction& right : part)
                        if (product.size() <= mostAlternatives)
                            product.push_back(both(left, right));
                whole = std::move(product);
            } else {
                whole.insert(whole.end(), part.begin(), part.end());
            }
            if (whole.size() > mostAlternatives)
                return asWritten(rule);
        }
        return whole;
    }

    Condition negated(NodeId inner) const
    {
        Condition condition(1);
        add(condition.front(), "!" + conditionText(m_tree, inner));
        return condition;
    }

    Condition constant(NodeId rule, NodeId value) const
    {
        std::string text = m_tree.kind(value) == NodeKind::String ? m_tree.stringValue(value) : std::string(m_tree.raw(value));
        if (isJSONata(text)) {
            text = text.substr(2, text.size() - 4);
            text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
            text.erase(text.find_last_not_of(" \t\r\n") + 1);
        }
        if (text == "true")
            return Condition(1);
        if (text != "false")
            return asWritten(rule);
        Condition never(1);
        never.front().impossible = true;
        return never;
    }

    Condition comparison(NodeId rule) const
    {
        const NodeId variable = m_tree.find(rule, "Variable");
        if (variable == noNode || m_tree.kind(variable) != NodeKind::String || isFilledInLater(m_tree, variable))
            return asWritten(rule);
        for (NodeId child : m_tree.children(rule)) {
            const std::string name = m_tree.key(child);
            if (!comparisonOperator(name) || isFilledInLater(m_tree, child))
                continue;
            const std::optional<ValueSet> set = setOf(name, child);
            if (!set)
                continue;
            Condition condition(1);
            addComparison(condition.front(), m_tree.stringValue(variable), *set);
            addUnderstood(condition.front(), conditionText(m_tree, rule)); // so that its negation is recognized
            return condition;
        }
        return asWritten(rule);
    }

    std::optional<ValueSet> setOf(std::string_view name, NodeId operand) const
    {
        const NodeKind kind = m_tree.kind(operand);
        if (name.starts_with("Is"))
            return kind == NodeKind::True || kind == NodeKind::False ? typeTest(name, kind == NodeKind::True) : std::nullopt;
        ValueSet set;
        if (name.starts_with("Numeric") && kind == NodeKind::Number) {
            double value = 0;
            const std::string_view raw = m_tree.raw(operand);
            std::from_chars(raw.data(), raw.data() + raw.size(), value);
            set.kinds = ValueSet::Number;
            set.numbers = intervalOf(name.substr(7), value);
        } else if (name == "BooleanEquals" && (kind == NodeKind::True || kind == NodeKind::False)) {
            set.kinds = kind == NodeKind::True ? ValueSet::True : ValueSet::False;
        } else if (name.starts_with("String") && kind == NodeKind::String && name != "StringMatches" && !name.ends_with("Path")) {
            set.kinds = ValueSet::String;
            set.texts = intervalOf(name.substr(6), m_tree.stringValue(operand));
        } else if (name.starts_with("Timestamp") && kind == NodeKind::String && !name.ends_with("Path")) {
            const auto moment = parseTimestamp(m_tree.stringValue(operand));
            if (!moment)
                return std::nullopt;
            set.kinds = ValueSet::String;
            set.isTimestamp = true;
            set.moments = intervalOf(name.substr(9), static_cast<double>(moment->seconds) + static_cast<double>(moment->nanoseconds) / 1e9);
        } else {
            return std::nullopt;
        }
        return set;
    }

    static std::optional<ValueSet> typeTest(std::string_view name, bool wanted)
    {
        ValueSet set;
        if (name == "IsPresent")
            set.kinds = ValueSet::All & ~unsigned(ValueSet::Absent);
        else if (name == "IsNull")
            set.kinds = ValueSet::Null;
        else if (name == "IsNumeric")
            set.kinds = ValueSet::Number;
        else if (name == "IsBoolean")
            set.kinds = ValueSet::True | ValueSet::False;
        else if (name == "IsString" || (name == "IsTimestamp" && wanted))
            set.kinds = ValueSet::String;
        else
            return std::nullopt;
        if (!wanted)
            set.kinds = ValueSet::All & ~set.kinds;
        set.isTimestamp = name == "IsTimestamp";
        return set;
    }

    const SyntaxTree& m_tree;
};

/// Every demand of `earlier` is one of `later`.
bool covers(const Conjunction& earlier, const Conjunction& later)
{
    for (const auto& [path, set] : earlier.paths) {
        const auto found = later.paths.find(path);
        if (found == later.paths.end() || !contains(set, found->second))
            return false;
    }
    return std::all_of(earlier.others.begin(), earlier.others.end(),
                       [&](const std::string& other) { return later.others.contains(other); });
}

/// Members that say what happens when the rule is true, not when it is.
bool isConsequence(std::string_view rawKey)
{
    return rawKey == "\"Next\"" || rawKey == "\"Assign\"" || rawKey == "\"Output\"" || rawKey == "\"Comment\"";
}

void write(const SyntaxTree& tree, NodeId node, bool top, std::string& text)
{
    const NodeKind kind = tree.kind(node);
    if (kind != NodeKind::Object && kind != NodeKind::Array) {
        text += kind == NodeKind::String ? quoted(tree.stringValue(node)) : std::string(tree.raw(node));
        return;
    }
    std::vector<std::string> parts;
    for (NodeId child : tree.children(node)) {
        if (top && isConsequence(tree.rawKey(child)))
            continue;
        std::string part = kind == NodeKind::Object ? quoted(tree.key(child)) + ":" : std::string();
        write(tree, child, false, part);
        parts.push_back(std::move(part));
    }
    if (kind == NodeKind::Object)
        std::sort(parts.begin(), parts.end());
    text += kind == NodeKind::Object ? '{' : '[';
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : ",") + parts[i];
    text += kind == NodeKind::Object ? '}' : ']';
}

} // namespace

Condition conditionOf(const SyntaxTree& tree, NodeId rule) { return Reader(tree).read(rule, 0); }

bool isNeverTrue(const Condition& condition)
{
    return std::all_of(condition.begin(), condition.end(), [](const Conjunction& part) { return part.impossible; });
}

bool covers(const Condition& earlier, const Condition& later)
{
    return std::all_of(later.begin(), later.end(), [&](const Conjunction& wanted) {
        return wanted.impossible || std::any_of(earlier.begin(), earlier.end(), [&](const Conjunction& given) {
                   return !given.impossible && covers(given, wanted);
               });
    });
}

std::string conditionText(const SyntaxTree& tree, NodeId rule)
{
    std::string text;
    write(tree, rule, true, text);
    return text;
}

} // namespace asl::validation
