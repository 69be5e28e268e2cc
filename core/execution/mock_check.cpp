// Compares a value with a shape of the catalogue. Only the last member's name is told, as the service does.

#include "core/execution/mock_check.h"

#include "core/language/catalogue.h"
#include "core/support/utf8.h"

#include <algorithm>

namespace asl {

namespace {

using Kind = ValueShape::Kind;

class Checker
{
public:
    explicit Checker(FieldCheck check) : m_check(check) {}

    std::optional<std::string> structure(const Data& value, const ValueShape& shape) const
    {
        for (const MemberShape& member : shape.members) {
            const Data* found = value.find(member.name);
            if (!found && member.required && m_check == FieldCheck::Strict)
                return "Required field '" + std::string(member.name) + "' is missing";
            if (auto fault = found ? valueFault(*found, *member.shape, member.name) : std::nullopt)
                return fault;
        }
        return {};
    }

private:
    static std::string said(std::string_view name, const char* what)
    {
        return "Field '" + std::string(name) + "' " + what;
    }

    std::optional<std::string> valueFault(const Data& value, const ValueShape& shape, std::string_view name) const
    {
        switch (shape.kind) {
        case Kind::Any:
        case Kind::TextOrJson:
            return {};
        case Kind::Text:
        case Kind::Timestamp:
        case Kind::Blob:
            return textFault(value, shape, name);
        case Kind::Enum:
            if (!value.isString())
                return said(name, "must be a string");
            return std::find(shape.values.begin(), shape.values.end(), value.text()) == shape.values.end()
                       ? std::optional(said(name, "is not an expected value"))
                       : std::nullopt;
        case Kind::Number:
            return numberFault(value, shape, name);
        case Kind::Boolean:
            return value.isBoolean() ? std::nullopt : std::optional(said(name, "must be a boolean"));
        case Kind::List:
            return listFault(value, shape, name);
        case Kind::Structure:
            return value.isObject() ? structure(value, shape) : std::optional(said(name, "must be an object"));
        case Kind::Map:
            return mapFault(value, shape, name);
        }
        return {};
    }

    static std::optional<std::string> lengthFault(std::size_t length, const ValueShape& shape, std::string_view name)
    {
        if (static_cast<double>(length) < shape.minimum)
            return said(name, "is smaller than the minimum length");
        if (static_cast<double>(length) > shape.maximum)
            return said(name, "exceeds the maximum length");
        return {};
    }

    static std::optional<std::string> textFault(const Data& value, const ValueShape& shape, std::string_view name)
    {
        return value.isString() ? lengthFault(codePointCount(value.text()), shape, name)
                                : std::optional(said(name, "must be a string"));
    }

    static std::optional<std::string> numberFault(const Data& value, const ValueShape& shape, std::string_view name)
    {
        if (!value.isNumber())
            return said(name, "must be a number");
        if (value.asDouble() < shape.minimum)
            return said(name, "is less than the minimum value");
        if (value.asDouble() > shape.maximum)
            return said(name, "exceeds the maximum value");
        return {};
    }

    std::optional<std::string> listFault(const Data& value, const ValueShape& shape, std::string_view name) const
    {
        if (!value.isArray())
            return said(name, "must be an array");
        if (auto fault = lengthFault(value.size(), shape, name))
            return fault;
        if (!shape.element)
            return {};
        for (const Data& item : value.items())
            if (auto fault = valueFault(item, *shape.element, name))
                return fault;
        return {};
    }

    std::optional<std::string> mapFault(const Data& value, const ValueShape& shape, std::string_view name) const
    {
        if (!value.isObject())
            return said(name, "must be an object");
        if (!shape.element)
            return {};
        for (const Member& member : value.members())
            if (auto fault = valueFault(member.value, *shape.element, member.key.text()))
                return fault;
        return {};
    }

    FieldCheck m_check;
};

} // namespace

std::optional<std::string> mockFault(const ResourceInfo& resource, const Data& result, FieldCheck check)
{
    const IntegrationAnswer* answer = check == FieldCheck::None ? nullptr : answerOf(resource);
    return answer && answer->shape ? Checker(check).structure(result, *answer->shape) : std::nullopt;
}

} // namespace asl
