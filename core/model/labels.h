#pragma once
// What the canvas, the forms and messages call the parts of a machine in a few words.

#include "core/model/state_machine.h"
#include "core/support/message.h"

#include <string>

namespace asl {

/// Line 1 of a card: "Lambda: Invoke", "Wait state · 1 s", "Map state · one at a time", "Map: S3 objects".
Message cardTitle(const SyntaxTree& tree, const StateMachine& machine, StateId state);

/// "Choice state", "Task state"; "State" for an unknown type.
Message typeName(const State& state);

/// A Choice Rule (or nested rule) as an expression: `$.com_status == "Success"`, `not ($.a is present)`,
/// `$.a > 1 and $.b < 2`; JSONata: the text of its Condition without {% %}. Empty when the rule says nothing yet.
std::string conditionText(const SyntaxTree& tree, NodeId rule);

/// The label of an edge. Choice rule: its Comment, else its condition, else "Rule #1"; "Default"; Catch: the error names
/// ("A, B +2"), else "Catch #1". Empty for Start, Next and End.
Message transitionLabel(const SyntaxTree& tree, const Transition& transition);

/// Like transitionLabel, for tooltips: nothing is left out, and a rule's condition is said even when it has a Comment.
Message transitionDescription(const SyntaxTree& tree, const Transition& transition);

/// A resource in a few words: "Lambda: Invoke", "DynamoDB: PutItem", "Activity: Name"; "Task state" for a token or an
/// unknown form.
Message resourceTitle(std::string_view arn);

/// "Invoke" for "invoke", "PutItem" for "putItem".
std::string actionName(std::string_view action);

} // namespace asl
