#pragma once
// What a visit shows of its data: which stages its state has, and the variables and context values it could see.

#include "core/execution/run_view.h"

#include <QString>

#include <string>
#include <vector>

namespace designer {

struct StageColumn
{
    asl::Stage stage = asl::Stage::Input;
    QString name;
};

/// The stages of a state of this kind, in the order in which they apply.
std::vector<StageColumn> stagesOf(const asl::RunView& view, const asl::VisitRecord& visit);
inline const asl::Data& valueAt(const asl::VisitRecord& visit, asl::Stage stage) { return visit.stages[static_cast<std::size_t>(stage)]; }
/// The last stage that was reached.
asl::Stage presentStage(const std::vector<StageColumn>& columns, const asl::VisitRecord& visit);

struct NamedValue
{
    std::string name;
    asl::Data value;
};
/// What the Context object tells about the visit, as far as the run records it: "$$.State.Name", …
std::vector<NamedValue> contextOf(const asl::RunView& view, asl::VisitId visit);

} // namespace designer
