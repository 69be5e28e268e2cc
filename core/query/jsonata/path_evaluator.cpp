// Paths: each step maps over what the one before found. A step that binds `@` or `#`, or whose parent is asked for, turns the
// path into a stream of tuples: objects with the item under "@" and the bound names beside it.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/merge_sort.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace asl::query::jsonata {

namespace {

const Data itemKey = Data::string("@");

Data nameKey(Symbol symbol) { return Data::string(nameOf(symbol)); }

Data itemOf(const Data& tuple)
{
    const Data* item = tuple.find(itemKey);
    return item ? *item : Data();
}

void assignAll(ObjectBuilder& target, const Data& source)
{
    for (const Member& member : source.members())
        target.set(member.key, member.value);
}

bool isPlainName(const Node& step)
{
    return step.type == NodeType::Name && step.stages.empty() && step.predicates.empty() && !step.tuple && !step.keepArray && !step.group;
}

} // namespace

FramePointer PathEvaluator::frameOf(const Data& tuple) const
{
    auto frame = std::make_shared<Frame>(m_frame);
    frame->bindings.reserve(tuple.size());
    for (const Member& member : tuple.members())
        frame->bindings.emplace_back(symbolOf(member.key.text()), member.value);
    return frame;
}

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
        value = value->find(step.value);
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
        if (!current.isArray())
            current = Data::array({current}).withMarks(Sequence);
    } else {
        const bool iterates = input.isArray() && node.items.front()->type != NodeType::Variable;
        current = iterates ? input : Data::array({input}).withMarks(Sequence);
    }

    bool isTupleStream = false;
    Data tuples;
    Data result;
    for (std::size_t i = first; i < node.items.size(); ++i) {
        const Node& here = *node.items[i];
        isTupleStream = isTupleStream || here.tuple;
        if (i == 0 && here.constructsArray)
            result = m_evaluator.evaluate(here, current, m_frame);
        else if (isTupleStream)
            tuples = tupleStep(here, current, tuples.isUndefined() ? nullptr : &tuples);
        else if (here.type == NodeType::Sort)
            result = stages(here, sort(here, current));
        else
            result = step(here, current.isArray() ? current.items() : std::span<const Data>(&current, 1), i + 1 == node.items.size());
        if (m_evaluator.failed())
            return {};
        if (!isTupleStream && (result.isUndefined() || (result.isArray() && result.size() == 0)))
            break;
        if (here.focus == noSymbol)
            current = result;
    }
    if (isTupleStream) {
        if (node.tuple) {
            result = tuples;
        } else {
            std::vector<Data> items;
            for (const Data& tuple : tuples.items())
                items.push_back(itemOf(tuple));
            result = m_evaluator.sequence(items);
        }
    }
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

Data PathEvaluator::step(const Node& step, std::span<const Data> input, bool last)
{
    std::vector<Data> found;
    for (const Data& item : input) {
        Data value = isPlainName(step) && item.isObject() ? lookedUp(item, step.value) : m_evaluator.evaluate(step, item, m_frame);
        for (const Stage& stage : step.stages) {
            if (m_evaluator.failed())
                return {};
            if (stage.filter)
                value = filter(*stage.filter, value);
            // The reference's evaluateStep collapses nothing between stages.
        }
        if (m_evaluator.failed())
            return {};
        if (!value.isUndefined())
            found.push_back(std::move(value));
    }
    if (found.size() == 1 && found.front().isArray()) {
        if (last && !isSequence(found.front()))
            return found.front();
        if (!has(found.front(), Constructed))
            return found.front().withMarks(Sequence); // one array already: handed on
    }
    std::vector<Data> flat;
    for (Data& value : found) {
        if (value.isArray() && !has(value, Constructed))
            flat.insert(flat.end(), value.items().begin(), value.items().end());
        else
            flat.push_back(std::move(value));
    }
    return m_evaluator.sequence(flat);
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
        std::int64_t place = 0;
        for (const Data& tuple : found.items()) {
            ObjectBuilder changed(tuple);
            changed.set(nameKey(stage.index), Data::integer(place++));
            indexed.push_back(std::move(changed).build());
        }
        found = m_evaluator.sequence(indexed, Sequence | TupleStream);
    }
    return found;
}

