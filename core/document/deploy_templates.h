#pragma once
// Writing templates around a definition.

#include "core/document/convert.h"
#include "core/text/syntax_tree.h"

#include <string>
#include <vector>

namespace asl {

/// A definition with what a template says about its ${Tokens}.
struct DeployedDefinition
{
    struct Parameter
    {
        std::string token; ///< "Fn.Arn"
        std::string id;    ///< "FnArn": letters and digits only, unique
    };

    explicit DeployedDefinition(const SyntaxTree& json);

    std::string json; ///< laid out in lines, with its tokens
    bool hasBareToken = false;
    std::vector<Parameter> parameters;
};

std::string cloudFormationTemplate(const DeployedDefinition& definition, DeployText text, bool sam);
std::string terraformText(const DeployedDefinition& definition);
std::string terraformJson(const DeployedDefinition& definition);
std::string cdkStack(const DeployedDefinition& definition);

} // namespace asl
