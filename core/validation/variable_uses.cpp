#include "core/validation/variable_uses.h"

#include "core/validation/values.h"

#include <algorithm>
#include <unordered_set>

namespace asl::validation {

namespace {

bool isNameStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || (c & '\x80') != 0;
}
bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

/// Calls `visit(begin, end)` with each `$name` of a path or of an intrinsic call, texts in quotes left out.
template <class Visit>
void forEachVariable(std::string_view text, Visit visit)
{
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == '\\')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '$' && i + 1 < text.size() && text[i + 1] == '$') {
            ++i; // the context object
        } else if (c == '$' && i + 1 < text.size() && isNameStart(text[i + 1])) {
            std::size_t end = i + 1;
            while (end < text.size() && isNamePart(text[end]))
                ++end;
            visit(i, end);
            i = end - 1;
        }
    }
}

bool isPath(Shape shape)
{
    return shape == Shape::Path || shape == Shape::NullablePath || shape == Shape::ReferencePath ||
           shape == Shape::PathOrIntrinsic;
}

class Reader
{
public:
    Reader(const Snapshot& snapshot, const TypedObjects& typed, const std::vector<JsonataExpression>& expressions)
        : m_tree(snapshot.tree()), m_typed(typed), m_expressions(expressions)
    {
    }

    VariableUses read()
    {
        for (std::uint32_t i = 0; i < m_typed.members.size(); ++i) {
            const TypedMember& member = m_typed.members[i];
            const TypedObject& object = m_typed.objects[member.object];
            if (!member.field || object.state == noId || !object.languageKnown)
                continue;
            const Shape shape = member.field->shape;
            if (shape == Shape::Assignments)
                readAssignments(member, object);
            if (object.language != QueryLanguage::JSONPath)
                continue;
            if (isPath(shape))
                readPath(i, member.node);
            else if (shape == Shape::PayloadTemplate || shape == Shape::Assignments)
                readTemplate(i, member.node);
        }
        readJsonata();
        markTestedOnes();
        return std::move(m_uses);
    }

private:
    void readAssignments(const TypedMember& member, const TypedObject& object)
    {
        for (NodeId child : m_tree.children(member.node)) {
            std::string name = m_tree.key(child);
            if (m_tree.node(child).keyRange().empty() || hasToken(name))
                continue;
            if (object.language == QueryLanguage::JSONPath && name.ends_with(".$"))
                name.resize(name.size() - 2);
            m_uses.assignments.push_back({std::move(name), object.state, member.object, child});
        }
    }

    void readTemplate(std::uint32_t member, NodeId value)
    {
        const NodeId end = endOf(m_tree, value);
        for (NodeId node = value + 1; node < end; ++node)
            if (m_tree.rawKey(node).ends_with(".$\""))
                readPath(member, node);
    }

    void readPath(std::uint32_t member, NodeId node)
    {
        if (m_tree.kind(node) != NodeKind::String || m_tree.raw(node).find('$') == std::string_view::npos)
            return;
        const std::string text = withoutTokens(m_tree.stringValue(node));
        forEachVariable(text, [&](std::size_t begin, std::size_t end) {
            add(member, node, text.substr(begin + 1, end - begin - 1), rangeInString(m_tree, node, begin, end), false);
        });
    }

    void readJsonata()
    {
        std::unordered_set<std::string_view> assigned;
        for (const VariableAssignment& assignment : m_uses.assignments)
            assigned.insert(assignment.name);
        for (const JsonataExpression& expression : m_expressions) {
            const JsonataFacts& facts = expression.facts;
            for (const JsonataRead& read : facts.reads) {
                if (read.isFunction && !assigned.contains(read.name))
                    continue;
                const bool guarded =
                    std::find(facts.guarded.begin(), facts.guarded.end(), read.name) != facts.guarded.end();
                add(expression.member, expression.node, read.name,
                    rangeInString(m_tree, expression.node, expression.begin + read.piece.begin,
                                  expression.begin + read.piece.end),
                    guarded);
            }
        }
    }

    void add(std::uint32_t member, NodeId node, std::string name, TextRange range, bool guarded)
    {
        const StateId state = m_typed.objects[m_typed.members[member].object].state;
        if (state != noId)
            m_uses.reads.push_back({std::move(name), state, member, node, range, guarded});
    }

    /// A Choice that asks with IsPresent for a variable knows that it may have no value.
    void markTestedOnes()
    {
        std::set<std::pair<StateId, std::string>> tested;
        for (const VariableRead& read : m_uses.reads) {
            const TypedObject& object = m_typed.objects[m_typed.members[read.member].object];
            if (m_typed.members[read.member].field->name == "Variable" && m_typed.find(object, "IsPresent"))
                tested.emplace(read.state, read.name);
        }
        for (VariableRead& read : m_uses.reads)
            read.guarded = read.guarded || tested.contains({read.state, read.name});
    }

    const SyntaxTree& m_tree;
    const TypedObjects& m_typed;
    const std::vector<JsonataExpression>& m_expressions;
    VariableUses m_uses;
};

} // namespace

VariableUses variableUses(const Snapshot& snapshot, const TypedObjects& typed,
                          const std::vector<JsonataExpression>& expressions)
{
    return Reader(snapshot, typed, expressions).read();
}

std::map<std::string, std::set<std::string>> variableReferences(const Snapshot& snapshot, const VariableUses& uses)
{
    std::map<std::string, std::set<std::string>> references;
    for (const VariableRead& read : uses.reads)
        references[snapshot.machine().state(read.state).name].insert(read.name);
    return references;
}

} // namespace asl::validation
