// Frames: making, reusing, emptying.

#include "core/query/jsonata/frame.h"

#include <algorithm>
#include <new>

namespace asl::query::jsonata {

namespace {

void destroy(Frame* frame)
{
    std::destroy_n(frame->slots(), frame->capacity);
    frame->~Frame();
    ::operator delete(frame);
}

} // namespace

const Data* Frame::find(Symbol name)
{
    for (Frame* frame = this; frame; frame = frame->parent) {
        if (frame->extras)
            for (const auto& [known, value] : *frame->extras)
                if (known == name)
                    return &value;
        for (std::uint32_t i = frame->size; i-- > 0;)
            if ((*frame->names)[i] == name && !isUnbound(frame->slots()[i]))
                return &frame->slots()[i];
    }
    return nullptr;
}

void Frame::bind(Symbol name, Data value)
{
    for (std::uint32_t i = size; i-- > 0;) {
        if ((*names)[i] == name) {
            slots()[i] = std::move(value);
            return;
        }
    }
    if (!extras)
        extras = std::make_unique<std::vector<std::pair<Symbol, Data>>>();
    const auto known = std::find_if(extras->begin(), extras->end(), [name](const auto& extra) { return extra.first == name; });
    if (known != extras->end())
        known->second = std::move(value);
    else
        extras->emplace_back(name, std::move(value));
}

void FramePointer::recycle(Frame* frame)
{
    // A chain of frames is given up one by one, not by recursion.
    while (frame) {
        Frame* parent = std::exchange(frame->parent, nullptr);
        if (frame->pool)
            frame->pool->takeBack(frame);
        else
            destroy(frame);
        frame = parent && --parent->uses == 0 ? parent : nullptr;
    }
}

Frame* FramePool::allocate(std::uint32_t size)
{
    const std::uint32_t capacity = std::max(size, smallCapacity);
    Frame* frame = new (::operator new(sizeof(Frame) + capacity * sizeof(Data))) Frame;
    std::uninitialized_default_construct_n(frame->slots(), capacity);
    frame->capacity = capacity;
    frame->pool = this;
    return frame;
}

void FramePool::takeBack(Frame* frame)
{
    if (frame->previous)
        frame->previous->next = frame->next;
    else
        m_used = frame->next;
    if (frame->next)
        frame->next->previous = frame->previous;
    frame->next = m_pending;
    m_pending = frame;
    if (!m_isEmptying)
        emptyPending();
}

void FramePool::emptyPending()
{
    m_isEmptying = true;
    while (Frame* frame = m_pending) {
        m_pending = frame->next;
        // Values may hold functions whose frames come back in turn.
        for (std::uint32_t i = 0; i < frame->size; ++i)
            frame->slots()[i] = Data();
        if (frame->extras)
            frame->extras.reset();
        if (frame->capacity > smallCapacity) {
            destroy(frame);
            continue;
        }
        frame->next = m_free;
        m_free = frame;
    }
    m_isEmptying = false;
}

FramePool::~FramePool()
{
    while (Frame* last = m_used) {
        // Held, so that emptying it cannot give it back meanwhile.
        const FramePointer frame = FramePointer::sharing(*last);
        m_used = frame->next;
        if (m_used)
            m_used->previous = nullptr;
        frame->pool = nullptr;
        for (std::uint32_t i = 0; i < frame->size; ++i)
            frame->slots()[i] = Data();
        frame->extras.reset();
        const FramePointer parent(std::exchange(frame->parent, nullptr));
    }
    while (Frame* frame = m_free) {
        m_free = frame->next;
        destroy(frame);
    }
}

} // namespace asl::query::jsonata
