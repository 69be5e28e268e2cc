// The Context object, and the random values a run makes for it.

#include "core/execution/context_object.h"

#include "core/execution/time_text.h"

#include <array>

namespace asl {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

/// `given` over `base`, object by object.
Data overlaid(const Data& base, const Data& given)
{
    if (!base.isObject() || !given.isObject())
        return given;
    ObjectBuilder result(base);
    for (const Member& member : given.members()) {
        const Data* own = base.find(member.key);
        const bool deeper = own && own->isObject() && member.key.text() != "Input";
        result.set(member.key, deeper ? overlaid(*own, member.value) : member.value);
    }
    return std::move(result).build();
}

std::string textAt(const Data& context, std::string_view object, std::string_view member, std::string otherwise)
{
    const Data* outer = context.find(object);
    const Data* inner = outer ? outer->find(member) : nullptr;
    return inner && inner->isString() ? std::string(inner->text()) : std::move(otherwise);
}

Data mapObject(const MapItem& item)
{
    static const Data itemKey = Data::string("Item");
    static const Data indexKey = Data::string("Index");
    static const Data keyKey = Data::string("Key");
    static const Data valueKey = Data::string("Value");
    static const Data sourceKey = Data::string("Source");
    static const Data stateData = Data::string("STATE_DATA");
    std::array<Member, 4> members{Member{indexKey, Data::integer(item.index)}};
    std::size_t count = 1;
    if (!item.key.isUndefined())
        members[count++] = {keyKey, item.key};
    members[count++] = {valueKey, item.value};
    members[count++] = {sourceKey, item.source.isUndefined() ? stateData : item.source};
    std::array<Member, 1> outer{Member{itemKey, Data::objectFrom(std::span(members).first(count))}};
    return Data::objectFrom(outer);
}

bool hasRetryCount(StateType type)
{
    return type == StateType::Task || type == StateType::Parallel || type == StateType::Map;
}

} // namespace

Data baseContext(const Program& program, const RunOptions& options, const Data& input, std::uint64_t& randomState)
{
    const std::string machine = textAt(options.context, "StateMachine", "Name", "StateMachine");
    const std::string name = textAt(options.context, "Execution", "Name", newName(randomState));
    const std::string arn = "arn:aws:states:" + std::string(usualRegion) + ":111111111111:";
    ObjectBuilder execution;
    execution.set("Id", Data::string(program.express ? arn + "express:" + machine + ":" + name + ":" + newName(randomState)
                                                     : arn + "execution:" + machine + ":" + name));
    execution.set("Input", input);
    execution.set("Name", Data::string(name));
    execution.set("RoleArn", Data::string("arn:aws:iam::111111111111:role/" + machine + "Role"));
    execution.set("StartTime", Data::string(formattedTime(options.now / 1000 * 1000, TimeForm::ContextObject)));
    execution.set("RedriveCount", Data::integer(0));
    ObjectBuilder stateMachine;
    stateMachine.set("Id", Data::string(arn + "stateMachine:" + machine));
    stateMachine.set("Name", Data::string(machine));
    ObjectBuilder whole;
    whole.set("Execution", std::move(execution).build());
    whole.set("StateMachine", std::move(stateMachine).build());
    Data base = std::move(whole).build();
    return options.context.isObject() ? overlaid(base, options.context) : base;
}

std::string regionOf(const Data& context)
{
    const std::string arn = textAt(context, "StateMachine", "Id", {});
    std::size_t begin = 0;
    for (int colons = 0; colons < 3; ++colons) {
        begin = arn.find(':', begin);
        if (begin == std::string::npos)
            return std::string(usualRegion);
        ++begin;
    }
    return arn.substr(begin, arn.find(':', begin) - begin);
}

/// "arn:aws:states:us-east-1:111111111111:" of the state machine.
static std::string arnBase(const Data& context)
{
    const std::string arn = textAt(context, "StateMachine", "Id", {});
    const std::size_t end = arn.find(":stateMachine:");
    return end == std::string::npos ? "arn:aws:states:us-east-1:111111111111:" : arn.substr(0, end + 1);
}

