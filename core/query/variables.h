#pragma once
// Variables: the variables in scope of an expression, by name without `$`. A scope has a handful, so they are searched
// in a row; a layer may lie over others, which stay untouched.

#include "core/data/data.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asl::query {

class Variables
{
public:
    using value_type = std::pair<std::string, Data>;
    using const_iterator = const value_type*; ///< of find(); end() is null

    Variables() = default;
    Variables(std::initializer_list<value_type> variables) : m_own(variables) {}
    /// One more variable over `around`, which must outlive this.
    Variables(const Variables* around, std::string_view name, Data value) : m_around(around)
    {
        set(name, std::move(value));
    }

    void set(std::string_view name, Data value)
    {
        for (value_type& own : m_own) {
            if (own.first == name) {
                own.second = std::move(value);
                return;
            }
        }
        m_own.emplace_back(name, std::move(value));
    }
    const_iterator find(std::string_view name) const
    {
        for (const Variables* layer = this; layer; layer = layer->m_around)
            for (const value_type& own : layer->m_own)
                if (own.first == name)
                    return &own;
        return nullptr;
    }
    const_iterator end() const { return nullptr; }
    /// Those of this layer, in the order of their first setting.
    const std::vector<value_type>& own() const { return m_own; }

private:
    std::vector<value_type> m_own;
    const Variables* m_around = nullptr;
};

} // namespace asl::query
