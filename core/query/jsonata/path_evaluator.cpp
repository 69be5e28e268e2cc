// Paths: each step maps over what the one before found. A step that binds `@` or `#`, or whose parent is asked for, turns the
// path into a stream of tuples (tuples.cpp).

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/step_result.h"

#include <cmath>

namespace asl::query::jsonata {

/// Names after names, as long as there is one object at a time: the common case, without sequences.
bool PathEvaluator::simpleSteps(const Node& node, const Data& input, Data& result, std::size_t& done)
{
    if (node.keepSingletonArray || node.group || node.tuple || !input.isObject())
        return false;
    const Data* value = &input;
    for (done = 0; done < node.items.size(); ++done) {
        const Node& step = *node.items[done];
        if (!value->isObject() || !isPlainName(step))
            break;
        value = memberOf(*value, step);
        if (!value) {
            result = Data();
            done = node.items.size();
            return true;
        }
    }
    if (done == 0)
        return false;
    result = *value;
    return true;
}

Data PathEvaluator::path(const Node& node, const Data& input)
{
    std::size_t first = 0;
    Data current;
    if (simpleSteps(node, input, current, first)) {
        if (first == node.items.size())
            return current;
        // What follows sees the items of an array found on the way.
    } else if (input.isArray() && node.items.front()->type == NodeType::Variable) {
        current = Data::array({input}).withMarks(Sequence);
    } else {
        current = input;
    }

    bool isTupleStream = false;
    Data tuples;
    Data result;
    for (std::size_t i = first; i < node.items.size(); ++i) {
        const Node& here = *node.items[i];
        isTupleStream = isTupleStream || here.tuple;
        if (i == 0 && here.constructsArray) {
            result = m_evaluator.evaluate(here, current.isArray() ? current : Data::array({current}).withMarks(Sequence), m_frame);
        } else if (isTupleStream) {
            tuples = tupleStep(node, here, current, tuples.isUndefined() ? nullptr : &tuples);
        } else if (here.type == NodeType::Sort) {
            result = stages(here, sort(here, current));
        } else {
            const std::span<const Data> items = current.isArray() ? current.items() : std::span<const Data>(&current, 1);
            const std::size_t names = here.plainNames;
            const bool last = i + names + 1 == node.items.size();
            result = step(here, std::span(node.items).subspan(i + 1, names), items, last);
            i += names;
        }
        if (m_evaluator.failed())
            return {};
        if (!isTupleStream && (result.isUndefined() || (result.isArray() && result.size() == 0)))
            break;
        if (here.focus == noSymbol)
            current = result;
    }
    if (isTupleStream)
        result = node.tuple && has(tuples, TupleStream) ? tuples : tuplesToItems(node, tuples);
    if (node.keepSingletonArray) {
        if (result.isArray() && has(result, Constructed) && !has(result, Sequence))
            result = Data::array({result}).withMarks(Sequence);
        if (result.isArray())
            result.setMarks(result.marks() | KeepSingleton);
    }
    if (node.group)
        result = group(*node.group, isTupleStream ? tuples : result);
    return result;
}

void StepResult::addThrough(const Data& value, std::size_t name)
{
    if (name == m_names.size())
        return addLast(value);
    const Node& step = *m_names[name];
    if (value.isObject()) {
        if (const Data* member = memberOf(value, step); member && !member->isUndefined())
            addFound(*member, name + 1);
    } else if (value.isArray()) {
        const Data found = m_evaluator.evaluate(step, value, m_frame);
        if (!found.isUndefined())
            addFound(found, name + 1);
    }
}

void StepResult::addFound(const Data& value, std::size_t name)
{
    if (name == m_names.size())
        return addLast(value);
    if (!value.isArray() || has(value, Constructed))
        return addThrough(value, name);
    for (const Data& item : value.items())
        addThrough(item, name);
}

/// The first array is kept whole: when it stays alone, it is handed on.
void StepResult::addLast(const Data& value)
{
    ++m_count;
    if (m_count == 1 && value.isArray()) {
        m_whole = value;
        return;
    }
    takeApart();
    append(value);
}

void StepResult::append(const Data& value)
{
    std::vector<Data>& values = m_evaluator.m_values;
    if (value.isArray() && !has(value, Constructed))
        values.insert(values.end(), value.items().begin(), value.items().end());
    else
        values.push_back(value);
}

void StepResult::takeApart()
{
    if (m_whole.isUndefined())
        return;
    const Data whole = std::exchange(m_whole, Data());
    append(whole);
}

void StepResult::addItem(const Data& item)
{
    if (m_names.empty())
        m_evaluator.m_values.push_back(item);
    else
        addThrough(item, 0);
}

Data StepResult::build(bool last)
{
    if (!m_whole.isUndefined()) {
        if (last && !isSequence(m_whole))
            return m_whole;
        if (!has(m_whole, Constructed))
            return m_whole.withMarks(Sequence); // one array already: handed on
    }
    takeApart();
    return m_evaluator.sequence(std::span(m_evaluator.m_values).subspan(m_begin));
}

Data PathEvaluator::step(const Node& step, std::span<Node* const> names, std::span<const Data> input, bool last)
{
    StepResult result(m_evaluator, m_frame, names);
    const bool isName = step.type == NodeType::Name && step.predicates.empty() && !step.keepArray && !step.group;
    // Each filter but the last makes an array of its own.
    const std::size_t stageCount = step.stages.size();
    const Node* lastFilter = stageCount > 0 ? step.stages.back().filter : nullptr;
    const bool streams = lastFilter && lastFilter->type != NodeType::Number;
    const bool isDescent = step.type == NodeType::Descendant && !step.isTrailed
        && (stageCount == 0 ? !names.empty() : stageCount == 1 && streams && lastFilter->isTest && !lastFilter->isActivation);
    for (const Data& item : input) {
        if (isDescent && !item.isUndefined()) {
            if (streams)
                result.beginSequence();
            Descent descent{result, lastFilter};
            if (!descend(descent, item))
                return {};
            continue;
        }
        Data scratch;
        const Data* value = &scratch;
        if (isName && item.isObject()) {
            const Data* member = memberOf(item, step);
            value = member ? member : &scratch;
        } else {
            scratch = m_evaluator.evaluate(step, item, m_frame);
        }
        if (m_evaluator.failed())
            return {};
        for (std::size_t i = 0; i < stageCount - (streams ? 1 : 0); ++i) {
            if (step.stages[i].filter)
                scratch = filter(*step.stages[i].filter, *value);
            value = &scratch;
            if (m_evaluator.failed())
                return {};
        }
        if (streams) {
            result.beginSequence();
            const std::span<const Data> items = value->isArray() ? value->items() : std::span<const Data>(value, 1);
            if (!filterEach(*lastFilter, items, false, [&result](const Data& found) { result.addItem(found); }))
                return {};
        } else if (!value->isUndefined()) {
            result.add(*value);
        }
        if (m_evaluator.failed())
            return {};
    }
    return result.build(last);
}

/// `**` and what stands behind it, without a list of all descendants. Recursion is limited by the depth of Data.
bool PathEvaluator::descend(Descent& descent, const Data& value)
{
    if (value.isArray() ? !m_evaluator.withinTime() : !visitDescendant(descent, value))
        return false;
    for (const Data& item : value.items())
        if (!descend(descent, item))
            return false;
    for (const Member& member : value.members())
        if (!descend(descent, member.value))
            return false;
    return true;
}

bool PathEvaluator::visitDescendant(Descent& descent, const Data& value)
{
    if (++descent.count > m_evaluator.limits().sequence)
        return m_evaluator.fail({.code = "D2015", .value = Data::integer(static_cast<std::int64_t>(m_evaluator.limits().sequence))}), false;
    if (!descent.test) {
        if (value.isObject())
            descent.result.addItem(value);
        return !m_evaluator.failed();
    }
    Data scratch;
    const bool keep = truth(m_evaluator, m_evaluator.look(*descent.test, value, m_frame, scratch));
    if (m_evaluator.failed())
        return false;
    if (keep)
        descent.result.addItem(value);
    return true;
}

/// Calls `emit` with each item that the predicate keeps.
template <class Emit>
bool PathEvaluator::filterEach(const Node& predicate, std::span<const Data> items, bool isStream, const Emit& emit)
{
    const auto size = static_cast<double>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Data& item = items[i];
        const Data answer = evaluateOne(predicate, item, isStream);
        if (m_evaluator.failed())
            return false;
        if (answer.isBoolean()) {
            if (answer.asBoolean())
                emit(item);
            continue;
        }
        const auto isHere = [&](const Data& number) {
            const double index = std::floor(number.asDouble());
            return (index < 0 ? size + index : index) == static_cast<double>(i);
        };
        if (isNumeric(m_evaluator, answer)) {
            if (isHere(answer))
                emit(item);
        } else if (isArrayOfNumbers(m_evaluator, answer)) {
            for (const Data& number : answer.items())
                if (isHere(number))
                    emit(item);
        } else if (truth(m_evaluator, answer)) {
            emit(item);
        }
        if (m_evaluator.failed())
            return false;
    }
    return true;
}

Data PathEvaluator::filter(const Node& predicate, const Data& input)
{
    const bool isStream = input.isArray() && has(input, TupleStream);
    const std::uint8_t marks = isStream ? Sequence | TupleStream : Sequence;
    const std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    if (predicate.type == NodeType::Number) {
        const auto size = static_cast<double>(items.size());
        double index = std::floor(predicate.value.asDouble());
        index = index < 0 ? size + index : index;
        if (index < 0 || index >= size)
            return m_evaluator.sequence({}, marks);
        Data item = items[static_cast<std::size_t>(index)];
        // A tuple is an array for us alone.
        if (item.isArray() && !predicate.isActivation)
            return item;
        return m_evaluator.sequence(std::span(&item, item.isUndefined() ? 0 : 1), marks);
    }
    std::vector<Data>& found = m_evaluator.m_values;
    const std::size_t begin = found.size();
    const bool fits = filterEach(predicate, items, isStream, [&found](const Data& item) { found.push_back(item); });
    Data result = fits ? m_evaluator.sequence(std::span(found).subspan(begin), marks) : Data();
    found.resize(begin);
    return result;
}

} // namespace asl::query::jsonata
