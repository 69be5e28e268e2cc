// Data: blocks, counts, objects with their index, equality, size. Nothing here recurses, however deep a value is nested.

#include "core/data/data.h"

#include "core/data/block.h"
#include "core/data/json_text.h"

#include <bit>
#include <cmath>

namespace asl {

namespace {

std::size_t indexCapacity(std::size_t members) { return std::bit_ceil(members * 2); }

bool onlyAscii(std::string_view text)
{
    std::uint64_t high = 0;
    std::size_t position = 0;
    for (; position + 8 <= text.size(); position += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, text.data() + position, 8);
        high |= eight;
    }
    for (; position < text.size(); ++position)
        high |= static_cast<unsigned char>(text[position]);
    return (high & 0x8080808080808080ULL) == 0;
}

} // namespace

static_assert(sizeof(Data) == 16);

void Data::retainBlock() const noexcept
{
    if (isSingleThreaded())
        m_block->count.store(m_block->count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    else
        m_block->count.fetch_add(1, std::memory_order_relaxed);
}

void Data::release() noexcept
{
    if (!m_block->dropped())
        return;
    m_block->nextDead = nullptr;
    Block* dead = m_block;
    const auto drop = [&dead](Data& part) {
        if (part.m_kind >= Kind::String && part.m_block->dropped()) {
            part.m_block->nextDead = dead;
            dead = part.m_block;
        }
    };
    while (dead) {
        Block* block = dead;
        dead = block->nextDead;
        if (block->kind == Kind::Array) {
            for (std::size_t i = 0; i < block->length; ++i)
                drop(block->items()[i]);
        } else if (block->isChanged()) {
            drop(block->changes()->base);
            for (Member& member : block->changedMembers()) {
                drop(member.key);
                drop(member.value);
            }
            if (auto* flat = static_cast<Block*>(block->changes()->flat.load(std::memory_order_acquire)); flat && flat->dropped()) {
                flat->nextDead = dead;
                dead = flat;
            }
        } else if (block->kind == Kind::Object) {
            for (std::size_t i = 0; i < block->length; ++i) {
                drop(block->members()[i].key);
                drop(block->members()[i].value);
            }
        } else if (block->kind == Kind::Function) {
            block->function()->~shared_ptr();
        }
        block->free();
    }
}

Data Data::number(double value)
{
    ASL_ASSERT(std::isfinite(value), "a number of JSON is finite");
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (value >= -limit && value < limit && value == std::trunc(value) && !(value == 0 && std::signbit(value)))
        return integer(static_cast<std::int64_t>(value));
    return real(value);
}

Data Data::string(std::string_view utf8)
{
    if (utf8.size() <= shortLength) {
        Data data(Kind::ShortString);
        data.m_flags = static_cast<std::uint8_t>(utf8.size());
        if (!utf8.empty())
            std::memcpy(reinterpret_cast<char*>(&data) + 2, utf8.data(), utf8.size());
        return data;
    }
    Block* block = Block::make(Kind::String, utf8.size(), utf8.size());
    std::memcpy(block->bytes(), utf8.data(), utf8.size());
    block->flags = onlyAscii(utf8) ? asciiFlag : 0;
    return Data(Kind::String, block);
}

Data Data::array(std::vector<Data> items) { return arrayFrom(items); }

Data Data::arrayFrom(std::span<Data> items)
{
    Block* block = Block::make(Kind::Array, items.size(), items.size() * sizeof(Data));
    std::size_t depth = 0;
    Data* place = block->items();
    for (Data& item : items) {
        depth = std::max(depth, item.depth());
        new (place++) Data(std::move(item));
    }
    block->depth = static_cast<std::uint32_t>(depth + 1);
    return Data(Kind::Array, block);
}

Data Data::object(std::vector<Member> members) { return objectFrom(members); }

/// A first member without a key stands for all members of the object that is its value: alone for a copy with all of them
/// in a row, before another for that object with the other changed or added.
Data Data::objectFrom(std::span<Member> members)
{
    if (!members.empty() && members.front().key.isUndefined()) {
        const Data& whole = members.front().value;
        if (members.size() == 2)
            return Block::changed(whole, std::move(members.back()));
        if (!whole.m_block->isChanged())
            return whole;
        std::vector<Member> all = whole.m_block->allMembers();
        return objectFrom(all);
    }
    const std::size_t count = members.size();
    const std::size_t capacity = count > linearLimit ? indexCapacity(count) : 0;
    Block* block = Block::make(Kind::Object, count, count * sizeof(Member) + capacity * sizeof(std::uint32_t));
    std::size_t depth = 0;
    Member* place = block->members();
    for (Member& member : members) {
        depth = std::max(depth, member.value.depth());
        new (place++) Member(std::move(member));
    }
    block->depth = static_cast<std::uint32_t>(depth + 1);
    if (capacity > 0) {
        std::uint32_t* index = block->index();
        std::fill(index, index + capacity, 0);
        for (std::uint32_t i = 0; i < count; ++i) {
            std::size_t slot = block->members()[i].key.keyHash() & (capacity - 1);
            while (index[slot] != 0)
                slot = (slot + 1) & (capacity - 1);
            index[slot] = i + 1;
        }
    }
    return Data(Kind::Object, block);
}

Data Data::emptyObject()
{
    static const Data empty = objectFrom({});
    return empty;
}

Data Data::function(std::shared_ptr<const void> function)
{
    Block* block = Block::make(Kind::Function, 0, sizeof(std::shared_ptr<const void>));
    new (block->function()) std::shared_ptr<const void>(std::move(function));
    return Data(Kind::Function, block);
}

const std::shared_ptr<const void>& Data::functionContent() const
{
    static const std::shared_ptr<const void> none;
    return m_kind == Kind::Function ? *m_block->function() : none;
}

std::string_view Data::text() const
{
    if (m_kind == Kind::ShortString)
        return {reinterpret_cast<const char*>(this) + 2, m_flags};
    if (m_kind == Kind::String)
        return {m_block->bytes(), m_block->length};
    return {};
}

bool Data::isAscii() const
{
    return m_kind == Kind::ShortString ? onlyAscii(text()) : m_kind == Kind::String && (m_block->flags & asciiFlag) != 0;
}

std::span<const Data> Data::items() const
{
    if (m_kind != Kind::Array)
        return {};
    return {m_block->items(), m_block->length};
}

std::span<const Member> Data::members() const
{
    if (m_kind != Kind::Object)
        return {};
    Block* block = m_block->isChanged() ? m_block->flat() : m_block;
    return {block->members(), block->length};
}

std::size_t Data::size() const { return isArray() || isObject() ? m_block->length : 0; }

std::size_t Data::depth() const { return isArray() || isObject() ? m_block->depth : 0; }

std::size_t Data::keyHash() const
{
    if (m_kind == Kind::String)
        return std::hash<std::string_view>()(text());
    const Bits all = bits();
    std::uint64_t hash = all.low * 0x9E3779B97F4A7C15ULL ^ (all.high + 0x632BE59BD9B4E019ULL) * 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

const Data* Data::find(const Data& key) const
{
    if (m_kind != Kind::Object)
        return nullptr;
    if (m_block->isChanged()) {
        for (const Member& member : m_block->changedMembers())
            if (member.key.sameKey(key))
                return &member.value;
        return m_block->changes()->base.find(key);
    }
    const Member* members = m_block->members();
    const std::size_t count = m_block->length;
    if (count <= linearLimit) {
        for (std::size_t i = 0; i < count; ++i)
            if (members[i].key.sameKey(key))
                return &members[i].value;
        return nullptr;
    }
    const std::uint32_t* index = m_block->index();
    const std::size_t mask = indexCapacity(count) - 1;
    for (std::size_t slot = key.keyHash() & mask; index[slot] != 0; slot = (slot + 1) & mask)
        if (members[index[slot] - 1].key.sameKey(key))
            return &members[index[slot] - 1].value;
    return nullptr;
}

const Data* Data::find(std::string_view key) const
{
    if (m_kind != Kind::Object)
        return nullptr;
    if (key.size() <= shortLength || m_block->length > linearLimit)
        return find(string(key));
    for (const Member& member : members())
        if (member.key.m_kind == Kind::String && member.key.text() == key)
            return &member.value;
    return nullptr;
}

namespace {

bool sameNumber(const Data& a, const Data& b)
{
    if (a.kind() == b.kind())
        return a.kind() == Data::Kind::Integer ? a.asInteger() == b.asInteger() : a.asDouble() == b.asDouble();
    const Data& whole = a.kind() == Data::Kind::Integer ? a : b;
    const double real = a.kind() == Data::Kind::Integer ? b.asDouble() : a.asDouble();
    constexpr double limit = 9223372036854775808.0;
    return real >= -limit && real < limit && real == std::trunc(real) && static_cast<std::int64_t>(real) == whole.asInteger();
}

} // namespace

bool Data::sameScalar(const Data& other) const
{
    if (isNumber())
        return other.isNumber() && sameNumber(*this, other);
    if (m_kind != other.m_kind)
        return false;
    switch (m_kind) {
    case Kind::ShortString: return bits() == other.bits();
    case Kind::String: return m_block == other.m_block || text() == other.text();
    case Kind::Function: return m_block == other.m_block || functionContent() == other.functionContent();
    default: return true;
    }
}

bool operator==(const Data& a, const Data& b)
{
    if (!a.isArray() && !a.isObject())
        return a.sameScalar(b);
    std::vector<std::pair<const Data*, const Data*>> pending{{&a, &b}};
    while (!pending.empty()) {
        const auto [left, right] = pending.back();
        pending.pop_back();
        if (!left->isArray() && !left->isObject()) {
            if (!left->sameScalar(*right))
                return false;
            continue;
        }
        if (left->kind() != right->kind() || left->size() != right->size())
            return false;
        if (left->sharesBlockWith(*right))
            continue;
        if (left->isArray()) {
            for (std::size_t i = left->size(); i-- > 0;)
                pending.emplace_back(&left->items()[i], &right->items()[i]);
        } else {
            for (const Member& member : left->members()) {
                const Data* other = right->find(member.key);
                if (!other)
                    return false;
                pending.emplace_back(&member.value, other);
            }
        }
    }
    return true;
}

std::size_t jsonSize(const Data& data)
{
    // Post-order with an explicit stack: a container is summed up once all its parts know their sizes.
    const auto known = [](const Data& value) -> std::uint64_t {
        return value.m_kind < Data::Kind::String || value.m_kind == Data::Kind::Function
            ? data::scalarJsonSize(value)
            : value.m_block->jsonSize.load(std::memory_order_relaxed);
    };
    if (const auto size = known(data); size != sizeUnknown)
        return size;
    if (data.isObject() && !data.m_block->isChanged()) { // mostly everything in it is known already
        std::uint64_t sum = 1 + std::max<std::uint64_t>(1, 2 * data.size()); // braces, colons and commas
        bool complete = true;
        for (const Member& member : data.members()) {
            const std::uint64_t key = known(member.key);
            const std::uint64_t value = known(member.value);
            complete = complete && key != sizeUnknown && value != sizeUnknown;
            sum += key + value;
        }
        if (complete) {
            data.m_block->jsonSize.store(sum, std::memory_order_relaxed);
            return sum;
        }
    }

    struct Frame
    {
        const Data* value;
        std::size_t next;
        std::uint64_t sum;
    };
    std::vector<Frame> stack{{&data, 0, 0}};
    std::uint64_t last = 0;
    while (!stack.empty()) {
        Frame& frame = stack.back();
        const Data& value = *frame.value;
        const Data* unknownPart = nullptr;
        const auto take = [&](const Data& part) {
            const std::uint64_t size = known(part);
            if (size == sizeUnknown)
                unknownPart = &part;
            else
                frame.sum += size;
            return size != sizeUnknown;
        };
        if (value.m_kind == Data::Kind::String)
            frame.sum = data::scalarJsonSize(value);
        const bool changed = value.m_block->isChanged();
        // Of a changed object the parts are the base, then key and value of each change.
        for (const std::size_t parts = changed ? 1 + 2 * value.m_block->changes()->count : 0; frame.next < parts; ++frame.next) {
            const Member* change = frame.next == 0 ? nullptr : &value.m_block->changedMembers()[(frame.next - 1) / 2];
            if (!take(!change ? value.m_block->changes()->base : frame.next % 2 == 1 ? change->key : change->value))
                break;
        }
        for (const auto items = value.items(); frame.next < items.size() && take(items[frame.next]);)
            ++frame.next;
        // A member counts as two parts, key and value.
        for (const auto members = changed ? std::span<const Member>() : value.members(); !unknownPart && frame.next < members.size() * 2;) {
            const Member& member = members[frame.next / 2];
            if (!take(frame.next % 2 == 0 ? member.key : member.value))
                break;
            ++frame.next;
        }
        if (unknownPart) {
            stack.push_back({unknownPart, 0, 0});
            continue;
        }
        if (changed) {
            for (const Member& change : value.m_block->changedMembers()) {
                const Data* old = value.m_block->changes()->base.find(change.key);
                frame.sum = old ? frame.sum - known(change.key) - known(*old) : frame.sum + 2; // colon and comma
            }
        } else if (value.m_kind != Data::Kind::String)
            frame.sum += 2 + (value.size() > 0 ? value.size() - 1 : 0) + (value.isObject() ? value.size() : 0);
        last = frame.sum;
        value.m_block->jsonSize.store(last, std::memory_order_relaxed);
        stack.pop_back();
    }
    return last;
}

} // namespace asl
