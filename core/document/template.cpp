#include "core/document/template.h"

#include "core/document/template_region.h"
#include "core/document/template_values.h"
#include "core/text/text_syntax.h"

#include <algorithm>

namespace asl {

namespace {

bool isObject(const SyntaxTree& tree, NodeId node)
{
    return node != noNode && tree.kind(node) == NodeKind::Object;
}

NodeId at(const SyntaxTree& tree, NodeId object, std::string_view key)
{
    return object == noNode ? noNode : tree.find(object, key);
}

/// Values of ${Tokens} that the template gives.
void takeSubstitutions(const SyntaxTree& tree, NodeId table, TemplateMachine& machine)
{
    if (!isObject(tree, table))
        return;
    for (const NodeId member : tree.children(table)) {
        const auto function = templateFunction(tree, member);
        const bool isKnown =
            !function || (function->name == "Ref" && isKnownParameter(tree, tree.stringValue(function->argument)));
        if (!isKnown)
            machine.functions.insert_or_assign(tree.key(member), templateFunctionText(tree, *function));
        const auto text = templateValue(tree, member);
        if (!text)
            continue;
        // Numbers and truth values are put in as they are written.
        const auto literal =
            tree.kind(member) != NodeKind::String ? data::parse(*text) : Result<Data>(Data::string(*text));
        machine.values.insert_or_assign(tree.key(member), literal ? *literal : Data::string(*text));
    }
}

/// All that the deployment fills in; nothing where the template computes the list itself.
std::optional<std::vector<std::string>> substitutedNames(const SyntaxTree& tree, NodeId table)
{
    if (!isObject(tree, table) || templateFunction(tree, table))
        return std::nullopt;
    std::vector<std::string> names;
    for (const NodeId member : tree.children(table)) {
        names.push_back(tree.key(member));
        if (names.back().starts_with("Fn::"))
            return std::nullopt;
    }
    return names;
}

/// Tokens of Fn::Sub and of functions in the definition that the template knows itself.
void addOwnTokens(const SyntaxTree& tree, TemplateMachine& machine)
{
    if (!machine.region)
        return;
    const SyntaxTree definition = SyntaxTree::parse(machine.region->text(), machine.syntax);
    for (const Token& token : tokens(definition)) {
        if (machine.values.contains(token.name) || machine.functions.contains(token.name))
            continue;
        if (!isKnownParameter(tree, token.name))
            machine.functions.emplace(token.name, "${" + token.name + "}");
        if (const auto value = templateTokenValue(tree, token.name))
            machine.values.emplace(token.name, Data::string(*value));
    }
}

void takeDefinition(const SyntaxTree& tree, NodeId value, TemplateMachine& machine)
{
    auto region = definitionRegion(tree, value);
    if (!region) {
        machine.problem = region.error();
        return;
    }
    const bool isText = !isObject(tree, value) || templateFunction(tree, value).has_value();
    machine.syntax = isText ? textSyntax({}, region->text()) : tree.syntax();
    machine.region = std::make_shared<const Region>(*std::move(region));
}

void takeFile(const SyntaxTree& tree, NodeId value, TemplateMachine& machine)
{
    const auto path = templateValue(tree, value);
    if (!path || path->starts_with("s3://"))
        machine.problem =
            Error{{ASL_TEXT("core", "The definition of %1 is stored in S3. Open the file that is uploaded there."),
                   {machine.name}},
                  tree.node(value).range()};
    else
        machine.file = *path;
}

TemplateMachine machineIn(const SyntaxTree& tree, NodeId resource, NodeId properties)
{
    TemplateMachine machine;
    machine.name = tree.key(resource);
    machine.place = tree.node(resource).memberRange();
    for (const char* key : {"StateMachineType", "Type"})
        if (const NodeId type = at(tree, properties, key); type != noNode && tree.stringIs(type, "EXPRESS"))
            machine.express = true;
    takeSubstitutions(tree, at(tree, properties, "DefinitionSubstitutions"), machine);
    const NodeId definition = at(tree, properties, "Definition");
    const NodeId text = at(tree, properties, "DefinitionString");
    const NodeId file = at(tree, properties, "DefinitionUri");
    const NodeId stored = at(tree, properties, "DefinitionS3Location");
    if (definition != noNode)
        takeDefinition(tree, definition, machine);
    else if (text != noNode)
        takeDefinition(tree, text, machine);
    else if (file != noNode && tree.kind(file) != NodeKind::Object)
        takeFile(tree, file, machine);
    else if (stored != noNode && tree.kind(stored) == NodeKind::String) // before it is packaged: a file
        takeFile(tree, stored, machine);
    else if (stored != noNode || file != noNode)
        machine.problem =
            Error{{ASL_TEXT("core", "The definition of %1 is stored in S3. Open the file that is uploaded there."),
                   {machine.name}},
                  machine.place};
    else
        machine.problem =
            Error{{ASL_TEXT("core", "%1 has no definition. Give it Definition, DefinitionString or DefinitionUri."),
                   {machine.name}},
                  machine.place};
    if (!machine.file.empty())
        machine.substitutions = substitutedNames(tree, at(tree, properties, "DefinitionSubstitutions"));
    addOwnTokens(tree, machine);
    return machine;
}

std::optional<Template> cloudFormation(const SyntaxTree& tree)
{
    const NodeId resources = at(tree, tree.root(), "Resources");
    if (!isObject(tree, resources))
        return std::nullopt;
    Template found;
    const NodeId transform = at(tree, tree.root(), "Transform");
    found.kind = transform == noNode ? Template::Kind::CloudFormation : Template::Kind::Sam;
    for (const NodeId resource : tree.children(resources)) {
        const NodeId type = at(tree, isObject(tree, resource) ? resource : noNode, "Type");
        if (type != noNode && (tree.stringIs(type, "AWS::StepFunctions::StateMachine") ||
                               tree.stringIs(type, "AWS::Serverless::StateMachine")))
            found.machines.push_back(machineIn(tree, resource, at(tree, resource, "Properties")));
    }
    return found;
}

/// `${file(PATH)}`, the Serverless Framework's way to take a value from another file: the path; empty for anything
/// else.
std::string fileIn(const SyntaxTree& tree, NodeId value)
{
    constexpr std::string_view before = "${file(", after = ")}";
    const NodeKind kind = tree.kind(value);
    const std::string text = kind == NodeKind::String         ? tree.stringValue(value)
                             : kind == NodeKind::Substitution ? std::string(tree.raw(value))
                                                              : std::string();
    const std::size_t end = text.size() < after.size() ? 0 : text.size() - after.size();
    if (!text.starts_with(before) || !text.ends_with(after) || text.find(')') != end)
        return {};
    std::string path = text.substr(before.size(), end - before.size());
    if (path.find('$') != std::string::npos)
        return {}; // named by another variable
    return path.starts_with("./") ? path.substr(2) : path;
}

void takeServerlessDefinition(const SyntaxTree& tree, NodeId definition, TemplateMachine& machine)
{
    machine.file = fileIn(tree, definition);
    if (!machine.file.empty())
        return;
    const NodeKind kind = tree.kind(definition);
    const std::string_view raw = tree.raw(definition);
    if (kind == NodeKind::Substitution ||
        (kind == NodeKind::String && raw.substr(0, 3).find("${") != std::string_view::npos))
        machine.problem = Error{{ASL_TEXT("core", "The definition of %1 is a variable (%2), which is not read. Open "
                                                  "the file that it names, or write the definition out."),
                                 {machine.name, std::string(raw)}},
                                tree.node(definition).range()};
    else
        takeDefinition(tree, definition, machine);
}

/// serverless.yml with its plugin for Step Functions.
std::optional<Template> serverless(const SyntaxTree& tree)
{
    const NodeId machines = at(tree, at(tree, tree.root(), "stepFunctions"), "stateMachines");
    if (!isObject(tree, machines))
        return std::nullopt;
    Template found;
    found.kind = Template::Kind::Serverless;
    for (const NodeId entry : tree.children(machines)) {
        const std::string elsewhere = fileIn(tree, entry);
        if (!isObject(tree, entry) && elsewhere.empty())
            continue;
        TemplateMachine machine;
        machine.name = tree.key(entry);
        machine.place = tree.node(entry).memberRange();
        const NodeId type = at(tree, entry, "type");
        machine.express = type != noNode && tree.stringIs(type, "EXPRESS");
        if (!elsewhere.empty())
            machine.problem =
                Error{{ASL_TEXT("core", "%1 is written in %2. Open its definition there."), {machine.name, elsewhere}},
                      machine.place};
        else if (const NodeId definition = at(tree, entry, "definition"); definition != noNode)
            takeServerlessDefinition(tree, definition, machine);
        else
            machine.problem = Error{{ASL_TEXT("core", "%1 has no definition."), {machine.name}}, machine.place};
        addOwnTokens(tree, machine);
        found.machines.push_back(std::move(machine));
    }
    return found;
}

/// A block of Terraform JSON: an object, or a list of them.
std::vector<NodeId> blocks(const SyntaxTree& tree, NodeId node)
{
    std::vector<NodeId> found;
    if (node == noNode)
        return found;
    if (tree.kind(node) == NodeKind::Object)
        found.push_back(node);
    if (tree.kind(node) == NodeKind::Array)
        for (const NodeId item : tree.children(node))
            if (tree.kind(item) == NodeKind::Object)
                found.push_back(item);
    return found;
}

TemplateMachine terraformMachine(const SyntaxTree& tree, NodeId name, NodeId block)
{
    TemplateMachine machine;
    machine.name = tree.key(name);
    machine.place = tree.node(name).memberRange();
    const NodeId type = at(tree, block, "type");
    machine.express = type != noNode && tree.stringIs(type, "EXPRESS");
    const NodeId definition = at(tree, block, "definition");
    const std::string text = definition == noNode ? std::string() : tree.stringValue(definition);
    const bool isExpression =
        text.starts_with("${") && text.find_first_of("({") != std::string::npos && text.find('(') != std::string::npos;
    if (definition == noNode)
        machine.problem = Error{{ASL_TEXT("core", "%1 has no definition."), {machine.name}}, machine.place};
    else if (isExpression)
        machine.problem =
            Error{{ASL_TEXT("core", "The definition of %1 is an expression of Terraform (%2), which is not read. Open "
                                    "the file that it names, or write the definition out."),
                   {machine.name, text.substr(0, std::min<std::size_t>(text.find('('), 40)) + "(…)}"}},
                  tree.node(definition).range()};
    else
        takeDefinition(tree, definition, machine);
    return machine;
}

std::optional<Template> terraform(const SyntaxTree& tree)
{
    std::optional<Template> found;
    for (const NodeId resource : blocks(tree, at(tree, tree.root(), "resource"))) {
        if (!found)
            found.emplace().kind = Template::Kind::Terraform;
        for (const NodeId machines : blocks(tree, at(tree, resource, "aws_sfn_state_machine")))
            for (const NodeId name : tree.children(machines))
                for (const NodeId block : blocks(tree, name))
                    found->machines.push_back(terraformMachine(tree, name, block));
    }
    return found;
}

} // namespace

std::optional<Template> readTemplate(std::shared_ptr<const std::string> text, TextSyntax syntax)
{
    // Most files are definitions; these words tell before anything is read.
    if (text->find("Resources") == std::string::npos && text->find("stateMachines") == std::string::npos &&
        text->find("aws_sfn_state_machine") == std::string::npos)
        return std::nullopt;
    const SyntaxTree tree = syntax == TextSyntax::Yaml ? SyntaxTree::parseYaml(std::move(text), YamlTags::Kept)
                                                       : SyntaxTree::parse(std::move(text));
    if (!isObject(tree, tree.root()) || at(tree, tree.root(), "States") != noNode ||
        at(tree, tree.root(), "StartAt") != noNode)
        return std::nullopt;
    auto found = cloudFormation(tree);
    if (!found)
        found = serverless(tree);
    if (!found)
        found = terraform(tree);
    if (found)
        found->errors = tree.errors();
    return found;
}

bool isTerraformFile(std::string_view fileName)
{
    return fileName.ends_with(".tf") || fileName.ends_with(".hcl");
}

Error terraformIsNotRead(std::string_view fileName)
{
    return {{ASL_TEXT("core", "%1 is in Terraform's own language (HCL), which is not read. Open the definition's file "
                              "that it names, or Terraform JSON (.tf.json)."),
             {std::string(fileName)}},
            {}};
}

Result<TemplateMachine> machineOf(const Template& found, std::string_view name)
{
    if (!found.errors.empty())
        return Error{
            {ASL_TEXT("core", "The template is broken: %1 Mend it first."), {english(found.errors.front().message)}},
            found.errors.front().range};
    std::string names;
    for (const TemplateMachine& machine : found.machines) {
        if (machine.name == name || (name.empty() && found.machines.size() == 1)) {
            if (machine.problem)
                return *machine.problem;
            return machine;
        }
        names += (names.empty() ? "" : ", ") + machine.name;
    }
    if (found.machines.empty())
        return Error{ASL_TEXT("core", "The template has no state machines."), {}};
    if (name.empty())
        return Error{
            {ASL_TEXT("core", "The template has several state machines. Name one behind the file, as in FILE#%2: %1."),
             {names, found.machines.front().name}},
            {}};
    return Error{{ASL_TEXT("core", "The template has no state machine %1. There are: %2."), {std::string(name), names}},
                 {}};
}

} // namespace asl
