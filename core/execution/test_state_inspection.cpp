// inspectionData: which of the values that a test noted the service shows for which kind of state.

#include "core/data/json.h"
#include "core/execution/execution_state.h"
#include "core/execution/tested_state.h"

#include <algorithm>
#include <cmath>

namespace asl {

namespace {

constexpr Stage task[] = {Stage::Input,  Stage::AfterInputPath,      Stage::AfterParameters,
                          Stage::Result, Stage::AfterResultSelector, Stage::AfterResultPath};
constexpr Stage parallel[] = {Stage::Input, Stage::AfterResultSelector, Stage::AfterResultPath};
constexpr Stage map[] = {Stage::Input,
                         Stage::AfterInputPath,
                         Stage::AfterItemsPath,
                         Stage::AfterItemSelector,
                         Stage::AfterResultSelector,
                         Stage::AfterResultPath};
constexpr Stage passing[] = {Stage::Input, Stage::AfterInputPath};
constexpr Stage taskJsonata[] = {Stage::Input, Stage::AfterParameters, Stage::Result};
constexpr Stage mapJsonata[] = {Stage::Input, Stage::AfterItemSelector};
constexpr Stage onlyInput[] = {Stage::Input};

std::span<const Stage> shownStages(StateType type, QueryLanguage language)
{
    const bool jsonata = language == QueryLanguage::JSONata;
    switch (type) {
    case StateType::Task:
        return jsonata ? std::span<const Stage>(taskJsonata) : task;
    case StateType::Pass:
        return jsonata ? std::span<const Stage>(onlyInput) : task;
    case StateType::Parallel:
        return jsonata ? std::span<const Stage>(onlyInput) : parallel;
    case StateType::Map:
        return jsonata ? std::span<const Stage>(mapJsonata) : map;
    case StateType::Choice:
    case StateType::Wait:
    case StateType::Succeed:
    case StateType::Fail:
        break;
    }
    return jsonata ? std::span<const Stage>(onlyInput) : passing;
}

bool shows(Stage stage, const StateProgram& program, const VisitRecord& visit)
{
    const auto* pass = std::get_if<PassProgram>(&program.work);
    if (stage == Stage::Result && pass)
        return pass->result.has_value();
    // A Catcher has a ResultPath of its own, which is not shown.
    return stage != Stage::AfterResultPath || visit.status != VisitStatus::Caught;
}

Data errorDetails(const StateTest& test, VisitStatus status)
{
    ObjectBuilder details;
    if (status == VisitStatus::Caught && test.catcher) {
        details.set("catchIndex", Data::integer(*test.catcher));
    } else if (status != VisitStatus::Succeeded && test.retrier) {
        details.set("retryIndex", Data::integer(*test.retrier));
        if (test.retryAfter)
            details.set("retryBackoffIntervalSeconds", Data::number(std::trunc(*test.retryAfter)));
    }
    return details.size() > 0 ? std::move(details).build() : Data();
}

Data text(const Data& value)
{
    return Data::string(data::toJson(value));
}

} // namespace

Data inspectionData(const TestedState& tested, const StateProgram& program, const ExecutionState& state,
                    const VisitRecord& visit)
{
    const StateTest& test = *state.test;
    ObjectBuilder inspection;
    for (const Stage stage : shownStages(program.type, program.language)) {
        const Data& value = visit.stages[static_cast<std::size_t>(stage)];
        if (value.isUndefined() || !shows(stage, program, visit))
            continue;
        const bool arguments = stage == Stage::AfterParameters && program.language == QueryLanguage::JSONata;
        inspection.set(arguments ? "afterArguments" : inspectionName(stage), text(value));
    }
    if (!test.afterItemsPointer.isUndefined())
        inspection.set("afterItemsPointer", text(test.afterItemsPointer));
    if (!test.afterItemBatcher.isUndefined())
        inspection.set("afterItemBatcher", text(test.afterItemBatcher));
    if (test.maxConcurrency)
        inspection.set("maxConcurrency", Data::number(*test.maxConcurrency));
    if (test.toleratedCount)
        inspection.set("toleratedFailureCount", Data::number(*test.toleratedCount));
    if (test.toleratedPercentage)
        inspection.set("toleratedFailurePercentage", Data::real(*test.toleratedPercentage));
    // The variables as the state leaves them.
    ObjectBuilder variables(tested.variables);
    for (const Member& assigned : visit.stages[static_cast<std::size_t>(Stage::Variables)].members())
        variables.set(assigned.key, assigned.value);
    if (variables.size() > 0)
        inspection.set("variables", text(std::move(variables).build()));
    if (Data details = errorDetails(test, visit.status); !details.isUndefined())
        inspection.set("errorDetails", std::move(details));
    return std::move(inspection).build();
}

} // namespace asl
