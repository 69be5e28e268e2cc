#pragma once
// The catalogue of service integrations: what a Task may call, with which parameters, and what it gets back. Read once
// from the files in resources/integrations, which are part of the program; everything here lives as long as it does.

#include "core/data/data.h"
#include "core/language/language.h"

#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace asl {

struct MemberShape;

/// What a value of a request or an answer looks like.
struct ValueShape
{
    enum class Kind : std::uint8_t {
        Any, ///< nothing is known of it
        Text,
        TextOrJson, ///< a text where any JSON may stand too; the service prints it (Payload, MessageBody)
        Timestamp,  ///< a string, like the next two
        Blob,
        Enum, ///< one of `values`
        Number,
        Boolean,
        List,      ///< of `element`s
        Structure, ///< has `members`; unknown ones do no harm in an answer
        Map        ///< any name → `element`
    };
    Kind kind = Kind::Any;
    double minimum = -std::numeric_limits<double>::infinity(); ///< of a number; of the length of a text, blob or list
    double maximum = std::numeric_limits<double>::infinity();
    std::span<const std::string_view> values = {};
    std::span<const MemberShape> members = {};
    const ValueShape* element = nullptr; ///< null: any
};

struct MemberShape
{
    std::string_view name;
    bool required = false;
    const ValueShape* shape = nullptr; ///< never null
};

/// One way to end a call: the answer of Request Response, or of a job (.sync).
struct IntegrationAnswer
{
    const ValueShape* shape = nullptr;                  ///< null: not known, or free
    Data sample;                                        ///< a typical one; Undefined: none is known
    std::span<const std::string_view> permissions = {}; ///< IAM actions that the role needs
};

/// An action that a Task may call as `arn:aws:states:::SERVICE:ACTION`.
struct Integration
{
    std::string_view service; ///< as in ResourceInfo::service: "lambda", "aws-sdk:s3"
    std::string_view action;
    bool sync = false;             ///< .sync
    bool sync2 = false;            ///< .sync:2
    bool waitForTaskToken = false; ///< .waitForTaskToken
    bool parametersKnown = false;  ///< `parameters` are all that it takes; else there may be others
    std::span<const MemberShape> parameters = {};
    std::span<const std::span<const std::string_view>> exactlyOneOf = {}; ///< groups of parameters
    std::span<const std::string_view> errors = {}; ///< typical error names, for lists to choose from
    IntegrationAnswer answer;
    IntegrationAnswer job;  ///< of .sync
    IntegrationAnswer job2; ///< of .sync:2
};

/// The optimized integrations, sorted by service and action.
std::span<const Integration> optimizedIntegrations();
/// The actions of SDK integrations of which more than the name is known, sorted likewise.
std::span<const Integration> sdkActions();
/// Null when the service does not offer the action this way, or (aws-sdk) nothing is known of it.
const Integration* integration(std::string_view service, std::string_view action);
/// The suffix (empty, "sync", "sync:2", "waitForTaskToken") exists for this action.
bool offers(const Integration& integration, std::string_view suffix);
/// What the task gets back when it is called this way; null when that is free (.waitForTaskToken) or not known. `.sync`
/// gives texts where `.sync:2` gives JSON.
const IntegrationAnswer* answerOf(const ResourceInfo& resource);

/// A service that can be called as `arn:aws:states:::aws-sdk:SERVICE:ACTION`.
struct SdkService
{
    std::string_view service;
    std::string_view exceptions;                ///< errors are named EXCEPTIONS.NameException
    std::string_view iam;        ///< prefix of its IAM actions; empty: the service's word
    std::span<const std::string_view> excluded; ///< actions that cannot be called all the same
};
/// Sorted by service.
std::span<const SdkService> sdkServices();
const SdkService* sdkService(std::string_view service); ///< null for unknown ones; `service` without "aws-sdk:"
/// The names of the actions of a service (without "aws-sdk:"), sorted; empty when they are not known. Some that only a
/// policy can name are among them.
std::vector<std::string_view> sdkActionNames(std::string_view service);

} // namespace asl
