#include "core/document/deploy_templates.h"

#include "core/text/text_style.h"
#include "core/text/yaml_style.h"

#include <algorithm>
#include <unordered_set>

namespace asl {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

std::string identifier(std::string_view token, std::unordered_set<std::string>& taken)
{
    std::string id;
    for (const char c : token.substr(0, 60))
        if (isLetterOrDigit(c))
            id += c;
    if (id.empty() || (id[0] >= '0' && id[0] <= '9'))
        id.insert(0, "Token");
    std::string unique = id;
    for (int number = 2; !taken.insert(unique).second; ++number)
        unique = id + std::to_string(number);
    return unique;
}

bool isPseudoParameter(std::string_view token)
{
    return token.starts_with("AWS::");
}

/// Members of an object, collected one by one as JSON.
class Members
{
public:
    void add(std::string_view key, std::string_view json)
    {
        m_text += (m_text.empty() ? "" : ",") + quoted(key) + ":" + std::string(json);
    }
    bool empty() const { return m_text.empty(); }
    std::string json() const { return "{" + m_text + "}"; }

private:
    std::string m_text;
};

std::string inLanguage(const std::string& json, DeployText text)
{
    return text == DeployText::Json ? formatted(json, TextStyle{}, {}) + "\n"
                                    : yamlDocument(SyntaxTree::parse(json), YamlFunctions::AsTags);
}

/// A definition's text inside a template of Terraform: tokens become variables, all else is no syntax of Terraform's.
std::string forTerraform(const DeployedDefinition& definition)
{
    const std::string& text = definition.json;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "%{") == 0) {
            out += "%%{";
            ++i;
        } else if (text.compare(i, 2, "${") == 0) {
            const std::size_t end = text.find('}', i);
            const std::string name = end == std::string::npos ? std::string() : text.substr(i + 2, end - i - 2);
            const auto found = std::find_if(definition.parameters.begin(), definition.parameters.end(),
                                            [&](const auto& parameter) { return parameter.token == name; });
            if (found == definition.parameters.end()) {
                out += "$${";
                ++i;
            } else {
                out += "${var." + found->id + "}";
                i = end;
            }
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string indented(const std::string& text, const std::string& indent)
{
    std::string out = indent;
    for (const char c : text) {
        out += c;
        if (c == '\n')
            out += indent;
    }
    return out;
}

} // namespace

DeployedDefinition::DeployedDefinition(const SyntaxTree& tree)
{
    // Comments and trailing commas are no part of what is laid out anew.
    json = formatted(tree.raw(tree.root()), TextStyle{}, {});
    std::unordered_set<std::string> taken = {"RoleArn", "StateMachine"}, tokensSeen;
    const SyntaxTree written = SyntaxTree::parse(json);
    for (const Token& token : tokens(written)) {
        hasBareToken = hasBareToken || token.bare;
        if (tokensSeen.insert(token.name).second)
            parameters.push_back({token.name, identifier(token.name, taken)});
    }
}

std::string cloudFormationTemplate(const DeployedDefinition& definition, DeployText text, bool sam)
{
    Members parameters, substitutions, properties, resource, resources, whole;
    // A number cannot be put into an object: then the definition is a text, which only CloudFormation's own resource
    // takes.
    const bool serverless = sam && !definition.hasBareToken;
    if (!serverless) {
        parameters.add("RoleArn", R"({"Type":"String","Description":"ARN of the role that executions use"})");
        properties.add("RoleArn", R"({"Ref":"RoleArn"})");
    }
    for (const auto& parameter : definition.parameters) {
        if (isPseudoParameter(parameter.token)) {
            substitutions.add(parameter.token, "{\"Ref\":" + quoted(parameter.token) + "}");
            continue;
        }
        parameters.add(parameter.id, "{\"Type\":\"String\",\"Description\":" +
                                         quoted("Value of ${" + parameter.token + "} in the definition") + "}");
        substitutions.add(parameter.token, "{\"Ref\":" + quoted(parameter.id) + "}");
    }
    if (definition.hasBareToken)
        properties.add("DefinitionString", quoted(definition.json + "\n"));
    else
        properties.add("Definition", definition.json);
    if (!substitutions.empty())
        properties.add("DefinitionSubstitutions", substitutions.json());
    resource.add("Type", serverless ? "\"AWS::Serverless::StateMachine\"" : "\"AWS::StepFunctions::StateMachine\"");
    resource.add("Properties", properties.json());
    resources.add("StateMachine", resource.json());
    whole.add("AWSTemplateFormatVersion", "\"2010-09-09\"");
    if (sam)
        whole.add("Transform", "\"AWS::Serverless-2016-10-31\"");
    if (!parameters.empty())
        whole.add("Parameters", parameters.json());
    whole.add("Resources", resources.json());
    return inLanguage(whole.json(), text);
}

