#include "core/document/convert.h"

#include "core/document/deploy_templates.h"
#include "core/document/export.h"
#include "core/model/object_type.h"
#include "core/text/comments.h"
#include "core/text/text_style.h"
#include "core/text/yaml_style.h"

#include <algorithm>

namespace asl {

namespace {

/// Whether a number stands where this value does.
bool isNumberField(const SyntaxTree& tree, NodeId node)
{
    const NodeId parent = tree.node(node).parent;
    if (parent == noNode || tree.kind(parent) != NodeKind::Object)
        return false;
    const ObjectPlace place = objectPlace(tree, parent);
    const auto fields =
        place.type == ObjectType::State ? info(place.stateType.value_or(StateType::Task)).fields : place.fields();
    const std::size_t order = fieldOrder(fields, tree.key(node));
    if (order >= fields.size())
        return false;
    const Shape shape = fields[order].shape;
    return shape == Shape::WholeNumber || shape == Shape::Number;
}

/// The definition as JSON in which tokens outside texts are left as they are. Of YAML, where nothing tells texts from
/// other tokens, those stay bare that stand for numbers.
Result<std::string> withBareTokens(const Snapshot& snapshot)
{
    const SyntaxTree& tree = snapshot.tree();
    if (!tree.errors().empty())
        return Error{tree.errors().front().message, tree.errors().front().range};
    std::string json(tree.raw(tree.root()));
    if (snapshot.syntax() == TextSyntax::Json)
        return json;
    const SyntaxTree spelled = SyntaxTree::parse(json);
    TextPatch patch;
    for (const Token& token : tokens(spelled))
        if (token.bare && !isNumberField(spelled, token.node))
            if (const auto added = patch.add(spelled.node(token.node).range(), quoted(spelled.raw(token.node))); !added)
                return added.error();
    return applied(json, patch);
}

} // namespace

Result<std::string> converted(const Snapshot& original, DeployForm form, DeployText text,
                              const data::TokenValues& values)
{
    const TextPatch patch = tokenPatch(original, values);
    const Snapshot snapshot(1, std::make_shared<const std::string>(applied(original.text(), patch)), original.syntax());
    if (form == DeployForm::Yaml && snapshot.syntax() == TextSyntax::Yaml) {
        if (!snapshot.tree().errors().empty())
            return Error{snapshot.tree().errors().front().message, snapshot.tree().errors().front().range};
        return snapshot.text().ends_with('\n') ? snapshot.text() : snapshot.text() + "\n";
    }
    const auto json = withBareTokens(snapshot);
    if (!json)
        return json.error();
    const SyntaxTree tree = SyntaxTree::parse(*json);
    if (form == DeployForm::Yaml)
        return yamlDocument(tree);
    const DeployedDefinition definition(tree);
    switch (form) {
    case DeployForm::CloudFormation:
        return cloudFormationTemplate(definition, text, false);
    case DeployForm::Sam:
        return cloudFormationTemplate(definition, text, true);
    case DeployForm::Terraform:
        return text == DeployText::Terraform ? terraformText(definition) : terraformJson(definition);
    case DeployForm::Cdk:
        return cdkStack(definition);
    case DeployForm::Yaml:
        break;
    }
    return *json;
}

Result<std::string> inSyntax(const Snapshot& snapshot, TextSyntax syntax)
{
    if (syntax == snapshot.syntax())
        return snapshot.text();
    if (syntax == TextSyntax::Yaml)
        return converted(snapshot, DeployForm::Yaml, DeployText::Yaml, {});
    const auto json = withBareTokens(snapshot);
    if (!json)
        return json.error();
    return formatted(*json, TextStyle{}, {}) + "\n";
}

Losses lossesIn(const Snapshot& snapshot, TextSyntax syntax)
{
    Losses losses;
    if (syntax == snapshot.syntax())
        return losses;
    const SyntaxTree& tree = snapshot.tree();
    losses.comments = hasComments(tree);
    for (NodeId id = 0; id < tree.size(); ++id)
        losses.aliases = losses.aliases || tree.fixed(id) == Fixed::Alias || tree.fixed(id) == Fixed::Merged;
    return losses;
}

} // namespace asl
