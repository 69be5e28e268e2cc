#pragma once
// Computed<T>: a value, or what went wrong in the machine while it was computed.

#include "core/execution/failure.h"

#include <variant>

namespace asl {

template <class T>
class [[nodiscard]] Computed
{
public:
    Computed(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Computed(Fault fault) : m_content(std::in_place_index<1>, std::move(fault)) {}
    explicit operator bool() const { return m_content.index() == 0; }
    T& operator*() { return std::get<0>(m_content); }
    T* operator->() { return &std::get<0>(m_content); }
    Fault& fault() { return std::get<1>(m_content); }

private:
    std::variant<T, Fault> m_content;
};

} // namespace asl
