#pragma once
// A stable sort that bears any comparison, however contradictory: what users write as comparators need not be an order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace asl::query::jsonata {

/// Places 0 … count - 1 in order; `isAfter(a, b)`: what is at a belongs behind what is at b.
template <class IsAfter>
std::vector<std::uint32_t> mergeSorted(std::size_t count, IsAfter isAfter)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::vector<std::uint32_t> merged(count);
    // Halves are split as the reference does, so that comparators are called on the same pairs.
    const auto sortRange = [&](const auto& self, std::size_t begin, std::size_t end) -> void {
        if (end - begin <= 1)
            return;
        const std::size_t middle = begin + (end - begin) / 2;
        self(self, begin, middle);
        self(self, middle, end);
        std::size_t left = begin;
        std::size_t right = middle;
        std::size_t out = begin;
        while (left < middle && right < end)
            merged[out++] = isAfter(order[left], order[right]) ? order[right++] : order[left++];
        while (left < middle)
            merged[out++] = order[left++];
        // What is left on the right is in its place.
        std::copy(merged.begin() + static_cast<std::ptrdiff_t>(begin), merged.begin() + static_cast<std::ptrdiff_t>(out),
                  order.begin() + static_cast<std::ptrdiff_t>(begin));
    };
    sortRange(sortRange, 0, count);
    return order;
}

} // namespace asl::query::jsonata
