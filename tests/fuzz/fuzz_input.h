#pragma once
// What the fuzz targets share: how a fuzzer's bytes become an expression and the data it looks at.

#include "core/data/json.h"
#include "core/query/outcome.h"
#include "core/support/assert.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace asl::fuzz {

/// The bytes before the first NUL are the expression; what follows is JSON, or a sample where it is none.
struct Input
{
    std::string_view expression;
    Data data;
};

inline const Data& sample()
{
    static const Data value = *data::parse(
        R"({"a":[1,2.5,-3,{"b":"x","c":[true,null,{"b":"y"}]}],"s":"a,b;c","n":42,"o":{"k":"v","nested":{"a":[[1],[2,3]]}},"名":"値","e":{},"l":[]})");
    return value;
}

inline Input inputOf(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char*>(bytes), size);
    const std::size_t end = all.find('\0');
    Input input{all.substr(0, end), sample()};
    if (end != std::string_view::npos) {
        if (auto parsed = data::parse(all.substr(end + 1)))
            input.data = *std::move(parsed);
    }
    return input;
}

/// A platform without a host: the fuzzer looks for faults of the engines, not of letter case and hashes.
inline const query::Platform& platform()
{
    static const query::Platform value = {
        .upperCase = [](std::string_view text) { return std::string(text); },
        .lowerCase = [](std::string_view text) { return std::string(text); },
        .hash = [](std::string_view, std::string_view) { return std::string(32, '0'); },
    };
    return value;
}

inline query::EvaluationContext context(const Data& contextObject, const query::Variables& variables, std::uint64_t& random)
{
    query::EvaluationContext context;
    context.contextObject = &contextObject;
    context.variables = &variables;
    context.platform = &platform();
    context.randomState = &random;
    context.nowMilliseconds = 1'700'000'000'000;
    return context;
}

/// What callers do with every value: its text must have the size that is known without printing, and read as the same value.
inline void use(const query::Outcome<Data>& outcome)
{
    if (!outcome || outcome->isUndefined() || outcome->isFunction())
        return;
    const std::string text = data::toJson(*outcome);
    ASL_ASSERT(text.size() == jsonSize(*outcome), "the size of a value is the size of its text");
}

} // namespace asl::fuzz
