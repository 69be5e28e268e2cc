// Tuples: items of a path with what is bound to names beside them, and sorting, which goes by items or tuples alike. A tuple is
// an array with a place for each name of the expression; where the reference looks at one as a value, it is an object.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/merge_sort.h"
#include "core/support/utf8.h"

namespace asl::query::jsonata {

namespace {

/// A tuple being made.
class TupleBuilder
{
public:
    explicit TupleBuilder(std::size_t width) : m_slots(width) {}

    void start(const Data* tuple, const Data& item)
    {
        if (tuple) {
            std::copy(tuple->items().begin(), tuple->items().end(), m_slots.begin());
            return;
        }
        std::fill(m_slots.begin(), m_slots.end(), unbound());
        m_slots[0] = item;
    }
    void set(std::size_t slot, Data value) { m_slots[slot] = std::move(value); }
    void merge(const Data& tuple)
    {
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            if (!isUnbound(tuple.items()[i]))
                m_slots[i] = tuple.items()[i];
    }
    Data build() { return Data::arrayFrom(m_slots).withMarks(Tuple); }

private:
    std::vector<Data> m_slots;
};

} // namespace

/// The tuple as the object that it is for the reference; other values as they are.
Data PathEvaluator::asValue(const Data& item, const std::vector<Symbol>& names)
{
    if (!item.isArray() || !has(item, Tuple))
        return item;
    std::vector<Member> members;
    for (std::size_t i = 0; i < item.size(); ++i)
        if (!isUnbound(item.items()[i]))
            members.push_back({Data::string(nameOf(names[i])), item.items()[i]});
    return Data::objectFrom(members);
}

FramePointer PathEvaluator::frameOf(const Node& expression, const Data* tuple) const
{
    const std::size_t bound = tuple ? tuple->size() : 0;
    FramePointer frame = m_evaluator.m_frames.make(&m_frame, expression.tupleSlotNames, bound);
    for (std::size_t i = 0; i < bound; ++i)
        frame->slots()[i] = tuple->items()[i];
    return frame;
}

/// A filter, sort term or group expression for one item or tuple.
Data PathEvaluator::evaluateOne(const Node& expression, const Data& item, bool isStream)
{
    if (!expression.isActivation)
        return m_evaluator.evaluate(expression, item, m_frame);
    const FramePointer frame = frameOf(expression, isStream ? &item : nullptr);
    return m_evaluator.evaluate(expression, isStream ? item.items().front() : asValue(item, expression.tupleSlotNames), *frame);
}

Data PathEvaluator::tuplesToItems(const Node& path, const Data& tuples)
{
    std::vector<Data> items;
    items.reserve(tuples.size());
    // Sorted tuples of a path within a path are no stream any more.
    for (const Data& tuple : tuples.items())
        items.push_back(path.tuple ? asValue(tuple, *path.tupleNames) : tuple.items().front());
    return m_evaluator.sequence(items, path.tuple ? 0 : Sequence);
}

/// Filters and index bindings over all that a step found.
Data PathEvaluator::stages(const Node& step, Data found)
{
    for (const Stage& stage : step.stages) {
        if (m_evaluator.failed())
            return {};
        if (stage.filter) {
            found = filter(*stage.filter, found);
            continue;
        }
        std::vector<Data> indexed;
        indexed.reserve(found.size());
        TupleBuilder changed(found.size() > 0 ? found.items().front().size() : 0);
        std::int64_t place = 0;
        for (const Data& tuple : found.items()) {
            changed.start(&tuple, {});
            if (stage.index != noSymbol)
                changed.set(stage.indexSlot, Data::integer(place++));
            indexed.push_back(changed.build());
        }
        found = m_evaluator.sequence(indexed, Sequence | TupleStream);
    }
    return found;
}

Data PathEvaluator::tupleSort(const Node& path, const Node& step, const Data& input, const Data* tuples)
{
    if (tuples)
        return stages(step, sort(step, *tuples));
    const Data sorted = sort(step, input);
    std::vector<Data> result;
    TupleBuilder tuple(path.tupleNames->size());
    std::int64_t place = 0;
    for (const Data& item : sorted.isArray() ? sorted.items() : std::span<const Data>(&sorted, 1)) {
        tuple.start(nullptr, item);
        if (step.index != noSymbol)
            tuple.set(step.indexSlot, Data::integer(place));
        ++place;
        result.push_back(tuple.build());
    }
    return stages(step, m_evaluator.sequence(result, Sequence | TupleStream));
}

Data PathEvaluator::tupleStep(const Node& path, const Node& step, const Data& input, const Data* tuples)
{
    if (step.type == NodeType::Sort)
        return tupleSort(path, step, input, tuples);
    std::vector<Data> result;
    TupleBuilder next(path.tupleNames->size());
    const bool isName = step.type == NodeType::Name && step.predicates.empty() && !step.keepArray;
    const auto advance = [&](const Data* tuple, const Data& item) {
        const Data* member = isName && item.isObject() ? memberOf(item, step) : nullptr;
        const Data value = member ? *member : isName && item.isObject() ? Data() : m_evaluator.evaluate(step, item, *frameOf(step, tuple));
        if (m_evaluator.failed() || value.isUndefined())
            return;
        const bool isStream = value.isArray() && has(value, TupleStream);
        std::int64_t place = 0;
        for (const Data& part : value.isArray() ? value.items() : std::span<const Data>(&value, 1)) {
            next.start(tuple, item);
            if (isStream) {
                next.merge(part);
            } else {
                next.set(step.focus != noSymbol ? step.focusSlot : 0, part);
                if (step.index != noSymbol)
                    next.set(step.indexSlot, Data::integer(place));
                if (step.ancestor)
                    next.set(step.ancestorSlot, item);
            }
            ++place;
            result.push_back(next.build());
        }
    };
    if (tuples) {
        for (const Data& tuple : tuples->items())
            advance(&tuple, tuple.items().front());
    } else {
        for (const Data& item : input.isArray() ? input.items() : std::span<const Data>(&input, 1))
            advance(nullptr, item);
    }
    return m_evaluator.failed() ? Data() : stages(step, m_evaluator.sequence(result, Sequence | TupleStream));
}

namespace {

/// Keys of a sort: one for each item and term, found when first needed.
template <class Find>
class SortKeys
{
public:
    SortKeys(Evaluator& evaluator, const Node& step, std::size_t items, Find find)
        : m_evaluator(evaluator), m_step(step), m_find(std::move(find)), m_keys(items * step.terms.size(), unbound())
    {
    }

