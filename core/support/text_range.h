#pragma once
// A half-open range of byte positions in a text.

#include <cstddef>

namespace asl {

struct TextRange
{
    std::size_t begin = 0;
    std::size_t end = 0;

    constexpr std::size_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(std::size_t position) const { return begin <= position && position < end; }
    constexpr bool contains(TextRange inner) const { return begin <= inner.begin && inner.end <= end; }
    friend constexpr bool operator==(TextRange, TextRange) = default;
};

} // namespace asl
