// ObjectBuilder: members in the order of their first setting, found by hash once there are many.

#include "core/data/block.h"

#include <bit>

namespace asl {

ObjectBuilder::ObjectBuilder(const Data& object) : m_members(object.members().begin(), object.members().end()) {}

void ObjectBuilder::rebuildIndex(std::size_t capacity)
{
    m_index.assign(capacity, 0);
    for (std::uint32_t i = 0; i < m_members.size(); ++i) {
        std::size_t slot = m_members[i].key.keyHash() & (capacity - 1);
        while (m_index[slot] != 0)
            slot = (slot + 1) & (capacity - 1);
        m_index[slot] = i + 1;
    }
}

std::size_t ObjectBuilder::indexOf(const Data& key) const
{
    if (m_index.empty()) {
        for (std::size_t i = 0; i < m_members.size(); ++i)
            if (m_members[i].key.sameKey(key))
                return i;
        return m_members.size();
    }
    const std::size_t mask = m_index.size() - 1;
    for (std::size_t slot = key.keyHash() & mask; m_index[slot] != 0; slot = (slot + 1) & mask)
        if (m_members[m_index[slot] - 1].key.sameKey(key))
            return m_index[slot] - 1;
    return m_members.size();
}

Data* ObjectBuilder::find(const Data& key)
{
    const std::size_t place = indexOf(key);
    return place < m_members.size() ? &m_members[place].value : nullptr;
}

ObjectBuilder& ObjectBuilder::set(std::string_view key, Data value) { return set(Data::string(key), std::move(value)); }

ObjectBuilder& ObjectBuilder::set(const Data& key, Data value)
{
    if (m_index.empty() && m_members.size() > linearLimit)
        rebuildIndex(std::bit_ceil(m_members.size() * 4));
    const std::size_t place = indexOf(key);
    if (place < m_members.size()) {
        m_members[place].value = std::move(value);
        return *this;
    }
    m_members.push_back({key, std::move(value)});
    if (m_index.empty())
        return *this;
    if (m_members.size() * 2 > m_index.size()) {
        rebuildIndex(m_index.size() * 2);
        return *this;
    }
    std::size_t slot = key.keyHash() & (m_index.size() - 1);
    while (m_index[slot] != 0)
        slot = (slot + 1) & (m_index.size() - 1);
    m_index[slot] = static_cast<std::uint32_t>(m_members.size());
    return *this;
}

void ObjectBuilder::remove(std::string_view key)
{
    const std::size_t place = indexOf(Data::string(key));
    if (place == m_members.size())
        return;
    m_members.erase(m_members.begin() + static_cast<std::ptrdiff_t>(place));
    m_index.clear();
}

Data ObjectBuilder::build() &&
{
    if (m_members.empty())
        return Data::emptyObject();
    return Data::objectFrom(m_members);
}

} // namespace asl
