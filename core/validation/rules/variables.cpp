// Rules about variables: their names, who may assign them, and whether they have a value where they are read.

#include "core/support/utf8.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"
#include "core/validation/variable_flow.h"

#include <unordered_set>

namespace asl::validation {

namespace {

constexpr std::size_t variableNameLength = 80;

bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & '\x80') != 0; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

ScopeId scopeOf(const Context& context, const VariableAssignment& assignment) { return context.machine().state(assignment.state).scope; }

} // namespace

void variableNames(const Context& context, Findings& findings)
{
    for (const auto& [name, state, object, node] : context.variables.assignments) {
        if (findings.full())
            return;
        if (name == "states")
            findings.add(node, Part::Key, ASL_TEXT("core", "\"states\" is reserved and cannot be a variable."));
        else if (name.empty())
            findings.add(node, Part::Key, ASL_TEXT("core", "A variable needs a name."));
        else if (name.find('.') != std::string::npos || name.find('[') != std::string::npos)
            findings.add(node, Part::Key,
                         {ASL_TEXT("core", "\"%1\" is a part of a variable; only whole variables can be assigned."), {name}});
        else if (name.size() > variableNameLength && codePointCount(name) > variableNameLength)
            findings.add(node, Part::Key, {ASL_TEXT("core", "The name of a variable may have at most %1 characters."),
                                           {std::to_string(variableNameLength)}});
    }
}

/// Only a warning: the rule is the specification's, but published definitions that were accepted break it.
void unusualVariableNames(const Context& context, Findings& findings)
{
    for (const VariableAssignment& assignment : context.variables.assignments) {
        const std::string& name = assignment.name;
        bool usual = !name.empty() && isLetter(name.front());
        for (char c : name)
            usual = usual && (isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '[' || c == ']');
        if (!usual && !name.empty() && !findings.full())
            findings.add(assignment.node, Part::Key,
                         {ASL_TEXT("core", "\"%1\" is not a good name for a variable: a letter, then letters, digits and _."), {name}});
    }
}

void innerAssignments(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    std::vector<std::unordered_set<std::string_view>> assigned(machine.scopes().size());
    for (const VariableAssignment& assignment : context.variables.assignments)
        assigned[scopeOf(context, assignment)].insert(assignment.name);
    for (const VariableAssignment& assignment : context.variables.assignments) {
        ScopeId scope = scopeOf(context, assignment);
        while (machine.scope(scope).owner != noId) {
            const State& owner = machine.state(machine.scope(scope).owner);
            if (owner.distributed)
                break; // child executions have variables of their own
            scope = owner.scope;
            if (!assigned[scope].contains(assignment.name) || findings.full())
                continue;
            findings.add(assignment.node, Part::Key,
                         {ASL_TEXT("core", "\"%1\" belongs to an outer scope, which a branch or an iteration can read but not change. Choose another name."),
                          {assignment.name}});
            break;
        }
    }
}

namespace {

/// Calls `visit(read, assigned)` with every read that nothing asks about first.
template <class Visit>
void forEachBareRead(const Context& context, Findings& findings, Visit visit)
{
    const std::vector<Assigned> assigned = assignedWhenRead(context);
    for (std::size_t i = 0; i < assigned.size() && !findings.full(); ++i)
        if (!context.variables.reads[i].guarded)
            visit(context.variables.reads[i], assigned[i]);
}

Diagnostic& addAt(const Context& context, Findings& findings, const VariableRead& read, Message message)
{
    return findings.add(read.range, context.tree().pointer(read.node), std::move(message));
}

} // namespace

void unassignedVariables(const Context& context, Findings& findings)
{
    std::vector<std::string_view> names;
    std::unordered_set<std::string_view> seen;
    for (const VariableAssignment& assignment : context.variables.assignments)
        if (seen.insert(assignment.name).second && !assignment.name.starts_with('$')) // that is no name
            names.push_back(assignment.name);
    forEachBareRead(context, findings, [&](const VariableRead& read, Assigned assigned) {
        if (assigned == Assigned::Never) {
            addAt(context, findings, read,
                  {ASL_TEXT("core", "$%1 has no value yet: the states that assign it come later. What a state assigns is known from the next state on."),
                   {read.name}});
            return;
        }
        if (assigned != Assigned::Nowhere)
            return;
        const std::string_view similar = findings.similar(read.name, names);
        Diagnostic& diagnostic = addAt(context, findings, read,
                                       similar.empty()
                                           ? Message(ASL_TEXT("core", "No state assigns the variable $%1."), {read.name})
                                           : Message(ASL_TEXT("core", "No state assigns the variable $%1. Did you mean $%2?"),
                                                     {read.name, std::string(similar)}));
        if (!similar.empty() && read.range != context.tree().node(read.node).range())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {"$" + std::string(similar)}}, read.range,
                             "$" + std::string(similar));
    });
}

void variablesOutOfScope(const Context& context, Findings& findings)
{
    forEachBareRead(context, findings, [&](const VariableRead& read, Assigned assigned) {
        if (assigned == Assigned::OutOfScope)
            addAt(context, findings, read,
                  {ASL_TEXT("core", "$%1 cannot be seen here: it is assigned inside a branch or an iteration, or outside the distributed Map. Hand the value on in the data."),
                   {read.name}});
    });
}

void maybeUnassignedVariables(const Context& context, Findings& findings)
{
    forEachBareRead(context, findings, [&](const VariableRead& read, Assigned assigned) {
        if (assigned == Assigned::Sometimes)
            addAt(context, findings, read,
                  {ASL_TEXT("core", "On some ways to this state $%1 has no value."), {read.name}});
    });
}

} // namespace asl::validation
