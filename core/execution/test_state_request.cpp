// Reads the request of TestState. What the SDKs refuse before they call is refused with their code.

#include "core/data/json.h"
#include "core/execution/recorded_outcomes.h"
#include "core/execution/tested_state.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <initializer_list>

namespace asl {

namespace {

Refusal parameterError(const std::string& what)
{
    return {"ParamValidationError", "Parameter validation failed:\n" + what};
}

/// Reads members one by one and keeps the first complaint.
class RequestReader
{
public:
    RequestReader(const Data& object, std::string path) : m_object(object), m_path(std::move(path)) {}

    const std::optional<Refusal>& refusal() const { return m_refusal; }

    void only(std::initializer_list<std::string_view> names)
    {
        std::string list;
        for (const std::string_view name : names)
            list += (list.empty() ? "" : ", ") + std::string(name);
        for (const Member& member : m_object.members())
            if (std::find(names.begin(), names.end(), member.key.text()) == names.end())
                refuse("Unknown parameter in " + (m_path.empty() ? std::string("input") : m_path) + ": \"" +
                       std::string(member.key.text()) + "\", must be one of: " + list);
    }

    std::optional<std::string> text(std::string_view name, bool mayBeEmpty = true)
    {
        const Data* value = m_object.find(name);
        if (!value)
            return {};
        if (!value->isString())
            return wrongType<std::string>(name, *value, "string");
        if (!mayBeEmpty && value->size() == 0 && value->text().empty())
            refuse("Invalid length for parameter " + place(name) + ", value: 0, valid min length: 1");
        return std::string(value->text());
    }

    /// A JSON text; a value that is no text is taken as it is written.
    std::optional<std::string> json(std::string_view name, bool mayBeEmpty = true)
    {
        const Data* value = m_object.find(name);
        if (value && !value->isString())
            return data::toJson(*value);
        return text(name, mayBeEmpty);
    }

    std::optional<bool> boolean(std::string_view name)
    {
        const Data* value = m_object.find(name);
        if (!value)
            return {};
        return value->isBoolean() ? std::optional(value->asBoolean()) : wrongType<bool>(name, *value, "boolean");
    }

    std::optional<std::int64_t> count(std::string_view name)
    {
        const Data* value = m_object.find(name);
        if (!value)
            return {};
        if (value->kind() != Data::Kind::Integer)
            return wrongType<std::int64_t>(name, *value, "integer");
        if (value->asInteger() < 0)
            refuse("Invalid range for parameter " + place(name) + ", value: " + std::to_string(value->asInteger()) +
                   ", valid min value: 0");
        return value->asInteger();
    }

    /// Undefined when absent.
    Data object(std::string_view name)
    {
        const Data* value = m_object.find(name);
        if (!value)
            return {};
        if (!value->isObject())
            wrongType<bool>(name, *value, "object");
        return value->isObject() ? *value : Data();
    }

    /// The index among `names`; the service itself refuses others.
    std::size_t oneOf(std::string_view name, std::initializer_list<std::string_view> names)
    {
        const auto given = text(name);
        if (!given)
            return 0;
        const auto found = std::find(names.begin(), names.end(), *given);
        if (found != names.end())
            return static_cast<std::size_t>(found - names.begin());
        std::string list;
        for (const std::string_view known : names)
            list += (list.empty() ? "" : ", ") + std::string(known);
        refuseAsService("Value '" + *given + "' at '" + place(name) +
                        "' failed to satisfy constraint: Member must satisfy enum value set: [" + list + "]");
        return 0;
    }

    void atMost(std::string_view name, const std::optional<std::string>& value, std::size_t most)
    {
        if (value && codePointCount(*value) > most)
            refuseAsService("Value at '" + place(name) +
                            "' failed to satisfy constraint: Member must have length less than or equal to " +
                            std::to_string(most));
    }

