#include "core/completion/hover.h"

#include "core/completion/items.h"
#include "core/completion/seen_paths.h"
#include "core/completion/shape_words.h"
#include "core/completion/variables_in_scope.h"
#include "core/language/context_object.h"
#include "core/query/intrinsics.h"
#include "core/query/jsonata/functions.h"
#include "core/support/utf8.h"

#include <algorithm>

namespace asl {

namespace completion {

namespace {

std::string listed(std::span<const std::string_view> names)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + std::string(names[i]);
    return names.size() > most ? text + ", …" : text;
}

class Reader
{
public:
    Reader(const Snapshot& snapshot, const Site& site, const SeenData& seen)
        : m_snapshot(snapshot), m_site(site), m_meaning(meaningAt(snapshot, site)), m_seen(seen)
    {
        m_hover.range = site.range;
        m_hover.title = site.written.value;
    }

    std::optional<Hover> read()
    {
        const bool found = m_site.kind == Site::Kind::Key ? key() : value();
        const bool says =
            found && !m_hover.title.empty() && !m_hover.lines.empty(); // a state may have no type yet, or no name
        return says ? std::optional(std::move(m_hover)) : std::nullopt;
    }

private:
    void say(HelpText line) { m_hover.lines.push_back(std::move(line)); }

    bool key()
    {
        if (m_meaning.isStates)
            return state(m_site.written.value);
        if (m_meaning.object.type != ObjectType::None) {
            const Field* named = findField(m_meaning.object.fields(), m_site.written.value);
            return named && field(*named);
        }
        if (!m_meaning.field)
            return false;
        if (m_meaning.field->shape == Shape::Assignments && m_meaning.inside.empty()) {
            std::string name = m_site.written.value;
            if (m_meaning.language == QueryLanguage::JSONPath && name.ends_with(".$"))
                name.resize(name.size() - 2);
            return variable(name);
        }
        return m_meaning.field->shape == Shape::PayloadTemplate && parameter();
    }

    bool field(const Field& row)
    {
        say(tableText(row.summary));
        for (HelpText& line : shapeWords(row))
            say(std::move(line));
        if (!row.replacedBy.empty())
            say({{ASL_TEXT("core", "Deprecated: use %1."), {std::string(row.replacedBy)}}});
        if (!existsIn(row.languages, m_meaning.language))
            say(row.languages == Languages::JSONata ? ASL_TEXT("core", "Only in JSONata.")
                                                    : ASL_TEXT("core", "Only in JSONPath."));
        return true;
    }

    bool state(const std::string& name)
    {
        const StateMachine& machine = m_snapshot.machine();
        const auto& byName = machine.scope(m_meaning.scope).byName;
        const auto found = byName.find(name);
        if (found == byName.end())
            return false;
        const State& named = machine.state(found->second);
        if (named.type) {
            say({{"%1", {std::string(info(*named.type).name)}}});
            say(tableText(info(*named.type).summary));
        }
        const SyntaxTree& tree = m_snapshot.tree();
        if (const NodeId resource = tree.find(named.node, "Resource"); resource != noNode)
            m_hover.code = tree.stringValue(resource);
        if (const NodeId comment = tree.find(named.node, "Comment");
            comment != noNode && tree.kind(comment) == NodeKind::String)
            say({{"%1", {tree.stringValue(comment)}}});
        return true;
    }

    bool parameter()
    {
        const Integration* called = calledBy(m_snapshot.tree(), m_meaning.ownerNode);
        if (!called)
            return false;
        std::vector<std::string> way = m_meaning.inside;
        way.push_back(m_site.written.value);
        if (way.back().ends_with(".$"))
            way.back().resize(way.back().size() - 2);
        const ValueShape* shape = parameterShape(*called, way);
        if (!shape)
            return false;
        say({{ASL_TEXT("core", "A parameter of %1 %2."), {std::string(called->service), std::string(called->action)}}});
        for (HelpText& line : shapeWords(*shape))
            say(std::move(line));
        if (m_meaning.inside.empty())
            for (const MemberShape& member : called->parameters)
                if (member.name == way.back() && member.required)
                    say(ASL_TEXT("core", "It is required."));
        return true;
    }

    bool value()
    {
        if (!m_meaning.field)
            return m_site.block && m_meaning.object.type != ObjectType::None && key();
        if (const auto place = expressionSiteAt(m_site, m_meaning))
            return expression(*place);
        if (m_meaning.field->shape == Shape::ErrorNames && m_site.isItem)
            return error(m_site.written.value);
        if (!m_meaning.inside.empty())
            return false;
        const Field& row = *m_meaning.field;
        if (row.shape == Shape::StateName)
            return state(m_site.written.value);
        if (row.shape == Shape::Resource)
            return resource(m_site.written.value);
        if (const auto type = stateType(m_site.written.value); type && row.name == "Type") {
            say(tableText(info(*type).summary));
            return true;
        }
        m_hover.title = std::string(row.name);
        return row.shape != Shape::Object && row.shape != Shape::PayloadTemplate && field(row);
    }

    bool error(const std::string& name)
    {
        for (const ErrorName& row : reservedErrorNames())
            if (row.name == name) {
                say(tableText(row.summary));
                return true;
            }
        const NodeId node = m_meaning.state == noId ? noNode : m_snapshot.machine().state(m_meaning.state).node;
        const Integration* called = calledBy(m_snapshot.tree(), node);
        if (!called || std::find(called->errors.begin(), called->errors.end(), name) == called->errors.end())
            return false;
        say({{ASL_TEXT("core", "An error of %1 %2."), {std::string(called->service), std::string(called->action)}}});
        return true;
    }

