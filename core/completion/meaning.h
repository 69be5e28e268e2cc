#pragma once
// Meaning: what a place of the text is in ASL: which table its members obey, in which field it lies, and which state,
// scope and query language hold there.

#include "core/completion/site.h"
#include "core/language/expressions.h"
#include "core/model/object_type.h"

#include <vector>

namespace asl::completion {

struct Meaning
{
    ObjectPlace object;                   ///< None: no table describes its members
    ObjectType items = ObjectType::None;  ///< of a list of objects
    bool isStates = false;                ///< the value of States
    const Field* field = nullptr;         ///< the innermost field of a table around it, or whose value it is
    ObjectPlace owner;                    ///< the object that has the field
    NodeId ownerNode = noNode;
    std::vector<std::string> inside;      ///< names from the field's value down to it; those of items are empty

    StateId state = noId;                 ///< innermost around it
    std::optional<StateType> stateType;   ///< its type
    ScopeId scope = 0;                    ///< whose states it may name
    QueryLanguage language = QueryLanguage::JSONPath;

    ExpressionForm form() const { return field ? expressionForm(*field, language) : ExpressionForm::None; }
    Sees sees() const { return whatIsSeen(*field, stateType.value_or(StateType::Pass)); }
};

/// Of the value that is written at the site, or of the object whose member's name is.
Meaning meaningAt(const Snapshot& snapshot, const Site& site);
/// Of a value of the text.
Meaning meaningOf(const Snapshot& snapshot, NodeId node);

} // namespace asl::completion
