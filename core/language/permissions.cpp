#include "core/language/permissions.h"

#include "core/language/catalogue.h"

#include <algorithm>
#include <iterator>

namespace asl {

namespace {

constexpr std::string_view sdkPrefix = "aws-sdk:";

/// Calls of the SDK whose IAM action is not their own name. Sorted.
struct Call
{
    std::string_view call;
    std::string_view action;
};
constexpr Call calls[] = {
    {"bedrockruntime:converse", "bedrock:InvokeModel"},
    {"lambda:invoke", "lambda:InvokeFunction"},
    {"s3:completeMultipartUpload", "s3:PutObject"},
    {"s3:copyObject", "s3:PutObject"},
    {"s3:createMultipartUpload", "s3:PutObject"},
    {"s3:deleteObjects", "s3:DeleteObject"},
    {"s3:headBucket", "s3:ListBucket"},
    {"s3:headObject", "s3:GetObject"},
    {"s3:listBuckets", "s3:ListAllMyBuckets"},
    {"s3:listObjectVersions", "s3:ListBucketVersions"},
    {"s3:listObjects", "s3:ListBucket"},
    {"s3:listObjectsV2", "s3:ListBucket"},
    {"s3:uploadPart", "s3:PutObject"},
};
static_assert(std::is_sorted(std::begin(calls), std::end(calls),
                             [](const Call& a, const Call& b) { return a.call < b.call; }),
              "calls are found by bisection");

std::string capitalized(std::string_view action)
{
    std::string text(action);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// The API's action under the service's prefix, which is the rule.
std::string byName(std::string_view service, std::string_view action)
{
    const std::string call = std::string(service) + ":" + std::string(action);
    const auto* row = std::lower_bound(std::begin(calls), std::end(calls), call,
                                       [](const Call& a, const std::string& wanted) { return a.call < wanted; });
    if (row != std::end(calls) && row->call == call)
        return std::string(row->action);
    const SdkService* sdk = sdkService(service);
    return std::string(sdk && !sdk->iam.empty() ? sdk->iam : service) + ":" + capitalized(action);
}

} // namespace

std::vector<std::string> permissionsFor(const ResourceInfo& resource)
{
    if (resource.kind == ResourceInfo::Kind::Lambda)
        return {"lambda:InvokeFunction"};
    if (resource.kind != ResourceInfo::Kind::Integration || resource.action.empty())
        return {}; // a worker fetches the work of an activity
    const IntegrationAnswer* answer = answerOf(resource);
    const Integration* known = integration(resource.service, resource.action);
    if (!answer && known)
        answer = &known->answer; // a callback
    if (answer && !answer->permissions.empty())
        return {answer->permissions.begin(), answer->permissions.end()};
    if (known && !resource.service.starts_with(sdkPrefix))
        return {}; // the catalogue knows it and says that none is needed
    const bool sdk = resource.service.starts_with(sdkPrefix);
    return {byName(sdk ? resource.service.substr(sdkPrefix.size()) : resource.service, resource.action)};
}

std::vector<std::string> permissionsForChildren()
{
    return {"states:DescribeExecution", "states:RedriveExecution", "states:StartExecution", "states:StopExecution"};
}

} // namespace asl
