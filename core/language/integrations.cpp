#include "core/language/integrations.h"

#include <algorithm>
#include <iterator>

namespace asl {

namespace {

/// Sorted by service and action.
constexpr OptimizedIntegration rows[] = {
    {.service = "apigateway", .action = "invoke", .waitForTaskToken = true},
    {.service = "athena", .action = "getQueryExecution"},
    {.service = "athena", .action = "getQueryResults"},
    {.service = "athena", .action = "startQueryExecution", .sync = true},
    {.service = "athena", .action = "stopQueryExecution"},
    {.service = "batch", .action = "submitJob", .sync = true},
    {.service = "bedrock", .action = "createModelCustomizationJob", .sync = true},
    {.service = "bedrock", .action = "invokeModel", .waitForTaskToken = true},
    {.service = "bedrockagentcore", .action = "invokeHarness"},
    {.service = "codebuild", .action = "batchDeleteBuilds"},
    {.service = "codebuild", .action = "batchGetReports"},
    {.service = "codebuild", .action = "deleteBuildBatch"},
    {.service = "codebuild", .action = "retryBuildBatch", .sync = true},
    {.service = "codebuild", .action = "startBuild", .sync = true},
    {.service = "codebuild", .action = "startBuildBatch", .sync = true},
    {.service = "codebuild", .action = "stopBuild"},
    {.service = "codebuild", .action = "stopBuildBatch"},
    {.service = "databrew", .action = "startJobRun", .sync = true},
    {.service = "dynamodb", .action = "deleteItem"},
    {.service = "dynamodb", .action = "getItem"},
    {.service = "dynamodb", .action = "putItem"},
    {.service = "dynamodb", .action = "updateItem"},
    {.service = "ecs", .action = "runTask", .sync = true, .waitForTaskToken = true},
    {.service = "eks", .action = "call"},
    {.service = "eks", .action = "createCluster", .sync = true},
    {.service = "eks", .action = "createFargateProfile", .sync = true},
    {.service = "eks", .action = "createNodegroup", .sync = true},
    {.service = "eks", .action = "deleteCluster", .sync = true},
    {.service = "eks", .action = "deleteFargateProfile", .sync = true},
    {.service = "eks", .action = "deleteNodegroup", .sync = true},
    {.service = "eks", .action = "runJob", .sync = true},
    {.service = "elasticmapreduce", .action = "addStep", .sync = true},
    {.service = "elasticmapreduce", .action = "cancelStep"},
    {.service = "elasticmapreduce", .action = "createCluster", .sync = true},
    {.service = "elasticmapreduce", .action = "modifyInstanceFleetByName"},
    {.service = "elasticmapreduce", .action = "modifyInstanceGroupByName"},
    {.service = "elasticmapreduce", .action = "setClusterTerminationProtection"},
    {.service = "elasticmapreduce", .action = "terminateCluster", .sync = true},
    {.service = "emr-containers", .action = "createVirtualCluster"},
    {.service = "emr-containers", .action = "deleteVirtualCluster", .sync = true},
    {.service = "emr-containers", .action = "startJobRun", .sync = true},
    {.service = "emr-serverless", .action = "cancelJobRun", .sync = true},
    {.service = "emr-serverless", .action = "createApplication", .sync = true},
    {.service = "emr-serverless", .action = "deleteApplication", .sync = true},
    {.service = "emr-serverless", .action = "startApplication", .sync = true},
    {.service = "emr-serverless", .action = "startJobRun", .sync = true},
    {.service = "emr-serverless", .action = "stopApplication", .sync = true},
    {.service = "events", .action = "putEvents", .waitForTaskToken = true},
    {.service = "glue", .action = "startJobRun", .sync = true},
    {.service = "http", .action = "invoke"},
    {.service = "lambda", .action = "invoke", .waitForTaskToken = true},
    {.service = "mediaconvert", .action = "createJob", .sync = true},
    {.service = "sagemaker", .action = "createEndpoint"},
    {.service = "sagemaker", .action = "createEndpointConfig"},
    {.service = "sagemaker", .action = "createHyperParameterTuningJob", .sync = true},
    {.service = "sagemaker", .action = "createLabelingJob", .sync = true},
    {.service = "sagemaker", .action = "createModel"},
    {.service = "sagemaker", .action = "createProcessingJob", .sync = true},
    {.service = "sagemaker", .action = "createTrainingJob", .sync = true},
    {.service = "sagemaker", .action = "createTransformJob", .sync = true},
    {.service = "sagemaker", .action = "updateEndpoint"},
    {.service = "sns", .action = "publish", .waitForTaskToken = true},
    {.service = "sqs", .action = "sendMessage", .waitForTaskToken = true},
    {.service = "states", .action = "startExecution", .sync = true, .sync2 = true, .waitForTaskToken = true},
};

constexpr bool before(const OptimizedIntegration& a, const OptimizedIntegration& b)
{
    return a.service < b.service || (a.service == b.service && a.action < b.action);
}
static_assert(std::is_sorted(std::begin(rows), std::end(rows), before), "rows are found by bisection");

} // namespace

std::span<const OptimizedIntegration> optimizedIntegrations() { return rows; }

const OptimizedIntegration* optimizedIntegration(std::string_view service, std::string_view action)
{
    const OptimizedIntegration wanted{.service = service, .action = action};
    const auto* row = std::lower_bound(std::begin(rows), std::end(rows), wanted, before);
    return row != std::end(rows) && row->service == service && row->action == action ? row : nullptr;
}

bool offers(const OptimizedIntegration& integration, std::string_view suffix)
{
    if (suffix == "sync")
        return integration.sync;
    if (suffix == "sync:2")
        return integration.sync2;
    if (suffix == "waitForTaskToken")
        return integration.waitForTaskToken;
    return suffix.empty();
}

} // namespace asl