    bool resource(const std::string& arn)
    {
        const ResourceInfo called = resourceInfo(arn);
        if (called.kind == ResourceInfo::Kind::Unknown)
            return false;
        m_hover.code = arn;
        m_hover.title = std::string(called.action);
        say(tableText(serviceInfo(called.service).name));
        if (called.kind == ResourceInfo::Kind::Lambda)
            say(ASL_TEXT("core", "A Lambda function, called by its ARN."));
        else if (called.kind == ResourceInfo::Kind::Activity)
            say(ASL_TEXT("core", "An activity, which workers of your own ask for."));
        else
            integrationLines(called);
        return true;
    }

    void integrationLines(const ResourceInfo& called)
    {
        say(patternWords(called.suffix));
        const Integration* row = integration(called.service, called.action);
        if (!row)
            return;
        std::vector<std::string_view> required, others;
        for (const MemberShape& member : row->parameters)
            (member.required ? required : others).push_back(member.name);
        if (!required.empty())
            say({{ASL_TEXT("core", "Required parameters: %1"), {listed(required)}}});
        if (!others.empty())
            say({{ASL_TEXT("core", "Other parameters: %1"), {listed(others)}}});
        if (!row->errors.empty())
            say({{ASL_TEXT("core", "Errors: %1"), {listed(row->errors)}}});
    }

    bool expression(const ExpressionSite& place)
    {
        const std::string& whole = m_site.written.value;
        if (place.isText || place.wordBegin == place.wordEnd)
            return false;
        const std::string word = whole.substr(place.wordBegin, place.wordEnd - place.wordBegin);
        m_hover.title = word;
        m_hover.range = {m_site.written.placeOf(place.wordBegin), m_site.written.placeOf(place.wordEnd)};
        if (place.isMember)
            return member(place, word);
        if (place.kind == ExpressionKind::JSONata)
            return jsonataWord(word);
        for (const query::IntrinsicFunction& function : query::intrinsicFunctions())
            if (function.name == word) {
                m_hover.code = function.signature;
                say(tableText(function.summary));
                return true;
            }
        if (word == "$$")
            say(ASL_TEXT("core", "The Context object: the execution, the state, the item of a Map."));
        else if (word == "$")
            say(ASL_TEXT("core", "All of the data at this place."));
        else
            return word.starts_with('$') && variable(word.substr(1));
        return true;
    }

    bool jsonataWord(const std::string& word)
    {
        if (!word.starts_with('$') || word.size() < 2)
            return false;
        if (word == "$states") {
            say(ASL_TEXT("core", "Input, result, error output and context of the state."));
            return true;
        }
        if (variable(word.substr(1)))
            return true;
        const auto* row = query::jsonata::findFunction(word.substr(1), query::JsonataDialect::StepFunctions);
        if (!row)
            return false;
        m_hover.code = readableSignature(word, row->signature);
        say(tableText(row->summary));
        return true;
    }

    bool variable(const std::string& name)
    {
        for (const VariableInScope& found : variablesInScope(m_snapshot, m_meaning.scope)) {
            if (found.name != name)
                continue;
            m_hover.title = "$" + name;
            std::vector<std::string_view> states;
            for (const StateId id : found.assignedBy)
                states.push_back(m_snapshot.machine().state(id).name);
            say({{ASL_TEXT("core", "A variable, assigned by: %1"), {listed(states)}}});
            for (const auto& [seenName, value] : m_seen.variables)
                if (seenName == name && !value.isUndefined())
                    say({{ASL_TEXT("core", "In the last run: %1"), {shortly(value)}}});
            return true;
        }
        return false;
    }

    bool member(const ExpressionSite& place, const std::string& word)
    {
        if (place.path.empty())
            return false;
        const bool jsonata = place.kind == ExpressionKind::JSONata;
        const bool isStates = jsonata && place.path.front() == "$states";
        const bool isContext =
            isStates ? place.path.size() > 1 && place.path[1] == "context" : !jsonata && place.path.front() == "$$";
        if (isContext) {
            const std::string object = contextPath(place.path, isStates ? 2 : 1);
            for (const ContextMember& row : contextMembers())
                if (row.object == object && row.name == word) {
                    say(tableText(row.summary));
                    return true;
                }
        }
        if (isStates && place.path.size() == 1)
            return statesMember(word);
        std::vector<std::string> path = place.path;
        path.push_back(word);
        const Data value = seenAt(m_seen, m_meaning, place.kind, path);
        if (value.isUndefined())
            return false;
        say({{ASL_TEXT("core", "In the last run: %1"), {shortly(value)}}});
        return true;
    }

    bool statesMember(const std::string& word)
    {
        for (const auto& [name, help] : statesMembers())
            if (name == word) {
                say(help);
                return true;
            }
        return false;
    }

    const Snapshot& m_snapshot;
    const Site& m_site;
    Meaning m_meaning;
    const SeenData& m_seen;
    Hover m_hover;
};

} // namespace

} // namespace completion

std::optional<Hover> hoverAt(const Snapshot& snapshot, std::size_t offset, const SeenData& seen)
{
    if (offset >= snapshot.text().size())
        return {};
    std::size_t behind = offset;
    nextCodePoint(snapshot.text(), behind);
    for (const std::size_t place : {behind, offset}) { // behind the character that is looked at, or before it
        const completion::Site site = completion::siteAt(snapshot, place);
        if (site.kind == completion::Site::Kind::Nothing || !site.range.contains(offset))
            continue;
        if (auto hover = completion::Reader(snapshot, site, seen).read(); hover && hover->range.contains(offset))
            return hover;
    }
    return {};
}

} // namespace asl