Data PathEvaluator::tupleStep(const Node& step, const Data& input, const Data* tuples)
{
    std::vector<Data> result;
    if (step.type == NodeType::Sort) {
        if (tuples)
            return stages(step, sort(step, *tuples));
        const Data sorted = sort(step, input);
        std::int64_t place = 0;
        for (const Data& item : sorted.items()) {
            ObjectBuilder tuple;
            tuple.set(itemKey, item);
            if (step.index != noSymbol)
                tuple.set(nameKey(step.index), Data::integer(place));
            ++place;
            result.push_back(std::move(tuple).build());
        }
        return stages(step, m_evaluator.sequence(result, Sequence | TupleStream));
    }
    std::vector<Data> wrapped;
    if (!tuples)
        for (const Data& item : input.isArray() ? input.items() : std::span<const Data>(&input, 1))
            wrapped.push_back(Data::object({{itemKey, item}}));
    for (const Data& tuple : tuples ? tuples->items() : std::span<const Data>(wrapped)) {
        const Data item = itemOf(tuple);
        Data value = m_evaluator.evaluate(step, item, frameOf(tuple));
        if (m_evaluator.failed())
            return {};
        if (value.isUndefined())
            continue;
        const bool isStream = has(value, TupleStream);
        std::int64_t place = 0;
        for (const Data& part : value.isArray() ? value.items() : std::span<const Data>(&value, 1)) {
            ObjectBuilder next(tuple);
            if (isStream) {
                assignAll(next, part);
            } else {
                if (step.focus != noSymbol)
                    next.set(nameKey(step.focus), part);
                else
                    next.set(itemKey, part);
                if (step.index != noSymbol)
                    next.set(nameKey(step.index), Data::integer(place));
                if (step.ancestor)
                    next.set(nameKey(step.ancestor->label), item);
            }
            ++place;
            result.push_back(std::move(next).build());
        }
    }
    return stages(step, m_evaluator.sequence(result, Sequence | TupleStream));
}

Data PathEvaluator::filter(const Node& predicate, const Data& input)
{
    const bool isStream = input.isArray() && has(input, TupleStream);
    const std::uint8_t marks = isStream ? Sequence | TupleStream : Sequence;
    const std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    const auto size = static_cast<double>(items.size());
    std::vector<Data> found;
    if (predicate.type == NodeType::Number) {
        double index = std::floor(predicate.value.asDouble());
        index = index < 0 ? size + index : index;
        if (index < 0 || index >= size)
            return m_evaluator.sequence(found, marks);
        const Data& item = items[static_cast<std::size_t>(index)];
        if (item.isArray())
            return item;
        if (!item.isUndefined())
            found.push_back(item);
        return m_evaluator.sequence(found, marks);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Data& item = items[i];
        const Data answer = isStream ? m_evaluator.evaluate(predicate, itemOf(item), frameOf(item))
                                     : m_evaluator.evaluate(predicate, item, m_frame);
        if (m_evaluator.failed())
            return {};
        const auto isHere = [&](const Data& number) {
            const double index = std::floor(number.asDouble());
            return (index < 0 ? size + index : index) == static_cast<double>(i);
        };
        if (isNumeric(m_evaluator, answer)) {
            if (isHere(answer))
                found.push_back(item);
        } else if (isArrayOfNumbers(m_evaluator, answer)) {
            for (const Data& number : answer.items())
                if (isHere(number))
                    found.push_back(item);
        } else if (truth(answer)) {
            found.push_back(item);
        }
        if (m_evaluator.failed())
            return {};
    }
    return m_evaluator.sequence(found, marks);
}

/// What came under one key.
struct Groups
{
    struct Group
    {
        Data key;
        std::size_t pair = 0;
        Data first;
        std::vector<Data> items; ///< once there is more than one
    };
    std::vector<Group> groups;
    std::unordered_map<std::string, std::size_t> places;
};

bool PathEvaluator::collectGroups(const Node& node, const Data& input, bool reduce, Groups& groups)
{
    static const Data none{};
    std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    if (items.empty() && !reduce)
        items = std::span<const Data>(&none, 1);
    for (const Data& item : items) {
        const FramePointer frame = reduce ? frameOf(item) : m_frame;
        const Data context = reduce ? itemOf(item) : item;
        for (std::size_t pair = 0; pair < node.pairs.size(); ++pair) {
            const Data key = m_evaluator.evaluate(*node.pairs[pair].first, context, frame);
            if (m_evaluator.failed())
                return false;
            if (key.isUndefined())
                continue;
            if (!key.isString())
                return m_evaluator.fail({.code = "T1003", .position = node.position, .value = key}), false;
            if (key.text() == "_jsonata_lambda" || key.text() == "_jsonata_function")
                return m_evaluator.fail({.code = "D1013", .position = node.position, .value = key}), false;
            const auto [place, isNew] = groups.places.emplace(std::string(key.text()), groups.groups.size());
            if (isNew) {
                groups.groups.push_back({key, pair, item, {}});
                continue;
            }
            Groups::Group& group = groups.groups[place->second];
            if (group.pair != pair)
                return m_evaluator.fail({.code = "D1009", .position = node.position, .value = key}), false;
            if (group.items.empty()) {
                const Data before = appended(group.first, Data::array({}));
                group.items.assign(before.items().begin(), before.items().end());
            }
            if (item.isArray())
                group.items.insert(group.items.end(), item.items().begin(), item.items().end());
            else if (!item.isUndefined())
                group.items.push_back(item);
        }
    }
    return true;
}

