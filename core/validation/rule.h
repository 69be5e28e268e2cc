#pragma once
// What a rule gets to see and how it says what it found.

#include "core/validation/diagnostic.h"
#include "core/validation/typed_objects.h"
#include "core/validation/validate.h"
#include "core/validation/variable_uses.h"

#include <functional>
#include <span>

namespace asl::validation {

struct Context
{
    const Snapshot& snapshot;
    MachineType machineType;
    const std::optional<std::vector<std::string>>& substitutions; ///< as in ValidateOptions
    TypedObjects typed;
    std::vector<JsonataExpression> expressions;
    VariableUses variables;

    Context(const Snapshot& read, const ValidateOptions& options)
        : snapshot(read), machineType(options.type), substitutions(options.substitutions), typed(readTypedObjects(read)), expressions(readExpressions(read.tree(), typed)),
          variables(variableUses(read, typed, expressions))
    {
    }
    const SyntaxTree& tree() const { return snapshot.tree(); }
    const StateMachine& machine() const { return snapshot.machine(); }
};

/// The value of a member that is a number.
std::optional<double> numberOf(const Context& context, const TypedMember* member);

class Findings;

/// One row of the rule table: what a finding of this function is called and how grave it is.
struct Rule
{
    std::string_view name; ///< our own, one for each rule; resources/rules has a page of help for it
    std::string_view code; ///< the service's where it has one, which several rules may share; else the name
    Severity severity;
    void (*find)(const Context&, Findings&);
    bool advice = false; ///< said only when it is asked for
};
std::span<const Rule> ruleTable();

/// Which part of a node a finding is about.
enum class Part : std::uint8_t {
    Value,
    Key,  ///< of a member; the value where there is no key
    Head  ///< the key of a member, else the first character of the value: for what is missing inside
};

/// Collects what the rules find. Takes no more than `maximum` problems and as many hints: a text with that many is not helped
/// by more.
class Findings
{
public:
    static constexpr std::size_t maximum = 1000;

    Findings(const Context& context, std::vector<Diagnostic>& diagnostics) : m_context(context), m_diagnostics(diagnostics) {}

    void begin(const Rule& rule) { m_rule = &rule; }
    bool full() const { return (m_rule->severity == Severity::Info ? m_hints : m_findings) >= maximum; }

    /// The returned diagnostic may be completed until the next one is added.
    Diagnostic& add(NodeId node, Part part, Message message);
    Diagnostic& add(TextRange range, std::string pointer, Message message);

    /// The candidate that `name` is probably meant to be; empty when none is near, or when the run has compared enough.
    std::string_view similar(std::string_view name, std::span<const std::string_view> candidates);
    /// Adds a quick fix made by an edit, when the edit is possible and the run has not made enough of them.
    void addFix(Diagnostic& diagnostic, Message label, const std::function<Result<Edit>()>& edit);
    /// Adds a quick fix that replaces a piece of the text.
    static void addFix(Diagnostic& diagnostic, Message label, TextRange range, std::string text);

private:
    /// Each comparison of names and each edit costs time that grows with the text; only so many are worth it.
    static constexpr std::size_t maximumComparisons = 100'000;
    static constexpr std::size_t maximumEditedNodes = 2'000'000; ///< edits made, times the nodes of the text

    const Context& m_context;
    std::vector<Diagnostic>& m_diagnostics;
    const Rule* m_rule = nullptr;
    std::size_t m_findings = 0; ///< errors and warnings
    std::size_t m_hints = 0;
    Diagnostic m_surplus;
    std::size_t m_comparisons = 0;
    std::size_t m_editedNodes = 0;
};

} // namespace asl::validation
