#include "core/completion/seen_paths.h"

#include "core/data/json.h"
#include "core/support/utf8.h"

namespace asl::completion {

namespace {

const Data* find(const Data& object, std::string_view name)
{
    return object.isObject() ? object.find(Data::string(name)) : nullptr;
}

Data variable(const SeenData& seen, std::string_view name)
{
    for (const auto& [key, value] : seen.variables)
        if (key == name)
            return value;
    return {};
}

Data stateData(const SeenData& seen, std::string_view part)
{
    if (part == "input")
        return seen.input;
    if (part == "result")
        return seen.result;
    if (part == "errorOutput")
        return seen.errorOutput;
    return part == "context" ? seen.context : Data();
}

Data rootOf(const SeenData& seen, const Meaning& meaning, std::string_view root)
{
    if (root == "$$")
        return seen.context;
    if (root != "$")
        return variable(seen, root.substr(1));
    // A result is written into the input.
    if (meaning.sees() != Sees::Result || meaning.form() == ExpressionForm::PlaceToWrite)
        return seen.input;
    return meaning.owner.type == ObjectType::Catcher ? seen.errorOutput : seen.result;
}

} // namespace

Data seenAt(const SeenData& seen, const Meaning& meaning, ExpressionKind kind, const std::vector<std::string>& path)
{
    if (path.empty())
        return {};
    std::size_t next = 1;
    Data value;
    if (kind == ExpressionKind::JSONata && path.front() == "$states") {
        if (path.size() < 2)
            return {};
        value = stateData(seen, path[1]);
        next = 2;
    } else if (kind == ExpressionKind::JSONata) {
        value = variable(seen, std::string_view(path.front()).substr(1));
    } else {
        value = rootOf(seen, meaning, path.front());
    }
    for (; next < path.size(); ++next) {
        const std::string& step = path[next];
        if (step.empty() && value.isArray())
            value = value.items().empty() ? Data() : Data(value.items().front());
        if (step.empty())
            continue;
        if (value.isArray() && kind == ExpressionKind::JSONata && !value.items().empty())
            value = Data(value.items().front());
        const Data* member = find(value, step);
        if (!member)
            return {};
        value = Data(*member);
    }
    return value;
}

std::span<const Member> membersOf(const Data& value, bool throughItems)
{
    if (value.isObject())
        return value.members();
    if (throughItems && value.isArray() && !value.items().empty() && value.items().front().isObject())
        return value.items().front().members();
    return {};
}

std::string shortly(const Data& value)
{
    constexpr std::size_t longest = 32;
    if (value.isArray())
        return "[…] " + std::to_string(value.items().size());
    if (value.isObject())
        return "{…}";
    if (value.isUndefined())
        return {};
    std::string text = data::toJson(value);
    if (codePointCount(text) <= longest)
        return text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < longest; ++i)
        nextCodePoint(text, at);
    return text.substr(0, at) + "…";
}

std::string contextPath(const std::vector<std::string>& path, std::size_t from)
{
    std::string text;
    for (std::size_t i = from; i < path.size(); ++i)
        text += (text.empty() ? "" : ".") + path[i];
    return text;
}

} // namespace asl::completion