    void refuse(const std::string& what) { keep(parameterError(what)); }
    void refuseAsService(const std::string& what) { keep(validationException("1 validation error detected: " + what)); }

private:
    void keep(Refusal refusal)
    {
        if (!m_refusal)
            m_refusal = std::move(refusal);
    }
    std::string place(std::string_view name) const
    {
        return (m_path.empty() ? std::string() : m_path + ".") + std::string(name);
    }
    template <class T>
    std::optional<T> wrongType(std::string_view name, const Data& value, const char* type)
    {
        refuse("Invalid type for parameter " + place(name) + ", value: " + data::toJson(value) +
               ", valid types: " + type);
        return {};
    }

    const Data& m_object;
    std::string m_path;
    std::optional<Refusal> m_refusal;
};

std::optional<Refusal> readMock(const Data& json, TestStateRequest::Mock& mock)
{
    RequestReader reader(json, "mock");
    reader.only({"result", "errorOutput", "fieldValidationMode"});
    mock.result = reader.json("result");
    reader.atMost("result", mock.result, 262'144);
    mock.check = static_cast<FieldCheck>(reader.oneOf("fieldValidationMode", {"STRICT", "PRESENT", "NONE"}));
    if (const Data error = reader.object("errorOutput"); !error.isUndefined()) {
        RequestReader members(error, "mock.errorOutput");
        members.only({"error", "cause"});
        members.atMost("error", members.text("error"), 256);
        members.atMost("cause", members.text("cause"), 32'768);
        if (members.refusal())
            return members.refusal();
        mock.errorOutput = failureFrom(error, "error", "cause");
    }
    return reader.refusal();
}

std::optional<Refusal> readConfiguration(const Data& json, TestStateRequest::Configuration& configuration)
{
    RequestReader reader(json, "stateConfiguration");
    reader.only({"retrierRetryCount", "errorCausedByState", "mapIterationFailureCount", "mapItemReaderData"});
    configuration.retrierRetryCount = reader.count("retrierRetryCount");
    configuration.errorCausedByState = reader.text("errorCausedByState", false);
    reader.atMost("errorCausedByState", configuration.errorCausedByState, 80);
    configuration.mapIterationFailureCount = reader.count("mapIterationFailureCount");
    configuration.mapItemReaderData = reader.json("mapItemReaderData");
    reader.atMost("mapItemReaderData", configuration.mapItemReaderData, 1'048'576);
    return reader.refusal();
}

} // namespace

Refusal validationException(std::string message)
{
    return {"ValidationException", std::move(message)};
}

std::variant<TestStateRequest, Refusal> readTestStateRequest(const Data& json)
{
    if (!json.isObject())
        return parameterError("The request must be an object.");
    TestStateRequest request;
    RequestReader reader(json, {});
    reader.only({"definition", "roleArn", "input", "inspectionLevel", "revealSecrets", "variables", "stateName", "mock",
                 "context", "stateConfiguration"});
    const auto definition = reader.json("definition", false);
    if (!definition)
        reader.refuse("Missing required parameter in input: \"definition\"");
    request.definition = definition.value_or("");
    reader.atMost("definition", definition, 1'048'576);
    request.stateName = reader.text("stateName", false);
    reader.atMost("stateName", request.stateName, 80);
    request.roleArn = reader.text("roleArn", false);
    reader.atMost("roleArn", request.roleArn, 256);
    request.input = reader.json("input");
    reader.atMost("input", request.input, 262'144);
    request.variables = reader.json("variables");
    reader.atMost("variables", request.variables, 262'144);
    request.context = reader.json("context");
    reader.atMost("context", request.context, 262'144);
    request.inspectionLevel = static_cast<InspectionLevel>(reader.oneOf("inspectionLevel", {"INFO", "DEBUG", "TRACE"}));
    request.revealSecrets = reader.boolean("revealSecrets").value_or(false);
    const Data mock = reader.object("mock");
    const Data configuration = reader.object("stateConfiguration");
    if (reader.refusal())
        return *reader.refusal();
    if (!mock.isUndefined())
        if (auto refusal = readMock(mock, *(request.mock = TestStateRequest::Mock{})))
            return *refusal;
    if (!configuration.isUndefined())
        if (auto refusal = readConfiguration(configuration, request.configuration))
            return *refusal;
    return request;
}

} // namespace asl
