// |pattern|update,delete|: a copy with changes in it.

#include "core/query/jsonata/evaluator.h"

#include <algorithm>
#include <unordered_map>

namespace asl::query::jsonata {

namespace {

/// Objects and arrays in blocks of their own, so that each place has an identity.
Data clonedDeeply(const Data& value)
{
    if (value.isArray()) {
        std::vector<Data> items;
        items.reserve(value.size());
        for (const Data& item : value.items())
            items.push_back(clonedDeeply(item));
        return Data::arrayFrom(items);
    }
    if (value.isObject()) {
        std::vector<Member> members;
        members.reserve(value.size());
        for (const Member& member : value.members())
            members.push_back({member.key, clonedDeeply(member.value)});
        return Data::objectFrom(members);
    }
    return value;
}

/// Objects of the clone that a transform has changed: by the first member's place, which only that object has.
class Changes
{
public:
    explicit Changes(std::size_t expected) { m_objects.reserve(expected); }

    /// The value with everything in it that has changed. Recursion is limited by the depth of Data.
    Data current(const Data& value) const
    {
        auto changed = rebuilt(value);
        return changed ? *std::move(changed) : value;
    }
    const Data& shallow(const Data& object) const
    {
        const auto changed = m_objects.find(identity(object));
        return changed == m_objects.end() ? object : changed->second;
    }
    void set(const Data& object, Data changed) { m_objects.insert_or_assign(identity(object), std::move(changed)); }

private:
    static const void* identity(const Data& object) { return object.members().data(); }

    /// Nothing when the value is as it was.
    std::optional<Data> rebuilt(const Data& value) const
    {
        if (value.isArray() && value.depth() > 1) {
            std::vector<Data> items;
            for (std::size_t i = 0; i < value.size(); ++i) {
                auto changed = rebuilt(value.items()[i]);
                if (changed && items.empty())
                    items.assign(value.items().begin(), value.items().end());
                if (changed)
                    items[i] = *std::move(changed);
            }
            return items.empty() ? std::nullopt : std::optional(Data::arrayFrom(items));
        }
        if (!value.isObject())
            return std::nullopt;
        const Data& now = shallow(value);
        std::vector<Member> members;
        for (std::size_t i = 0; now.depth() > 1 && i < now.size(); ++i) {
            auto changed = rebuilt(now.members()[i].value);
            if (changed && members.empty())
                members.assign(now.members().begin(), now.members().end());
            if (changed)
                members[i].value = *std::move(changed);
        }
        if (!members.empty())
            return Data::objectFrom(members);
        return now.sharesBlockWith(value) ? std::nullopt : std::optional(now);
    }

    std::unordered_map<const void*, Data> m_objects;
};

Data without(const Data& object, std::span<const Data> keys)
{
    std::vector<Member> members;
    members.reserve(object.size());
    for (const Member& member : object.members())
        if (std::find(keys.begin(), keys.end(), member.key) == keys.end())
            members.push_back(member);
    return Data::objectFrom(members);
}

} // namespace

Data Evaluator::transformed(const Node& node, const Data& object, Frame& frame)
{
    if (object.isUndefined())
        return {};
    const Data cloneFunction = lookup(node, frame);
    if (!cloneFunction.isFunction())
        return fail({.code = "T2013", .position = node.position});
    Data clone = apply(cloneFunction, Arguments({object}), Data::null());
    if (procedureIn(cloneFunction).kind != Procedure::Kind::Builtin) // ours makes all blocks anew
        clone = clonedDeeply(clone);
    const Data matches = evaluate(*node.lhs, clone, frame);
    if (m_failed)
        return {};
    const std::span<const Data> matched = matches.isArray() ? matches.items() : std::span<const Data>(&matches, matches.isUndefined() ? 0 : 1);
    Changes changes(matched.size());
    for (const Data& match : matched) {
        const Data update = evaluate(*node.rhs, changes.current(match), frame);
        if (m_failed)
            return {};
        if (!update.isUndefined() && !update.isObject())
            return fail({.code = "T2011", .position = node.rhs->position, .value = update});
        if (match.isObject() && update.size() > 0) {
            ObjectBuilder changed(changes.shallow(match));
            for (const Member& member : update.members())
                changed.set(member.key, member.value);
            changes.set(match, std::move(changed).build());
        }
        if (!node.third)
            continue;
        const Data deletions = evaluate(*node.third, changes.current(match), frame);
        if (m_failed)
            return {};
        const Data list = deletions.isArray() || deletions.isUndefined() ? deletions : Data::array({deletions});
        if (!list.isUndefined() && !isArrayOfStrings(list))
            return fail({.code = "T2012", .position = node.third->position, .value = deletions});
        if (match.isObject() && list.size() > 0)
            changes.set(match, without(changes.shallow(match), list.items()));
    }
    return changes.current(clone);
}

} // namespace asl::query::jsonata
