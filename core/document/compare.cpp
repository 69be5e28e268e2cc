#include "core/document/compare.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace asl {

namespace {

/// How alike two states of different names must be to be taken for one that was renamed: the share of equal fields.
constexpr double alike = 0.5;
/// Beyond so many pairs in a scope only equal states are taken for renamed ones.
constexpr std::size_t mostPairs = 250'000;

bool isReference(std::string_view rawKey) { return rawKey == "\"Next\"" || rawKey == "\"Default\"" || rawKey == "\"StartAt\""; }

class Comparer
{
public:
    Comparer(const Snapshot& before, const Snapshot& after)
        : m_before(before), m_after(after), m_partner(before.machine().states().size(), noId),
          m_isPartner(after.machine().states().size(), false)
    {
    }

    Comparison compare()
    {
        pairScopes(0, 0);
        for (StateId id = 0; id < m_partner.size(); ++id)
            if (m_partner[id] != noId && name(m_before, id) != name(m_after, m_partner[id]))
                m_renamed.emplace(name(m_before, id), name(m_after, m_partner[id]));
        collectScopes();
        Comparison result;
        compareValues(m_before.tree().root(), m_after.tree().root(), "", result.machine);
        addStates(result);
        return result;
    }

private:
    static const std::string& name(const Snapshot& snapshot, StateId id) { return snapshot.machine().state(id).name; }

    // --- which state is which ------------------------------------------------------------------------------------------

    void pairScopes(ScopeId before, ScopeId after)
    {
        std::vector<StateId> left, right;
        const Scope& a = m_before.machine().scope(before);
        const Scope& b = m_after.machine().scope(after);
        for (StateId id : a.states) {
            const auto same = b.byName.find(name(m_before, id));
            if (same != b.byName.end() && !m_isPartner[same->second])
                pair(id, same->second);
            else
                left.push_back(id);
        }
        for (StateId id : b.states)
            if (!m_isPartner[id])
                right.push_back(id);
        pairRenamed(left, right);
        for (StateId id : a.states)
            if (m_partner[id] != noId)
                pairInnerScopes(id, m_partner[id]);
    }

    void pairInnerScopes(StateId before, StateId after)
    {
        const auto& a = m_before.machine().state(before).scopes;
        const auto& b = m_after.machine().state(after).scopes;
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            pairScopes(a[i], b[i]);
    }

    void pair(StateId before, StateId after)
    {
        m_partner[before] = after;
        m_isPartner[after] = true;
    }

    void pairRenamed(const std::vector<StateId>& left, const std::vector<StateId>& right)
    {
        struct Candidate
        {
            double likeness;
            std::size_t left;
            std::size_t right;
        };
        if (left.size() * right.size() > mostPairs)
            return;
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < left.size(); ++i)
            for (std::size_t j = 0; j < right.size(); ++j)
                if (const double likeness = likenessOf(left[i], right[j]); likeness >= alike)
                    candidates.push_back({likeness, i, j});
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
        for (const Candidate& candidate : candidates)
            if (m_partner[left[candidate.left]] == noId && !m_isPartner[right[candidate.right]])
                pair(left[candidate.left], right[candidate.right]);
    }

    /// The share of members that are equal. Where the states lead says something too, but not much: names change.
    double likenessOf(StateId before, StateId after) const
    {
        const NodeId a = m_before.machine().state(before).node;
        const NodeId b = m_after.machine().state(after).node;
        const SyntaxTree& tree = m_before.tree();
        if (m_before.machine().state(before).type != m_after.machine().state(after).type)
            return 0;
        double equal = 0;
        double all = 0;
        for (NodeId child : tree.children(a)) {
            const double weight = isReference(tree.rawKey(child)) || tree.keyIs(child, "End") ? 0.25 : 1;
            const NodeId other = m_after.tree().find(b, tree.key(child));
            all += weight;
            equal += other != noNode && isEqual(child, other) ? weight : 0;
        }
        for (NodeId child : m_after.tree().children(b))
            all += tree.find(a, m_after.tree().key(child)) == noNode ? 1 : 0;
        return all == 0 ? 0 : equal / all;
    }

    // --- what is equal -------------------------------------------------------------------------------------------------

    bool isEqual(NodeId before, NodeId after) const
    {
        const SyntaxTree& a = m_before.tree();
        const SyntaxTree& b = m_after.tree();
        if (a.kind(before) != b.kind(after))
            return false;
        switch (a.kind(before)) {
        case NodeKind::String:
            return a.raw(before) == b.raw(after) || a.stringValue(before) == b.stringValue(after);
        case NodeKind::Number:
            return isEqualNumber(a.raw(before), b.raw(after));
        case NodeKind::Object:
        case NodeKind::Array:
            return areEqualChildren(before, after);
        case NodeKind::Missing:
        case NodeKind::Substitution:
            return a.raw(before) == b.raw(after);
        case NodeKind::Null:
        case NodeKind::False:
        case NodeKind::True:
            return true;
        }
        return false;
    }

    static bool isEqualNumber(std::string_view a, std::string_view b)
    {
        double left = 0, right = 0;
        const auto readLeft = std::from_chars(a.data(), a.data() + a.size(), left);
        const auto readRight = std::from_chars(b.data(), b.data() + b.size(), right);
        return a == b || (readLeft.ec == std::errc() && readRight.ec == std::errc() && left == right);
    }

