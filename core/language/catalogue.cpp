// Look-ups in the catalogue.

#include "core/language/catalogue.h"

#include "core/language/catalogue_reader.h"
#include "core/support/message.h"

#include <algorithm>
#include <tuple>

namespace asl {

namespace {

constexpr std::string_view sdkPrefix = "aws-sdk:";

/// Rows are sorted by service.
template <class Row>
const Row* rowOf(const std::vector<Row>& rows, std::string_view service)
{
    const auto found = std::lower_bound(rows.begin(), rows.end(), service,
                                        [](const Row& row, std::string_view wanted) { return row.service < wanted; });
    return found != rows.end() && found->service == service ? &*found : nullptr;
}

} // namespace

std::span<const Integration> optimizedIntegrations()
{
    return catalogue().integrations;
}

std::span<const Integration> sdkActions()
{
    return catalogue().sdkActions;
}

const Integration* integration(std::string_view service, std::string_view action)
{
    const auto& rows = service.starts_with(sdkPrefix) ? catalogue().sdkActions : catalogue().integrations;
    const auto found = std::lower_bound(
        rows.begin(), rows.end(), std::tuple(service, action),
        [](const Integration& row, const auto& wanted) { return std::tuple(row.service, row.action) < wanted; });
    return found != rows.end() && found->service == service && found->action == action ? &*found : nullptr;
}

bool offers(const Integration& integration, std::string_view suffix)
{
    if (suffix == "sync")
        return integration.sync;
    if (suffix == "sync:2")
        return integration.sync2;
    if (suffix == "waitForTaskToken")
        return integration.waitForTaskToken || integration.service.starts_with(sdkPrefix);
    return suffix.empty();
}

const IntegrationAnswer* answerOf(const ResourceInfo& resource)
{
    if (resource.kind != ResourceInfo::Kind::Integration || resource.pattern == IntegrationPattern::WaitForTaskToken)
        return nullptr;
    const Integration* called = integration(resource.service, resource.action);
    if (!called || !offers(*called, resource.suffix))
        return nullptr;
    if (resource.suffix == "sync:2")
        return &called->job2;
    return resource.suffix == "sync" ? &called->job : &called->answer;
}

std::span<const SdkService> sdkServices()
{
    return catalogue().sdkServices;
}

const SdkService* sdkService(std::string_view service)
{
    return rowOf(catalogue().sdkServices, service);
}

std::span<const ServiceInfo> services()
{
    return catalogue().services;
}

const ServiceInfo& serviceInfo(std::string_view service)
{
    static constexpr ServiceInfo generic = {"", ASL_TEXT("language", "AWS service"), "generic", "svc-generic"};
    if (service.starts_with(sdkPrefix))
        service.remove_prefix(sdkPrefix.size());
    const ServiceInfo* row = rowOf(catalogue().services, service);
    return row ? *row : generic;
}

} // namespace asl
