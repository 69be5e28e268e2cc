#pragma once
// Result<T>: a value or the reason why there is none. The shape of std::expected, which C++20 lacks.

#include "core/support/assert.h"
#include "core/support/message.h"
#include "core/support/text_range.h"

#include <optional>
#include <utility>
#include <variant>

namespace asl {

/// Why an operation could not be done; the message is fit to show.
struct Error
{
    Message message;
    std::optional<TextRange> range; ///< the place in the text concerned, where there is one
};

template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T& value() const& { ASL_ASSERT(hasValue(), "a result is asked for its value only when it has one"); return *std::get_if<0>(&m_content); }
    T& value() & { ASL_ASSERT(hasValue(), "a result is asked for its value only when it has one"); return *std::get_if<0>(&m_content); }
    T&& value() && { ASL_ASSERT(hasValue(), "a result is asked for its value only when it has one"); return std::move(*std::get_if<0>(&m_content)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const { ASL_ASSERT(!hasValue(), "a result is asked for its error only when it has one"); return *std::get_if<1>(&m_content); }

private:
    std::variant<T, Error> m_content;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool hasValue() const { return !m_error; }
    explicit operator bool() const { return hasValue(); }
    const Error& error() const { ASL_ASSERT(!hasValue(), "a result is asked for its error only when it has one"); return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace asl