    bool areEqualChildren(NodeId before, NodeId after) const
    {
        const SyntaxTree& a = m_before.tree();
        const SyntaxTree& b = m_after.tree();
        if (a.node(before).childCount != b.node(after).childCount)
            return false;
        NodeId item = b.node(after).firstChild;
        for (NodeId child : a.children(before)) {
            const NodeId other = a.kind(before) == NodeKind::Object ? b.find(after, a.key(child)) : item;
            if (other == noNode || !isEqual(child, other))
                return false;
            if (item != noNode)
                item = b.node(item).nextSibling;
        }
        return true;
    }

    // --- what has changed ----------------------------------------------------------------------------------------------

    void collectScopes()
    {
        for (const Scope& scope : m_before.machine().scopes())
            m_statesBefore.insert(scope.statesNode);
        for (const Scope& scope : m_after.machine().scopes())
            m_statesAfter.insert(scope.statesNode);
    }

    void compareValues(NodeId before, NodeId after, const std::string& pointer, std::vector<FieldChange>& changes) const
    {
        const SyntaxTree& a = m_before.tree();
        const SyntaxTree& b = m_after.tree();
        if (m_statesBefore.contains(before) && m_statesAfter.contains(after))
            return; // the states are compared one by one
        const NodeKind kind = a.kind(before);
        if (kind != b.kind(after) || (kind != NodeKind::Object && kind != NodeKind::Array)) {
            if (!isEqual(before, after) && !leadsToTheSame(before, after))
                changes.push_back({pointer, std::string(a.raw(before)), std::string(b.raw(after))});
            return;
        }
        NodeId item = b.node(after).firstChild;
        std::size_t index = 0;
        for (NodeId child : a.children(before)) {
            const std::string key = kind == NodeKind::Object ? a.key(child) : std::to_string(index++);
            const NodeId other = kind == NodeKind::Object ? b.find(after, key) : item;
            if (other == noNode)
                changes.push_back({pointer + "/" + escaped(key), std::string(a.raw(child)), std::nullopt});
            else
                compareValues(child, other, pointer + "/" + escaped(key), changes);
            if (item != noNode)
                item = b.node(item).nextSibling;
        }
        addNewChildren(before, after, pointer, changes);
    }

    void addNewChildren(NodeId before, NodeId after, const std::string& pointer, std::vector<FieldChange>& changes) const
    {
        const SyntaxTree& a = m_before.tree();
        const SyntaxTree& b = m_after.tree();
        std::size_t index = 0;
        for (NodeId child : b.children(after)) {
            const bool list = b.kind(after) == NodeKind::Array;
            const std::string key = list ? std::to_string(index) : b.key(child);
            const bool isNew = list ? index >= a.node(before).childCount : a.find(before, key) == noNode;
            ++index;
            if (isNew)
                changes.push_back({pointer + "/" + escaped(key), std::nullopt, std::string(b.raw(child))});
        }
    }

    bool leadsToTheSame(NodeId before, NodeId after) const
    {
        const SyntaxTree& a = m_before.tree();
        if (!isReference(a.rawKey(before)) || a.kind(before) != NodeKind::String || m_after.tree().kind(after) != NodeKind::String)
            return false;
        const auto renamed = m_renamed.find(a.stringValue(before));
        return renamed != m_renamed.end() && renamed->second == m_after.tree().stringValue(after);
    }

    static std::string escaped(const std::string& key)
    {
        std::string text;
        for (char c : key)
            text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        return text;
    }

    static std::string typeOf(const Snapshot& snapshot, StateId id)
    {
        const NodeId type = snapshot.tree().find(snapshot.machine().state(id).node, "Type");
        return type == noNode ? std::string() : snapshot.tree().stringValue(type);
    }

    void addStates(Comparison& result) const
    {
        std::vector<StateId> origin(m_isPartner.size(), noId);
        for (StateId id = 0; id < m_partner.size(); ++id)
            if (m_partner[id] != noId)
                origin[m_partner[id]] = id;
        for (StateId id = 0; id < origin.size(); ++id) {
            const NodeId node = m_after.machine().state(id).node;
            StateChange change;
            change.after = m_after.tree().pointer(node);
            change.type = typeOf(m_after, id);
            if (origin[id] == noId) {
                change.kind = StateChange::Kind::Added;
                result.states.push_back(std::move(change));
                continue;
            }
            const NodeId earlier = m_before.machine().state(origin[id]).node;
            change.before = m_before.tree().pointer(earlier);
            const bool renamed = name(m_before, origin[id]) != name(m_after, id);
            change.kind = renamed ? StateChange::Kind::Renamed : StateChange::Kind::Changed;
            compareValues(earlier, node, "", change.fields);
            if (renamed || !change.fields.empty())
                result.states.push_back(std::move(change));
        }
        for (StateId id = 0; id < m_partner.size(); ++id)
            if (m_partner[id] == noId)
                result.states.push_back({StateChange::Kind::Removed, m_before.tree().pointer(m_before.machine().state(id).node), {},
                                         typeOf(m_before, id), {}});
    }

    const Snapshot& m_before;
    const Snapshot& m_after;
    std::vector<StateId> m_partner;   ///< by state of the first definition
    std::vector<bool> m_isPartner;    ///< by state of the second
    std::unordered_map<std::string, std::string> m_renamed;
    std::unordered_set<NodeId> m_statesBefore;
    std::unordered_set<NodeId> m_statesAfter;
};

} // namespace

Comparison compare(const Snapshot& before, const Snapshot& after) { return Comparer(before, after).compare(); }

} // namespace asl
