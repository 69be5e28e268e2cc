#pragma once
// What the query engines share: the error of an evaluation, budgets, and what the host provides.

#include "core/query/variables.h"
#include "core/support/result.h"

#include <cstdint>
#include <functional>
#include <string>

namespace asl::query {

/// Why an expression could not be compiled or evaluated.
struct QueryError
{
    std::string code;     ///< JSONPath: "invalid-path", "not-found", "evaluation"; intrinsics: the service's error name;
                          ///< JSONata: its own ("S0201")
    std::string message;  ///< the service's or the reference's words; not translated
    std::size_t position = 0; ///< byte in the expression
    std::string token;
    Data value = {};          ///< what the message is about, where the reference says it
    int index = 0;            ///< which argument, from 1; 0: none
};

/// A value or a QueryError.
template <class T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Outcome(QueryError error) : m_content(std::in_place_index<1>, std::move(error)) {}
    explicit operator bool() const { return m_content.index() == 0; }
    const T& operator*() const& { return std::get<0>(m_content); }
    T&& operator*() && { return std::get<0>(std::move(m_content)); }
    const T* operator->() const { return &std::get<0>(m_content); }
    const QueryError& error() const { return std::get<1>(m_content); }

private:
    std::variant<T, QueryError> m_content;
};

/// What core needs from the host and the C++ library lacks; app/host fills it from Qt. Keep it under six functions.
struct Platform
{
    std::function<std::string(std::string_view utf8)> upperCase;
    std::function<std::string(std::string_view utf8)> lowerCase;
    /// Lower-case hexadecimal digest; algorithm "MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512".
    std::function<std::string(std::string_view algorithm, std::string_view bytes)> hash;
};

/// What an expression may look at. All pointers outlive the evaluation; null where there is nothing.
struct EvaluationContext
{
    const Data* contextObject = nullptr;    ///< `$$`
    const Variables* variables = nullptr;   ///< `$name`
    const Platform* platform = nullptr;
    std::uint64_t* randomState = nullptr;   ///< seed of random numbers and UUIDs, advanced by use
    std::int64_t nowMilliseconds = 0;       ///< since 1970, the run's clock
};

} // namespace asl::query
