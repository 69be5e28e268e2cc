#pragma once
// Frames: the variables of one activation while an expression runs. They are counted, reused, and never shared by threads.

#include "core/query/jsonata/syntax.h"

#include <memory>
#include <utility>
#include <vector>

namespace asl::query::jsonata {

/// Mark of a slot that nothing has been bound to yet; a lookup goes on to the next scope.
constexpr std::uint8_t unboundMark = 64;
inline Data unbound() { return Data().withMarks(unboundMark); }
inline bool isUnbound(const Data& value) { return value.isUndefined() && value.marks() == unboundMark; }

class FramePool;

struct Frame
{
    std::uint32_t uses = 1;
    std::uint32_t size = 0;
    std::uint32_t capacity = 0;
    Frame* parent = nullptr;
    FramePool* pool = nullptr; ///< null once the evaluation is over
    Frame* previous = nullptr; ///< among all frames in use
    Frame* next = nullptr;
    const std::vector<Symbol>* names = nullptr;
    std::unique_ptr<std::vector<std::pair<Symbol, Data>>> extras; ///< bound by $eval

    Data* slots() { return reinterpret_cast<Data*>(this + 1); }
    Data& at(Place place)
    {
        Frame* frame = this;
        for (std::uint32_t i = 0; i < place.hops; ++i)
            frame = frame->parent;
        return frame->slots()[place.slot];
    }
    /// By name, here or further out; null when nothing is bound.
    const Data* find(Symbol name);
    void bind(Symbol name, Data value);
};

/// One owner of a frame.
class FramePointer
{
public:
    FramePointer() = default;
    explicit FramePointer(Frame* adopted) : m_frame(adopted) {}
    static FramePointer sharing(Frame& frame)
    {
        ++frame.uses;
        return FramePointer(&frame);
    }
    FramePointer(const FramePointer& other) : m_frame(other.m_frame)
    {
        if (m_frame)
            ++m_frame->uses;
    }
    FramePointer(FramePointer&& other) noexcept : m_frame(std::exchange(other.m_frame, nullptr)) {}
    FramePointer& operator=(FramePointer other) noexcept
    {
        std::swap(m_frame, other.m_frame);
        return *this;
    }
    ~FramePointer()
    {
        if (m_frame && --m_frame->uses == 0)
            recycle(m_frame);
    }
    Frame& operator*() const { return *m_frame; }
    Frame* operator->() const { return m_frame; }
    explicit operator bool() const { return m_frame != nullptr; }
    Frame* get() const { return m_frame; }

private:
    static void recycle(Frame* frame);
    Frame* m_frame = nullptr;
};

/// Makes frames and takes them back. Functions and frames can hold each other; what is left at the end is emptied.
class FramePool
{
public:
    FramePool() = default;
    FramePool(const FramePool&) = delete;
    FramePool& operator=(const FramePool&) = delete;
    ~FramePool();

    /// The first `bound` slots are left for the caller to fill (Undefined), the others are unbound.
    FramePointer make(Frame* parent, const std::vector<Symbol>& names, std::size_t bound = 0)
    {
        const auto size = static_cast<std::uint32_t>(names.size());
        Frame* frame = m_free;
        if (frame && size <= smallCapacity)
            m_free = frame->next;
        else
            frame = allocate(size);
        frame->uses = 1;
        frame->size = size;
        frame->names = &names;
        frame->parent = parent;
        if (parent)
            ++parent->uses;
        frame->previous = nullptr;
        frame->next = m_used;
        if (m_used)
            m_used->previous = frame;
        m_used = frame;
        for (std::size_t i = bound; i < size; ++i)
            frame->slots()[i].setMarks(unboundMark);
        return FramePointer(frame);
    }

private:
    friend class FramePointer;
    static constexpr std::uint32_t smallCapacity = 6;
    Frame* allocate(std::uint32_t size);
    void takeBack(Frame* frame);
    void emptyPending();

    Frame* m_free = nullptr;
    Frame* m_used = nullptr;
    Frame* m_pending = nullptr; ///< taken back while another is being emptied: a chain of closures may be long
    bool m_isEmptying = false;
};

} // namespace asl::query::jsonata
