#include "ui/simulator/data_diff.h"

#include <algorithm>

namespace designer {

namespace {

bool isContainer(const asl::Data& data) { return data.isObject() || data.isArray(); }

bool isPlainName(std::string_view key)
{
    const auto plain = [](char c) { return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
    return !key.empty() && !(key[0] >= '0' && key[0] <= '9') && std::all_of(key.begin(), key.end(), plain);
}

} // namespace

DiffCounts& DiffCounts::operator+=(const DiffCounts& other)
{
    added += other.added;
    removed += other.removed;
    changed += other.changed;
    return *this;
}

DataDiff::DataDiff(std::string key, int index, asl::Data before, asl::Data after, const DataDiff* parent)
    : m_key(std::move(key)), m_index(index), m_before(std::move(before)), m_after(std::move(after)), m_parent(parent)
{
    if (m_before.isUndefined() && !m_after.isUndefined())
        m_mark = Mark::Added;
    else if (m_after.isUndefined() && !m_before.isUndefined())
        m_mark = Mark::Removed;
    else if (!(m_before == m_after))
        m_mark = Mark::Changed;
}

bool DataDiff::isInner() const
{
    return (m_before.isObject() && m_after.isObject()) || (m_before.isArray() && m_after.isArray());
}

const std::vector<std::unique_ptr<DataDiff>>& DataDiff::children() const
{
    if (!std::exchange(m_hasChildren, true) && isContainer(value())) {
        if (value().isObject())
            compareMembers();
        else
            compareItems();
    }
    return m_children;
}

void DataDiff::addChild(std::string key, int index, const asl::Data& before, const asl::Data& after) const
{
    // What lies in something added or removed is shown as it is: the mark of the whole says it.
    const bool marked = m_mark == Mark::Added || m_mark == Mark::Removed || (m_mark == Mark::Changed && !isInner());
    const asl::Data& shown = after.isUndefined() ? before : after;
    m_children.push_back(std::unique_ptr<DataDiff>(new DataDiff(std::move(key), index, marked ? shown : before, marked ? shown : after,
                                                                this)));
    if (m_mark == Mark::Added || m_mark == Mark::Removed)
        m_children.back()->m_mark = m_mark;
}

void DataDiff::compareMembers() const
{
    const bool compare = isInner();
    const asl::Data& now = value();
    const auto former = compare ? m_before.members() : std::span<const asl::Member>();
    std::size_t next = 0;
    const auto addRemoved = [&] { // what was removed comes where it stood, as far as the order was kept
        for (; next < former.size() && !now.find(former[next].key); ++next)
            addChild(std::string(former[next].key.text()), -1, former[next].value, asl::Data());
    };
    for (const asl::Member& member : now.members()) {
        addRemoved();
        const asl::Data* before = compare ? m_before.find(member.key) : &member.value;
        addChild(std::string(member.key.text()), -1, before ? *before : asl::Data(), member.value);
        if (next < former.size() && former[next].key == member.key)
            ++next;
    }
    while (next < former.size()) {
        addRemoved();
        ++next;
    }
}

void DataDiff::compareItems() const
{
    const bool compare = isInner();
    const auto now = value().items();
    const auto former = compare ? m_before.items() : std::span<const asl::Data>();
    for (std::size_t i = 0; i < std::max(now.size(), former.size()); ++i) {
        const asl::Data& after = i < now.size() ? now[i] : asl::Data();
        addChild({}, static_cast<int>(i), !compare ? after : i < former.size() ? former[i] : asl::Data(), after);
    }
}

const DiffCounts& DataDiff::counts() const
{
    if (std::exchange(m_hasCounts, true))
        return m_counts;
    switch (m_mark) {
    case Mark::Same: break;
    case Mark::Added: m_counts.added = 1; break;
    case Mark::Removed: m_counts.removed = 1; break;
    case Mark::Changed:
        if (isInner())
            for (const auto& child : children())
                m_counts += child->counts();
        else
            m_counts.changed = 1;
        break;
    }
    return m_counts;
}

std::string DataDiff::path(const std::string& root) const
{
    if (!m_parent)
        return root;
    const std::string outer = m_parent->path(root);
    if (m_index >= 0)
        return outer + "[" + std::to_string(m_index) + "]";
    if (isPlainName(m_key))
        return outer + "." + m_key;
    std::string quotedKey;
    for (const char c : m_key)
        quotedKey += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return outer + "['" + quotedKey + "']";
}

DiffCounts diffCounts(const asl::Data& before, const asl::Data& after)
{
    return DataDiff(before, after).counts();
}

} // namespace designer
