#include "ui/simulator/visit_data.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace designer {

namespace {

struct StageWords
{
    Q_DECLARE_TR_FUNCTIONS(designer::Stages)
};

/// Does what happens in `outer` reach `inner`: the same scope or one around it, in the same iteration?
bool encloses(const asl::VisitRecord& outer, const asl::VisitRecord& inner)
{
    const auto& outerSteps = outer.path.scope.steps;
    const auto& innerSteps = inner.path.scope.steps;
    return outerSteps.size() <= innerSteps.size() && std::equal(outerSteps.begin(), outerSteps.end(), innerSteps.begin())
        && outer.iteration.size() <= inner.iteration.size() && std::equal(outer.iteration.begin(), outer.iteration.end(), inner.iteration.begin());
}

/// The visit of the Map whose iteration this visit is in.
const asl::VisitRecord* enclosingMap(const asl::RunView& view, asl::VisitId id)
{
    const asl::VisitRecord& visit = (*view.visits)[id];
    if (visit.iteration.empty())
        return nullptr;
    for (asl::VisitId i = id; i-- > 0;) {
        const asl::VisitRecord& candidate = (*view.visits)[i];
        if (candidate.state == asl::noId || view.snapshot->machine().state(candidate.state).type != asl::StateType::Map)
            continue;
        const asl::ScopePath inside = asl::scopeInside(candidate.path, 0);
        const auto& steps = visit.path.scope.steps;
        const bool around = inside.steps.size() <= steps.size() && std::equal(inside.steps.begin(), inside.steps.end(), steps.begin());
        if (around && candidate.iteration.size() + 1 == visit.iteration.size()
            && std::equal(candidate.iteration.begin(), candidate.iteration.end(), visit.iteration.begin()))
            return &candidate;
    }
    return nullptr;
}

/// What a Map took its items from.
const asl::Data* itemOf(const asl::VisitRecord& map, std::uint32_t index)
{
    for (const asl::Stage stage : {asl::Stage::AfterItemsPath, asl::Stage::AfterParameters, asl::Stage::AfterInputPath, asl::Stage::Input}) {
        const asl::Data& items = valueAt(map, stage);
        if (items.isArray() && index < items.size())
            return &items.items()[index];
    }
    return nullptr;
}

} // namespace

std::vector<StageColumn> stagesOf(const asl::RunView& view, const asl::VisitRecord& visit)
{
    using asl::Stage;
    using asl::StateType;
    const asl::State* state = visit.state == asl::noId ? nullptr : &view.snapshot->machine().state(visit.state);
    const auto is = [state](StateType wanted) { return state && state->type && *state->type == wanted; };
    const bool jsonata = state && state->language == asl::QueryLanguage::JSONata;
    std::vector<StageColumn> columns{{Stage::Input, StageWords::tr("Input")}};
    const auto add = [&](Stage stage, const QString& name) { columns.push_back({stage, name}); };
    const bool works = !is(StateType::Choice) && !is(StateType::Wait) && !is(StateType::Succeed) && !is(StateType::Fail);
    if (!jsonata && !is(StateType::Fail))
        add(Stage::AfterInputPath, QStringLiteral("InputPath"));
    if (is(StateType::Map))
        add(Stage::AfterItemsPath, StageWords::tr("Items"));
    else if (works)
        add(Stage::AfterParameters, jsonata ? StageWords::tr("Arguments") : StageWords::tr("Parameters"));
    if (works)
        add(Stage::Result, StageWords::tr("Result"));
    if (works && !jsonata) {
        if (!is(StateType::Pass))
            add(Stage::AfterResultSelector, StageWords::tr("Selector"));
        add(Stage::AfterResultPath, QStringLiteral("ResultPath"));
    }
    if (!valueAt(visit, Stage::Variables).isUndefined())
        add(Stage::Variables, StageWords::tr("Assign"));
    if (!is(StateType::Fail))
        add(Stage::Output, StageWords::tr("Output"));
    return columns;
}

asl::Stage presentStage(const std::vector<StageColumn>& columns, const asl::VisitRecord& visit)
{
    asl::Stage present = asl::Stage::Input;
    for (const StageColumn& column : columns)
        if (!valueAt(visit, column.stage).isUndefined())
            present = column.stage;
    return present;
}

std::vector<NamedValue> variablesOf(const asl::RunView& view, asl::VisitId id)
{
    const asl::VisitRecord& visit = (*view.visits)[id];
    std::map<std::string, asl::Data> variables;
    for (asl::VisitId i = 0; i <= id; ++i) {
        const asl::VisitRecord& earlier = (*view.visits)[i];
        const asl::Data& assigned = valueAt(earlier, asl::Stage::Variables);
        if (assigned.size() == 0 || (i != id && (!earlier.exited || earlier.exitedEvent > visit.enteredEvent || !encloses(earlier, visit))))
            continue;
        for (const asl::Member& variable : assigned.members())
            variables[std::string(variable.key.text())] = variable.value;
    }
    std::vector<NamedValue> result;
    for (auto& [name, value] : variables)
        result.push_back({"$" + name, std::move(value)});
    return result;
}

std::vector<NamedValue> contextOf(const asl::RunView& view, asl::VisitId id)
{
    const asl::VisitRecord& visit = (*view.visits)[id];
    std::vector<NamedValue> values;
    const auto add = [&](const char* name, asl::Data value) { values.push_back({name, std::move(value)}); };
    if (!view.visits->empty())
        add("$$.Execution.Input", valueAt(view.visits->front(), asl::Stage::Input));
    add("$$.Execution.StartTime", asl::Data::string(asl::timestampText(view.started)));
    add("$$.State.Name", asl::Data::string(visit.path.name));
    add("$$.State.EnteredTime", asl::Data::string(asl::timestampText(visit.entered)));
    add("$$.State.RetryCount", asl::Data::integer(visit.attempts - 1));
    if (const asl::VisitRecord* map = enclosingMap(view, id)) {
        const std::uint32_t index = visit.iteration.back();
        add("$$.Map.Item.Index", asl::Data::integer(index));
        if (const asl::Data* item = itemOf(*map, index))
            add("$$.Map.Item.Value", *item);
    }
    return values;
}

} // namespace designer
