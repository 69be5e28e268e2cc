// A hash that agrees with equality: numbers by value, members in any order. No recursion: the sum over all parts of what
// they are and where they lie.

#include "core/data/data.h"

#include <functional>

namespace asl {

namespace {

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 31;
    value *= 0x7FB5D329728EA185ULL;
    value ^= value >> 27;
    value *= 0x81DADEF4BC2DD44DULL;
    return value ^ (value >> 33);
}

std::uint64_t scalarHash(const Data& scalar)
{
    if (scalar.isNumber())
        return std::hash<double>()(scalar.asDouble() == 0 ? 0.0 : scalar.asDouble());
    if (scalar.isString())
        return std::hash<std::string_view>()(scalar.text());
    return static_cast<std::uint64_t>(scalar.kind()) + 1;
}

} // namespace

std::size_t hash(const Data& data)
{
    std::vector<std::pair<const Data*, std::uint64_t>> pending{{&data, 0}};
    std::uint64_t sum = 0;
    while (!pending.empty()) {
        const auto [value, place] = pending.back();
        pending.pop_back();
        if (!value->isArray() && !value->isObject()) {
            sum += mixed(place ^ scalarHash(*value));
            continue;
        }
        sum += mixed(place + static_cast<std::uint64_t>(value->kind()) * 0x9E3779B97F4A7C15ULL + value->size());
        for (std::size_t i = 0; i < value->items().size(); ++i)
            pending.emplace_back(&value->items()[i], mixed(place + i + 1));
        for (const Member& member : value->members())
            pending.emplace_back(&member.value, mixed(place ^ std::hash<std::string_view>()(member.key.text())));
    }
    return static_cast<std::size_t>(sum);
}

} // namespace asl
