#pragma once
// What lies behind a Data that does not fit into its 16 bytes. Only core/data looks inside.

#include "core/data/data.h"
#include "core/support/assert.h"

#include <atomic>
#include <limits>
#include <new>
#if __has_include(<sys/single_threaded.h>)
#include <sys/single_threaded.h>
#endif

namespace asl {

inline constexpr std::size_t linearLimit = 16; // larger objects have a hash index
inline constexpr std::uint8_t asciiFlag = 1;   // of strings
inline constexpr std::uint8_t changedFlag = 2; // of objects: a wide object with a few members changed
inline constexpr std::size_t wideObject = 16; // larger ones share their members with what is made by changing one
inline constexpr std::uint64_t sizeUnknown = 0;

/// No other thread is there to count along. The command line has one thread, and a locked instruction costs as much as
/// twenty plain ones.
inline bool isSingleThreaded()
{
#if __has_include(<sys/single_threaded.h>)
    return __libc_single_threaded != 0;
#else
    return false;
#endif
}

/// A wide object with some members changed or added, which shares the rest with `base`: a state that writes one member into
/// a thousand costs that member. The members themselves follow. Whoever wants them all in a row has them made once.
struct Changes
{
    Data base; // never changed itself
    std::atomic<void*> flat{nullptr};
    std::uint32_t count = 0;
};

/// What kinds from String on share: a head, then the elements (bytes, Data, Members and their index, or a function).
struct Data::Block
{
    std::atomic<std::uint32_t> count{1};
    std::uint32_t length = 0;
    std::uint32_t depth = 0;
    std::uint8_t flags = 0;
    Kind kind;
    union {
        std::atomic<std::uint64_t> jsonSize; // sizeUnknown until asked for
        Block* nextDead;                     // while being destroyed: the list of blocks still to do
    };

    explicit Block(Kind blockKind) : kind(blockKind), jsonSize(sizeUnknown) {}

    char* bytes() { return reinterpret_cast<char*>(this + 1); }
    Data* items() { return reinterpret_cast<Data*>(this + 1); }
    Member* members() { return reinterpret_cast<Member*>(this + 1); }
    std::uint32_t* index() { return reinterpret_cast<std::uint32_t*>(members() + length); }
    bool isChanged() const { return kind == Kind::Object && (flags & changedFlag) != 0; }
    Changes* changes() { return reinterpret_cast<Changes*>(this + 1); }
    std::span<Member> changedMembers() { return {reinterpret_cast<Member*>(changes() + 1), changes()->count}; }
    static Data changed(const Data& whole, Member change);
    std::vector<Member> allMembers();
    Block* flat();
    std::shared_ptr<const void>* function() { return reinterpret_cast<std::shared_ptr<const void>*>(this + 1); }

    static Block* make(Kind kind, std::size_t length, std::size_t elementBytes)
    {
        ASL_ASSERT(length <= std::numeric_limits<std::uint32_t>::max(), "a value has fewer than 2^32 parts");
        Block* block = new (::operator new(sizeof(Block) + elementBytes)) Block(kind);
        block->length = static_cast<std::uint32_t>(length);
        return block;
    }
    void free()
    {
        this->~Block();
        ::operator delete(this);
    }
    bool dropped() // the last owner is gone
    {
        const std::uint32_t before = count.load(std::memory_order_acquire);
        if (before == 1)
            return true;
        if (!isSingleThreaded())
            return count.fetch_sub(1, std::memory_order_acq_rel) == 1;
        count.store(before - 1, std::memory_order_relaxed);
        return false;
    }
    ~Block() {}
};

} // namespace asl
