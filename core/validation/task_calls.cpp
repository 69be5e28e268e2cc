#include "core/validation/task_calls.h"

namespace asl::validation {

void forEachTaskCall(const Context& context, const std::function<void(const TaskCall&)>& visit)
{
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* member = object.stateType == StateType::Task ? context.typed.find(object, "Resource") : nullptr;
        if (!member || context.tree().kind(member->node) != NodeKind::String)
            continue;
        const char* field = object.language == QueryLanguage::JSONata ? "Arguments" : "Parameters";
        visit({&object, member, context.tree().stringValue(member->node), context.typed.find(object, field)});
    }
}

} // namespace asl::validation
