#include "ui/inspector/condition_edits.h"

#include <cstdlib>

namespace designer {

namespace {

using asl::Edit;
using asl::NodeId;
using asl::Result;
using asl::Snapshot;

constexpr std::string_view freshComparison = R"({"Variable":"$.","StringEquals":""})";

bool isConditionMember(std::string_view name)
{
    return name == "And" || name == "Or" || name == "Not" || name == "Variable" || asl::comparisonOperator(name) != nullptr;
}

struct Part
{
    std::string name;
    std::string json;
};

/// The members of a rule that make its condition, as they are written.
std::vector<Part> parts(const asl::SyntaxTree& tree, NodeId rule)
{
    std::vector<Part> found;
    for (const NodeId member : tree.children(rule))
        if (const std::string name = tree.key(member); isConditionMember(name))
            found.push_back({name, std::string(tree.raw(member))});
    return found;
}

std::string objectOf(const std::vector<Part>& members)
{
    std::string json = "{";
    for (const Part& part : members)
        json += (json.size() > 1 ? "," : "") + asl::quoted(part.name) + ":" + part.json;
    return json + "}";
}

/// Takes the condition's members out and puts `replacement` in.
Result<Edit> replaced(const ObjectPlace& rule, const std::vector<Part>& former, const std::vector<Part>& replacement, asl::Message label)
{
    EditSequence edits(rule.snapshot);
    // First put in, then take out: the object is never empty, so its style stays recognisable.
    for (const Part& part : replacement)
        edits.then([&](const Snapshot& snapshot) { return asl::setValue(snapshot, joined(rule.pointer, part.name), part.json); });
    for (const Part& part : former) {
        const bool kept = std::any_of(replacement.begin(), replacement.end(), [&](const Part& other) { return other.name == part.name; });
        if (!kept)
            edits.then([&](const Snapshot& snapshot) { return asl::removeValue(snapshot, joined(rule.pointer, part.name)); });
    }
    return edits.finished(std::move(label));
}

/// `json` as a value of the operator's kind.
std::string converted(const asl::SyntaxTree& tree, NodeId value, const asl::ComparisonOperator& comparison)
{
    using Operand = asl::ComparisonOperator::Operand;
    const std::string raw(tree.raw(value));
    const asl::NodeKind kind = tree.kind(value);
    if (kind == asl::NodeKind::Substitution)
        return raw;
    const std::string text = kind == asl::NodeKind::String ? tree.stringValue(value) : raw;
    switch (comparison.operand) {
    case Operand::Text:
    case Operand::Pattern: return kind == asl::NodeKind::String ? raw : asl::quoted(raw);
    case Operand::Number: {
        char* end = nullptr;
        std::strtod(text.c_str(), &end);
        return !text.empty() && end && *end == '\0' ? text : "0";
    }
    case Operand::Boolean:
    case Operand::TrueOrFalse: return text == "false" ? "false" : "true";
    case Operand::Timestamp: return kind == asl::NodeKind::String && text.find('T') != std::string::npos ? raw : asl::quoted("");
    case Operand::Path: return text.starts_with('$') ? raw : asl::quoted("$.");
    }
    return raw;
}

} // namespace

const asl::ComparisonOperator* operatorOf(const ObjectPlace& rule)
{
    if (rule.tree().kind(rule.node) == asl::NodeKind::Object)
        for (const NodeId member : rule.tree().children(rule.node))
            if (const auto* comparison = asl::comparisonOperator(rule.tree().key(member)))
                return comparison;
    return nullptr;
}

Result<Edit> withOperator(const ObjectPlace& rule, const asl::ComparisonOperator& comparison)
{
    const asl::ComparisonOperator* former = operatorOf(rule);
    if (!former) {
        const bool boolean = comparison.operand == asl::ComparisonOperator::Operand::TrueOrFalse || comparison.operand == asl::ComparisonOperator::Operand::Boolean;
        const bool number = comparison.operand == asl::ComparisonOperator::Operand::Number;
        return asl::setValue(*rule.snapshot, joined(rule.pointer, comparison.name), boolean ? "true" : number ? "0" : "\"\"");
    }
    const asl::SyntaxTree& tree = rule.tree();
    const NodeId member = tree.find(rule.node, former->name);
    const std::string value = converted(tree, member, comparison);
    EditSequence edits(rule.snapshot);
    edits.then([&](const Snapshot& snapshot) { return asl::renameMember(snapshot, joined(rule.pointer, former->name), comparison.name); });
    if (value != tree.raw(member))
        edits.then([&](const Snapshot& snapshot) { return asl::setValue(snapshot, joined(rule.pointer, comparison.name), value); });
    return edits.finished(ASL_TEXT("core", "Change operator"));
}

Result<Edit> combined(const ObjectPlace& rule, std::string_view with)
{
    const asl::SyntaxTree& tree = rule.tree();
    if (const NodeId list = tree.find(rule.node, with); list != asl::noNode && tree.kind(list) == asl::NodeKind::Array)
        return asl::setValue(*rule.snapshot, joined(joined(rule.pointer, with), "-"), freshComparison);
    const std::vector<Part> former = parts(tree, rule.node);
    const std::string first = former.empty() ? std::string(freshComparison) : objectOf(former);
    return replaced(rule, former, {{std::string(with), "[" + first + "," + std::string(freshComparison) + "]"}}, ASL_TEXT("core", "Add condition"));
}

Result<Edit> negated(const ObjectPlace& rule)
{
    const asl::SyntaxTree& tree = rule.tree();
    const std::vector<Part> former = parts(tree, rule.node);
    if (const NodeId inner = tree.find(rule.node, "Not"); inner != asl::noNode && tree.kind(inner) == asl::NodeKind::Object)
        return replaced(rule, former, parts(tree, inner), ASL_TEXT("core", "Remove Not"));
    return replaced(rule, former, {{"Not", former.empty() ? std::string(freshComparison) : objectOf(former)}}, ASL_TEXT("core", "Add Not"));
}

Result<Edit> withoutPart(const ObjectPlace& rule, std::string_view list, std::size_t index)
{
    const asl::SyntaxTree& tree = rule.tree();
    const NodeId array = tree.find(rule.node, list);
    const std::string pointer = joined(rule.pointer, list);
    if (array == asl::noNode || tree.node(array).childCount != 2)
        return asl::removeValue(*rule.snapshot, joined(pointer, std::to_string(index)));
    const NodeId other = tree.child(array, index == 0 ? 1 : 0);
    return replaced(rule, parts(tree, rule.node), parts(tree, other), ASL_TEXT("core", "Remove condition"));
}

Result<Edit> withList(const ObjectPlace& rule, std::string_view from, std::string_view to)
{
    const NodeId list = rule.tree().find(rule.node, from);
    if (list == asl::noNode || from == to)
        return Edit{};
    EditSequence edits(rule.snapshot);
    edits.then([&](const Snapshot& snapshot) { return asl::renameMember(snapshot, joined(rule.pointer, from), to); });
    return edits.finished(ASL_TEXT("core", "Change condition"));
}

} // namespace designer
