// Wide objects with a few members changed: what they share, and their members in a row for whoever asks.

#include "core/data/block.h"

#include <algorithm>

namespace asl {

namespace {

/// With more the object is built anew.
constexpr std::size_t mostChanges = 16;

} // namespace

/// `whole` with one member changed or added.
Data Data::Block::changed(const Data& whole, Member change)
{
    Block* old = whole.m_block;
    const Data& base = old->isChanged() ? old->changes()->base : whole;
    std::vector<Member> changes;
    if (old->isChanged())
        changes.assign(old->changedMembers().begin(), old->changedMembers().end());
    const auto same = std::find_if(changes.begin(), changes.end(), [&](const Member& member) { return member.key.sameKey(change.key); });
    std::size_t length = old->length;
    if (same != changes.end()) {
        same->value = std::move(change.value);
    } else {
        length += whole.find(change.key) ? 0 : 1;
        changes.push_back(std::move(change));
    }
    Block* block = make(Kind::Object, length, sizeof(Changes) + changes.size() * sizeof(Member));
    block->flags = changedFlag;
    new (block->changes()) Changes{base, nullptr, static_cast<std::uint32_t>(changes.size())};
    std::size_t depth = base.depth() - 1;
    Member* place = block->changedMembers().data();
    for (Member& member : changes) {
        depth = std::max(depth, member.value.depth());
        new (place++) Member(std::move(member));
    }
    block->depth = static_cast<std::uint32_t>(depth + 1);
    Data result(Kind::Object, block);
    if (changes.size() <= mostChanges)
        return result;
    std::vector<Member> all = block->allMembers();
    return objectFrom(all);
}

/// Of a changed object: the base's members, changed, then the added ones.
std::vector<Member> Data::Block::allMembers()
{
    const Data& base = changes()->base;
    std::vector<Member> all(base.members().begin(), base.members().end());
    for (const Member& member : changedMembers()) {
        const Data* present = base.find(member.key);
        if (!present) {
            all.push_back(member);
            continue;
        }
        const auto isPresent = [present](const Member& old) { return &old.value == present; };
        const auto at = std::find_if(base.members().begin(), base.members().end(), isPresent) - base.members().begin();
        all[static_cast<std::size_t>(at)].value = member.value;
    }
    return all;
}

/// Of a changed object: one with the same members in a row, kept from now on.
Data::Block* Data::Block::flat()
{
    std::atomic<void*>& kept = changes()->flat;
    if (void* made = kept.load(std::memory_order_acquire))
        return static_cast<Block*>(made);
    std::vector<Member> all = allMembers();
    Data mine = objectFrom(all);
    void* expected = nullptr;
    if (!kept.compare_exchange_strong(expected, mine.m_block, std::memory_order_acq_rel))
        return static_cast<Block*>(expected); // another thread was first
    mine.m_kind = Kind::Undefined;            // it is this block's now
    return static_cast<Block*>(kept.load(std::memory_order_relaxed));
}

} // namespace asl