namespace {

/// Tuples of one group as one: what they bind to a name, appended.
Data reduced(std::span<const Data> tuples)
{
    ObjectBuilder result(tuples.front());
    for (const Data& tuple : tuples.subspan(1)) {
        for (const Member& member : tuple.members()) {
            const Data* before = result.find(member.key);
            result.set(member.key, appended(before ? *before : Data(), member.value));
        }
    }
    return std::move(result).build();
}

} // namespace

Data PathEvaluator::group(const Node& node, const Data& input)
{
    const bool reduce = input.isArray() && has(input, TupleStream);
    Groups groups;
    if (!collectGroups(node, input, reduce, groups))
        return {};
    std::vector<Member> members;
    for (Groups::Group& group : groups.groups) {
        Data context = group.items.empty() ? group.first : Data();
        FramePointer frame = m_frame;
        if (reduce) {
            const Data tuple = reduced(group.items.empty() ? std::span<const Data>(&group.first, 1) : std::span<const Data>(group.items));
            context = itemOf(tuple);
            frame = frameOf(tuple);
        } else if (!group.items.empty()) {
            context = Data::arrayFrom(group.items);
        }
        Data value = m_evaluator.evaluate(*node.pairs[group.pair].second, context, frame);
        if (m_evaluator.failed())
            return {};
        m_evaluator.noteMarks(value);
        if (!value.isUndefined())
            members.push_back({group.key, std::move(value)});
    }
    return Data::objectFrom(members);
}

Data PathEvaluator::sort(const Node& step, const Data& input)
{
    const bool isStream = input.isArray() && has(input, TupleStream);
    const std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    if (items.size() <= 1)
        return input;
    // Keys are computed once, when first needed.
    const std::size_t terms = step.terms.size();
    std::vector<Data> keys(items.size() * terms);
    std::vector<bool> known(keys.size());
    const auto key = [&](std::size_t item, std::size_t term) -> const Data& {
        const std::size_t place = item * terms + term;
        if (!known[place] && !m_evaluator.failed()) {
            const Node& expression = *step.terms[term].expression;
            keys[place] = isStream ? m_evaluator.evaluate(expression, itemOf(items[item]), frameOf(items[item]))
                                   : m_evaluator.evaluate(expression, items[item], m_frame);
            known[place] = true;
        }
        return keys[place];
    };
    const auto isAfter = [&](std::size_t a, std::size_t b) {
        for (std::size_t term = 0; term < terms && !m_evaluator.failed(); ++term) {
            const Data& left = key(a, term);
            const Data& right = key(b, term);
            if (m_evaluator.failed())
                return false;
            if (left.isUndefined() && right.isUndefined())
                continue;
            if (left.isUndefined() || right.isUndefined())
                return left.isUndefined();
            const bool leftIsFine = left.isString() || left.isNumber();
            if (!leftIsFine || !(right.isString() || right.isNumber()))
                return m_evaluator.fail({.code = "T2008", .position = step.position, .value = leftIsFine ? right : left}), false;
            if (left.isString() != right.isString())
                return m_evaluator.fail({.code = "T2007", .position = step.position, .value = left, .value2 = right}), false;
            if (left == right)
                continue;
            const bool less = left.isString() ? compareUtf16(left.text(), right.text()) < 0 : left.asDouble() < right.asDouble();
            return less == step.terms[term].descending;
        }
        return false;
    };
    const std::vector<std::size_t> order = mergeSorted(items.size(), isAfter);
    std::vector<Data> sorted;
    sorted.reserve(order.size());
    for (const std::size_t place : order)
        sorted.push_back(items[place]);
    return m_evaluator.sequence(sorted, 0); // the reference's sorted arrays are plain ones, even of tuples
}

} // namespace asl::query::jsonata
