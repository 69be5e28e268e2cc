#pragma once
// RecordedRun: an execution input with the answers of its tasks: what lets a sample, or a file with recordings beside it,
// run at once.

#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <QString>

#include <memory>
#include <vector>

namespace designer {

struct Sample;

struct RecordedRun
{
    QString name;
    QString input;                             ///< JSON text
    std::shared_ptr<asl::TaskHandler> answers; ///< null: the user is asked
};

std::vector<RecordedRun> recordedRuns(const Sample& sample);

/// Of NAME.asl.json: NAME.input.json and NAME.tasks.json beside it, and every NAME-CASE.input.json with its NAME-CASE.tasks.json;
/// recordings that cannot be read are left out.
std::vector<RecordedRun> recordedRunsBeside(const QString& definition);

} // namespace designer
