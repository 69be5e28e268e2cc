#pragma once
// What must hold for every row of the language table; the files with rows assert it at compile time.

#include "core/language/language.h"

namespace asl::table {

constexpr bool contains(std::span<const Field> fields, std::string_view name)
{
    for (const Field& field : fields)
        if (field.name == name)
            return true;
    return false;
}

constexpr bool sound(const Field& field)
{
    const bool nested = field.shape == Shape::Object || field.shape == Shape::ObjectList;
    return !field.name.empty() && !field.summary.empty() && (field.shape == Shape::OneOf) == !field.values.empty()
        && nested == (field.object != ObjectType::None) && field.minimum <= field.maximum;
}

constexpr bool sound(std::span<const Field> fields, std::span<const FieldGroup> groups)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!sound(fields[i]) || contains(fields.first(i), fields[i].name))
            return false;
        if (!fields[i].replacedBy.empty() && !contains(fields, fields[i].replacedBy))
            return false;
    }
    for (const FieldGroup& group : groups)
        for (std::string_view name : group.fields)
            if (!contains(fields, name))
                return false;
    return true;
}

} // namespace asl::table
