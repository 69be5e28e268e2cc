#include "core/model/labels.h"

namespace asl {

namespace {

NodeId fieldOf(const SyntaxTree& tree, const State& state, std::string_view name) { return tree.find(state.node, name); }

/// Text of a string without the marks of a JSONata expression; other values as written.
std::string shown(const SyntaxTree& tree, NodeId node)
{
    if (tree.kind(node) != NodeKind::String)
        return std::string(tree.raw(node));
    std::string text = tree.stringValue(node);
    if (text.size() >= 4 && text.starts_with("{%") && text.ends_with("%}")) {
        text = text.substr(2, text.size() - 4);
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        const std::size_t last = text.find_last_not_of(" \t\r\n");
        text = first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
    }
    return text;
}

Message waitTitle(const SyntaxTree& tree, const State& state)
{
    if (const NodeId seconds = fieldOf(tree, state, "Seconds"); seconds != noNode)
        return {ASL_TEXT("core", "Wait state · %1 s"), {shown(tree, seconds)}};
    if (const NodeId path = fieldOf(tree, state, "SecondsPath"); path != noNode)
        return {ASL_TEXT("core", "Wait state · %1 s"), {shown(tree, path)}};
    for (std::string_view name : {"Timestamp", "TimestampPath"})
        if (const NodeId moment = fieldOf(tree, state, name); moment != noNode)
            return {ASL_TEXT("core", "Wait state · until %1"), {shown(tree, moment)}};
    return typeName(state);
}

/// "Map: " and where the items come from.
Message distributedMapTitle(const SyntaxTree& tree, const State& state)
{
    const NodeId reader = fieldOf(tree, state, "ItemReader");
    if (reader == noNode || tree.kind(reader) != NodeKind::Object)
        return ASL_TEXT("core", "Map: JSON payload");
    const NodeId resource = tree.find(reader, "Resource");
    const NodeId config = tree.find(reader, "ReaderConfig");
    const NodeId input = config == noNode ? noNode : tree.find(config, "InputType");
    const NodeId manifest = config == noNode ? noNode : tree.find(config, "ManifestType");
    const bool lists = resource != noNode && resourceInfo(tree.stringValue(resource)).action == "listObjectsV2";
    if (manifest != noNode && tree.stringIs(manifest, "S3_INVENTORY"))
        return ASL_TEXT("core", "Map: S3 inventory");
    if (manifest != noNode && tree.stringIs(manifest, "ATHENA_DATA"))
        return ASL_TEXT("core", "Map: Athena data");
    if (input != noNode && tree.kind(input) == NodeKind::String)
        return lists ? Message(ASL_TEXT("core", "Map: %1 files in S3"), {tree.stringValue(input)})
                     : Message(ASL_TEXT("core", "Map: %1 file in S3"), {tree.stringValue(input)});
    return lists ? ASL_TEXT("core", "Map: S3 objects") : ASL_TEXT("core", "Map: S3 file");
}

Message mapTitle(const SyntaxTree& tree, const State& state)
{
    if (state.distributed)
        return distributedMapTitle(tree, state);
    NodeId concurrency = fieldOf(tree, state, "MaxConcurrency");
    if (concurrency == noNode)
        concurrency = fieldOf(tree, state, "MaxConcurrencyPath");
    if (concurrency == noNode || tree.raw(concurrency) == "0")
        return typeName(state);
    if (tree.raw(concurrency) == "1")
        return ASL_TEXT("core", "Map state · one at a time");
    return {ASL_TEXT("core", "Map state · %1 at a time"), {shown(tree, concurrency)}};
}

// --- Choice rules ---------------------------------------------------------------------------------------------------

/// An And, Or or Not whose rules are being written.
struct OpenRule
{
    NodeId next = noNode; ///< rule inside that comes next
    std::string_view between;
    bool parenthesised = false;
    bool negated = false;
};

struct RuleParts
{
    NodeId rules = noNode; ///< value of And, Or or Not
    bool negated = false;
    std::string_view between;
    NodeId variable = noNode, test = noNode, condition = noNode;
    const ComparisonOperator* comparison = nullptr;
};

RuleParts partsOf(const SyntaxTree& tree, NodeId rule)
{
    RuleParts parts;
    if (tree.kind(rule) != NodeKind::Object)
        return parts;
    for (NodeId member : tree.children(rule)) {
        const std::string key = tree.key(member);
        if (key == "Variable") {
            parts.variable = member;
        } else if (key == "Condition") {
            parts.condition = member;
        } else if (key == "And" || key == "Or" || key == "Not") {
            parts.rules = member;
            parts.negated = key == "Not";
            parts.between = key == "And" ? " and " : " or ";
        } else if (const ComparisonOperator* comparison = comparisonOperator(key)) {
            parts.test = member;
            parts.comparison = comparison;
        }
    }
    return parts;
}

std::string testText(const SyntaxTree& tree, const RuleParts& parts)
{
    if (parts.variable == noNode)
        return {};
    std::string text = shown(tree, parts.variable);
    if (!parts.comparison)
        return text;
    if (parts.comparison->operand == ComparisonOperator::Operand::TrueOrFalse) {
        std::string phrase(parts.comparison->phrase);
        if (tree.kind(parts.test) == NodeKind::False)
            phrase.insert(phrase.find(' ') + 1, "not ");
        return text + " " + phrase;
    }
    const bool path = parts.comparison->operand == ComparisonOperator::Operand::Path;
    return text + " " + std::string(parts.comparison->phrase) + " "
        + (path ? shown(tree, parts.test) : std::string(tree.raw(parts.test)));
}

NodeId firstRule(const SyntaxTree& tree, const RuleParts& parts)
{
    return parts.negated ? parts.rules : tree.node(parts.rules).firstChild;
}

} // namespace

std::string conditionText(const SyntaxTree& tree, NodeId rule)
{
    std::string text;
    std::vector<OpenRule> open;
    NodeId current = rule;
    while (true) {
        const RuleParts parts = partsOf(tree, current);
        if (parts.condition != noNode) {
            text += shown(tree, parts.condition);
        } else if (parts.rules == noNode || firstRule(tree, parts) == noNode) {
            text += testText(tree, parts);
        } else {
            // And inside Or and the like is set in parentheses; a list of one needs none.
            const NodeId inner = firstRule(tree, parts);
            const bool several = tree.node(inner).nextSibling != noNode && !parts.negated;
            const bool parenthesised = parts.negated || (several && !open.empty() && !open.back().negated);
            text += parts.negated ? "not (" : parenthesised ? "(" : "";
            open.push_back({parts.negated ? noNode : tree.node(inner).nextSibling, parts.between, parenthesised, parts.negated});
            current = inner;
            continue;
        }
        while (!open.empty() && open.back().next == noNode) {
            text += open.back().parenthesised ? ")" : "";
            open.pop_back();
        }
        if (open.empty())
            return text;
        text += open.back().between;
        current = open.back().next;
        open.back().next = tree.node(current).nextSibling;
    }
}

std::string actionName(std::string_view action)
{
    std::string name(action);
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

Message resourceTitle(std::string_view arn)
{
    const ResourceInfo resource = resourceInfo(arn);
    switch (resource.kind) {
    case ResourceInfo::Kind::Lambda: return {ASL_TEXT("core", "%1: %2"), {"Lambda", "Invoke"}};
    case ResourceInfo::Kind::Activity: return {ASL_TEXT("core", "Activity: %1"), {std::string(resource.action)}};
    case ResourceInfo::Kind::Unknown: return ASL_TEXT("core", "Task state");
    case ResourceInfo::Kind::Integration: break;
    }
    if (resource.service == "http")
        return ASL_TEXT("core", "HTTP: Call endpoint");
    const ServiceInfo& service = serviceInfo(resource.service);
    constexpr std::string_view sdk = "aws-sdk:";
    const std::string_view word = resource.service.substr(resource.service.starts_with(sdk) ? sdk.size() : 0);
    return {ASL_TEXT("core", "%1: %2"),
            {std::string(service.service.empty() ? word : service.name), actionName(resource.action)}};
}

Message typeName(const State& state)
{
    if (!state.type)
        return ASL_TEXT("core", "State");
    switch (*state.type) {
    case StateType::Task: return ASL_TEXT("core", "Task state");
    case StateType::Parallel: return ASL_TEXT("core", "Parallel state");
    case StateType::Map: return ASL_TEXT("core", "Map state");
    case StateType::Pass: return ASL_TEXT("core", "Pass state");
    case StateType::Wait: return ASL_TEXT("core", "Wait state");
    case StateType::Choice: return ASL_TEXT("core", "Choice state");
    case StateType::Succeed: return ASL_TEXT("core", "Succeed state");
    case StateType::Fail: return ASL_TEXT("core", "Fail state");
    }
    return ASL_TEXT("core", "State");
}

Message cardTitle(const SyntaxTree& tree, const StateMachine& machine, StateId id)
{
    const State& state = machine.state(id);
    if (state.type == StateType::Wait)
        return waitTitle(tree, state);
    if (state.type == StateType::Map)
        return mapTitle(tree, state);
    if (state.type == StateType::Task)
        if (const NodeId resource = fieldOf(tree, state, "Resource"); resource != noNode)
            return resourceTitle(tree.stringValue(resource));
    return typeName(state);
}

namespace {

std::string commentOf(const SyntaxTree& tree, NodeId owner)
{
    const NodeId comment = tree.find(owner, "Comment");
    return comment == noNode ? std::string() : tree.stringValue(comment);
}

std::vector<std::string> errorNames(const SyntaxTree& tree, NodeId catcher)
{
    std::vector<std::string> names;
    const NodeId list = tree.find(catcher, "ErrorEquals");
    if (list != noNode && tree.kind(list) == NodeKind::Array)
        for (NodeId name : tree.children(list))
            names.push_back(shown(tree, name));
    return names;
}

/// The first `most` names and how many more there are.
Message catchLabel(const SyntaxTree& tree, const Transition& transition, std::size_t most)
{
    const auto names = errorNames(tree, transition.owner);
    if (names.empty())
        return {ASL_TEXT("core", "Catch #%1"), {std::to_string(transition.index + 1)}};
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (i ? ", " : "") + names[i];
    if (names.size() > most)
        text += " +" + std::to_string(names.size() - most);
    return text;
}

} // namespace

Message transitionLabel(const SyntaxTree& tree, const Transition& transition)
{
    constexpr std::size_t mostNames = 2;
    switch (transition.kind) {
    case TransitionKind::Start:
    case TransitionKind::Next:
    case TransitionKind::End: return {};
    case TransitionKind::Default: return ASL_TEXT("core", "Default");
    case TransitionKind::Catch: return catchLabel(tree, transition, mostNames);
    case TransitionKind::ChoiceRule: break;
    }
    if (std::string comment = commentOf(tree, transition.owner); !comment.empty())
        return comment;
    if (std::string condition = conditionText(tree, transition.owner); !condition.empty())
        return condition;
    return {ASL_TEXT("core", "Rule #%1"), {std::to_string(transition.index + 1)}};
}

Message transitionDescription(const SyntaxTree& tree, const Transition& transition)
{
    if (transition.kind == TransitionKind::Catch)
        return catchLabel(tree, transition, std::string::npos);
    if (transition.kind != TransitionKind::ChoiceRule)
        return transitionLabel(tree, transition);
    const std::string comment = commentOf(tree, transition.owner);
    const std::string condition = conditionText(tree, transition.owner);
    if (!comment.empty() && !condition.empty())
        return {ASL_TEXT("core", "%1 (%2)"), {comment, condition}};
    return transitionLabel(tree, transition);
}

} // namespace asl
