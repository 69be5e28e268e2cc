#include "ui/workspace/follow.h"

#include <algorithm>

namespace designer {

namespace {

/// A state keeps its object's opening brace when it is renamed, so that is where it is looked for under another name.
std::optional<asl::StatePath> followedState(const asl::StatePath& path, const asl::Snapshot& before, const asl::Snapshot& after,
                                            const asl::TextPatch& patch)
{
    if (after.machine().find(path) != asl::noId)
        return path;
    const asl::StateId id = before.machine().find(path);
    if (id == asl::noId)
        return std::nullopt;
    const asl::TextRange range = mapped(patch, before.tree().node(before.machine().state(id).node).range());
    if (range.empty())
        return std::nullopt;
    const asl::StateId found = after.machine().stateAt(after.tree(), range.begin);
    if (found == asl::noId || after.tree().node(after.machine().state(found).node).begin != range.begin)
        return std::nullopt;
    return after.machine().path(found);
}

std::optional<asl::TransitionPath> followedTransition(const asl::TransitionPath& path, const asl::Snapshot& before,
                                                      const asl::Snapshot& after, const asl::TextPatch& patch)
{
    if (after.machine().find(path) != asl::noId)
        return path;
    if (path.from.empty())
        return std::nullopt;
    const auto from = followedState({path.scope, path.from}, before, after, patch);
    if (!from)
        return std::nullopt;
    const asl::TransitionPath moved{from->scope, from->name, path.kind, path.index};
    return after.machine().find(moved) == asl::noId ? std::nullopt : std::optional(moved);
}

bool touches(const asl::TextPatch& patch, asl::TextRange range)
{
    const auto& replacements = patch.replacements();
    const auto first = std::lower_bound(replacements.begin(), replacements.end(), range.begin,
                                        [](const asl::Replacement& r, std::size_t position) { return r.range.end < position; });
    return first != replacements.end() && first->range.begin <= range.end;
}

} // namespace

Selection followed(const Selection& selection, const asl::Snapshot& before, const asl::Snapshot& after, const asl::TextPatch& patch)
{
    Selection result;
    for (const asl::StatePath& state : selection.states)
        if (auto path = followedState(state, before, after, patch))
            result.states.push_back(*std::move(path));
    if (selection.transition)
        result.transition = followedTransition(*selection.transition, before, after, patch);
    return result;
}

void follow(std::vector<asl::Diagnostic>& diagnostics, const asl::TextPatch& patch)
{
    for (asl::Diagnostic& diagnostic : diagnostics) {
        diagnostic.range = mapped(patch, diagnostic.range);
        std::erase_if(diagnostic.fixes, [&](asl::QuickFix& fix) {
            auto moved = rebased(fix.edit.patch, patch);
            if (moved)
                fix.edit.patch = *std::move(moved);
            return !moved;
        });
    }
}

std::optional<asl::TextPatch> rebased(const asl::TextPatch& edit, const asl::TextPatch& patch)
{
    asl::TextPatch result;
    for (const asl::Replacement& replacement : edit.replacements()) {
        if (touches(patch, replacement.range) || !result.add(mapped(patch, replacement.range), replacement.text))
            return std::nullopt;
    }
    return result;
}

} // namespace designer
