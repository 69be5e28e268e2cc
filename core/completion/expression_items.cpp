// What may be written inside an expression: functions, variables, members of $states, of the Context object and of the data
// that was seen.

#include "core/completion/items.h"
#include "core/completion/seen_paths.h"
#include "core/completion/shape_words.h"
#include "core/completion/variables_in_scope.h"
#include "core/language/context_object.h"
#include "core/query/intrinsics.h"
#include "core/query/jsonata/functions.h"

#include <algorithm>

namespace asl::completion {

namespace {

using Kind = CompletionItem::Kind;

bool isPlainName(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & '\x80') != 0; };
    return !name.empty() && isLetter(name.front())
        && std::all_of(name.begin(), name.end(), [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

class ExpressionItems
{
public:
    ExpressionItems(const Request& request, Items& items, const ExpressionSite& site)
        : m_request(request), m_items(items), m_site(site), m_value(request.site.written.value)
    {
    }

    void add()
    {
        if (m_site.isText)
            return;
        if (m_site.isMember)
            return addMembersOfPath();
        if (m_site.kind == ExpressionKind::JSONata) {
            addVariables();
            addStatesRoot();
            addJsonataFunctions();
        } else {
            addPathRoots();
            if (m_site.kind == ExpressionKind::PathOrCall)
                addIntrinsics();
        }
    }

private:
    bool jsonata() const { return m_site.kind == ExpressionKind::JSONata; }

    void put(CompletionItem& item, std::string_view text) { m_items.writer().piece(item, m_site.wordBegin, m_site.wordEnd, text); }

    void addMember(std::string_view name, int rank, const HelpText& detail, const HelpText& help, bool goesOn)
    {
        m_items.add(Kind::Member, std::string(name), rank, [&](CompletionItem& item) {
            item.detail = detail;
            item.documentation = help;
            item.goesOn = goesOn;
            if (isPlainName(name))
                return put(item, std::string(name) + std::string(cursorMark));
            if (jsonata())
                return put(item, "`" + std::string(name) + "`" + std::string(cursorMark));
            m_items.writer().piece(item, m_site.wordBegin - 1, m_site.wordEnd, "['" + std::string(name) + "']" + std::string(cursorMark)); // instead of the dot
        });
    }

    void addSeen(const std::vector<std::string>& path)
    {
        const Data value = seenAt(m_request.seen, m_request.meaning, m_site.kind, path);
        int order = 0;
        for (const Member& member : membersOf(value, jsonata()))
            if (!member.key.text().empty() && order < 200)
                addMember(member.key.text(), ++order, Message(shortly(member.value)), {}, false);
    }

    void addContext(const std::string& object)
    {
        int order = 300;
        for (const ContextMember& member : contextMembers())
            if (member.object == object)
                addMember(member.name, ++order, {}, tableText(member.summary), false);
    }

    void addMembersOfPath()
    {
        const std::vector<std::string>& path = m_site.path;
        if (path.empty())
            return;
        if (jsonata() && path.front() == "$states") {
            if (path.size() == 1)
                return addStatesMembers();
            if (path[1] == "context")
                addContextOrSeen(path, 2);
            else
                addSeen(path);
        } else if (!jsonata() && path.front() == "$$") {
            addContextOrSeen(path, 1);
        } else {
            addSeen(path);
        }
    }

    /// The table says what is there and what it means; below Input and Value only what was seen does.
    void addContextOrSeen(const std::vector<std::string>& path, std::size_t from)
    {
        const std::string object = contextPath(path, from);
        const auto rows = contextMembers();
        if (std::any_of(rows.begin(), rows.end(), [&](const ContextMember& member) { return member.object == object; }))
            addContext(object);
        else
            addSeen(path);
    }

    void addStatesMembers()
    {
        const Meaning& meaning = m_request.meaning;
        const bool afterwards = meaning.sees() == Sees::Result;
        const bool works = meaning.stateType == StateType::Task || meaning.stateType == StateType::Parallel || meaning.stateType == StateType::Map;
        const bool isCatcher = meaning.owner.type == ObjectType::Catcher;
        int order = 0;
        for (const auto& [name, help] : statesMembers())
            if ((name != "result" || (afterwards && works && !isCatcher)) && (name != "errorOutput" || (afterwards && isCatcher)))
                addMember(name, ++order, {}, help, false);
    }

    void addStatesRoot()
    {
        m_items.add(Kind::Variable, "$states", 1, [&](CompletionItem& item) {
            item.documentation = ASL_TEXT("core", "Input, result, error output and context of the state.");
            put(item, "$states." + std::string(cursorMark));
            item.goesOn = true;
        });
    }

    HelpText assigners(const VariableInScope& variable) const
    {
        const StateMachine& machine = m_request.snapshot.machine();
        const std::string first = machine.state(variable.assignedBy.front()).name;
        if (variable.assignedBy.size() == 1)
            return {{ASL_TEXT("core", "Assigned by %1"), {first}}};
        return {{ASL_TEXT("core", "Assigned by %1 and %2 more"), {first, std::to_string(variable.assignedBy.size() - 1)}}};
    }

    void addVariables()
    {
        for (const VariableInScope& variable : variablesInScope(m_request.snapshot, m_request.meaning.scope))
            m_items.add(Kind::Variable, "$" + variable.name, 10, [&](CompletionItem& item) {
                item.detail = assigners(variable);
                for (const auto& [name, value] : m_request.seen.variables)
                    if (name == variable.name)
                        item.documentation = {{ASL_TEXT("core", "In the last run: %1"), {shortly(value)}}};
                put(item, "$" + variable.name + std::string(cursorMark));
            });
    }

    /// A function gets its brackets; where some follow already they stay the only ones.
    std::string call(std::string_view name, bool takesArguments) const
    {
        const bool bracketFollows = m_site.wordEnd < m_value.size() && m_value[m_site.wordEnd] == '(';
        const std::string mark(cursorMark);
        if (bracketFollows)
            return std::string(name) + mark;
        return std::string(name) + (takesArguments ? "(" + mark + ")" : "()" + mark);
    }

    void addJsonataFunctions()
    {
        int order = 100;
        for (const query::jsonata::FunctionRow& row : query::jsonata::functionRows()) {
            if (row.in == query::jsonata::FunctionRow::In::Reference || (row.name == "eval"))
                continue;
            m_items.add(Kind::Function, "$" + std::string(row.name), ++order, [&](CompletionItem& item) {
                item.detail = Message(readableSignature(item.label, row.signature));
                item.documentation = tableText(row.summary);
                put(item, call(item.label, row.arity > 0));
            });
        }
    }

    void addIntrinsics()
    {
        int order = 100;
        for (const query::IntrinsicFunction& function : query::intrinsicFunctions())
            m_items.add(Kind::Function, std::string(function.name), ++order, [&](CompletionItem& item) {
                item.detail = Message(std::string(function.signature));
                item.documentation = tableText(function.summary);
                put(item, call(function.name, function.most > 0));
            });
    }

    void addPathRoots()
    {
        const bool writes = m_request.meaning.form() == ExpressionForm::PlaceToWrite;
        const auto root = [&](const std::string& label, int rank, const HelpText& help, const std::string& text) {
            m_items.add(Kind::Variable, label, rank, [&](CompletionItem& item) {
                item.documentation = help;
                put(item, text + std::string(cursorMark));
                item.goesOn = text.ends_with('.');
            });
        };
        root("$", 1, writes ? HelpText{ASL_TEXT("core", "The whole input is replaced by the result.")}
                            : HelpText{ASL_TEXT("core", "All of the data at this place.")}, "$");
        const Data value = seenAt(m_request.seen, m_request.meaning, m_site.kind, {"$"});
        int order = 2;
        for (const Member& member : membersOf(value, false))
            if (const std::string name(member.key.text()); isPlainName(name) && order < 100)
                m_items.add(Kind::Member, "$." + name, ++order, [&](CompletionItem& item) {
                    item.detail = Message(shortly(member.value));
                    put(item, item.label + std::string(cursorMark));
                });
        if (writes)
            return;
        root("$$", 200, {ASL_TEXT("core", "The Context object: the execution, the state, the item of a Map.")}, "$$.");
        addVariables();
    }

    const Request& m_request;
    Items& m_items;
    const ExpressionSite& m_site;
    std::string_view m_value;
};

/// Nothing is written yet: the beginning of an expression, in quotes where there are none.
bool addBeginning(const Request& request, Items& items)
{
    const Site& site = request.site;
    const Meaning& meaning = request.meaning;
    const ExpressionForm form = meaning.form();
    const bool nothing = site.typed().empty() || std::string_view("{%").starts_with(site.typed());
    if (form == ExpressionForm::JSONata && nothing) {
        items.add(Kind::Snippet, "{% … %}", 0, [&](CompletionItem& item) {
            item.documentation = ASL_TEXT("core", "A JSONata expression.");
            const bool quotes = site.written.quoting == Quoting::Double || site.written.quoting == Quoting::Single;
            const std::string inside = "{% " + std::string(cursorMark) + " %}";
            if (quotes && site.written.closed)
                items.writer().piece(item, 0, site.written.value.size(), inside);
            else
                items.writer().word(item, '"' + inside + '"');
            item.goesOn = true;
        });
    }
    const bool isPath = form == ExpressionForm::Path || form == ExpressionForm::PlaceToWrite || form == ExpressionForm::PathOrCall
        || (form == ExpressionForm::Template && site.key.ends_with(".$"));
    if (isPath && site.range.empty())
        items.add(Kind::Snippet, "$.…", 0, [&](CompletionItem& item) {
            item.documentation = ASL_TEXT("core", "A path into the data.");
            items.writer().word(item, "\"$." + std::string(cursorMark) + '"');
            item.goesOn = true;
        });
    return false;
}

} // namespace

bool addExpression(const Request& request, Items& items, std::size_t& word)
{
    const Site& site = request.site;
    const auto place = request.meaning.field ? expressionSiteAt(site, request.meaning) : std::nullopt;
    const bool quotes = site.written.quoting != Quoting::None || site.block;
    if (!place || !quotes)
        return request.meaning.field && addBeginning(request, items);
    word = place->wordBegin;
    items.narrowBy(std::string_view(site.written.value).substr(place->wordBegin, site.offset - place->wordBegin));
    ExpressionItems(request, items, *place).add();
    return true;
}

} // namespace asl::completion
