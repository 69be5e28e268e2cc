// The table of intrinsic functions and what they do. Limits and surprises are the service's.

#include "core/query/intrinsics.h"

#include "core/data/json.h"
#include "core/query/base64.h"
#include "core/query/random.h"
#include "core/support/message.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace asl::query {

namespace {

using Arguments = std::span<const Data>;

constexpr std::size_t maxTextLength = 10000;
constexpr std::int64_t maxRangeLength = 1000;

QueryError failure(std::string message)
{
    return {"States.IntrinsicFailure", std::move(message), 0, {}};
}

/// Math.round of Java: half goes up.
std::int64_t wholeNumber(const Data& number)
{
    if (number.kind() == Data::Kind::Integer)
        return number.asInteger();
    return static_cast<std::int64_t>(std::clamp(std::floor(number.asDouble() + 0.5), -9.2e18, 9.2e18));
}

std::optional<QueryError> tooLong(std::string_view text, std::string_view function)
{
    if (codePointCount(text) <= maxTextLength)
        return std::nullopt;
    return failure("The input of " + std::string(function) + " must have at most " + std::to_string(maxTextLength) +
                   " characters");
}

Outcome<Data> array(Arguments arguments, const EvaluationContext&)
{
    return Data::array({arguments.begin(), arguments.end()});
}

Outcome<Data> arrayPartition(Arguments arguments, const EvaluationContext&)
{
    const auto items = arguments[0].items();
    const std::int64_t size = wholeNumber(arguments[1]);
    if (size < 1)
        return failure("The chunk size of States.ArrayPartition must be greater than zero");
    ArrayBuilder chunks;
    for (std::size_t begin = 0; begin < items.size();) {
        const std::size_t count = std::min<std::size_t>(items.size() - begin, static_cast<std::size_t>(size));
        const auto chunk = items.subspan(begin, count);
        chunks.add(Data::array({chunk.begin(), chunk.end()}));
        begin += count;
    }
    return std::move(chunks).build();
}

Outcome<Data> arrayContains(Arguments arguments, const EvaluationContext&)
{
    const auto items = arguments[0].items();
    return Data::boolean(std::find(items.begin(), items.end(), arguments[1]) != items.end());
}

Outcome<Data> arrayRange(Arguments arguments, const EvaluationContext&)
{
    const std::int64_t first = wholeNumber(arguments[0]);
    const std::int64_t last = wholeNumber(arguments[1]);
    const std::int64_t step = wholeNumber(arguments[2]);
    if (step == 0)
        return failure("The step of States.ArrayRange must not be zero");
    const double count =
        std::floor((static_cast<double>(last) - static_cast<double>(first)) / static_cast<double>(step)) + 1;
    if (count > static_cast<double>(maxRangeLength))
        return failure("States.ArrayRange makes at most " + std::to_string(maxRangeLength) + " elements");
    ArrayBuilder range;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(count); ++i)
        range.add(Data::integer(first + i * step));
    return std::move(range).build();
}

Outcome<Data> arrayGetItem(Arguments arguments, const EvaluationContext&)
{
    const auto items = arguments[0].items();
    const std::int64_t index = wholeNumber(arguments[1]);
    if (index < 0 || index >= static_cast<std::int64_t>(items.size()))
        return failure("The index " + std::to_string(index) +
                       " of States.ArrayGetItem is outside the array of length " + std::to_string(items.size()));
    return items[static_cast<std::size_t>(index)];
}

Outcome<Data> arrayLength(Arguments arguments, const EvaluationContext&)
{
    return Data::integer(static_cast<std::int64_t>(arguments[0].size()));
}

Outcome<Data> arrayUnique(Arguments arguments, const EvaluationContext&)
{
    std::unordered_multimap<std::size_t, const Data*> seen;
    ArrayBuilder unique;
    for (const Data& item : arguments[0].items()) {
        const std::size_t key = hash(item);
        const auto [begin, end] = seen.equal_range(key);
        if (std::any_of(begin, end, [&item](const auto& entry) { return *entry.second == item; }))
            continue;
        seen.emplace(key, &item);
        unique.add(item);
    }
    return std::move(unique).build();
}

Outcome<Data> base64Encode(Arguments arguments, const EvaluationContext&)
{
    if (auto error = tooLong(arguments[0].text(), "States.Base64Encode"))
        return *std::move(error);
    return Data::string(base64Encoded(arguments[0].text()));
}

Outcome<Data> base64Decode(Arguments arguments, const EvaluationContext&)
{
    if (auto error = tooLong(arguments[0].text(), "States.Base64Decode"))
        return *std::move(error);
    const auto bytes = base64Decoded(arguments[0].text());
    if (!bytes)
        return failure("The input of States.Base64Decode is not Base64");
    std::string text;
    for (std::size_t position = 0; position < bytes->size();)
        appendUtf8(text, nextCodePoint(*bytes, position)); // what is no UTF-8 becomes U+FFFD
    return Data::string(text);
}