std::string terraformJson(const DeployedDefinition& definition)
{
    Members variables, machine, machines, resources, whole;
    variables.add("role_arn", R"({"type":"string","description":"ARN of the role that executions use"})");
    for (const auto& parameter : definition.parameters)
        variables.add(parameter.id, "{\"type\":\"string\",\"description\":" +
                                        quoted("Value of " + parameter.token + " in the definition") + "}");
    machine.add("name", "\"state-machine\"");
    machine.add("role_arn", "\"${var.role_arn}\"");
    machine.add("definition", quoted(forTerraform(definition) + "\n"));
    machines.add("state_machine", machine.json());
    resources.add("aws_sfn_state_machine", machines.json());
    whole.add("variable", variables.json());
    whole.add("resource", resources.json());
    return inLanguage(whole.json(), DeployText::Json);
}

std::string terraformText(const DeployedDefinition& definition)
{
    std::string text = "variable \"role_arn\" {\n  type        = string\n  description = \"ARN of the role that "
                       "executions use\"\n}\n\n";
    for (const auto& parameter : definition.parameters)
        text += "variable \"" + parameter.id + "\" {\n  type        = string\n  description = " +
                quoted("Value of " + parameter.token + " in the definition") + "\n}\n\n";
    text += "resource \"aws_sfn_state_machine\" \"state_machine\" {\n  name     = \"state-machine\"\n  role_arn = "
            "var.role_arn\n\n"
            "  definition = <<-DEFINITION\n";
    return text + indented(forTerraform(definition), "    ") + "\n  DEFINITION\n}\n";
}

std::string cdkStack(const DeployedDefinition& definition)
{
    std::string properties, substitutions;
    for (const auto& parameter : definition.parameters) {
        if (isPseudoParameter(parameter.token)) {
            substitutions += "        " + quoted(parameter.token) + ": Fn.ref(" + quoted(parameter.token) + "),\n";
            continue;
        }
        properties += "  /** Value of ${" + parameter.token + "} in the definition. */\n  readonly " + parameter.id +
                      ": string;\n";
        substitutions += "        " + quoted(parameter.token) + ": props." + parameter.id + ",\n";
    }
    std::string text =
        "import { Fn, Stack, StackProps } from 'aws-cdk-lib';\nimport * as sfn from 'aws-cdk-lib/aws-stepfunctions';\n"
        "import { Construct } from 'constructs';\n\n";
    if (substitutions.find("Fn.ref") == std::string::npos)
        text.replace(text.find("Fn, "), 4, "");
    text += definition.hasBareToken ? "const definition = " + quoted(definition.json) + ";\n\n"
                                    : "const definition = JSON.stringify(" + definition.json + ");\n\n";
    text += "export interface StateMachineStackProps extends StackProps {\n" + properties +
            "}\n\n"
            "export class StateMachineStack extends Stack {\n"
            "  constructor(scope: Construct, id: string, props: StateMachineStackProps) {\n"
            "    super(scope, id, props);\n\n"
            "    new sfn.StateMachine(this, 'StateMachine', {\n"
            "      definitionBody: sfn.DefinitionBody.fromString(definition),\n";
    if (!substitutions.empty())
        text += "      definitionSubstitutions: {\n" + substitutions + "      },\n";
    return text + "    });\n  }\n}\n";
}

} // namespace asl