    bool isAfter(std::size_t a, std::size_t b)
    {
        const std::size_t terms = m_step.terms.size();
        for (std::size_t term = 0; term < terms; ++term) {
            const Data& left = key(a, term);
            const Data& right = key(b, term);
            if (m_evaluator.failed())
                return false;
            if (left.isUndefined() && right.isUndefined())
                continue;
            if (left.isUndefined() || right.isUndefined())
                return left.isUndefined();
            const int order = compared(left, right);
            if (order != 0 || m_evaluator.failed())
                return (order < 0) == m_step.terms[term].descending;
        }
        return false;
    }

private:
    const Data& key(std::size_t item, std::size_t term)
    {
        Data& known = m_keys[item * m_step.terms.size() + term];
        if (isUnbound(known) && !m_evaluator.failed())
            known = m_find(*m_step.terms[term].expression, item);
        return known;
    }

    int compared(const Data& left, const Data& right)
    {
        if (left.isNumber() && right.isNumber()) {
            const double a = left.asDouble();
            const double b = right.asDouble();
            return a < b ? -1 : a == b ? 0 : 1;
        }
        if (left.isString() && right.isString())
            return compareUtf16(left.text(), right.text());
        const bool leftIsFine = left.isString() || left.isNumber();
        if (leftIsFine && (right.isString() || right.isNumber()))
            m_evaluator.fail({.code = "T2007", .position = m_step.position, .value = left, .value2 = right});
        else
            m_evaluator.fail({.code = "T2008", .position = m_step.position, .value = leftIsFine ? right : left});
        return 0;
    }

    Evaluator& m_evaluator;
    const Node& m_step;
    Find m_find;
    std::vector<Data> m_keys;
};

} // namespace

Data PathEvaluator::sort(const Node& step, const Data& input)
{
    const bool isStream = input.isArray() && has(input, TupleStream);
    const std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    if (items.size() <= 1)
        return input;
    SortKeys keys(m_evaluator, step, items.size(), [&](const Node& term, std::size_t item) { return evaluateOne(term, items[item], isStream); });
    const std::vector<std::uint32_t> order = mergeSorted(items.size(), [&keys](std::size_t a, std::size_t b) { return keys.isAfter(a, b); });
    if (m_evaluator.failed())
        return {};
    std::vector<Data> sorted;
    sorted.reserve(order.size());
    for (const std::size_t place : order)
        sorted.push_back(items[place]);
    return m_evaluator.sequence(sorted, 0); // the reference's sorted arrays are plain ones, even of tuples
}

} // namespace asl::query::jsonata
