#pragma once
// Template: a file that holds state machines among other things (CloudFormation, SAM, Serverless Framework, Terraform
// JSON), and where in it their definitions are.

#include "core/data/json.h"
#include "core/document/region.h"
#include "core/text/syntax_tree.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

struct TemplateMachine
{
    std::string name; ///< its logical id
    bool express = false;
    TextSyntax syntax = TextSyntax::Json; ///< of the definition
    std::shared_ptr<const Region> region; ///< null when the definition is not in this file
    std::string file;                     ///< … but in this one, beside the template
    std::optional<Error> problem;         ///< … or cannot be had at all
    data::TokenValues values;             ///< of ${Tokens}, as far as the template tells them
    std::map<std::string, std::string> functions; ///< tokens whose value is a function, as it is written; what only the service
                                                  ///< knows has a stand-in among the values, or none
    /// Names of all tokens that are filled in, where the definition is in another file and the template lists them.
    std::optional<std::vector<std::string>> substitutions;
    TextRange place;                      ///< of the machine in the template
};

struct Template
{
    enum class Kind : std::uint8_t { CloudFormation, Sam, Serverless, Terraform };
    Kind kind = Kind::CloudFormation;
    std::vector<TemplateMachine> machines;
    std::vector<SyntaxError> errors; ///< of the whole text
};

/// Nothing when the text is no template: then it is a definition itself.
std::optional<Template> readTemplate(std::shared_ptr<const std::string> text, TextSyntax syntax);

/// Whether a name is that of a file in Terraform's own language, which is not read.
bool isTerraformFile(std::string_view fileName);
Error terraformIsNotRead(std::string_view fileName);

/// The machine of a template that is asked for; without a name, the only one. The error lists what there is.
Result<TemplateMachine> machineOf(const Template& found, std::string_view name);

} // namespace asl
