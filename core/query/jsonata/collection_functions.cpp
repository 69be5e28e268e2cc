// Functions on arrays, objects and values of any kind.

#include "core/data/json.h"
#include "core/query/jsonata/functions.h"
#include "core/query/random.h"
#include "core/support/message.h"

#include <unordered_map>

namespace asl::query::jsonata {

namespace {

Data count(const Call& call) { return Data::integer(static_cast<std::int64_t>(call.at(0).size())); }

Data append(const Call& call)
{
    const Data result = appended(call.at(0), call.at(1));
    if (result.size() > call.evaluator.limits().sequence)
        return call.fail("D2015", Data::integer(static_cast<std::int64_t>(result.size())));
    return call.evaluator.withinTime(result.size() / Evaluator::itemsPerStep) ? result : Data();
}

Data exists(const Call& call) { return Data::boolean(!call.at(0).isUndefined()); }

Data spreadOf(const Data& value)
{
    if (value.isArray()) {
        std::vector<Data> parts;
        for (const Data& item : value.items()) {
            const Data spread = spreadOf(item);
            if (spread.isArray())
                parts.insert(parts.end(), spread.items().begin(), spread.items().end());
            else if (!spread.isUndefined())
                parts.push_back(spread);
        }
        return parts.empty() ? Data() : Data::arrayFrom(parts);
    }
    if (!value.isObject())
        return value;
    std::vector<Data> parts;
    for (const Member& member : value.members())
        parts.push_back(Data::object({member}));
    return Data::arrayFrom(parts).withMarks(Sequence);
}

Data spread(const Call& call)
{
    return call.evaluator.withinSize(call.at(0)) ? spreadOf(call.at(0)) : Data();
}

Data merge(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    ObjectBuilder merged;
    for (const Data& object : call.at(0).items())
        for (const Member& member : object.members())
            merged.set(member.key, member.value);
    return std::move(merged).build();
}

Data reverse(const Call& call)
{
    if (call.at(0).size() <= 1)
        return call.at(0);
    const auto items = call.at(0).items();
    return Data::array({items.rbegin(), items.rend()});
}

void collectKeys(const Data& value, ObjectBuilder& keys)
{
    for (const Data& item : value.items())
        collectKeys(item, keys);
    for (const Member& member : value.members())
        keys.set(member.key, Data::null());
}

Data keys(const Call& call)
{
    if (!call.evaluator.withinSize(call.at(0)))
        return {};
    ObjectBuilder all;
    collectKeys(call.at(0), all);
    const Data object = std::move(all).build();
    std::vector<Data> names;
    for (const Member& member : object.members())
        names.push_back(member.key);
    return call.evaluator.sequence(names);
}

Data lookup(const Call& call) { return lookedUp(call.evaluator, call.at(0), call.at(1)); }

Data distinct(const Call& call)
{
    const Data& value = call.at(0);
    if (!value.isArray() || value.size() <= 1)
        return value;
    if (!call.evaluator.withinSize(value))
        return {};
    std::unordered_multimap<std::size_t, const Data*> seen;
    std::vector<Data> results;
    for (const Data& item : value.items()) {
        const std::size_t key = hash(item);
        const auto [begin, end] = seen.equal_range(key);
        bool known = false;
        for (auto entry = begin; entry != end && !known; ++entry)
            known = *entry->second == item;
        if (known)
            continue;
        seen.emplace(key, &item);
        results.push_back(item);
    }
    return call.evaluator.sequence(results, isSequence(value) ? Sequence : 0);
}

Data shuffle(const Call& call)
{
    if (call.at(0).size() <= 1)
        return call.at(0);
    std::uint64_t fixed = 0;
    std::uint64_t* state = call.evaluator.context().randomState;
    std::vector<Data> items(call.at(0).items().begin(), call.at(0).items().end());
    for (std::size_t i = items.size(); --i > 0;)
        std::swap(items[i], items[nextRandom(state ? *state : fixed) % (i + 1)]);
    return Data::arrayFrom(items);
}

Data zip(const Call& call)
{
    std::size_t length = call.arguments.empty() ? 0 : call.arguments.front().size();
    for (const Data& argument : call.arguments)
        length = std::min(length, argument.isArray() ? argument.size() : 0);
    std::vector<Data> tuples;
    for (std::size_t i = 0; i < length; ++i) {
        std::vector<Data> tuple;
        for (const Data& argument : call.arguments)
            tuple.push_back(argument.items()[i]);
        tuples.push_back(Data::arrayFrom(tuple));
    }
    return call.evaluator.sequence(tuples, 0);
}

Data type(const Call& call)
{
    const Data& value = call.at(0);
    switch (value.kind()) {
    case Data::Kind::Undefined: return {};
    case Data::Kind::Null: return Data::string("null");
    case Data::Kind::False:
    case Data::Kind::True: return Data::string("boolean");
    case Data::Kind::Integer:
    case Data::Kind::Double: return isNumeric(call.evaluator, value) ? Data::string("number") : Data::string("object");
    case Data::Kind::ShortString:
    case Data::Kind::String: return Data::string("string");
    case Data::Kind::Array: return Data::string("array");
    case Data::Kind::Object: return Data::string("object");
    case Data::Kind::Function: return Data::string("function");
    }
    return {};
}

Data boolean(const Call& call) { return call.at(0).isUndefined() ? Data() : Data::boolean(truth(call.evaluator, call.at(0))); }
Data negation(const Call& call) { return call.at(0).isUndefined() ? Data() : Data::boolean(!truth(call.evaluator, call.at(0))); }

Data error(const Call& call)
{
    const std::string_view text = call.at(0).text();
    return call.evaluator.fail({.code = "D3137", .message = text.empty() ? "$error() function evaluated" : std::string(text)});
}

Data assertion(const Call& call)
{
    if (call.at(0).asBoolean())
        return {};
    const std::string_view text = call.at(1).text();
    return call.evaluator.fail({.code = "D3141", .message = text.empty() ? "$assert() statement failed" : std::string(text)});
}

/// As through JSON: numbers of 15 digits, no functions; every array and object is a new one.
Data clone(const Call& call)
{
    return call.at(0).isUndefined() || !call.evaluator.withinSize(call.at(0)) ? Data() : printable(call.evaluator, call.at(0));
}

Data eval(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    Data input = call.input;
    if (!call.at(1).isUndefined())
        input = call.at(1).isArray() && !isSequence(call.at(1)) ? Data::array({call.at(1)}).withMarks(Sequence | OuterWrapper) : call.at(1);
    return call.evaluator.evaluateText(call.at(0).text(), input);
}

constexpr FunctionRow rows[] = {
    {"count", "<a:n>", ASL_TEXT("language", "How many items the array has."), 1, count},
    {"append", "<xx:a>", ASL_TEXT("language", "The items of both arrays."), 2, append},
    {"exists", "<x:b>", ASL_TEXT("language", "Whether there is a value."), 1, exists},
    {"spread", "<x-:a<o>>", ASL_TEXT("language", "Each member of the objects as an object of its own."), 1, spread},
    {"merge", "<a<o>:o>", ASL_TEXT("language", "The members of all objects; later ones win."), 1, merge},
    {"reverse", "<a:a>", ASL_TEXT("language", "The items from last to first."), 1, reverse},
    {"keys", "<x-:a<s>>", ASL_TEXT("language", "The names of the members."), 1, keys},
    {"lookup", "<x-s:x>", ASL_TEXT("language", "The member with that name."), 2, lookup},
    {"distinct", "<x:x>", ASL_TEXT("language", "The items without repetitions."), 1, distinct},
    {"shuffle", "<a:a>", ASL_TEXT("language", "The items in random order."), 1, shuffle},
    {"zip", "<a+>", ASL_TEXT("language", "Arrays of the first items, the second ones, and so on."), 0, zip},
    {"type", "<x:s>", ASL_TEXT("language", "What kind of value it is."), 1, type},
    {"boolean", "<x-:b>", ASL_TEXT("language", "The truth of the value."), 1, boolean},
    {"not", "<x-:b>", ASL_TEXT("language", "The opposite of the value's truth."), 1, negation},
    {"error", "<s?:x>", ASL_TEXT("language", "Ends the evaluation with a message."), 1, error},
    {"assert", "<bs?:x>", ASL_TEXT("language", "Ends the evaluation with a message unless the condition holds."), 2, assertion},
    {"clone", "<(oa)-:o>", ASL_TEXT("language", "A copy of the value."), 1, clone},
    {"eval", "<sx?:x>", ASL_TEXT("language", "The value of an expression given as text."), 2, eval, FunctionRow::In::Reference},
};

} // namespace

std::span<const FunctionRow> collectionFunctions() { return rows; }

} // namespace asl::query::jsonata
