#pragma once
// Functions of CloudFormation in a template, and what they give as far as the template tells.

#include "core/text/syntax_tree.h"

#include <optional>
#include <string>
#include <string_view>

namespace asl {

/// A function call, in its long form ({"Fn::Sub": …}) or as a tag (!Sub …).
struct TemplateFunction
{
    std::string_view name; ///< "Sub", "Ref", "GetAtt", …
    NodeId argument;
};
std::optional<TemplateFunction> templateFunction(const SyntaxTree& tree, NodeId node);

/// What a value is known to be: literals, parameters with a default, pseudo parameters, names and ARNs of Lambda
/// functions of the template, and texts made of these.
std::optional<std::string> templateValue(const SyntaxTree& tree, NodeId node);

/// The same for what a name in ${…} of Fn::Sub refers to.
std::optional<std::string> templateTokenValue(const SyntaxTree& tree, std::string_view name);

/// Whether a name is that of a parameter with a default: its value is written in the template.
bool isKnownParameter(const SyntaxTree& tree, std::string_view name);

/// A function as people write it: "!GetAtt Name.Arn"; a long argument is left out.
std::string templateFunctionText(const SyntaxTree& tree, const TemplateFunction& function);

/// The token that stands for a function's value in a definition: "${Name.Arn}".
std::string templateToken(const SyntaxTree& tree, const TemplateFunction& function);

} // namespace asl
