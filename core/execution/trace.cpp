#include "core/execution/trace.h"

#include "core/data/json.h"

namespace asl {

namespace {

/// A stage of a state: its name in inspectionData, and the field that makes something else of the value before it. Without
/// that field the value just passes; a stage without a field (the result) exists only where it was recorded.
struct InspectedStage
{
    Stage stage;
    std::string_view name;
    std::string_view field;
};

std::vector<InspectedStage> stagesOfJsonata(StateType type)
{
    constexpr InspectedStage input{Stage::Input, "input", {}};
    constexpr InspectedStage result{Stage::Result, "result", {}};
    switch (type) {
    case StateType::Task:
    case StateType::Parallel: return {input, {Stage::AfterParameters, "afterArguments", "Arguments"}, result};
    case StateType::Map: return {input, {Stage::AfterItemsPath, "afterItemsPath", {}}, {Stage::AfterItemSelector, "afterItemSelector", {}}, result};
    case StateType::Pass:
    case StateType::Wait:
    case StateType::Choice:
    case StateType::Succeed:
    case StateType::Fail: break;
    }
    return {input};
}

std::vector<InspectedStage> stagesOfJsonPath(StateType type, bool fixedResult)
{
    constexpr InspectedStage input{Stage::Input, "input", {}};
    constexpr InspectedStage inputPath{Stage::AfterInputPath, "afterInputPath", "InputPath"};
    constexpr InspectedStage parameters{Stage::AfterParameters, "afterParameters", "Parameters"};
    constexpr InspectedStage result{Stage::Result, "result", {}};
    constexpr InspectedStage selector{Stage::AfterResultSelector, "afterResultSelector", "ResultSelector"};
    constexpr InspectedStage resultPath{Stage::AfterResultPath, "afterResultPath", "ResultPath"};
    switch (type) {
    case StateType::Task:
    case StateType::Parallel: return {input, inputPath, parameters, result, selector, resultPath};
    case StateType::Map:
        return {input, inputPath, {Stage::AfterItemsPath, "afterItemsPath", {}}, {Stage::AfterItemSelector, "afterItemSelector", {}},
                result, selector, resultPath};
    case StateType::Pass:
        if (fixedResult)
            return {input, result, selector, resultPath};
        return {input, inputPath, parameters, selector, resultPath};
    case StateType::Wait:
    case StateType::Choice:
    case StateType::Succeed:
    case StateType::Fail: break;
    }
    return {input, inputPath};
}

void setFailure(ObjectBuilder& object, const std::optional<Failure>& failure)
{
    if (failure && failure->error)
        object.set("error", Data::string(*failure->error));
    if (failure && failure->cause)
        object.set("cause", Data::string(*failure->cause));
}

/// Shares `known` where nothing was assigned.
Data merged(const Data& known, const Data& assigned)
{
    if (assigned.size() == 0)
        return known;
    ObjectBuilder all = known.isObject() ? ObjectBuilder(known) : ObjectBuilder();
    for (const Member& variable : assigned.members())
        all.set(variable.key, variable.value);
    return std::move(all).build();
}

Data indexes(const std::vector<std::uint32_t>& iteration)
{
    ArrayBuilder result;
    for (const std::uint32_t index : iteration)
        result.add(Data::integer(index));
    return std::move(result).build();
}

Data traceOf(const RunView& view, const VisitRecord& visit, const Data& variables)
{
    ObjectBuilder line;
    line.set("state", Data::string(visit.path.name));
    if (!visit.path.scope.steps.empty())
        line.set("path", Data::string(readable(visit.path)));
    if (!visit.iteration.empty())
        line.set("iteration", indexes(visit.iteration));
    line.set("status", Data::string(statusName(visit.status)));
    line.set("enteredEventId", Data::integer(visit.enteredEvent));
    if (visit.exitedEvent != 0)
        line.set("exitedEventId", Data::integer(visit.exitedEvent));
    line.set("entered", Data::string(timestampText(visit.entered)));
    if (visit.exited)
        line.set("exited", Data::string(timestampText(*visit.exited)));
    if (visit.attempts > 1)
        line.set("attempts", Data::integer(visit.attempts));
    for (const auto& [name, value] : inspectedStages(*view.snapshot, visit))
        line.set(name, value);
    if (variables.size() > 0)
        line.set("variables", variables);
    const Data& output = visit.stages[static_cast<std::size_t>(Stage::Output)];
    if (!output.isUndefined())
        line.set("output", output);
    const StateMachine& machine = view.snapshot->machine();
    if (const TransitionId left = visit.left ? machine.find(*visit.left) : noId; left != noId && machine.transition(left).to != noId)
        line.set("nextState", Data::string(machine.transition(left).targetName));
    setFailure(line, visit.failure);
    return std::move(line).build();
}

} // namespace

Data VariablesAlong::after(const VisitRecord& visit, const VisitRecords& visits)
{
    auto [own, isNew] = m_byFrame.try_emplace(visit.frame);
    Known& known = own->second;
    // A branch or iteration begins with what is known where the Parallel or Map stands; what that assigns itself comes later.
    if (isNew && visit.parent != noId)
        if (const auto around = m_byFrame.find(visits[visit.parent].frame); around != m_byFrame.end())
            known.before = around->second.before;
    known.before = merged(known.before, known.assigned);
    known.assigned = visit.stages[static_cast<std::size_t>(Stage::Variables)];
    return merged(known.before, known.assigned);
}

std::vector<std::pair<std::string_view, Data>> inspectedStages(const Snapshot& snapshot, const VisitRecord& visit)
{
    std::vector<std::pair<std::string_view, Data>> result;
    if (visit.state == noId || !snapshot.machine().state(visit.state).type)
        return result;
    const State& state = snapshot.machine().state(visit.state);
    const auto has = [&](std::string_view field) { return snapshot.tree().find(state.node, field) != noNode; };
    const std::vector<InspectedStage> stages = state.language == QueryLanguage::JSONata
        ? stagesOfJsonata(*state.type) : stagesOfJsonPath(*state.type, has("Result"));
    for (const InspectedStage& inspected : stages) {
        const Data& value = visit.stages[static_cast<std::size_t>(inspected.stage)];
        if (!value.isUndefined()) {
            result.emplace_back(inspected.name, value);
            continue;
        }
        if (inspected.stage == Stage::AfterItemSelector && !has("ItemSelector"))
            continue;
        if (inspected.field.empty() || has(inspected.field) || result.empty())
            break; // it did not come so far
        result.emplace_back(inspected.name, result.back().second);
    }
    return result;
}

void setResult(ObjectBuilder& object, const RunView& view)
{
    object.set("status", Data::string(statusName(view.status)));
    if (view.output)
        object.set("output", *view.output);
    setFailure(object, view.failure);
}

std::string traceJson(const RunView& view)
{
    std::string text;
    VariablesAlong variables;
    for (const VisitRecord& visit : *view.visits)
        text += data::toJson(traceOf(view, visit, variables.after(visit, *view.visits)), data::Layout::Spaced) + "\n";
    return text;
}

} // namespace asl
