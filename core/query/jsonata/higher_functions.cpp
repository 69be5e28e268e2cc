// Functions that call functions.

#include "core/query/jsonata/functions.h"
#include "core/query/jsonata/merge_sort.h"
#include "core/support/message.h"
#include "core/support/utf8.h"

#include <cmath>

namespace asl::query::jsonata {

namespace {

Data place(std::size_t index) { return Data::integer(static_cast<std::int64_t>(index)); }

/// Calls the function with the value, then its place and the whole if it takes them.
class Visitor
{
public:
    Visitor(const Call& call, const Data& function, const Data& whole) : m_callback(call.evaluator, function), m_whole(whole), m_arity(m_callback.arity()) {}

    Data operator()(const Data& value, const Data& at)
    {
        Data arguments[] = {value, m_arity >= 2 ? at : Data(), m_arity >= 3 ? m_whole : Data()};
        return m_callback(std::span(arguments, m_arity >= 3 ? 3 : m_arity >= 2 ? 2 : 1));
    }

private:
    Callback m_callback;
    const Data& m_whole;
    std::size_t m_arity;
};

Data map(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    std::vector<Data> results;
    Visitor visit(call, call.at(1), call.at(0));
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        Data result = visit(items[i], place(i));
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
    Visitor visit(call, call.at(1), call.at(0));
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool keep = truth(call.evaluator, visit(items[i], place(i)));
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
    Visitor visit(call, call.at(1), call.at(0));
    const auto items = call.at(0).items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fits = call.at(1).isUndefined() || truth(call.evaluator, visit(items[i], place(i)));
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
    Callback callback(call.evaluator, function);
    const std::size_t arity = callback.arity();
    if (arity < 2)
        return call.fail("D3050", {}, 1);
    const auto items = call.at(0).items();
    const bool fromFirst = call.at(2).isUndefined() && !items.empty();
    Data result = fromFirst ? items.front() : call.at(2);
    for (std::size_t i = fromFirst ? 1 : 0; i < items.size(); ++i) {
        Data arguments[] = {std::move(result), items[i], place(i), arity >= 4 ? call.at(0) : Data()};
        result = callback(std::span(arguments, std::min<std::size_t>(arity, 4)));
        if (call.evaluator.failed())
            return {};
    }
    return result;
}

Data sift(const Call& call)
{
    std::vector<Member> kept;
    Visitor visit(call, call.at(1), call.at(0));
    for (const Member& member : call.at(0).members()) {
        const bool keep = truth(call.evaluator, visit(member.value, member.key));
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
    Visitor visit(call, call.at(1), call.at(0));
    for (const Member& member : call.at(0).members()) {
        Data result = visit(member.value, member.key);
        if (call.evaluator.failed())
            return {};
        if (!result.isUndefined())
            results.push_back(std::move(result));
    }
    return call.evaluator.sequence(results);
}

/// Truth as JavaScript sees it, which takes every array and object for true.
bool javaScriptTruth(Evaluator& evaluator, const Data& value) { return value.isArray() || value.isObject() || value.isFunction() || truth(evaluator, value); }

Data sort(const Call& call)
{
    const Data& array = call.at(0);
    if (array.size() <= 1)
        return array;
    const auto items = array.items();
    const Data& comparator = call.at(1);
    std::vector<std::uint32_t> order;
    if (comparator.isUndefined()) {
        const bool numbers = isArrayOfNumbers(call.evaluator, array);
        if (!numbers && !isArrayOfStrings(array))
            return call.fail("D3070", {}, 1);
        order = mergeSorted(items.size(), [&](std::size_t a, std::size_t b) {
            return numbers ? items[a].asDouble() > items[b].asDouble() : compareUtf16(items[a].text(), items[b].text()) > 0;
        });
    } else {
        Callback isAfter(call.evaluator, comparator);
        order = mergeSorted(items.size(), [&](std::size_t a, std::size_t b) {
            Data arguments[] = {items[a], items[b]};
            return !call.evaluator.failed() && javaScriptTruth(call.evaluator, isAfter(arguments));
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
    {"map", "<af>", ASL_TEXT("language", "What the function makes of each item."), 2, map},
    {"filter", "<af>", ASL_TEXT("language", "The items for which the function is true."), 2, filter},
    {"single", "<af?>", ASL_TEXT("language", "The one item for which the function is true."), 2, single},
    {"reduce", "<afj?:j>", ASL_TEXT("language", "What the function makes of the items, one after the other."), 3, reduce},
    {"sift", "<o-f?:o>", ASL_TEXT("language", "The members for which the function is true."), 2, sift},
    {"each", "<o-f:a>", ASL_TEXT("language", "What the function makes of each member."), 2, each},
    {"sort", "<af?:a>", ASL_TEXT("language", "The items in order."), 2, sort},
};

} // namespace

std::span<const FunctionRow> higherFunctions() { return rows; }

} // namespace asl::query::jsonata
