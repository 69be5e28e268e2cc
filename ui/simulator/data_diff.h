#pragma once
// DataDiff: two values side by side, compared member by member and item by item, as far down as somebody looks.

#include "core/data/data.h"

#include <memory>
#include <string>
#include <vector>

namespace designer {

struct DiffCounts
{
    int added = 0;
    int removed = 0;
    int changed = 0;

    bool any() const { return added + removed + changed > 0; }
    DiffCounts& operator+=(const DiffCounts& other);
    friend bool operator==(const DiffCounts&, const DiffCounts&) = default;
};

/// A member, an item or the whole. `before` is Undefined where something was added, `after` where it was removed.
class DataDiff
{
public:
    enum class Mark { Same, Added, Removed, Changed };

    /// Without a comparison: everything is the same.
    explicit DataDiff(asl::Data value) : DataDiff(std::string(), -1, value, value, nullptr) {}
    DataDiff(asl::Data before, asl::Data after) : DataDiff(std::string(), -1, std::move(before), std::move(after), nullptr) {}

    const std::string& key() const { return m_key; }
    int index() const { return m_index; } ///< of an item; -1: a member, or the whole
    const DataDiff* parent() const { return m_parent; }
    bool isMember() const { return m_parent && m_index < 0; }
    const asl::Data& before() const { return m_before; }
    const asl::Data& after() const { return m_after; }
    /// What there is to show: the value now, of something removed the former one.
    const asl::Data& value() const { return m_after.isUndefined() ? m_before : m_after; }
    Mark mark() const { return m_mark; }
    /// Changed, and its children say where.
    bool hasInnerChanges() const { return m_mark == Mark::Changed && isInner(); }
    bool hasChildren() const { return (value().isObject() || value().isArray()) && (value().size() > 0 || hasInnerChanges()); }

    /// Made when first asked for. What was removed stands where it stood.
    const std::vector<std::unique_ptr<DataDiff>>& children() const;
    /// Of everything inside; an added or removed part counts once.
    const DiffCounts& counts() const;
    /// "$.Payload[0].Code" below `root`.
    std::string path(const std::string& root) const;

private:
    DataDiff(std::string key, int index, asl::Data before, asl::Data after, const DataDiff* parent);
    bool isInner() const;
    void addChild(std::string key, int index, const asl::Data& before, const asl::Data& after) const;
    void compareMembers() const;
    void compareItems() const;

    std::string m_key;
    int m_index;
    asl::Data m_before;
    asl::Data m_after;
    const DataDiff* m_parent;
    Mark m_mark = Mark::Same;
    mutable bool m_hasChildren = false;
    mutable bool m_hasCounts = false;
    mutable DiffCounts m_counts;
    mutable std::vector<std::unique_ptr<DataDiff>> m_children;
};

/// How `after` differs from `before`.
DiffCounts diffCounts(const asl::Data& before, const asl::Data& after);

} // namespace designer
