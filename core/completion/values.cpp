// Whole values: closed sets, the names of states and errors, resources.

#include "core/completion/items.h"
#include "core/completion/shape_words.h"

#include <algorithm>
#include <set>

namespace asl::completion {

namespace {

using Kind = CompletionItem::Kind;

/// A text stands here, or nothing yet; words such as true are written where no quote is.
bool isQuoted(const Site& site) { return site.written.quoting == Quoting::Double || site.written.quoting == Quoting::Single; }

void addTexts(Items& items, std::span<const std::string_view> values, std::string_view usual)
{
    int order = 0;
    for (const std::string_view value : values)
        items.add(Kind::Value, std::string(value), ++order, [&](CompletionItem& item) {
            if (usual.size() > 2 && usual.substr(1, usual.size() - 2) == value)
                item.detail = ASL_TEXT("core", "default");
            if (const auto type = stateType(value))
                item.documentation = tableText(info(*type).summary);
            items.writer().text(item, value);
        });
}

void addWords(const Site& site, Items& items, std::initializer_list<std::string_view> words)
{
    int order = 0;
    if (!isQuoted(site))
        for (const std::string_view word : words)
            items.add(Kind::Value, std::string(word), ++order, [&](CompletionItem& item) { items.writer().word(item, word); });
}

void addStateNames(const Request& request, Items& items)
{
    const StateMachine& machine = request.snapshot.machine();
    const auto& states = machine.scope(request.meaning.scope).states;
    const StateId own = request.meaning.state;
    // What stands behind it is likely to follow; itself hardly.
    const std::size_t behind = static_cast<std::size_t>(std::upper_bound(states.begin(), states.end(), own) - states.begin()) % std::max<std::size_t>(1, states.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        const StateId id = states[(behind + i) % states.size()];
        const State& state = machine.state(id);
        const int rank = id == own ? 900 : static_cast<int>(std::min<std::size_t>(i, 800));
        items.add(Kind::State, state.name, rank, [&](CompletionItem& item) {
            if (state.type) {
                item.detail = Message(std::string(info(*state.type).name));
                item.documentation = tableText(info(*state.type).summary);
            }
            items.writer().text(item, state.name);
        });
    }
}

void addErrorNames(const Request& request, Items& items)
{
    const SyntaxTree& tree = request.snapshot.tree();
    std::set<std::string> present;
    if (request.site.isItem && !request.site.opens)
        for (const NodeId item : tree.children(request.site.around))
            if (item != request.site.node)
                present.insert(tree.stringValue(item));
    int order = 0;
    const auto add = [&](std::string_view name, const HelpText& help, int rank) {
        if (!present.insert(std::string(name)).second)
            return;
        items.add(Kind::Error, std::string(name), rank, [&](CompletionItem& item) {
            item.documentation = help;
            items.writer().text(item, name);
        });
    };
    const NodeId state = request.meaning.state == noId ? noNode : request.snapshot.machine().state(request.meaning.state).node;
    if (const Integration* called = calledBy(tree, state))
        for (const std::string_view name : called->errors)
            add(name, {{ASL_TEXT("core", "An error of %1 %2."), {std::string(called->service), std::string(called->action)}}}, 100 + ++order);
    for (const ErrorName& error : reservedErrorNames())
        add(error.name, tableText(error.summary), 200 + ++order);
    for (const StateId id : request.snapshot.machine().scope(request.meaning.scope).states) {
        const State& fail = request.snapshot.machine().state(id);
        const NodeId error = fail.type == StateType::Fail ? tree.find(fail.node, "Error") : noNode;
        if (error != noNode && tree.kind(error) == NodeKind::String)
            add(tree.stringValue(error), {{ASL_TEXT("core", "The error of \"%1\"."), {fail.name}}}, 50);
    }
}

void addResource(Items& items, std::string arn, const HelpText& detail, const HelpText& help, int rank, bool isUnfinished)
{
    constexpr std::string_view prefix = "arn:aws:states:::";
    // What one types is the service or the action; the ARN's beginning is the same for all.
    std::string label = arn.starts_with(prefix) ? arn.substr(prefix.size()) : arn;
    const auto fill = [&](CompletionItem& item) {
        item.detail = detail;
        item.documentation = help;
        items.writer().text(item, arn);
        item.goesOn = isUnfinished;
    };
    items.add(Kind::Resource, std::move(label), rank, fill);
}

void addIntegration(Items& items, const Integration& row, int rank)
{
    const std::string arn = "arn:aws:states:::" + std::string(row.service) + ":" + std::string(row.action);
    const HelpText name = tableText(serviceInfo(row.service).name);
    for (const std::string_view suffix : {"", "sync", "sync:2", "waitForTaskToken"})
        if (offers(row, suffix))
            addResource(items, suffix.empty() ? arn : arn + "." + std::string(suffix), name, patternWords(suffix), rank + (suffix.empty() ? 0 : 50), false);
}

/// What is typed of a resource, without the beginning that all have.
void addResources(const Request& request, Items& items)
{
    constexpr std::string_view prefix = "arn:aws:states:::";
    std::string_view typed = request.site.typed();
    if (prefix.starts_with(typed.substr(0, prefix.size())))
        typed.remove_prefix(std::min(typed.size(), prefix.size()));
    items.narrowBy(typed);
    for (const Integration& row : optimizedIntegrations())
        addIntegration(items, row, row.service == "lambda" ? 0 : 100);
    const bool sdk = typed.starts_with("aws-sdk:");
    for (const Integration& row : sdkActions())
        if (sdk || !typed.empty())
            addIntegration(items, row, 300);
    for (const SdkService& row : sdkServices())
        addResource(items, "arn:aws:states:::aws-sdk:" + std::string(row.service) + ":", tableText(serviceInfo(row.service).name),
                    {ASL_TEXT("core", "Any action of the service, as its SDK calls it.")}, 400, true);
    items.narrowBy(request.site.typed());
    addResource(items, "arn:aws:lambda:us-east-1:123456789012:function:NAME", tableText(serviceInfo("lambda").name),
                {ASL_TEXT("core", "A Lambda function, called by its ARN.")}, 500, false);
    addResource(items, "arn:aws:states:us-east-1:123456789012:activity:NAME", {},
                {ASL_TEXT("core", "An activity, which workers of your own ask for.")}, 501, false);
}

void addParameterValues(const Request& request, Items& items)
{
    const Integration* called = calledBy(request.snapshot.tree(), request.meaning.ownerNode);
    const ValueShape* shape = called ? parameterShape(*called, request.meaning.inside) : nullptr;
    if (!shape)
        return;
    if (shape->kind == ValueShape::Kind::Enum)
        addTexts(items, shape->values, {});
    else if (shape->kind == ValueShape::Kind::Boolean)
        addWords(request.site, items, {"true", "false"});
}

} // namespace

const ValueShape* parameterShape(const Integration& called, const std::vector<std::string>& inside)
{
    const ValueShape* shape = nullptr;
    for (const std::string& step : inside) {
        if (shape && (step.empty() || shape->kind == ValueShape::Kind::Map)) {
            shape = shape->element;
        } else {
            const std::span<const MemberShape> among = shape ? shape->members : called.parameters;
            const auto found = std::find_if(among.begin(), among.end(), [&](const MemberShape& member) { return member.name == step; });
            shape = found == among.end() ? nullptr : found->shape;
        }
        if (!shape)
            return nullptr;
    }
    return shape;
}

void addValues(const Request& request, Items& items)
{
    const Meaning& meaning = request.meaning;
    if (!meaning.field || !existsIn(meaning.field->languages, meaning.language))
        return;
    if (meaning.field->shape == Shape::ErrorNames && request.site.isItem)
        return addErrorNames(request, items);
    if (meaning.field->shape == Shape::PayloadTemplate)
        return addParameterValues(request, items);
    if (!meaning.inside.empty())
        return;
    const Shape shape = meaning.field->shape;
    if (shape == Shape::OneOf)
        addTexts(items, meaning.field->values, meaning.field->defaultJson);
    else if (shape == Shape::Boolean)
        addWords(request.site, items, {"true", "false"});
    else if (shape == Shape::True)
        addWords(request.site, items, {"true"});
    else if (shape == Shape::StateName)
        addStateNames(request, items);
    else if (shape == Shape::Resource)
        addResources(request, items);
}

} // namespace asl::completion
