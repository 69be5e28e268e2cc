// Objects: constructors, and grouping by keys.

#include "core/query/jsonata/evaluator.h"

#include <bit>

namespace asl::query::jsonata {

/// What came under one key.
class Groups
{
public:
    struct Group
    {
        Data key;
        std::size_t pair = 0;
        Data first;
        std::vector<Data> items; ///< once there is more than one

        void add(const Data& item)
        {
            if (items.empty())
                spread(first);
            spread(item);
        }

    private:
        void spread(const Data& value)
        {
            // Tuples are values here.
            if (value.isArray() && !has(value, Tuple))
                items.insert(items.end(), value.items().begin(), value.items().end());
            else if (!value.isUndefined())
                items.push_back(value);
        }
    };

    std::vector<Group>& all() { return m_groups; }
    Group* find(const Data& key)
    {
        if (m_index.empty()) {
            for (Group& group : m_groups)
                if (group.key == key)
                    return &group;
            return nullptr;
        }
        for (std::size_t slot = slotOf(key); m_index[slot] != 0; slot = (slot + 1) & (m_index.size() - 1))
            if (m_groups[m_index[slot] - 1].key == key)
                return &m_groups[m_index[slot] - 1];
        return nullptr;
    }
    void add(const Data& key, std::size_t pair, const Data& item)
    {
        m_groups.push_back({key, pair, item, {}});
        if (m_groups.size() > linearLimit && m_groups.size() * 2 > m_index.size())
            rebuildIndex();
        else if (!m_index.empty())
            enter(m_groups.size());
    }

private:
    static constexpr std::size_t linearLimit = 8;
    std::size_t slotOf(const Data& key) const { return std::hash<std::string_view>()(key.text()) & (m_index.size() - 1); }
    void enter(std::size_t number)
    {
        std::size_t slot = slotOf(m_groups[number - 1].key);
        while (m_index[slot] != 0)
            slot = (slot + 1) & (m_index.size() - 1);
        m_index[slot] = static_cast<std::uint32_t>(number);
    }
    void rebuildIndex()
    {
        m_index.assign(std::bit_ceil(m_groups.size() * 4), 0);
        for (std::size_t number = 1; number <= m_groups.size(); ++number)
            enter(number);
    }

    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_index; ///< number from 1, by hash
};

bool PathEvaluator::collectGroups(const Node& node, const Data& input, bool reduce, Groups& groups)
{
    static const Data none{};
    std::span<const Data> items = input.isArray() ? input.items() : std::span<const Data>(&input, 1);
    if (items.empty() && !reduce)
        items = std::span<const Data>(&none, 1);
    for (const Data& item : items) {
        for (std::size_t pair = 0; pair < node.pairs.size(); ++pair) {
            const Data key = evaluateOne(*node.pairs[pair].first, item, reduce);
            if (m_evaluator.failed())
                return false;
            if (key.isUndefined())
                continue;
            if (!key.isString())
                return m_evaluator.fail({.code = "T1003", .position = node.position, .value = key}), false;
            if (key.text() == "_jsonata_lambda" || key.text() == "_jsonata_function")
                return m_evaluator.fail({.code = "D1013", .position = node.position, .value = key}), false;
            Groups::Group* group = groups.find(key);
            if (!group)
                groups.add(key, pair, item);
            else if (group->pair != pair)
                return m_evaluator.fail({.code = "D1009", .position = node.position, .value = key}), false;
            else
                group->add(item);
        }
    }
    return true;
}

namespace {

/// Tuples of one group as one: what they bind to a name, appended.
Data reduced(std::span<const Data> tuples)
{
    if (tuples.size() == 1)
        return tuples.front();
    std::vector<Data> slots(tuples.front().items().begin(), tuples.front().items().end());
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        std::vector<Data> values;
        const Data* only = nullptr;
        std::size_t count = 0;
        for (const Data& tuple : tuples) {
            const Data& value = tuple.items()[slot];
            if (value.isUndefined())
                continue;
            only = &value;
            ++count;
            if (value.isArray())
                values.insert(values.end(), value.items().begin(), value.items().end());
            else
                values.push_back(value);
        }
        if (count > 0)
            slots[slot] = count == 1 ? *only : Data::arrayFrom(values);
    }
    return Data::arrayFrom(slots).withMarks(Tuple);
}

} // namespace

Data PathEvaluator::group(const Node& node, const Data& input)
{
    if (node.simpleKeys && !input.isArray() && !node.pairs.front().second->isActivation)
        return objectOf(node, input);
    const bool reduce = input.isArray() && has(input, TupleStream);
    Data values = input;
    if (!reduce && !node.pairs.empty() && node.pairs.front().first->isActivation && input.isArray()) {
        std::vector<Data> items; // sorted tuples are values
        for (const Data& item : input.items())
            items.push_back(asValue(item, node.pairs.front().first->tupleSlotNames));
        values = Data::arrayFrom(items);
    }
    Groups groups;
    if (!collectGroups(node, values, reduce, groups))
        return {};
    std::vector<Member> members;
    members.reserve(groups.all().size());
    for (Groups::Group& group : groups.all()) {
        Data context = group.first;
        if (reduce)
            context = reduced(group.items.empty() ? std::span<const Data>(&group.first, 1) : std::span<const Data>(group.items));
        else if (!group.items.empty())
            context = Data::arrayFrom(group.items);
        Data value = evaluateOne(*node.pairs[group.pair].second, context, reduce);
        if (m_evaluator.failed())
            return {};
        m_evaluator.noteMarks(value);
        if (!value.isUndefined())
            members.push_back({group.key, std::move(value)});
    }
    Data object = Data::objectFrom(members);
    return m_evaluator.withinDepth(object) ? object : Data();
}

/// One item, and keys that are known to differ.
Data PathEvaluator::objectOf(const Node& node, const Data& input)
{
    constexpr std::size_t usual = 8;
    std::array<Member, usual> few;
    std::vector<Member> many(node.pairs.size() > usual ? node.pairs.size() : 0);
    const std::span<Member> members = many.empty() ? std::span<Member>(few) : std::span<Member>(many);
    std::size_t count = 0;
    for (const auto& [key, expression] : node.pairs) {
        Data value = m_evaluator.evaluate(*expression, input, m_frame);
        if (m_evaluator.failed())
            return {};
        m_evaluator.noteMarks(value);
        if (value.isUndefined())
            continue;
        members[count].key = key->value;
        members[count++].value = std::move(value);
    }
    Data object = Data::objectFrom(members.first(count));
    return m_evaluator.withinDepth(object) ? object : Data();
}

} // namespace asl::query::jsonata
