// Edits of any value by its place, and of the fields of a state.

#include "core/document/edit_support.h"

namespace asl {

namespace {

std::string escapedStep(std::string_view key)
{
    std::string step;
    for (char c : key) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

std::string unescapedStep(std::string_view step)
{
    std::string key;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool escape = step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1');
        key += escape ? (step[i + 1] == '0' ? '~' : '/') : step[i];
        i += escape ? 1 : 0;
    }
    return key;
}

Error noSuchPlace(std::string_view pointer)
{
    return {{ASL_TEXT("core", "The definition has nothing at %1."), {std::string(pointer)}}, {}};
}

/// A name for what a pointer leads to, for the undo menu.
std::string lastStep(std::string_view pointer)
{
    return unescapedStep(pointer.substr(pointer.rfind('/') + 1));
}

Result<SyntaxTree> readJson(std::string_view json)
{
    SyntaxTree tree = SyntaxTree::parse(std::string(json));
    if (json.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{ASL_TEXT("core", "The value is empty. A text needs its quotes: \"\"."), {}};
    if (!tree.errors().empty())
        return Error{{ASL_TEXT("core", "The value is not valid JSON: %1"), {english(tree.errors().front().message)}}, {}};
    for (const Extension& extension : tree.extensions())
        if (extension.kind == Extension::Kind::Comment || extension.kind == Extension::Kind::TrailingComma
            || extension.kind == Extension::Kind::ByteOrderMark)
            return Error{ASL_TEXT("core", "The value is not strict JSON. Leave out comments and trailing commas."), {}};
    return tree;
}

/// The members or items of both stand for each other one by one.
bool sameParts(const SyntaxTree& before, NodeId old, const SyntaxTree& after, NodeId now)
{
    const SyntaxNode& a = before.node(old);
    const SyntaxNode& b = after.node(now);
    if (a.kind != b.kind || a.childCount != b.childCount || a.damaged
        || (a.kind != NodeKind::Object && a.kind != NodeKind::Array))
        return false;
    NodeId child = b.firstChild;
    for (NodeId oldChild : before.children(old)) {
        if (a.kind == NodeKind::Object && before.key(oldChild) != after.key(child))
            return false;
        child = after.node(child).nextSibling;
    }
    return true;
}

using Pairs = std::vector<std::pair<NodeId, NodeId>>; // a part as it is, and what it is to be

/// What to do to turn one object into another whose common members stand in the same order.
struct MemberDifference
{
    Pairs common;
    std::vector<NodeId> removed;
    std::vector<NodeId> added;   ///< in the new object
    NodeId addedAfter = noNode;  ///< of the last one added: the common member before it, as it is
};

std::optional<MemberDifference> memberDifference(const SyntaxTree& before, NodeId old, const SyntaxTree& after, NodeId now)
{
    constexpr std::size_t mostMembers = 200; // beyond, comparing all with all is not worth it
    const SyntaxNode& a = before.node(old);
    const SyntaxNode& b = after.node(now);
    if (a.kind != NodeKind::Object || b.kind != NodeKind::Object || a.damaged || a.childCount > mostMembers
        || b.childCount > mostMembers)
        return std::nullopt;
    MemberDifference difference;
    for (NodeId member : before.children(old))
        if (after.find(now, before.key(member)) == noNode)
            difference.removed.push_back(member);
    NodeId lastCommon = noNode;
    for (NodeId member : after.children(now)) {
        const NodeId former = before.find(old, after.key(member));
        if (former == noNode) {
            difference.added.push_back(member);
            difference.addedAfter = lastCommon;
        } else if (lastCommon != noNode && former <= lastCommon) {
            return std::nullopt; // another order, or one key twice
        } else {
            difference.common.emplace_back(former, member);
            lastCommon = former;
        }
    }
    if (difference.common.size() + difference.removed.size() != a.childCount)
        return std::nullopt;
    return difference;
}

/// Adds one member, or removes some; false when the difference is another one.
bool changeMembers(TextChanges& changes, NodeId object, const SyntaxTree& json, const MemberDifference& difference)
{
    if (difference.common.empty())
        return false;
    if (difference.removed.empty() && difference.added.size() == 1) {
        const NodeId added = difference.added.front();
        changes.insertMember(object, difference.addedAfter, json.key(added), json.raw(added));
        return true;
    }
    if (difference.added.empty())
        changes.remove(object, difference.removed);
    return difference.added.empty();
}

/// Replaces only the parts that differ, so that layout and comments of the others stay.
void replaceDifferences(TextChanges& changes, const SyntaxTree& tree, NodeId node, const SyntaxTree& json)
{
    Pairs pairs = {{node, json.root()}};
    while (!pairs.empty()) {
        const auto [old, now] = pairs.back();
        pairs.pop_back();
        if (tree.raw(old) == json.raw(now))
            continue;
        if (!sameParts(tree, old, json, now)) {
            const auto difference = memberDifference(tree, old, json, now);
            if (difference && changeMembers(changes, old, json, *difference))
                pairs.insert(pairs.end(), difference->common.begin(), difference->common.end());
            else
                changes.replaceValue(old, json.raw(now));
            continue;
        }
        NodeId child = json.node(now).firstChild;
        for (NodeId oldChild : tree.children(old)) {
            pairs.emplace_back(oldChild, child);
            child = json.node(child).nextSibling;
        }
    }
}

/// Adds what a pointer names to the object or array above it.
Result<void> addChild(TextChanges& changes, const Snapshot& snapshot, std::string_view pointer, std::string_view json)
{
    const SyntaxTree& tree = snapshot.tree();
    const std::size_t slash = pointer.rfind('/');
    const auto parent = slash == std::string_view::npos ? std::nullopt : tree.atPointer(pointer.substr(0, slash));
    if (!parent)
        return noSuchPlace(slash == std::string_view::npos ? pointer : pointer.substr(0, slash));
    if (const auto whole = editing::wholeAt(snapshot, tree.node(*parent).begin); !whole)
        return whole;
    const std::string step = unescapedStep(pointer.substr(slash + 1));
    if (tree.kind(*parent) == NodeKind::Object) {
        changes.insertMember(*parent, editing::memberBefore(tree, *parent, step), step, json);
        return {};
    }
    if (tree.kind(*parent) != NodeKind::Array)
        return Error{{ASL_TEXT("core", "%1 is neither an object nor an array; nothing can be added to it."),
                      {std::string(pointer.substr(0, slash))}},
                     tree.node(*parent).range()};
    const std::size_t count = tree.node(*parent).childCount;
    if (step != "-" && step != std::to_string(count))
        return Error{{ASL_TEXT("core", "The array %1 has %2 items. Add one with - or %2 as the index."),
                      {std::string(pointer.substr(0, slash)), std::to_string(count)}},
                     tree.node(*parent).range()};
    changes.appendItem(*parent, json);
    return {};
}

} // namespace

Result<Edit> setValue(const Snapshot& snapshot, std::string_view pointer, std::string_view json)
{
    const SyntaxTree& tree = snapshot.tree();
    const auto value = readJson(json);
    if (!value)
        return value.error();
    Edit edit;
    edit.label = {ASL_TEXT("core", "Set %1"), {lastStep(pointer)}};
    TextChanges changes(tree);
    if (const auto node = tree.atPointer(pointer)) {
        if (const auto whole = editing::wholeAt(snapshot, tree.node(*node).memberRange().begin); !whole)
            return whole.error();
        replaceDifferences(changes, tree, *node, *value);
    } else if (const auto added = addChild(changes, snapshot, pointer, value->raw(value->root())); !added) {
        return added.error();
    }
    return editing::finished(snapshot, changes, std::move(edit));
}

Result<Edit> removeValue(const Snapshot& snapshot, std::string_view pointer)
{
    const SyntaxTree& tree = snapshot.tree();
    const auto node = tree.atPointer(pointer);
    if (!node)
        return noSuchPlace(pointer);
    if (*node == tree.root())
        return Error{ASL_TEXT("core", "The whole definition cannot be removed, only parts of it."), {}};
    const NodeId parent = tree.node(*node).parent;
    if (const auto whole = editing::wholeAt(snapshot, tree.node(parent).begin); !whole)
        return whole.error();
    Edit edit;
    edit.label = {ASL_TEXT("core", "Remove %1"), {lastStep(pointer)}};
    TextChanges changes(tree);
    changes.remove(parent, {*node});
    return editing::finished(snapshot, changes, std::move(edit));
}

Result<Edit> renameMember(const Snapshot& snapshot, std::string_view pointer, std::string_view key)
{
    const SyntaxTree& tree = snapshot.tree();
    const auto node = tree.atPointer(pointer);
    if (!node || tree.node(*node).keyRange().empty())
        return noSuchPlace(pointer);
    Edit edit;
    edit.label = {ASL_TEXT("core", "Rename %1"), {lastStep(pointer)}};
    TextChanges changes(tree);
    changes.renameKey(*node, key);
    return editing::finished(snapshot, changes, std::move(edit));
}

Result<Edit> swapItems(const Snapshot& snapshot, std::string_view pointer, std::size_t one, std::size_t other)
{
    const SyntaxTree& tree = snapshot.tree();
    const auto array = tree.atPointer(pointer);
    const NodeId first = array ? tree.child(*array, std::min(one, other)) : noNode;
    const NodeId second = array ? tree.child(*array, std::max(one, other)) : noNode;
    if (first == noNode || second == noNode || first == second)
        return noSuchPlace(pointer);
    Edit edit;
    edit.label = ASL_TEXT("core", "Change order");
    TextChanges changes(tree);
    changes.swap(first, second);
    return editing::finished(snapshot, changes, std::move(edit));
}

std::string pointerTo(const Snapshot& snapshot, const StatePath& state, std::string_view field)
{
    const StateId id = snapshot.machine().find(state);
    if (id == noId)
        return {};
    std::string pointer = snapshot.tree().pointer(snapshot.machine().state(id).node);
    if (!field.empty())
        pointer += "/" + escapedStep(field);
    return pointer;
}

Result<Edit> setField(const Snapshot& snapshot, const StatePath& state, std::string_view field, std::string_view json)
{
    const auto id = editing::wholeState(snapshot, state);
    if (!id)
        return id.error();
    auto edit = setValue(snapshot, pointerTo(snapshot, state, field), json);
    if (edit)
        edit->select = state;
    return edit;
}

Result<Edit> removeField(const Snapshot& snapshot, const StatePath& state, std::string_view field)
{
    const auto id = editing::wholeState(snapshot, state);
    if (!id)
        return id.error();
    auto edit = removeValue(snapshot, pointerTo(snapshot, state, field));
    if (edit)
        edit->select = state;
    return edit;
}

} // namespace asl
