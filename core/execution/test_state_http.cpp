// What TestState shows of an HTTP Task at TRACE: the request as it goes out, and the response. The connection's own
// headers, parameters and secrets are known to the service only.

#include "core/data/json.h"
#include "core/execution/tested_state.h"

#include <algorithm>

namespace asl {

namespace {

std::string plain(const Data& value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    return value.isString() ? std::string(value.text()) : data::toJson(value);
}

std::string percentEncoded(std::string_view text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool unreserved = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                                c == '-' || c == '_' || c == '.' || c == '~';
        if (unreserved)
            encoded += c;
        else
            encoded.append({'%', digits[byte / 16], digits[byte % 16]});
    }
    return encoded;
}

/// How the items of an array are written: Transform.RequestEncodingOptions.ArrayFormat.
enum class ArrayFormat : std::uint8_t { Indices, Repeat, Commas, Brackets };

ArrayFormat arrayFormatOf(const Data& parameters)
{
    const Data* transform = parameters.find("Transform");
    const Data* options = transform ? transform->find("RequestEncodingOptions") : nullptr;
    const Data* format = options ? options->find("ArrayFormat") : nullptr;
    const std::string_view name = format && format->isString() ? format->text() : std::string_view();
    return name == "REPEAT"     ? ArrayFormat::Repeat
           : name == "COMMAS"   ? ArrayFormat::Commas
           : name == "BRACKETS" ? ArrayFormat::Brackets
                                : ArrayFormat::Indices;
}

/// Adds `name=value` for a value of any depth; `name` is encoded already. The depth of a Data is limited, and so is the
/// recursion.
void appendPairs(std::string& text, const std::string& name, const Data& value, ArrayFormat format)
{
    const auto pair = [&](const std::string& written) { text += (text.empty() ? "" : "&") + name + "=" + written; };
    if (value.isObject()) {
        for (const Member& member : value.members())
            appendPairs(text,
                        name.empty() ? percentEncoded(member.key.text())
                                     : name + percentEncoded("[" + std::string(member.key.text()) + "]"),
                        member.value, format);
    } else if (!value.isArray()) {
        pair(percentEncoded(plain(value)));
    } else if (format == ArrayFormat::Commas) {
        std::string all;
        for (const Data& item : value.items())
            all += (all.empty() ? "" : ",") + percentEncoded(plain(item));
        pair(all);
    } else {
        std::size_t index = 0;
        for (const Data& item : value.items()) {
            const std::string inside = format == ArrayFormat::Repeat     ? ""
                                       : format == ArrayFormat::Brackets ? "[]"
                                                                         : "[" + std::to_string(index) + "]";
            appendPairs(text, name + percentEncoded(inside), item, format);
            ++index;
        }
    }
}

std::string formEncoded(const Data& value, ArrayFormat format)
{
    if (value.isString())
        return std::string(value.text());
    std::string text;
    appendPairs(text, {}, value, format);
    return text;
}

/// "[name: value, name: value]"; a list of values is written as one.
std::string headersText(const Data& headers, const std::vector<std::pair<std::string, std::string>>& added)
{
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        text += (text.empty() ? "" : ", ") + std::string(name) + ": " + value;
    };
    for (const Member& header : headers.members()) {
        std::string value;
        if (header.value.isArray())
            for (const Data& item : header.value.items())
                value += (value.empty() ? "" : ",") + plain(item);
        add(header.key.text(), header.value.isArray() ? value : plain(header.value));
    }
    for (const auto& [name, value] : added)
        add(name, value);
    return "[" + text + "]";
}

bool urlEncoded(const Data& parameters)
{
    const Data* transform = parameters.find("Transform");
    const Data* encoding = transform ? transform->find("RequestBodyEncoding") : nullptr;
    return encoding && encoding->isString() && encoding->text() == "URL_ENCODED";
}

} // namespace

Data httpRequest(const Data& parameters)
{
    const ArrayFormat format = arrayFormatOf(parameters);
    const auto member = [&](std::string_view name) {
        const Data* value = parameters.find(name);
        return value ? *value : Data();
    };
    std::string url = plain(member("ApiEndpoint"));
    if (const Data* query = parameters.find("QueryParameters"))
        if (const std::string pairs = formEncoded(*query, format); !pairs.empty())
            url += (url.find('?') == std::string::npos ? "?" : "&") + pairs;
    ObjectBuilder request;
    request.set("protocol", Data::string(url.substr(0, std::min(url.find("://"), url.size()))));
    request.set("method", Data::string(plain(member("Method"))));
    request.set("url", Data::string(url));
    request.set("headers", Data::string(headersText(member("Headers"),
                                                    {{"User-Agent", "Amazon|StepFunctions|HttpInvoke|us-east-1"},
                                                     {"Range", "bytes=0-262144"}})));
    if (const Data* body = parameters.find("RequestBody"))
        request.set("body", Data::string(urlEncoded(parameters) ? formEncoded(*body, format) : plain(*body)));
    return std::move(request).build();
}

Data httpResponse(const std::optional<TaskOutcome>& outcome)
{
    ObjectBuilder response;
    response.set("protocol", Data::string("https"));
    const auto* success = outcome ? std::get_if<TaskSuccess>(&*outcome) : nullptr;
    if (success) {
        const auto set = [&](std::string_view name, std::string_view member) {
            if (const Data* value = success->result.find(member))
                response.set(name, Data::string(plain(*value)));
        };
        set("statusCode", "StatusCode");
        set("statusMessage", "StatusText");
        if (const Data* headers = success->result.find("Headers"))
            response.set("headers", Data::string(headersText(*headers, {})));
        set("body", "ResponseBody");
        return std::move(response).build();
    }
    constexpr std::string_view prefix = "States.Http.StatusCode.";
    const auto* failure = outcome ? std::get_if<Failure>(&*outcome) : nullptr;
    if (!failure || !failure->error || !failure->error->starts_with(prefix))
        return {}; // nobody answered
    response.set("statusCode", Data::string(failure->error->substr(prefix.size())));
    if (failure->cause)
        response.set("body", Data::string(*failure->cause));
    return std::move(response).build();
}

} // namespace asl
