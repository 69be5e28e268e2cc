// Reads what a resource ARN asks for. A ${Token} may stand for any part and may hold colons.

#include "core/language/language.h"

#include <array>

namespace asl {

namespace {

/// Position of `wanted` outside ${…}; npos when absent.
std::size_t findOutsideTokens(std::string_view text, char wanted)
{
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '$' && i + 1 < text.size() && text[i + 1] == '{')
            ++depth;
        else if (text[i] == '}' && depth > 0)
            --depth;
        else if (text[i] == wanted && depth == 0)
            return i;
    }
    return std::string_view::npos;
}

/// Takes the part up to the next colon from the front of `text`.
std::string_view takePart(std::string_view& text)
{
    const std::size_t colon = findOutsideTokens(text, ':');
    const std::string_view part = text.substr(0, colon);
    text.remove_prefix(colon == std::string_view::npos ? text.size() : colon + 1);
    return part;
}

/// aws, aws-cn, aws-us-gov and those to come, or something that is filled in later.
bool isPartition(std::string_view text)
{
    const bool open = text.find_first_of("${<*") != std::string_view::npos;
    return open || text == "aws" || text.starts_with("aws-");
}

IntegrationPattern patternOf(std::string_view suffix)
{
    if (suffix == "waitForTaskToken")
        return IntegrationPattern::WaitForTaskToken;
    return suffix.starts_with("sync") ? IntegrationPattern::Sync : IntegrationPattern::RequestResponse;
}

ResourceInfo integration(std::string_view text)
{
    constexpr std::string_view sdk = "aws-sdk:";
    ResourceInfo resource;
    const std::size_t prefix = text.starts_with(sdk) ? sdk.size() : 0;
    const std::size_t colon = findOutsideTokens(text.substr(prefix), ':');
    if (colon == std::string_view::npos)
        return resource;
    resource.kind = ResourceInfo::Kind::Integration;
    resource.service = text.substr(0, prefix + colon);
    const std::string_view call = text.substr(prefix + colon + 1);
    const std::size_t dot = findOutsideTokens(call, '.');
    resource.action = call.substr(0, dot);
    if (dot != std::string_view::npos)
        resource.suffix = call.substr(dot + 1);
    resource.pattern = patternOf(resource.suffix);
    return resource;
}

} // namespace

ResourceInfo resourceInfo(std::string_view arn)
{
    constexpr std::string_view function = "function:", activity = "activity:";
    ResourceInfo resource;
    std::string_view rest = arn;
    std::array<std::string_view, 5> parts; // arn, partition, service, region, account
    for (std::string_view& part : parts)
        part = takePart(rest);
    if (parts[0] != "arn" || !isPartition(parts[1]))
        return resource;
    if (parts[2] == "lambda" && rest.starts_with(function)) {
        resource.kind = ResourceInfo::Kind::Lambda;
        resource.service = parts[2];
        resource.action = rest.substr(function.size());
    } else if (parts[2] == "states" && rest.starts_with(activity)) {
        resource.kind = ResourceInfo::Kind::Activity;
        resource.service = parts[2];
        resource.action = rest.substr(activity.size());
    } else if (parts[2] == "states" && parts[3].empty() && parts[4].empty()) {
        return integration(rest);
    }
    return resource;
}

} // namespace asl