Data executionContext(const Program& program, const ExecutionState& execution, Slot root)
{
    if (root == noSlot)
        return execution.context;
    const Frame& child = execution.frames[root];
    const Frame& map = execution.frames[child.parent];
    const DistributedProgram& distributed = *std::get<MapProgram>(program.states[map.state].work).distributed;
    const Data parent = executionContext(program, execution, map.execution);
    const std::string machine = textAt(parent, "StateMachine", "Name", "StateMachine") + "/" + distributed.label;
    const std::string base = arnBase(parent);
    const Data* above = parent.find("Execution");
    const Data* role = above ? above->find("RoleArn") : nullptr;
    const std::string arn = base + (distributed.expressChildren ? "express:" : "execution:") + machine + ":" + std::string(child.childName.text());
    ObjectBuilder own;
    own.set("Id", Data::string(arn));
    own.set("Input", child.childInput).set("Name", child.childName).set("RoleArn", role ? *role : Data::null());
    own.set("StartTime", Data::string(formattedTime(child.childStarted / 1000 * 1000, TimeForm::ContextObject)));
    own.set("RedriveCount", Data::integer(child.childRedrives));
    if (child.childRedrives > 0)
        own.set("RedriveTime", Data::string(formattedTime(child.childRedriven / 1000 * 1000, TimeForm::ContextObject)));
    Data stateMachine = Data::object({{Data::string("Id"), Data::string(base + "stateMachine:" + machine)},
                                      {Data::string("Name"), Data::string(machine)}});
    return Data::object({{Data::string("Execution"), std::move(own).build()}, {Data::string("StateMachine"), std::move(stateMachine)}});
}

std::string newMapRunArn(const Data& context, const std::string& label, std::uint64_t& randomState)
{
    return arnBase(context) + "mapRun:" + textAt(context, "StateMachine", "Name", "StateMachine") + "/" + label + ":" + newName(randomState);
}

std::string newName(std::uint64_t& state)
{
    std::string text = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    for (char& c : text) {
        if (c == 'x')
            c = hexDigits[nextRandom(state) % 16];
        else if (c == 'y')
            c = hexDigits[8 + nextRandom(state) % 4];
    }
    return text;
}

Data contextObject(const Program& program, const ExecutionState& execution, const Frame& frame, const MapItem& item)
{
    if (execution.test) {
        if (item.value.isUndefined())
            return execution.test->context;
        ObjectBuilder given(execution.test->context);
        given.set("Map", mapObject(item));
        return std::move(given).build();
    }
    const StateProgram& state = program.states[frame.state];
    static const Data enteredKey = Data::string("EnteredTime");
    static const Data nameKey = Data::string("Name");
    static const Data retryKey = Data::string("RetryCount");
    std::array<Member, 3> stateMembers{
        Member{enteredKey, Data::string(formattedTime(frame.entered / 1000 * 1000, TimeForm::ContextObject))}, Member{nameKey, state.name},
        Member{retryKey, Data::integer(frame.retryCount)}};
    ObjectBuilder whole(executionContext(program, execution, frame.execution));
    whole.set("State", Data::objectFrom(std::span(stateMembers).first(hasRetryCount(state.type) ? 3 : 2)));
    if (!frame.token.empty() && !execution.context.find("Task"))
        whole.set("Task", Data::object({{Data::string("Token"), Data::string(frame.token)}}));
    if (!item.value.isUndefined())
        whole.set("Map", mapObject(item));
    return std::move(whole).build();
}

std::uint64_t nextRandom(std::uint64_t& state)
{
    // splitmix64
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

double nextFraction(std::uint64_t& state) { return static_cast<double>(nextRandom(state) >> 11) * 0x1.0p-53; }

std::string newTaskToken(std::uint64_t& state)
{
    constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string token = "AAAA";
    for (int i = 0; i < 60; ++i)
        token += letters[nextRandom(state) % 64];
    return token;
}

const Data& notTruncated()
{
    static const Data value = Data::object({{Data::string("truncated"), Data::boolean(false)}});
    return value;
}

} // namespace asl
