// The functions that Step Functions adds to JSONata, or has in its own way.

#include "core/data/json.h"
#include "core/query/jsonata/functions.h"
#include "core/query/random.h"
#include "core/support/message.h"

#include <algorithm>
#include <cmath>

namespace asl::query::jsonata {

namespace {

constexpr double maxRange = 360'145;

Data refuse(const Call& call, std::string message) { return call.evaluator.fail({.code = "D3137", .message = std::move(message)}); }

Data partition(const Call& call)
{
    const auto items = call.at(0).items();
    if (call.at(0).isUndefined() || items.empty())
        return {};
    const double size = call.at(1).isUndefined() ? static_cast<double>(items.size()) : std::trunc(call.at(1).asDouble());
    if (size < 0)
        return refuse(call, "Second argument must be zero or greater");
    if (size == 0)
        return {};
    std::vector<Data> chunks;
    for (std::size_t begin = 0; begin < items.size();) {
        const auto count = static_cast<std::size_t>(std::min(static_cast<double>(items.size() - begin), size));
        const auto chunk = items.subspan(begin, count);
        chunks.push_back(Data::array({chunk.begin(), chunk.end()}));
        begin += count;
    }
    return call.evaluator.sequence(chunks, 0); // one chunk stays [[…]]
}

Data range(const Call& call)
{
    if (call.at(0).isUndefined() || call.at(1).isUndefined() || call.at(2).isUndefined())
        return {};
    const double first = std::trunc(call.at(0).asDouble());
    const double last = std::trunc(call.at(1).asDouble());
    const double step = std::trunc(call.at(2).asDouble());
    if (step == 0 || (step > 0) != (last >= first))
        return first == last && step != 0 ? Data::number(first) : Data();
    const double count = std::floor((last - first) / step) + 1;
    if (count > maxRange)
        return call.fail("U1002");
    std::vector<Data> numbers;
    for (double i = 0; i < count; ++i)
        numbers.push_back(Data::number(first + i * step));
    return call.evaluator.sequence(numbers);
}

Data hashed(const Call& call)
{
    if (call.at(0).isUndefined() || call.at(1).isUndefined())
        return {};
    constexpr std::string_view algorithms[] = {"SHA-1", "SHA-384", "SHA-256", "SHA-512", "MD5"};
    const std::string_view algorithm = call.at(1).text();
    if (std::find(std::begin(algorithms), std::end(algorithms), algorithm) == std::end(algorithms))
        return refuse(call, "Hash algorithm '" + std::string(algorithm) + "' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5");
    const Platform* platform = call.evaluator.context().platform;
    if (!platform || !platform->hash)
        return refuse(call, "$hash is not available here");
    return Data::string(platform->hash(algorithm, call.at(0).text()));
}

/// First draw of java.util.Random(seed).nextDouble().
double javaRandom(std::int64_t seed)
{
    constexpr std::uint64_t multiplier = 0x5DEECE66DULL;
    constexpr std::uint64_t mask = (1ULL << 48) - 1;
    std::uint64_t state = (static_cast<std::uint64_t>(seed) ^ multiplier) & mask;
    const auto next = [&state](int bits) {
        state = (state * multiplier + 11) & mask;
        return state >> (48 - bits);
    };
    const std::uint64_t high = next(26);
    const std::uint64_t low = next(27);
    return static_cast<double>((high << 27) + low) / 9007199254740992.0;
}

Data random(const Call& call)
{
    if (!call.at(0).isUndefined())
        return Data::number(javaRandom(static_cast<std::int64_t>(std::clamp(std::trunc(call.at(0).asDouble()), -9.2e18, 9.2e18))));
    std::uint64_t fixed = 0;
    std::uint64_t* state = call.evaluator.context().randomState;
    return Data::number(nextFraction(state ? *state : fixed));
}

Data uuid(const Call& call)
{
    std::uint64_t fixed = 0;
    std::uint64_t* state = call.evaluator.context().randomState;
    return Data::string(nextUuid(state ? *state : fixed));
}

Data parse(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const SyntaxTree tree = SyntaxTree::parse(std::string(call.at(0).text()));
    const bool duplicate = std::any_of(tree.extensions().begin(), tree.extensions().end(),
                                       [](const Extension& extension) { return extension.kind == Extension::Kind::DuplicateKey; });
    const auto value = data::parse(call.at(0).text());
    if (!value || duplicate)
        return refuse(call, "Invalid JSON");
    return value->isNumber() && value->asDouble() == 0 ? Data::integer(0) : *value;
}

constexpr auto service = FunctionRow::In::StepFunctions;

constexpr FunctionRow rows[] = {
    {"partition", "<an?:a>", ASL_TEXT("language", "The items in arrays of at most that size."), 2, partition, service},
    {"range", "<nnn?:a>", ASL_TEXT("language", "The numbers from the first to the last by a step."), 3, range, service},
    {"hash", "<ss?:s>", ASL_TEXT("language", "The hash in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512."), 2, hashed, service},
    {"random", "<n?:n>", ASL_TEXT("language", "A random number from 0 to below 1; the same for the same seed."), 1, random, service},
    {"uuid", "<:s>", ASL_TEXT("language", "A universally unique identifier of version 4."), 0, uuid, service},
    {"parse", "<s-:x>", ASL_TEXT("language", "The value that the JSON text says."), 1, parse, service},
};

} // namespace

std::span<const FunctionRow> serviceFunctions() { return rows; }

} // namespace asl::query::jsonata
