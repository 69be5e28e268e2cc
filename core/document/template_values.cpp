#include "core/document/template_values.h"

#include "core/text/yaml_scalar.h"

#include <array>

namespace asl {

namespace {

constexpr int mostSteps = 8; ///< parameters and texts that lead to each other

/// The long name of each function is "Fn::" and this, but for Ref.
bool isFunction(std::string_view name)
{
    static constexpr std::array<std::string_view, 19> names = {
        "Ref",          "Sub",       "GetAtt", "Join", "If",     "Select",    "Split",
        "ImportValue",  "FindInMap", "Base64", "Cidr", "GetAZs", "Transform", "Length",
        "ToJsonString", "And",       "Or",     "Not",  "Equals"};
    for (const std::string_view known : names)
        if (name == known)
            return true;
    return false;
}

std::optional<std::string> valueOfName(const SyntaxTree& tree, std::string_view name, int steps);

NodeId resource(const SyntaxTree& tree, std::string_view name)
{
    const NodeId resources = tree.find(tree.root(), "Resources");
    return resources == noNode ? noNode : tree.find(resources, name);
}

bool isLambda(const SyntaxTree& tree, std::string_view name)
{
    const NodeId found = resource(tree, name);
    const NodeId type = found == noNode ? noNode : tree.find(found, "Type");
    return type != noNode &&
           (tree.stringIs(type, "AWS::Lambda::Function") || tree.stringIs(type, "AWS::Serverless::Function"));
}

std::string scalarText(const SyntaxTree& tree, NodeId node)
{
    return tree.kind(node) == NodeKind::String ? tree.stringValue(node) : std::string(tree.raw(node));
}

bool isScalar(NodeKind kind)
{
    return kind != NodeKind::Array && kind != NodeKind::Object && kind != NodeKind::Missing;
}

std::optional<std::string> filledText(const SyntaxTree& tree, const std::string& text, int steps)
{
    std::string result;
    std::size_t position = 0;
    for (std::size_t mark = text.find("${"); mark != std::string::npos; mark = text.find("${", mark)) {
        const std::size_t end = text.find('}', mark);
        if (end == std::string::npos)
            break;
        const std::string name = text.substr(mark + 2, end - mark - 2);
        result += text.substr(position, mark - position);
        if (name.starts_with('!')) {
            result += "${" + name.substr(1) + "}";
        } else {
            const auto value = valueOfName(tree, name, steps + 1);
            if (!value)
                return std::nullopt;
            result += *value;
        }
        position = mark = end + 1;
    }
    return result + text.substr(position);
}

std::optional<std::string> valueOf(const SyntaxTree& tree, NodeId node, int steps)
{
    if (steps > mostSteps)
        return std::nullopt;
    const auto function = templateFunction(tree, node);
    if (!function)
        return isScalar(tree.kind(node)) ? std::optional(scalarText(tree, node)) : std::nullopt;
    const NodeId argument = function->argument;
    if (function->name == "Ref")
        return valueOfName(tree, tree.stringValue(argument), steps + 1);
    if (function->name == "GetAtt") {
        std::string name = tree.stringValue(argument);
        if (tree.kind(argument) == NodeKind::Array && tree.node(argument).childCount == 2)
            name = tree.stringValue(tree.child(argument, 0)) + "." + tree.stringValue(tree.child(argument, 1));
        return valueOfName(tree, name, steps + 1);
    }
    if (function->name == "Sub" && tree.kind(argument) == NodeKind::String)
        return filledText(tree, tree.stringValue(argument), steps + 1);
    return std::nullopt;
}

std::optional<std::string> valueOfName(const SyntaxTree& tree, std::string_view name, int steps)
{
    if (name == "AWS::Region")
        return "us-east-1";
    if (name == "AWS::AccountId")
        return "111111111111";
    if (name == "AWS::Partition")
        return "aws";
    if (name == "AWS::URLSuffix")
        return "amazonaws.com";
    const NodeId parameters = tree.find(tree.root(), "Parameters");
    const NodeId parameter = parameters == noNode ? noNode : tree.find(parameters, name);
    const NodeId otherwise = parameter == noNode ? noNode : tree.find(parameter, "Default");
    if (otherwise != noNode)
        return valueOf(tree, otherwise, steps);
    const std::string_view owner = name.substr(0, name.find('.'));
    if (owner.size() < name.size() && name.substr(owner.size()) == ".Arn" && isLambda(tree, owner))
        return "arn:aws:lambda:us-east-1:111111111111:function:" + std::string(owner);
    if (owner.size() == name.size() && isLambda(tree, name))
        return std::string(name);
    return std::nullopt;
}

} // namespace

std::optional<TemplateFunction> templateFunction(const SyntaxTree& tree, NodeId node)
{
    if (const std::string_view tag = tree.tag(node); tag.size() > 1)
        return TemplateFunction{tag.substr(1), node};
    if (tree.kind(node) != NodeKind::Object || tree.node(node).childCount != 1)
        return std::nullopt;
    const NodeId argument = tree.node(node).firstChild;
    std::string_view key = tree.rawKey(argument);
    if (key.size() < 3)
        return std::nullopt;
    key = key.substr(1, key.size() - 2);
    const bool hasPrefix = key.starts_with("Fn::");
    const std::string_view name = hasPrefix ? key.substr(4) : key;
    if (hasPrefix ? !isFunction(name) : name != "Ref")
        return std::nullopt;
    return TemplateFunction{name, argument};
}

std::optional<std::string> templateValue(const SyntaxTree& tree, NodeId node)
{
    return valueOf(tree, node, 0);
}

std::optional<std::string> templateTokenValue(const SyntaxTree& tree, std::string_view name)
{
    return valueOfName(tree, name, 0);
}

bool isKnownParameter(const SyntaxTree& tree, std::string_view name)
{
    const NodeId parameters = tree.find(tree.root(), "Parameters");
    const NodeId parameter = parameters == noNode ? noNode : tree.find(parameters, name);
    return parameter != noNode && tree.find(parameter, "Default") != noNode;
}

std::string templateFunctionText(const SyntaxTree& tree, const TemplateFunction& function)
{
    constexpr std::size_t longest = 80;
    std::string argument = isScalar(tree.kind(function.argument)) ? scalarText(tree, function.argument) : std::string();
    for (const NodeId part : tree.children(function.argument))
        argument += (argument.empty() ? "" : ".") + (isScalar(tree.kind(part)) ? scalarText(tree, part) : "…");
    const bool fits = argument.size() <= longest && argument.find('\n') == std::string::npos;
    return "!" + std::string(function.name) + " " + (fits ? argument : "…");
}

std::string templateToken(const SyntaxTree& tree, const TemplateFunction& function)
{
    std::string argument;
    if (isScalar(tree.kind(function.argument)))
        argument = scalarText(tree, function.argument);
    for (const NodeId part : tree.children(function.argument))
        if (isScalar(tree.kind(part)))
            argument += (argument.empty() ? "" : ".") + scalarText(tree, part);
    return tokenOfTag("!" + std::string(function.name), argument);
}

} // namespace asl
