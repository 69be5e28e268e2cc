#pragma once
// Data: a value that flows through a workflow.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asl {

struct Member;

/// A JSON value (or nothing, or a JSONata function). Never changed after creation; any thread may read it.
/// 16 bytes: scalars and strings up to 14 bytes lie inside, everything else in a counted, shared block.
class Data
{
public:
    enum class Kind : std::uint8_t { Undefined, Null, False, True, Integer, Double, ShortString,
                                     String, Array, Object, Function }; // from String on: a counted block
    /// Deeper nesting is refused by everything that reads or computes values; deeper values are harmless all the same.
    static constexpr std::size_t maxDepth = 1000;
    static constexpr std::size_t shortLength = 14;

    Data() noexcept = default; ///< Undefined
    Data(const Data& other) noexcept { copyBits(other); retain(); }
    Data(Data&& other) noexcept { copyBits(other); other.m_kind = Kind::Undefined; }
    Data& operator=(const Data& other) noexcept
    {
        Data copy(other);
        swap(copy);
        return *this;
    }
    Data& operator=(Data&& other) noexcept
    {
        swap(other);
        return *this;
    }
    ~Data()
    {
        if (m_kind >= Kind::String)
            release();
    }
    void swap(Data& other) noexcept
    {
        const Bits mine = bits();
        setBits(other.bits());
        other.setBits(mine);
    }

    static Data null() { return Data(Kind::Null); }
    static Data boolean(bool value) { return Data(value ? Kind::True : Kind::False); }
    static Data integer(std::int64_t value)
    {
        Data data(Kind::Integer);
        data.m_integer = value;
        return data;
    }
    /// A whole number that fits becomes an Integer; -0 stays a Double. `value` must be finite.
    static Data number(double value);
    /// A Double, even when the value is whole (a text like `1.0`). `value` must be finite.
    static Data real(double value)
    {
        Data data(Kind::Double);
        data.m_number = value;
        return data;
    }
    static Data string(std::string_view utf8);
    static Data array(std::vector<Data> items);
    /// Takes the values out of `items`, which are left Undefined.
    static Data arrayFrom(std::span<Data> items);
    static Data object(std::vector<Member> members); ///< keys must differ
    /// Takes keys (which must differ) and values out of `members`.
    static Data objectFrom(std::span<Member> members);
    static Data emptyObject();
    /// Only the query engine knows what is inside.
    static Data function(std::shared_ptr<const void> function);

    Kind kind() const { return m_kind; }
    bool isUndefined() const { return m_kind == Kind::Undefined; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isBoolean() const { return m_kind == Kind::False || m_kind == Kind::True; }
    bool isNumber() const { return m_kind == Kind::Integer || m_kind == Kind::Double; }
    bool isString() const { return m_kind == Kind::ShortString || m_kind == Kind::String; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isObject() const { return m_kind == Kind::Object; }
    bool isFunction() const { return m_kind == Kind::Function; }

    bool asBoolean() const { return m_kind == Kind::True; }
    std::int64_t asInteger() const { return m_kind == Kind::Integer ? m_integer : 0; } ///< of an Integer
    double asDouble() const ///< of any number
    {
        return m_kind == Kind::Integer ? static_cast<double>(m_integer) : m_kind == Kind::Double ? m_number : 0;
    }
    std::string_view text() const;           ///< of a string; lives as long as this object
    bool isAscii() const;                    ///< a string of ASCII characters only; constant time
    std::span<const Data> items() const;     ///< of an Array; empty for other kinds
    std::span<const Member> members() const; ///< of an Object, in insertion order; empty for other kinds
    std::size_t size() const;                ///< items or members
    const Data* find(std::string_view key) const; ///< member of an Object; null when absent
    const Data* find(const Data& key) const;
    std::size_t depth() const; ///< 0 for scalars, 1 for an empty array, …
    const std::shared_ptr<const void>& functionContent() const; ///< of a Function

    /// Notes of a query engine that travel with the value, not with its block; equality ignores them. Not for strings.
    std::uint8_t marks() const { return m_kind == Kind::ShortString ? 0 : m_flags; }
    Data withMarks(std::uint8_t marks) const
    {
        Data marked(*this);
        if (m_kind != Kind::ShortString)
            marked.m_flags = marks;
        return marked;
    }
    void setMarks(std::uint8_t marks)
    {
        if (m_kind != Kind::ShortString)
            m_flags = marks;
    }
    /// The same block, not merely an equal value.
    bool sharesBlockWith(const Data& other) const { return m_kind >= Kind::String && m_kind == other.m_kind && m_block == other.m_block; }

    /// Same value: numbers by value (1 = 1.0), objects whatever the order of members. No recursion.
    friend bool operator==(const Data& a, const Data& b);

private:
    struct Block;
    friend class ObjectBuilder;
    friend std::size_t jsonSize(const Data& data);

/// Equal values have equal hashes.
std::size_t hash(const Data& data);

    explicit Data(Kind kind) noexcept : m_kind(kind) {}
    Data(Kind kind, Block* block) noexcept : m_kind(kind) { m_block = block; }
    struct Bits
    {
        std::uint64_t low;
        std::uint64_t high;
        friend bool operator==(const Bits&, const Bits&) = default;
    };
    Bits bits() const noexcept
    {
        Bits all;
        std::memcpy(&all, static_cast<const void*>(this), sizeof all);
        return all;
    }
    void setBits(Bits all) noexcept { std::memcpy(static_cast<void*>(this), &all, sizeof all); }
    void copyBits(const Data& other) noexcept { setBits(other.bits()); }
    void retain() const noexcept
    {
        if (m_kind >= Kind::String)
            retainBlock();
    }
    void retainBlock() const noexcept;
    void release() noexcept;
    bool sameScalar(const Data& other) const;
    bool sameKey(const Data& other) const
    {
        return bits() == other.bits()
            || (m_kind == Kind::String && other.m_kind == Kind::String && text() == other.text());
    }
    std::size_t keyHash() const;

    // The 14 bytes after kind and flags are one piece: of a short string its text.
    Kind m_kind = Kind::Undefined;
    std::uint8_t m_flags = 0; // marks; of a short string its length
    char m_short[6] = {};
    union {
        Block* m_block = nullptr;
        std::int64_t m_integer;
        double m_number;
    };
};

struct Member
{
    Data key; ///< a string
    Data value;
};

class ArrayBuilder
{
public:
    void reserve(std::size_t count) { m_items.reserve(count); }
    void add(Data item) { m_items.push_back(std::move(item)); }
    std::size_t size() const { return m_items.size(); }
    Data build() && { return Data::arrayFrom(m_items); }

private:
    std::vector<Data> m_items;
};

/// Keeps the place of a key that is set twice, with the later value.
class ObjectBuilder
{
public:
    ObjectBuilder() = default;
    explicit ObjectBuilder(const Data& object);
    ObjectBuilder& set(std::string_view key, Data value);
    ObjectBuilder& set(const Data& key, Data value);
    void remove(std::string_view key);
    std::size_t size() const { return m_members.size(); }
    Data* find(const Data& key);
    Data build() &&;

private:
    std::size_t indexOf(const Data& key) const;
    void rebuildIndex(std::size_t capacity);
    std::vector<Member> m_members;
    std::vector<std::uint32_t> m_index; // place + 1 by hash, once there are more than 16 members
};

/// Bytes of the compact JSON text; computed once and kept.
std::size_t jsonSize(const Data& data);

/// Equal values have equal hashes.
std::size_t hash(const Data& data);

} // namespace asl
