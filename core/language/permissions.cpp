#include "core/language/permissions.h"

#include <algorithm>
#include <iterator>

namespace asl {

namespace {

struct Renamed
{
    std::string_view from;
    std::string_view to;
};

/// Services whose IAM prefix is not the name by which they are called. Sorted.
constexpr Renamed prefixes[] = {
    {"acmpca", "acm-pca"},
    {"amp", "aps"},
    {"apigatewayv2", "apigateway"},
    {"appconfigdata", "appconfig"},
    {"applicationautoscaling", "application-autoscaling"},
    {"applicationdiscovery", "discovery"},
    {"arczonalshift", "arc-zonal-shift"},
    {"autoscalingplans", "autoscaling-plans"},
    {"backupgateway", "backup-gateway"},
    {"bedrockagent", "bedrock"},
    {"bedrockagentruntime", "bedrock"},
    {"bedrockdataautomation", "bedrock"},
    {"bedrockdataautomationruntime", "bedrock"},
    {"bedrockruntime", "bedrock"},
    {"chimesdkidentity", "chime"},
    {"chimesdkmeetings", "chime"},
    {"chimesdkmessaging", "chime"},
    {"chimesdkvoice", "chime"},
    {"cleanroomsml", "cleanrooms-ml"},
    {"cloudcontrol", "cloudformation"},
    {"cloudhsmv2", "cloudhsm"},
    {"cloudtraildata", "cloudtrail-data"},
    {"cloudwatchlogs", "logs"},
    {"codeguruprofiler", "codeguru-profiler"},
    {"codegurureviewer", "codeguru-reviewer"},
    {"codestarconnections", "codestar-connections"},
    {"codestarnotifications", "codestar-notifications"},
    {"cognitoidentity", "cognito-identity"},
    {"cognitoidentityprovider", "cognito-idp"},
    {"cognitosync", "cognito-sync"},
    {"computeoptimizer", "compute-optimizer"},
    {"connectcampaigns", "connect-campaigns"},
    {"connectcases", "cases"},
    {"costandusagereport", "cur"},
    {"costexplorer", "ce"},
    {"customerprofiles", "profile"},
    {"databasemigration", "dms"},
    {"devopsguru", "devops-guru"},
    {"directory", "ds"},
    {"docdb", "rds"},
    {"docdbelastic", "docdb-elastic"},
    {"dynamodbstreams", "dynamodb"},
    {"ec2instanceconnect", "ec2-instance-connect"},
    {"ecrpublic", "ecr-public"},
    {"efs", "elasticfilesystem"},
    {"eksauth", "eks-auth"},
    {"elasticinference", "elastic-inference"},
    {"elasticloadbalancingv2", "elasticloadbalancing"},
    {"elasticsearch", "es"},
    {"emr", "elasticmapreduce"},
    {"emrcontainers", "emr-containers"},
    {"emrserverless", "emr-serverless"},
    {"eventbridge", "events"},
    {"forecastquery", "forecast"},
    {"geomaps", "geo-maps"},
    {"geoplaces", "geo-places"},
    {"georoutes", "geo-routes"},
    {"greengrassv2", "greengrass"},
    {"ioteventsdata", "iotevents"},
    {"iotjobsdataplane", "iotjobsdata"},
    {"kendraranking", "kendra-ranking"},
    {"keyspaces", "cassandra"},
    {"kinesisanalyticsv2", "kinesisanalytics"},
    {"kinesisvideoarchivedmedia", "kinesisvideo"},
    {"kinesisvideomedia", "kinesisvideo"},
    {"kinesisvideosignaling", "kinesisvideo"},
    {"lexmodelbuilding", "lex"},
    {"lexmodelsv2", "lex"},
    {"lexruntime", "lex"},
    {"lexruntimev2", "lex"},
    {"licensemanager", "license-manager"},
    {"location", "geo"},
    {"managedblockchainquery", "managedblockchain-query"},
    {"marketplacecatalog", "aws-marketplace"},
    {"marketplaceentitlement", "aws-marketplace"},
    {"marketplacemetering", "aws-marketplace"},
    {"mediapackagevod", "mediapackage-vod"},
    {"medicalimaging", "medical-imaging"},
    {"migrationhub", "mgh"},
    {"migrationhubstrategy", "migrationhub-strategy"},
    {"mwaa", "airflow"},
    {"neptune", "rds"},
    {"neptunegraph", "neptune-graph"},
    {"networkfirewall", "network-firewall"},
    {"opensearch", "es"},
    {"opensearchserverless", "aoss"},
    {"opsworkscm", "opsworks-cm"},
    {"paymentcryptography", "payment-cryptography"},
    {"paymentcryptographydata", "payment-cryptography"},
    {"personalizeevents", "personalize"},
    {"personalizeruntime", "personalize"},
    {"pinpoint", "mobiletargeting"},
    {"pinpointemail", "ses"},
    {"pinpointsmsvoice", "sms-voice"},
    {"pinpointsmsvoicev2", "sms-voice"},
    {"qconnect", "wisdom"},
    {"qldbsession", "qldb"},
    {"rdsdata", "rds-data"},
    {"redshiftdata", "redshift-data"},
    {"redshiftserverless", "redshift-serverless"},
    {"resourceexplorer2", "resource-explorer-2"},
    {"resourcegroups", "resource-groups"},
    {"resourcegroupstaggingapi", "tag"},
    {"route53recoverycluster", "route53-recovery-cluster"},
    {"route53recoverycontrolconfig", "route53-recovery-control-config"},
    {"route53recoveryreadiness", "route53-recovery-readiness"},
    {"s3control", "s3"},
    {"s3outposts", "s3-outposts"},
    {"sagemakera2iruntime", "sagemaker"},
    {"sagemakeredge", "sagemaker"},
    {"sagemakerfeaturestoreruntime", "sagemaker"},
    {"sagemakergeospatial", "sagemaker-geospatial"},
    {"sagemakermetrics", "sagemaker"},
    {"sagemakerruntime", "sagemaker"},
    {"serverlessapplicationrepository", "serverlessrepo"},
    {"servicecatalogappregistry", "servicecatalog"},
    {"sesv2", "ses"},
    {"sfn", "states"},
    {"snowdevicemanagement", "snow-device-management"},
    {"ssmcontacts", "ssm-contacts"},
    {"ssmincidents", "ssm-incidents"},
    {"ssmsap", "ssm-sap"},
    {"ssoadmin", "sso"},
    {"ssooidc", "sso-oauth"},
    {"timestreaminfluxdb", "timestream-influxdb"},
    {"timestreamquery", "timestream"},
    {"timestreamwrite", "timestream"},
    {"vpclattice", "vpc-lattice"},
    {"wafregional", "waf-regional"},
    {"workspacesweb", "workspaces-web"},
};

/// Calls whose IAM action is not their own name. Sorted.
struct Call
{
    std::string_view call;
    std::string_view actions; ///< separated by blanks
};
constexpr Call calls[] = {
    {"apigateway:invoke", "execute-api:Invoke"},
    {"bedrockruntime:converse", "bedrock:InvokeModel"},
    {"eks:call", ""},
    {"http:invoke", "states:InvokeHTTPEndpoint events:RetrieveConnectionCredentials secretsmanager:DescribeSecret "
                    "secretsmanager:GetSecretValue"},
    {"lambda:invoke", "lambda:InvokeFunction"},
    {"s3:abortMultipartUpload", "s3:AbortMultipartUpload"},
    {"s3:completeMultipartUpload", "s3:PutObject"},
    {"s3:copyObject", "s3:GetObject s3:PutObject"},
    {"s3:createMultipartUpload", "s3:PutObject"},
    {"s3:deleteObjects", "s3:DeleteObject"},
    {"s3:headBucket", "s3:ListBucket"},
    {"s3:headObject", "s3:GetObject"},
    {"s3:listBuckets", "s3:ListAllMyBuckets"},
    {"s3:listObjectVersions", "s3:ListBucketVersions"},
    {"s3:listObjects", "s3:ListBucket"},
    {"s3:listObjectsV2", "s3:ListBucket"},
    {"s3:uploadPart", "s3:PutObject"},
    {"sagemakerruntime:invokeEndpoint", "sagemaker:InvokeEndpoint"},
};

static_assert(std::is_sorted(std::begin(prefixes), std::end(prefixes),
                             [](const Renamed& a, const Renamed& b) { return a.from < b.from; }),

              "services are found by bisection");
static_assert(std::is_sorted(std::begin(calls), std::end(calls),
                             [](const Call& a, const Call& b) { return a.call < b.call; }),
              "calls are found by bisection");

std::string_view prefixOf(std::string_view service)
{
    const auto* found = std::lower_bound(std::begin(prefixes), std::end(prefixes), service,
                                         [](const Renamed& row, std::string_view wanted) { return row.from < wanted; });
    return found != std::end(prefixes) && found->from == service ? found->to : service;
}

std::string capitalized(std::string_view action)
{
    std::string text(action);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::vector<std::string> split(std::string_view words)
{
    std::vector<std::string> parts;
    while (!words.empty()) {
        const std::size_t blank = words.find(' ');
        parts.emplace_back(words.substr(0, blank));
        words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
    return parts;
}

} // namespace

std::vector<std::string> permissionsFor(const ResourceInfo& resource)
{
    constexpr std::string_view sdk = "aws-sdk:";
    if (resource.kind == ResourceInfo::Kind::Lambda)
        return {"lambda:InvokeFunction"};
    if (resource.kind != ResourceInfo::Kind::Integration || resource.action.empty())
        return {}; // a worker fetches the work of an activity
    const std::string_view service =
        resource.service.starts_with(sdk) ? resource.service.substr(sdk.size()) : resource.service;
    const std::string call = std::string(service) + ":" + std::string(resource.action);
    const auto* row = std::lower_bound(std::begin(calls), std::end(calls), call,
                                       [](const Call& a, const std::string& b) { return a.call < b; });
    if (row != std::end(calls) && row->call == call)
        return split(row->actions);
    return {std::string(prefixOf(service)) + ":" + capitalized(resource.action)};
}

std::vector<std::string> permissionsForChildren()
{
    return {"states:DescribeExecution", "states:RedriveExecution", "states:StartExecution", "states:StopExecution"};
}

} // namespace asl
