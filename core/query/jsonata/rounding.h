#pragma once
// Rounding by decimal places as the reference does it, which moves the point in a number's text. Where the answer does not hang
// on the last digit, arithmetic gives the same one sooner.

#include <cmath>
#include <optional>

namespace asl::query::jsonata {

/// `value` rounded at `places` decimals; nothing when it is so near a half that its text must decide, or out of range.
inline std::optional<double> quicklyRounded(double value, double places)
{
    constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
    constexpr double largest = 1e9;     // beyond it the product is less sure than `margin`
    constexpr double margin = 1e-4;
    if (!(places >= 0 && places <= 6) || places != std::trunc(places))
        return std::nullopt;
    const double power = powers[static_cast<int>(places)];
    const double moved = value * power;
    if (!(std::fabs(moved) < largest))
        return std::nullopt;
    const double whole = std::floor(moved);
    const double rest = moved - whole;
    if (std::fabs(rest - 0.5) < margin)
        return std::nullopt;
    const double rounded = (rest < 0.5 ? whole : whole + 1) / power;
    return rounded == 0 ? 0.0 : rounded;
}

/// Whether so plain a number has at most 15 digits, that printing it with 15 changes nothing.
inline bool isPlainDecimal(double value)
{
    constexpr double power = 1e4;
    constexpr double largest = 1e14;
    const double moved = std::nearbyint(value * power);
    return std::fabs(moved) < largest && moved / power == value;
}

} // namespace asl::query::jsonata
