#pragma once
// Which state reads and which state assigns which variables.

#include "core/validation/jsonata_facts.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace asl::validation {

/// An expression reads a variable.
struct VariableRead
{
    std::string name; ///< without `$`
    StateId state = noId;
    std::uint32_t member = 0; ///< index in TypedObjects::members: the field in which the expression stands
    NodeId node = noNode;     ///< the string
    TextRange range;          ///< the variable's name in it, with its `$`
    bool guarded = false;     ///< the expression or the rule asks first whether it exists
};

/// An Assign gives a variable a value.
struct VariableAssignment
{
    std::string name;
    StateId state = noId;
    std::uint32_t object = 0; ///< index in TypedObjects::objects: the state, the rule or the catcher
    NodeId node = noNode;     ///< the member of Assign
};

struct VariableUses
{
    std::vector<VariableRead> reads;
    std::vector<VariableAssignment> assignments;
};

VariableUses variableUses(const Snapshot& snapshot, const TypedObjects& typed,
                          const std::vector<JsonataExpression>& expressions);

/// The state's name and the names of the variables that it reads, as DescribeStateMachine gives them.
std::map<std::string, std::set<std::string>> variableReferences(const Snapshot& snapshot, const VariableUses& uses);

} // namespace asl::validation
