// Reading what the state types have of their own.

#include "core/execution/compile_work.h"

#include "core/support/timestamp.h"

#include <algorithm>
#include <array>

namespace asl {

namespace {

PassProgram readPass(FieldReader& reader, const State& state)
{
    return {state.language == QueryLanguage::JSONPath ? reader.value(state.node, "Result") : std::nullopt};
}

TaskProgram readTask(FieldReader& reader, const State& state)
{
    TaskProgram task;
    const std::optional<std::string> resource = reader.text(state.node, "Resource");
    if (!resource) {
        if (reader.tree().find(state.node, "Resource") == noNode)
            reader.invalid(state.node, {ASL_TEXT("core", "Task \"%1\" needs a \"Resource\"."), {state.name}});
        return task;
    }
    task.arn = *resource;
    const ResourceInfo info = resourceInfo(task.arn);
    task.pattern = info.pattern;
    switch (info.kind) {
    case ResourceInfo::Kind::Activity:
        task.kind = TaskProgram::Kind::Activity;
        task.resource = Data::string(task.arn);
        break;
    case ResourceInfo::Kind::Integration: {
        std::string action(info.action);
        if (!info.suffix.empty())
            action.append(".").append(info.suffix);
        task.kind = TaskProgram::Kind::Integration;
        task.resourceType = Data::string(info.service);
        task.resource = Data::string(action);
        break;
    }
    case ResourceInfo::Kind::Lambda:
    case ResourceInfo::Kind::Unknown: // a made-up name is answered by mocks like a function
        task.kind = TaskProgram::Kind::Lambda;
        task.resource = Data::string(task.arn);
        break;
    }
    if (task.kind == TaskProgram::Kind::Integration) {
        task.about = Data::object({{Data::string("resourceType"), task.resourceType}, {Data::string("resource"), task.resource}});
        task.scheduledAbout = task.aboutIn(usualRegion);
    } else {
        task.scheduledAbout = task.about = Data::object({{Data::string("resource"), task.resource}});
    }
    task.timeout = reader.numberField(state.node, "TimeoutSeconds", state.language);
    task.heartbeat = reader.numberField(state.node, "HeartbeatSeconds", state.language);
    task.credentials = reader.valueTemplate(state.node, "Credentials", state.language);
    return task;
}

WaitProgram readWait(FieldReader& reader, const State& state)
{
    WaitProgram wait;
    if (state.language == QueryLanguage::JSONata && reader.isExpression(state.node, "Seconds")) {
        wait.secondsComputed = reader.jsonata(state.node, "Seconds");
        return wait;
    }
    if (state.language == QueryLanguage::JSONata && reader.isExpression(state.node, "Timestamp")) {
        wait.timestampComputed = reader.jsonata(state.node, "Timestamp");
        return wait;
    }
    wait.seconds = reader.wholeNumber(state.node, "Seconds");
    wait.secondsPath = reader.jsonPath(state.node, "SecondsPath");
    wait.timestampPath = reader.jsonPath(state.node, "TimestampPath");
    if (const auto text = reader.text(state.node, "Timestamp")) {
        if (const auto instant = parseTimestamp(*text))
            wait.timestamp = instant->seconds * 1'000'000;
        else
            reader.invalid(reader.tree().find(state.node, "Timestamp"),
                           {ASL_TEXT("core", "\"%1\" is not a time like 2026-03-01T10:00:00Z."), {*text}});
    }
    constexpr std::array fields = {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"};
    if (std::none_of(fields.begin(), fields.end(), [&](const char* field) { return reader.tree().find(state.node, field) != noNode; }))
        reader.invalid(state.node, {ASL_TEXT("core", "Wait \"%1\" needs \"Seconds\", \"SecondsPath\", \"Timestamp\" or \"TimestampPath\"."), {state.name}});
    return wait;
}

MapProgram readMap(FieldReader& reader, const State& state, const std::vector<StateId>& starts, const CompileOptions& options)
{
    MapProgram map;
    if (starts.empty())
        reader.invalid(state.node, {ASL_TEXT("core", "Map \"%1\" needs an \"ItemProcessor\"."), {state.name}});
    else
        map.start = starts.front();
    map.itemsPath = reader.path(state.node, "ItemsPath");
    if (state.language == QueryLanguage::JSONata)
        map.items = reader.jsonata(state.node, "Items");
    map.itemSelector = reader.valueTemplate(state.node, "ItemSelector", state.language);
    if (!map.itemSelector && state.language == QueryLanguage::JSONPath)
        map.itemSelector = reader.valueTemplate(state.node, "Parameters", state.language);
    map.maxConcurrency = reader.numberField(state.node, "MaxConcurrency", state.language);
    if (state.distributed)
        map.distributed = readDistributed(reader, state, options);
    return map;
}

struct OperatorMeaning
{
    TestFamily family;
    Comparison comparison;
    bool path;
};

std::optional<OperatorMeaning> meaningOf(std::string_view name)
{
    struct Family { std::string_view word; TestFamily family; };
    constexpr Family alone[] = {
        {"StringMatches", TestFamily::StringMatches}, {"IsNull", TestFamily::IsNull}, {"IsPresent", TestFamily::IsPresent},
        {"IsNumeric", TestFamily::IsNumeric}, {"IsString", TestFamily::IsString}, {"IsBoolean", TestFamily::IsBoolean},
        {"IsTimestamp", TestFamily::IsTimestamp}};
    for (const Family& family : alone)
        if (name == family.word)
            return OperatorMeaning{family.family, Comparison::Equals, false};
    constexpr Family families[] = {{"String", TestFamily::String}, {"Numeric", TestFamily::Numeric},
                                   {"Boolean", TestFamily::Boolean}, {"Timestamp", TestFamily::Timestamp}};
    struct Relation { std::string_view word; Comparison comparison; };
    constexpr Relation relations[] = {
        {"Equals", Comparison::Equals}, {"LessThan", Comparison::LessThan}, {"GreaterThan", Comparison::GreaterThan},
        {"LessThanEquals", Comparison::LessThanEquals}, {"GreaterThanEquals", Comparison::GreaterThanEquals}};
    for (const Family& family : families) {
        if (!name.starts_with(family.word))
            continue;
        std::string_view rest = name.substr(family.word.size());
        const bool path = rest.ends_with("Path");
        if (path)
            rest.remove_suffix(4);
        for (const Relation& relation : relations)
            if (rest == relation.word && (family.family != TestFamily::Boolean || relation.comparison == Comparison::Equals))
                return OperatorMeaning{family.family, relation.comparison, path};
    }
    return {};
}

RuleProgram readTest(FieldReader& reader, NodeId rule)
{
    RuleProgram test;
    test.variable = reader.jsonPath(rule, "Variable");
    bool found = false;
    for (const NodeId member : reader.tree().children(rule)) {
        const std::string key = reader.tree().key(member);
        const auto meaning = meaningOf(key);
        if (!meaning)
            continue;
        found = true;
        test.family = meaning->family;
        test.comparison = meaning->comparison;
        if (meaning->path)
            test.operandPath = reader.jsonPath(rule, key);
        else
            test.operand = reader.value(rule, key).value_or(Data());
    }
    if (!found || reader.tree().find(rule, "Variable") == noNode)
        reader.invalid(rule, ASL_TEXT("core", "A Choice Rule needs \"Variable\" and an operator, or \"And\", \"Or\" or \"Not\"."));
    return test;
}

} // namespace

RuleProgram readRule(FieldReader& reader, NodeId rule)
{
    const SyntaxTree& tree = reader.tree();
    struct Combination { std::string_view key; RuleProgram::Kind kind; };
    constexpr std::array combinations = {Combination{"And", RuleProgram::Kind::And}, Combination{"Or", RuleProgram::Kind::Or},
                                         Combination{"Not", RuleProgram::Kind::Not}};
    for (const Combination& combination : combinations) {
        const NodeId inner = tree.find(rule, combination.key);
        if (inner == noNode)
            continue;
        RuleProgram result;
        result.kind = combination.kind;
        if (tree.kind(inner) == NodeKind::Array)
            for (const NodeId nested : tree.children(inner))
                result.nested.push_back(readRule(reader, nested));
        else if (tree.kind(inner) == NodeKind::Object)
            result.nested.push_back(readRule(reader, inner));
        if (result.nested.empty())
            reader.invalid(inner, {ASL_TEXT("core", "\"%1\" needs a Choice Rule inside."), {std::string(combination.key)}});
        return result;
    }
    return readTest(reader, rule);
}

StateWork readWork(FieldReader& reader, const State& state, const StateProgram& program, const std::vector<StateId>& starts,
                   const CompileOptions& options)
{
    switch (program.type) {
    case StateType::Pass: return readPass(reader, state);
    case StateType::Task: return readTask(reader, state);
    case StateType::Wait: return readWait(reader, state);
    case StateType::Choice: return ChoiceProgram{};
    case StateType::Succeed: return SucceedProgram{};
    case StateType::Fail: return FailProgram{reader.textField(state.node, "Error", state.language), reader.textField(state.node, "Cause", state.language)};
    case StateType::Parallel:
        if (starts.empty())
            reader.invalid(state.node, {ASL_TEXT("core", "Parallel \"%1\" needs \"Branches\"."), {state.name}});
        return ParallelProgram{starts};
    case StateType::Map: return readMap(reader, state, starts, options);
    }
    return PassProgram{};
}

} // namespace asl
