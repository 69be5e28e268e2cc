// The way of a state's data through its fields, as far as it is known.

#include "core/execution/live_world.h"

#include "core/execution/context_object.h"
#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"

namespace asl {

LiveWorld::LiveWorld(SnapshotPointer snapshot, StateId state, KnownData known, const data::TokenValues& tokens, const query::Platform& platform)
    : m_snapshot(std::move(snapshot)), m_state(state), m_known(std::move(known)), m_tokens(tokens), m_platform(platform)
{
    if (!m_known.variables)
        m_known.variables = std::make_shared<const query::Variables>();
}

bool LiveWorld::hasResult() const { return !state().type || !passesInput(*state().type, state().language); }

LiveWorld::Known LiveWorld::input() const
{
    if (!m_known.input.isUndefined())
        return {m_known.input, {}};
    return {{}, ASL_TEXT("core", "There is no sample for this state: no run has come here yet.")};
}

LiveWorld::Known LiveWorld::caught() const
{
    if (!m_known.errorOutput.isUndefined())
        return {m_known.errorOutput, {}};
    return {{}, isBlank() ? input().why : Message(ASL_TEXT("core", "No error has occurred here yet."))};
}

/// `from` through a field of the state: read it, compute with it.
template <class Read, class Compute>
LiveWorld::Known LiveWorld::through(const char* field, const Known& from, Read read, Compute compute) const
{
    if (!from.isKnown())
        return from;
    const auto written = readField([&](FieldReader& reader) { return read(reader, state().node); });
    if (!written)
        return {{}, {ASL_TEXT("core", "\"%1\" has to be mended first."), {field}}};
    auto value = compute(*written, from.value, Visit(*this, Sees::Input, ObjectType::State));
    if (!value)
        return {{}, {ASL_TEXT("core", "\"%1\" fails with this data, so nothing comes here."), {field}}};
    return {std::move(*value), {}};
}

LiveWorld::Known LiveWorld::filtered() const
{
    if (state().language == QueryLanguage::JSONata)
        return input();
    return through("InputPath", input(), [](FieldReader& reader, NodeId node) { return reader.path(node, "InputPath"); },
                   [](const PathField& path, const Data& data, const Evaluation& evaluation) { return selected(path, data, evaluation); });
}

LiveWorld::Known LiveWorld::effective() const
{
    return through("Parameters", filtered(),
                   [](FieldReader& reader, NodeId node) { return reader.valueTemplate(node, "Parameters", QueryLanguage::JSONPath); }, templated);
}

LiveWorld::Known LiveWorld::result() const
{
    if (state().type == StateType::Pass && hasResult()) {
        const auto fixed = readField([&](FieldReader& reader) { return reader.value(state().node, "Result"); });
        return fixed && *fixed ? Known{**fixed, {}} : effective();
    }
    if (!m_known.result.isUndefined())
        return {m_known.result, {}};
    return {{}, isBlank() ? input().why : Message(ASL_TEXT("core", "There is no result yet: run the workflow to see this value."))};
}

LiveWorld::Known LiveWorld::merge() const
{
    const Known selectedResult
        = through("ResultSelector", result(),
                  [](FieldReader& reader, NodeId node) { return reader.valueTemplate(node, "ResultSelector", QueryLanguage::JSONPath); }, templated);
    const Known raw = input();
    if (!raw.isKnown())
        return raw;
    return through("ResultPath", selectedResult, [](FieldReader& reader, NodeId node) { return reader.resultPath(node); },
                   [&](const ResultPathField& path, const Data& data, const Evaluation&) { return merged(path, raw.value, data); });
}

LiveWorld::Known LiveWorld::seen(Sees sees, ObjectType object) const
{
    const auto key = std::pair(sees, object == ObjectType::Catcher);
    const auto known = m_seen.find(key);
    return known != m_seen.end() ? known->second : m_seen.emplace(key, computeSeen(sees, object)).first->second;
}

LiveWorld::Known LiveWorld::computeSeen(Sees sees, ObjectType object) const
{
    switch (sees) {
    case Sees::RawInput: return input();
    case Sees::Input:
    case Sees::Item: return filtered();
    case Sees::Result:
        if (object == ObjectType::Catcher)
            return caught();
        return hasResult() ? result() : filtered();
    case Sees::Merged: return hasResult() ? merge() : filtered();
    }
    return {};
}

const MapItem& LiveWorld::firstItem() const
{
    if (!m_firstItem)
        m_firstItem = computeFirstItem();
    return *m_firstItem;
}

MapItem LiveWorld::computeFirstItem() const
{
    const bool jsonata = state().language == QueryLanguage::JSONata;
    const Known items
        = jsonata ? through("Items", filtered(), [](FieldReader& reader, NodeId node) { return reader.valueTemplate(node, "Items", QueryLanguage::JSONata); }, templated)
                  : through("ItemsPath", filtered(), [](FieldReader& reader, NodeId node) { return reader.path(node, "ItemsPath"); },
                            [](const PathField& path, const Data& data, const Evaluation& evaluation) { return selected(path, data, evaluation); });
    if (items.value.isArray() && items.value.size() > 0)
        return {items.value.items()[0], {}, {}, 0};
    if (items.value.isObject() && items.value.size() > 0 && state().distributed) {
        const Member& member = items.value.members()[0];
        return {member.value, member.key, {}, 0};
    }
    return m_known.item;
}

LiveWorld::Visit::Visit(const LiveWorld& world, Sees sees, ObjectType object)
{
    const KnownData& known = world.m_known;
    StateProgram state;
    state.type = world.state().type.value_or(StateType::Pass);
    state.language = world.state().language;
    state.name = Data::string(world.state().name);
    state.usesContext = true;
    state.usesStates = state.language == QueryLanguage::JSONata;
    m_program.states.push_back(std::move(state));
    m_program.platform = world.m_platform;
    m_execution.context = known.context.isUndefined() ? Data::emptyObject() : known.context;
    m_execution.now = known.entered;
    m_execution.randomState = known.seed;
    m_frame.state = 0;
    m_frame.input = known.input;
    m_frame.variables = known.variables;
    m_frame.entered = known.entered;
    m_frame.retryCount = known.retryCount;
    m_frame.token = known.token;
    m_frame.item = sees == Sees::Item ? world.firstItem() : known.item;
    const bool isCatcher = object == ObjectType::Catcher;
    if (sees == Sees::Result && !isCatcher && world.hasResult())
        m_result = known.result;
    if (sees == Sees::Result && isCatcher)
        m_errorOutput = known.errorOutput;
    m_evaluation.emplace(m_program, m_execution, m_frame,
                         Evaluation::Extra{nullptr, m_result.isUndefined() ? nullptr : &m_result, m_errorOutput.isUndefined() ? nullptr : &m_errorOutput});
}

} // namespace asl