Outcome<Data> hashed(Arguments arguments, const EvaluationContext& context)
{
    const std::string text = arguments[0].isString() ? std::string(arguments[0].text()) : data::toJson(arguments[0]);
    if (auto error = tooLong(text, "States.Hash"))
        return *std::move(error);
    constexpr std::string_view algorithms[] = {"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"};
    const std::string_view algorithm = arguments[1].text();
    if (std::find(std::begin(algorithms), std::end(algorithms), algorithm) == std::end(algorithms))
        return failure("States.Hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not \"" + std::string(algorithm) +
                       "\"");
    if (!context.platform || !context.platform->hash)
        return failure("States.Hash is not available here");
    return Data::string(context.platform->hash(algorithm, text));
}

Outcome<Data> jsonMerge(Arguments arguments, const EvaluationContext&)
{
    if (arguments[2].asBoolean())
        return failure("States.JsonMerge supports only the shallow merging mode: its third argument must be false");
    ObjectBuilder merged(arguments[0]);
    for (const Member& member : arguments[1].members())
        merged.set(member.key, member.value);
    return std::move(merged).build();
}

Outcome<Data> mathRandom(Arguments arguments, const EvaluationContext& context)
{
    const std::int64_t low = wholeNumber(arguments[0]);
    const std::int64_t high = wholeNumber(arguments[1]);
    if (low >= high)
        return failure("The start of States.MathRandom must be less than its end");
    std::uint64_t seed = arguments.size() > 2 ? static_cast<std::uint64_t>(wholeNumber(arguments[2])) : 0;
    std::uint64_t& state = arguments.size() > 2 || !context.randomState ? seed : *context.randomState;
    const auto range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return Data::integer(static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + nextRandom(state) % range));
}

Outcome<Data> mathAdd(Arguments arguments, const EvaluationContext&)
{
    std::int64_t sum = 0;
    for (const Data& argument : arguments) {
        const std::int64_t number = wholeNumber(argument);
        if (number < -2147483648LL || number > 2147483647LL)
            return failure("The arguments of States.MathAdd must be between -2147483648 and 2147483647");
        sum += number;
    }
    return Data::integer(sum);
}

Outcome<Data> stringSplit(Arguments arguments, const EvaluationContext&)
{
    // Every character of the second argument separates; what is empty is dropped.
    const std::string_view text = arguments[0].text();
    std::vector<char32_t> separators;
    for (std::size_t position = 0; position < arguments[1].text().size();)
        separators.push_back(nextCodePoint(arguments[1].text(), position));
    ArrayBuilder pieces;
    std::size_t begin = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t here = position;
        const char32_t character = nextCodePoint(text, position);
        if (std::find(separators.begin(), separators.end(), character) == separators.end())
            continue;
        if (here > begin)
            pieces.add(Data::string(text.substr(begin, here - begin)));
        begin = position;
    }
    if (begin < text.size())
        pieces.add(Data::string(text.substr(begin)));
    return std::move(pieces).build();
}

Outcome<Data> uuid(Arguments, const EvaluationContext& context)
{
    std::uint64_t fixed = 0;
    return Data::string(nextUuid(context.randomState ? *context.randomState : fixed));
}

/// Text of an argument of States.Format; arrays and objects as Java prints lists and maps. Recursion is limited by the
/// depth of values.
void appendText(std::string& text, const Data& value)
{
    const char* separator = "";
    if (value.isString()) {
        text += value.text();
    } else if (value.isArray()) {
        text += '[';
        for (const Data& item : value.items()) {
            text += separator;
            appendText(text, item);
            separator = ", ";
        }
        text += ']';
    } else if (value.isObject()) {
        text += '{';
        for (const Member& member : value.members()) {
            text.append(separator).append(member.key.text()).append("=");
            appendText(text, member.value);
            separator = ", ";
        }
        text += '}';
    } else {
        text += data::toJson(value);
    }
}

} // namespace

std::size_t formatPlaces(std::string_view pattern)
{
    std::size_t places = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\')
            ++i;
        else if (pattern.substr(i, 2) == "{}")
            ++places;
    }
    return places;
}

namespace {

Outcome<Data> format(Arguments arguments, const EvaluationContext&)
{
    const std::string_view pattern = arguments[0].text();
    std::string text;
    std::size_t used = 1;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            if (i + 1 == pattern.size())
                return failure("The template of States.Format ends with an open escape");
            const bool escapes = std::string_view("'{}\\").find(pattern[i + 1]) != std::string_view::npos;
            text += escapes ? pattern[++i] : pattern[i];
        } else if (pattern.substr(i, 2) == "{}") {
            if (used < arguments.size())
                appendText(text, arguments[used]);
            ++used;
            ++i;
        } else {
            text += pattern[i];
        }
    }
    if (used != arguments.size())
        return failure("The template of States.Format has " + std::to_string(used - 1) + " places, but there are " +
                       std::to_string(arguments.size() - 1) + " values for them");
    return Data::string(text);
}

