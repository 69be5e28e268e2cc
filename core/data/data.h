#pragma once
// Data: a value that flows through a workflow.

#include <cstdint>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
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
    static constexpr std::size_t maxDepth = 1000;

    Data() noexcept = default; ///< Undefined
    Data(const Data& other) noexcept;
    Data(Data&& other) noexcept;
    Data& operator=(const Data& other) noexcept;
    Data& operator=(Data&& other) noexcept;
    ~Data();

    static Data null();
    static Data boolean(bool value);
    static Data integer(std::int64_t value);
    /// A whole number that fits becomes an Integer; -0 stays a Double. `value` must be finite.
    static Data number(double value);
    static Data string(std::string_view utf8);
    static Data array(std::vector<Data> items);
    static Data object(std::vector<Member> members); ///< keys must differ
    static Data emptyObject();

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
    std::int64_t asInteger() const; ///< of an Integer
    double asDouble() const;        ///< of any number
    std::string_view text() const;  ///< of a string; lives as long as this object
    std::span<const Data> items() const;     ///< of an Array; empty for other kinds
    std::span<const Member> members() const; ///< of an Object, in insertion order; empty for other kinds
    std::size_t size() const;                ///< items or members
    const Data* find(std::string_view key) const; ///< member of an Object; null when absent
    const Data* find(const Data& key) const;
    std::size_t depth() const; ///< 0 for scalars, 1 for an empty array, …

    /// Same value: numbers by value (1 = 1.0), objects whatever the order of members. No recursion.
    friend bool operator==(const Data& a, const Data& b);

private:
    friend class DataAccess; // block layout, builders: core/data/data.cpp
    Kind m_kind = Kind::Undefined;
    std::uint8_t m_flags = 0; // JSONata's sequence marks, length of a short string
    union {
        char m_short[14] = {};
        struct { std::uint8_t pad[6]; union { void* block; std::int64_t integer; double number; }; } m_wide;
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
    Data build() && { return Data::array(std::move(m_items)); }

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
    Data build() &&;

private:
    std::size_t indexOf(const Data& key);
    std::vector<Member> m_members;
    std::vector<std::uint32_t> m_index; // hash index once there are more than 16 members
};

/// Bytes of the compact JSON text; computed once and kept.
std::size_t jsonSize(const Data& data);

} // namespace asl
