#include "core/language/starter_value.h"

#include "core/data/json.h"

#include <algorithm>
#include <cmath>

namespace asl {

namespace {

constexpr int deepest = 4; ///< shapes may hold each other

Data starterValue(const ValueShape& shape, int depth);

Data starterObject(std::span<const MemberShape> members, int depth)
{
    ObjectBuilder object;
    for (const MemberShape& member : members)
        if (member.required)
            object.set(member.name, starterValue(*member.shape, depth + 1));
    return std::move(object).build();
}

Data starterValue(const ValueShape& shape, int depth)
{
    using Kind = ValueShape::Kind;
    switch (shape.kind) {
    case Kind::Text:
    case Kind::TextOrJson:
    case Kind::Timestamp:
    case Kind::Blob:
        return Data::string("");
    case Kind::Enum:
        return Data::string(shape.values.front());
    case Kind::Number:
        return Data::integer(std::isfinite(shape.minimum) ? static_cast<std::int64_t>(std::ceil(shape.minimum)) : 0);
    case Kind::Boolean:
        return Data::boolean(true); // who names it wants it: what is not named is off
    case Kind::List: {
        ArrayBuilder list;
        if (shape.element && depth < deepest)
            list.add(starterValue(*shape.element, depth + 1));
        return std::move(list).build();
    }
    case Kind::Structure:
        return depth < deepest ? starterObject(shape.members, depth) : ObjectBuilder().build();
    case Kind::Map:
    case Kind::Any:
        break;
    }
    return ObjectBuilder().build();
}

bool isNeeded(const Integration& integration, const MemberShape& parameter)
{
    if (parameter.required)
        return true;
    // Of a group the first one that is listed stands for it.
    return std::any_of(integration.exactlyOneOf.begin(), integration.exactlyOneOf.end(),
                       [&](const auto& group) { return !group.empty() && group.front() == parameter.name; });
}

} // namespace

Data starterValue(const ValueShape& shape)
{
    return starterValue(shape, 0);
}

std::string starterParameters(const Integration& integration, std::string_view suffix, QueryLanguage language)
{
    const bool jsonata = language == QueryLanguage::JSONata;
    const bool token = suffix == "waitForTaskToken";
    bool tokenIsHandedOver = false;
    ObjectBuilder parameters;
    for (const MemberShape& parameter : integration.parameters) {
        if (!isNeeded(integration, parameter))
            continue;
        const std::string name(parameter.name);
        const bool takesData = parameter.shape->kind == ValueShape::Kind::TextOrJson;
        if (takesData && token && !tokenIsHandedOver) { // somebody has to send it back
            tokenIsHandedOver = true;
            ObjectBuilder message;
            message.set(jsonata ? "TaskToken" : "TaskToken.$",
                        Data::string(jsonata ? "{% $states.context.Task.Token %}" : "$$.Task.Token"));
            parameters.set(name, std::move(message).build());
        } else if (takesData) {
            parameters.set(jsonata ? name : name + ".$", Data::string(jsonata ? "{% $states.input %}" : "$"));
        } else {
            parameters.set(name, starterValue(*parameter.shape));
        }
    }
    return data::toJson(std::move(parameters).build());
}

} // namespace asl
