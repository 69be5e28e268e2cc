#pragma once
// Which table of the language each object of a definition obeys, and which row each of its members. Read once per
// snapshot, without recursion; the rules go through the flat lists.

#include "core/document/snapshot.h"
#include "core/language/language.h"

#include <optional>
#include <string>
#include <vector>

namespace asl::validation {

struct TypedObject
{
    NodeId node = noNode;
    ObjectType type = ObjectType::None;
    std::optional<StateType> stateType;     ///< of a State; empty when missing or unknown
    std::span<const Field> fields;          ///< empty for a State of unknown type
    std::span<const FieldGroup> groups;
    QueryLanguage language = QueryLanguage::JSONPath;
    bool languageKnown = true;              ///< false when a token stands where the language is named
    StateId state = noId;                   ///< the innermost state around it (or itself)
    std::size_t firstMember = 0;            ///< in TypedObjects::members
    std::size_t memberCount = 0;
};

struct TypedMember
{
    NodeId node = noNode;
    std::uint32_t object = 0;               ///< index in TypedObjects::objects
    const Field* field = nullptr;           ///< null: the table of its object has no such row
};

struct TypedObjects
{
    std::vector<TypedObject> objects; ///< outer ones before inner ones
    std::vector<TypedMember> members; ///< those of one object lie side by side

    std::span<const TypedMember> membersOf(const TypedObject& object) const
    {
        return std::span(members).subspan(object.firstMember, object.memberCount);
    }
    const TypedMember* find(const TypedObject& object, std::string_view field) const;
};

TypedObjects readTypedObjects(const Snapshot& snapshot);

/// A readable name for messages: `State "Ship"`, `Retrier`, `Choice Rule`.
std::string describe(const Snapshot& snapshot, const TypedObject& object);

} // namespace asl::validation
