#include "core/language/context_object.h"

#include "core/support/message.h"

namespace asl {

namespace {

constexpr ContextMember rows[] = {
    {"", "Execution", ASL_TEXT("language", "The execution: its ARN, name, input, role and start.")},
    {"", "State", ASL_TEXT("language", "The state: its name, when it was entered, how often it was retried.")},
    {"", "StateMachine", ASL_TEXT("language", "The state machine: its ARN and name.")},
    {"", "Task", ASL_TEXT("language", "The task: the token of a callback.")},
    {"", "Map", ASL_TEXT("language", "The item of the Map around.")},
    {"Execution", "Id", ASL_TEXT("language", "The ARN of the execution.")},
    {"Execution", "Input", ASL_TEXT("language", "The input of the execution.")},
    {"Execution", "Name", ASL_TEXT("language", "The name of the execution.")},
    {"Execution", "RoleArn", ASL_TEXT("language", "The role under which the state machine runs.")},
    {"Execution", "StartTime", ASL_TEXT("language", "When the execution began, as a timestamp.")},
    {"Execution", "RedriveCount", ASL_TEXT("language", "How often the execution was redriven.")},
    {"Execution", "RedriveTime", ASL_TEXT("language", "When the execution was redriven; only after a redrive.")},
    {"State", "EnteredTime", ASL_TEXT("language", "When the state was entered, as a timestamp.")},
    {"State", "Name", ASL_TEXT("language", "The name of the state.")},
    {"State", "RetryCount", ASL_TEXT("language", "How often a Task, Parallel or Map was retried.")},
    {"StateMachine", "Id", ASL_TEXT("language", "The ARN of the state machine.")},
    {"StateMachine", "Name", ASL_TEXT("language", "The name of the state machine.")},
    {"Task", "Token", ASL_TEXT("language", "The token with which a callback is answered; only with .waitForTaskToken.")},
    {"Map", "Item", ASL_TEXT("language", "The item of this iteration.")},
    {"Map.Item", "Index", ASL_TEXT("language", "The place of the item, counted from 0.")},
    {"Map.Item", "Value", ASL_TEXT("language", "The item itself.")},
    {"Map.Item", "Key", ASL_TEXT("language", "The name of the item, where the items are an object.")},
    {"Map.Item", "Source", ASL_TEXT("language", "Where the item comes from: the state's data, or a file.")},
};

} // namespace

std::span<const ContextMember> contextMembers() { return rows; }

} // namespace asl
