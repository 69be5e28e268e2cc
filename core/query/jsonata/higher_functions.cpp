// Functions that call functions.

#include "core/query/jsonata/functions.h"
#include "core/query/jsonata/merge_sort.h"
#include "core/support/utf8.h"

#include <cmath>

namespace asl::query::jsonata {

namespace {

std::size_t arityOf(const Data& function) { return static_cast<const Procedure*>(function.functionContent().get())->arity(); }

/// The value, then its place and the whole if the function takes them.
Data called(const Call& call, const Data& function, const Data& value, const Data& place, const Data& whole)
{
    std::vector<Data> arguments{value};
    const std::size_t arity = arityOf(function);
    if (arity >= 2)
        arguments.push_back(place);
    if (arity >= 3)
        arguments.push_back(whole);
    return call.evaluator.apply(function, std::move(arguments), Data::null());
}

Data place(std::size_t index) { return Data::integer(static_cast<std::int64_t>(index)); }

Data map(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    std::vector<Data> results;
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        Data result = called(call, call.at(1), items[i], place(i), call.at(0));
        if (call.evaluator.failed())
            return {};
        if (!result.isUndefined())
            results.push_back(std::move(result));
    }
    return call.evaluator.sequence(results);
}

Data filter(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    std::vector<Data> results;
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool keep = truth(called(call, call.at(1), items[i], place(i), call.at(0)));
        if (call.evaluator.failed())
            return {};
        if (keep)
            results.push_back(items[i]);
    }
    return call.evaluator.sequence(results);
}

Data single(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const Data* found = nullptr;
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fits = call.at(1).isUndefined() || truth(called(call, call.at(1), items[i], place(i), call.at(0)));
        if (call.evaluator.failed())
            return {};
        if (fits && found)
            return call.fail("D3138", {}, static_cast<int>(i));
        if (fits)
            found = &items[i];
    }
    return found ? *found : call.fail("D3139");
}

Data reduce(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const Data& function = call.at(1);
    const std::size_t arity = arityOf(function);
    if (arity < 2)
        return call.fail("D3050", {}, 1);
    const auto items = call.at(0).items();
    const bool fromFirst = call.at(2).isUndefined() && !items.empty();
    Data result = fromFirst ? items.front() : call.at(2);
    for (std::size_t i = fromFirst ? 1 : 0; i < items.size(); ++i) {
        std::vector<Data> arguments{std::move(result), items[i]};
        if (arity >= 3)
            arguments.push_back(place(i));
        if (arity >= 4)
            arguments.push_back(call.at(0));
        result = call.evaluator.apply(function, std::move(arguments), Data::null());
        if (call.evaluator.failed())
            return {};
    }
    return result;
}

Data sift(const Call& call)
{
    std::vector<Member> kept;
    for (const Member& member : call.at(0).members()) {
        const bool keep = truth(called(call, call.at(1), member.value, member.key, call.at(0)));
        if (call.evaluator.failed())
            return {};
        if (keep)
            kept.push_back(member);
    }
    return kept.empty() ? Data() : Data::objectFrom(kept);
}

Data each(const Call& call)
{
    std::vector<Data> results;
    for (const Member& member : call.at(0).members()) {
        Data result = called(call, call.at(1), member.value, member.key, call.at(0));
        if (call.evaluator.failed())
            return {};
        if (!result.isUndefined())
            results.push_back(std::move(result));
    }
    return call.evaluator.sequence(results);
}

/// Truth as JavaScript sees it, which takes every array and object for true.
bool javaScriptTruth(const Data& value) { return value.isArray() || value.isObject() || value.isFunction() || truth(value); }

Data sort(const Call& call)
{
    const Data& array = call.at(0);
    if (array.size() <= 1)
        return array;
    const auto items = array.items();
    const Data& comparator = call.at(1);
    std::vector<std::size_t> order;
    if (comparator.isUndefined()) {
        const bool numbers = isArrayOfNumbers(call.evaluator, array);
        if (!numbers && !isArrayOfStrings(array))
            return call.fail("D3070", {}, 1);
        order = mergeSorted(items.size(), [&](std::size_t a, std::size_t b) {
            return numbers ? items[a].asDouble() > items[b].asDouble() : compareUtf16(items[a].text(), items[b].text()) > 0;
        });
    } else {
        order = mergeSorted(items.size(), [&](std::size_t a, std::size_t b) {
            return !call.evaluator.failed() && javaScriptTruth(call.evaluator.apply(comparator, {items[a], items[b]}, Data::null()));
        });
    }
    if (call.evaluator.failed())
        return {};
    std::vector<Data> sorted;
    sorted.reserve(order.size());
    for (const std::size_t index : order)
        sorted.push_back(items[index]);
    return call.evaluator.sequence(sorted, 0);
}

constexpr FunctionRow rows[] = {
    {"map", "<af>", "What the function makes of each item.", 2, map},
    {"filter", "<af>", "The items for which the function is true.", 2, filter},
    {"single", "<af?>", "The one item for which the function is true.", 2, single},
    {"reduce", "<afj?:j>", "What the function makes of the items, one after the other.", 3, reduce},
    {"sift", "<o-f?:o>", "The members for which the function is true.", 2, sift},
    {"each", "<o-f:a>", "What the function makes of each member.", 2, each},
    {"sort", "<af?:a>", "The items in order.", 2, sort},
};

} // namespace

std::span<const FunctionRow> higherFunctions() { return rows; }

} // namespace asl::query::jsonata
