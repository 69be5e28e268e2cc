#include "ui/simulator/visit_data.h"

#include "core/execution/visible_data.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer {

namespace {

struct StageWords
{
    Q_DECLARE_TR_FUNCTIONS(designer::Stages)
};

void flatten(const std::string& name, const asl::Data& value, std::vector<NamedValue>& values)
{
    // Its outer two levels are rows; payloads stay whole.
    const bool opens = value.isObject() && (name == "$$" || std::count(name.begin(), name.end(), '.') < 2) && !name.ends_with(".Input") && value.size() > 0;
    if (!opens) {
        values.push_back({name, value});
        return;
    }
    for (const asl::Member& member : value.members())
        flatten(name + "." + std::string(member.key.text()), member.value, values);
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
    if (is(StateType::Map)) {
        add(Stage::AfterItemsPath, StageWords::tr("Items"));
        if (!valueAt(visit, Stage::AfterItemSelector).isUndefined())
            add(Stage::AfterItemSelector, StageWords::tr("ItemSelector"));
    } else if (works)
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

std::vector<NamedValue> contextOf(const asl::RunView& view, asl::VisitId id)
{
    std::vector<NamedValue> values;
    flatten("$$", asl::contextAt(view, id), values);
    return values;
}

} // namespace designer