Outcome<Data> stringToJson(Arguments arguments, const EvaluationContext&)
{
    const std::string_view text = arguments[0].text();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Data::null();
    const auto value = data::parse(text);
    if (!value)
        return failure("The input of States.StringToJson is not valid JSON: " + english(value.error().message));
    // The service reads -0 as the integer it is.
    return value->isNumber() && value->asDouble() == 0 ? Data::integer(0) : *value;
}

Outcome<Data> jsonToString(Arguments arguments, const EvaluationContext&)
{
    return Data::string(data::toJson(arguments[0]));
}

using enum IntrinsicArgument;
constexpr std::uint8_t anyNumber = IntrinsicFunction::anyNumber;

constexpr IntrinsicFunction functions[] = {
    {"States.Array",
     "States.Array(value, …)",
     ASL_TEXT("language", "An array of the values."),
     {Any, Any, Any},
     0,
     anyNumber,
     array},
    {"States.ArrayContains",
     "States.ArrayContains(array, value)",
     ASL_TEXT("language", "Whether the array has an equal item."),
     {Array, Any, Any},
     2,
     2,
     arrayContains},
    {"States.ArrayGetItem",
     "States.ArrayGetItem(array, index)",
     ASL_TEXT("language", "The item at an index that counts from 0."),
     {Array, Number, Any},
     2,
     2,
     arrayGetItem},
    {"States.ArrayLength",
     "States.ArrayLength(array)",
     ASL_TEXT("language", "How many items the array has."),
     {Array, Any, Any},
     1,
     1,
     arrayLength},
    {"States.ArrayPartition",
     "States.ArrayPartition(array, size)",
     ASL_TEXT("language", "The items in arrays of at most that size."),
     {Array, Number, Any},
     2,
     2,
     arrayPartition},
    {"States.ArrayRange",
     "States.ArrayRange(first, last, step)",
     ASL_TEXT("language", "The numbers from first to last, at most 1,000."),
     {Number, Number, Number},
     3,
     3,
     arrayRange},
    {"States.ArrayUnique",
     "States.ArrayUnique(array)",
     ASL_TEXT("language", "The items without repetitions."),
     {Array, Any, Any},
     1,
     1,
     arrayUnique},
    {"States.Base64Decode",
     "States.Base64Decode(text)",
     ASL_TEXT("language", "The text that was encoded, up to 10,000 characters."),
     {String, Any, Any},
     1,
     1,
     base64Decode},
    {"States.Base64Encode",
     "States.Base64Encode(text)",
     ASL_TEXT("language", "The text in Base64, up to 10,000 characters."),
     {String, Any, Any},
     1,
     1,
     base64Encode},
    {"States.Format",
     "States.Format(template, value, …)",
     ASL_TEXT("language", "The template with each {} replaced by a value."),
     {String, Any, Any},
     1,
     anyNumber,
     format},
    {"States.Hash",
     "States.Hash(data, algorithm)",
     ASL_TEXT("language", "The hash in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512."),
     {Any, String, Any},
     2,
     2,
     hashed},
    {"States.JsonMerge",
     "States.JsonMerge(object, object, false)",
     ASL_TEXT("language", "The members of both objects; the second wins."),
     {Object, Object, Boolean},
     3,
     3,
     jsonMerge},
    {"States.JsonToString",
     "States.JsonToString(value)",
     ASL_TEXT("language", "The value as JSON text."),
     {Any, Any, Any},
     1,
     1,
     jsonToString},
    {"States.MathAdd",
     "States.MathAdd(number, number)",
     ASL_TEXT("language", "The sum of two whole numbers."),
     {Number, Number, Any},
     2,
     2,
     mathAdd},
    {"States.MathRandom",
     "States.MathRandom(start, end, seed)",
     ASL_TEXT("language", "A whole number from start to below end; the seed is optional."),
     {Number, Number, Number},
     2,
     3,
     mathRandom},
    {"States.StringSplit",
     "States.StringSplit(text, separators)",
     ASL_TEXT("language", "The pieces between any of the separating characters."),
     {String, String, Any},
     2,
     2,
     stringSplit},
    {"States.StringToJson",
     "States.StringToJson(text)",
     ASL_TEXT("language", "The value that the JSON text says."),
     {String, Any, Any},
     1,
     1,
     stringToJson},
    {"States.UUID",
     "States.UUID()",
     ASL_TEXT("language", "A universally unique identifier of version 4."),
     {Any, Any, Any},
     0,
     0,
     uuid},
};

static_assert(std::is_sorted(std::begin(functions), std::end(functions),
                             [](const IntrinsicFunction& a, const IntrinsicFunction& b) { return a.name < b.name; }));

} // namespace

std::span<const IntrinsicFunction> intrinsicFunctions()
{
    return functions;
}

const IntrinsicFunction* findIntrinsicFunction(std::string_view name)
{
    for (const IntrinsicFunction& function : functions)
        if (function.name == name)
            return &function;
    return nullptr;
}

} // namespace asl::query
