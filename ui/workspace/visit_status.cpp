#include "ui/workspace/visit_status.h"

namespace designer {

Status statusOf(asl::VisitStatus status)
{
    switch (status) {
    case asl::VisitStatus::Running: return Status::Running;
    case asl::VisitStatus::Waiting: return Status::Waiting;
    case asl::VisitStatus::Succeeded: return Status::Succeeded;
    case asl::VisitStatus::Caught: return Status::Caught;
    case asl::VisitStatus::Failed: return Status::Failed;
    case asl::VisitStatus::Aborted: return Status::Aborted;
    }
    return Status::NotReached;
}

} // namespace designer
