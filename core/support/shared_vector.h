#pragma once
// SharedVector: a growing list whose copies share what they have in common. A copy costs a pointer for every 16,384
// elements; changing an element copies its block of 64 only where a copy still looks at it. For histories and visits,
// which a run hands out at every step.

#include "core/support/assert.h"

#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace asl {

template <class T>
class SharedVector
{
    static constexpr std::size_t blockSize = 64;
    static constexpr std::size_t nodeSize = 256;
    using Block = std::vector<T>;
    using Node = std::vector<std::shared_ptr<Block>>;

public:
    using value_type = T;
    class const_iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        const_iterator() = default;
        const_iterator(const SharedVector& list, std::size_t index) : m_list(&list), m_index(index) {}
        reference operator*() const { return (*m_list)[m_index]; }
        pointer operator->() const { return &(*m_list)[m_index]; }
        reference operator[](difference_type offset) const { return *(*this + offset); }
        const_iterator& operator++() { ++m_index; return *this; }
        const_iterator operator++(int) { auto before = *this; ++m_index; return before; }
        const_iterator& operator--() { --m_index; return *this; }
        const_iterator operator--(int) { auto before = *this; --m_index; return before; }
        const_iterator& operator+=(difference_type offset) { m_index += static_cast<std::size_t>(offset); return *this; }
        const_iterator& operator-=(difference_type offset) { m_index -= static_cast<std::size_t>(offset); return *this; }
        friend const_iterator operator+(const_iterator a, difference_type offset) { return a += offset; }
        friend const_iterator operator-(const_iterator a, difference_type offset) { return a -= offset; }
        friend difference_type operator-(const const_iterator& a, const const_iterator& b)
        {
            return static_cast<difference_type>(a.m_index) - static_cast<difference_type>(b.m_index);
        }
        friend bool operator==(const const_iterator& a, const const_iterator& b) { return a.m_index == b.m_index; }
        friend auto operator<=>(const const_iterator& a, const const_iterator& b) { return a.m_index <=> b.m_index; }

    private:
        const SharedVector* m_list = nullptr;
        std::size_t m_index = 0;
    };

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](std::size_t index) const
    {
        return (*(*m_nodes[index / (blockSize * nodeSize)])[index / blockSize % nodeSize])[index % blockSize];
    }
    const T& at(std::size_t index) const
    {
        ASL_ASSERT(index < m_size, "an index lies inside the list");
        return (*this)[index];
    }
    const T& front() const { return (*this)[0]; }
    const T& back() const { return (*this)[m_size - 1]; }
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, m_size}; }

    void push_back(T value)
    {
        if (m_size % (blockSize * nodeSize) == 0)
            m_nodes.push_back(std::make_shared<Node>());
        Node& node = own(m_nodes.back());
        if (m_size % blockSize == 0) {
            node.push_back(std::make_shared<Block>());
            node.back()->reserve(blockSize);
        }
        own(node.back()).push_back(std::move(value));
        ++m_size;
    }
    /// The element for changing; copies keep what they saw.
    T& edit(std::size_t index)
    {
        Node& node = own(m_nodes[index / (blockSize * nodeSize)]);
        return own(node[index / blockSize % nodeSize])[index % blockSize];
    }

private:
    template <class Part>
    static Part& own(std::shared_ptr<Part>& part)
    {
        if (part.use_count() > 1) {
            auto copy = std::make_shared<Part>();
            copy->reserve(part->capacity());
            copy->insert(copy->end(), part->begin(), part->end());
            part = std::move(copy);
        }
        // Another thread may have let go of its copy just now: what it read must have happened before we write.
        std::atomic_thread_fence(std::memory_order_acquire);
        return *part;
    }

    std::vector<std::shared_ptr<Node>> m_nodes;
    std::size_t m_size = 0;
};

} // namespace asl
