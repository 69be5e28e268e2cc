#include "core/execution/visible_data.h"

#include <algorithm>
#include <map>

namespace asl {

namespace {

const Data& stageOf(const VisitRecord& visit, Stage stage) { return visit.stages[static_cast<std::size_t>(stage)]; }

StateType typeOf(const RunView& view, const VisitRecord& visit)
{
    return visit.state == noId ? StateType::Pass : view.snapshot->machine().state(visit.state).type.value_or(StateType::Pass);
}

/// Which child of the container a visit inside it belongs to.
std::uint32_t childIndex(const VisitRecord& container, const VisitRecord& inner, bool isMap)
{
    if (isMap)
        return container.iteration.size() < inner.iteration.size() ? inner.iteration[container.iteration.size()] : 0;
    const std::size_t depth = container.path.scope.steps.size();
    return depth < inner.path.scope.steps.size() ? inner.path.scope.steps[depth].branch : 0;
}

} // namespace

std::vector<VisibleVariable> variablesAt(const RunView& view, VisitId id)
{
    const VisitRecords& visits = *view.visits;
    std::map<std::string, VisibleVariable, std::less<>> found;
    FrameId frame = visits[id].frame;
    VisitId around = visits[id].parent;
    const auto take = [&found](const std::string& name, const Data& value, std::size_t visit, bool byHand) {
        found.try_emplace(name, VisibleVariable{name, value, static_cast<VisitId>(visit), byHand});
    };
    // What was changed by hand during a visit came before the visit assigned.
    const auto takeEdits = [&](std::size_t visit) {
        for (std::size_t edit = view.edits.size(); edit-- > 0;)
            if (view.edits[edit].visit == visit && !view.edits[edit].variable.empty())
                take(view.edits[edit].variable, view.edits[edit].value, visit, true);
    };
    for (std::size_t i = std::size_t(id) + 1; i-- > 0;) {
        if (i == around) { // out of the branch or iteration; what the container assigns itself comes later
            frame = visits[i].frame;
            around = visits[i].parent;
            takeEdits(i);
            continue;
        }
        if (visits[i].frame != frame)
            continue;
        for (const Member& variable : stageOf(visits[i], Stage::Variables).members())
            take(std::string(variable.key.text()), variable.value, i, false);
        takeEdits(i);
    }
    std::vector<VisibleVariable> result;
    for (auto& [name, variable] : found)
        result.push_back(std::move(variable));
    return result;
}

VisitId enclosingMap(const RunView& view, VisitId id)
{
    const VisitRecords& visits = *view.visits;
    for (VisitId around = visits[id].parent; around != noId; around = visits[around].parent)
        if (typeOf(view, visits[around]) == StateType::Map)
            return around;
    return noId;
}

Data contextAt(const RunView& view, VisitId id)
{
    const VisitRecord& visit = (*view.visits)[id];
    ObjectBuilder whole = view.context.isObject() ? ObjectBuilder(view.context) : ObjectBuilder();
    ObjectBuilder state;
    state.set("EnteredTime", Data::string(timestampText(visit.entered))).set("Name", Data::string(visit.path.name));
    state.set("RetryCount", Data::integer(visit.attempts - 1));
    whole.set("State", std::move(state).build());
    const VisitId map = enclosingMap(view, id);
    if (map != noId) {
        const VisitRecord& around = (*view.visits)[map];
        const std::uint32_t index = childIndex(around, visit, true);
        ObjectBuilder item;
        item.set("Index", Data::integer(index));
        const Data& items = stageOf(around, Stage::AfterItemsPath);
        if (items.isArray() && index < items.size())
            item.set("Value", items.items()[index]);
        whole.set("Map", Data::object({{Data::string("Item"), std::move(item).build()}}));
    }
    return std::move(whole).build();
}

ChildProgress progressOf(const RunView& view, VisitId container)
{
    const auto current = std::find_if(view.progress.begin(), view.progress.end(),
                                      [container](const ChildProgress& progress) { return progress.visit == container; });
    if (current != view.progress.end())
        return *current;
    const VisitRecord& record = (*view.visits)[container];
    const bool isMap = typeOf(view, record) == StateType::Map;
    ChildProgress progress{container, {}, 0};
    if (isMap)
        progress.count = static_cast<std::uint32_t>(stageOf(record, Stage::AfterItemsPath).size());
    else if (record.state != noId)
        progress.count = static_cast<std::uint32_t>(view.snapshot->machine().state(record.state).scopes.size());
    for (std::size_t i = std::size_t(container) + 1; i < view.visits->size(); ++i) {
        const VisitRecord& inner = (*view.visits)[i];
        if (inner.parent != container)
            continue;
        const std::uint32_t index = childIndex(record, inner, isMap);
        if (index >= progress.children.size())
            progress.children.resize(std::size_t(index) + 1, VisitStatus::Waiting);
        // The last visit of a child tells how it ended; an error caught inside is no failure of the child.
        progress.children[index] = inner.status == VisitStatus::Caught ? VisitStatus::Succeeded : inner.status;
    }
    progress.count = std::max(progress.count, static_cast<std::uint32_t>(progress.children.size()));
    return progress;
}

} // namespace asl
