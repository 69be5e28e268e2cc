// How many JSONPath evaluations a second: `$.detail.shipped[*].prod` over five shipped things, compiled once, and a few more.

#include "core/data/json.h"
#include "core/query/json_path.h"

#include <chrono>
#include <cstdio>

namespace {

const char* const shipped = R"({"detail":{"shipped":[
    {"prod":"E01","dest-code":1001,"note":"AAA"},{"prod":"E02","dest-code":1002,"note":"BBB"},
    {"prod":"E03","dest-code":1003,"note":"CCC"},{"prod":"E04","dest-code":1004,"note":"DDD"},
    {"prod":"E05","dest-code":1005,"note":"EEE"}]}})";

} // namespace

int main()
{
    using Clock = std::chrono::steady_clock;
    const auto data = asl::data::parse(shipped);
    for (const char* text : {"$.detail.shipped[*].prod", "$.detail.shipped[0].prod", "$..prod", "$.detail.shipped[?(@.dest-code > 1002)].prod"}) {
        const auto path = asl::query::JsonPath::compile(text);
        std::size_t found = 0;
        constexpr int count = 1'000'000;
        const auto begin = Clock::now();
        for (int i = 0; i < count; ++i)
            found += path->evaluate(*data)->size();
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        std::printf("%-45s %10.0f evaluations/s  (%zu values)\n", text, count / seconds, found / count);
    }
    return 0;
}
