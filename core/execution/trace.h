#pragma once
// What a visit did to its data, in the words of TestState's inspectionData.

#include "core/execution/run_view.h"

#include <map>
#include <string>
#include <vector>

namespace asl {

/// Variables that visits leave behind, followed from visit to visit in the order of entry.
class VariablesAlong
{
public:
    /// What is known after the visit, by name; Undefined: nothing. Asked for each visit once, in order.
    Data after(const VisitRecord& visit, const VisitRecords& visits);

private:
    struct Known
    {
        Data before;   ///< when the frame's last visit began: what is inside that one begins with it
        Data assigned; ///< by that visit
    };
    std::map<FrameId, Known> m_byFrame;
};

/// Every stage that the visit passed, under inspectionData's names, in order; a stage whose field the state does not have
/// repeats the value before it. Without `variables` and `output`.
std::vector<std::pair<std::string_view, Data>> inspectedStages(const Snapshot& snapshot, const VisitRecord& visit);

/// Sets "status", "output", "error" and "cause" of an execution, those that it has.
void setResult(ObjectBuilder& object, const RunView& view);

/// One line of JSON a visit, in the order of entry.
std::string traceJson(const RunView& view);

} // namespace asl
