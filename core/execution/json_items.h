#pragma once
// JsonItems: takes the items out of the bytes of a JSON file, one by one, without reading the whole: the elements of
// the array, or the members of the object, that a JSON Pointer leads to.

#include "core/data/data.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

/// How far the walk to the end of a JSON value has come. Only brackets and strings are looked at.
struct JsonValueScan
{
    std::uint32_t depth = 0;
    bool started = false;
    bool inString = false;
    bool escaped = false;
    bool scalar = false;

    /// Moves `at` behind the value or, when it answers false, to the end of `text`.
    bool pass(std::string_view text, std::size_t& at, bool last);
};

class JsonItems
{
public:
    /// The steps of a JSON Pointer ("/a~1b/0").
    static std::vector<std::string> pointerSteps(std::string_view pointer);

    enum class Found : std::uint8_t {
        Item,
        Incomplete /* more bytes are needed */,
        End,
        NotIterable,
        NoSuchPlace,
        Malformed
    };
    /// The next item at `at`, which moves to where the search goes on.
    Found next(const std::vector<std::string>& pointer, std::string_view text, std::size_t& at, bool last);
    const Data& value() const { return m_value; }
    const Data& key() const { return m_key; } ///< Undefined in an array

private:
    enum class Mode : std::uint8_t { Value, First, Next, Member, Skip, Done };
    std::optional<Found> beginValue(const std::vector<std::string>& pointer, std::string_view text, std::size_t& at,
                                    bool last);
    std::optional<Found> separator(bool isTarget, std::string_view text, std::size_t& at, bool last);
    std::optional<Found> member(const std::vector<std::string>& pointer, std::string_view text, std::size_t& at,
                                bool last);
    std::optional<Found> readKey(std::string_view text, std::size_t& at, bool last);

    Mode m_mode = Mode::Value;
    bool m_object = false;     ///< the container looked through
    std::uint32_t m_level = 0; ///< how many steps of the pointer lie behind
    std::uint64_t m_index = 0; ///< of the element, in an array
    JsonValueScan m_skip;
    Data m_value;
    Data m_key;
};

} // namespace asl
