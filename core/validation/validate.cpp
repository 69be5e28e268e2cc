// Runs the rules over one snapshot.

#include "core/validation/validate.h"

#include "core/validation/rule.h"

#include <algorithm>
#include <charconv>

namespace asl {

namespace validation {

namespace {

TextRange rangeOf(const SyntaxNode& node, Part part)
{
    const bool hasKey = !node.keyRange().empty();
    switch (part) {
    case Part::Value:
        return node.range();
    case Part::Key:
        return hasKey ? node.keyRange() : node.range();
    case Part::Head:
        return hasKey ? node.keyRange() : TextRange{node.begin, std::min(node.begin + 1, node.end)};
    }
    return node.range();
}

} // namespace

std::optional<double> numberOf(const Context& context, const TypedMember* member)
{
    if (!member || context.tree().kind(member->node) != NodeKind::Number)
        return std::nullopt;
    const std::string_view raw = context.tree().raw(member->node);
    double value = 0;
    std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return value;
}

Diagnostic& Findings::add(NodeId node, Part part, Message message)
{
    if (full())
        return m_surplus = Diagnostic{};
    return add(rangeOf(m_context.tree().node(node), part), m_context.tree().pointer(node), std::move(message));
}

Diagnostic& Findings::add(TextRange range, std::string pointer, Message message)
{
    if (full())
        return m_surplus = Diagnostic{};
    ++(m_rule->severity == Severity::Info ? m_hints : m_findings);
    Diagnostic& diagnostic = m_diagnostics.emplace_back();
    diagnostic.code = m_rule->code;
    diagnostic.rule = m_rule->name;
    diagnostic.severity = m_rule->severity;
    diagnostic.range = range;
    diagnostic.message = std::move(message);
    diagnostic.pointer = std::move(pointer);
    return diagnostic;
}

std::string_view Findings::similar(std::string_view name, std::span<const std::string_view> candidates)
{
    if (m_comparisons > maximumComparisons)
        return {};
    m_comparisons += candidates.size();
    return nearest(name, candidates);
}

void Findings::addFix(Diagnostic& diagnostic, Message label, const std::function<Result<Edit>()>& make)
{
    if (m_editedNodes > maximumEditedNodes)
        return;
    m_editedNodes += m_context.tree().size();
    Result<Edit> edit = make();
    if (!edit)
        return;
    edit->label = label;
    diagnostic.fixes.push_back({std::move(label), *std::move(edit)});
}

void Findings::addFix(Diagnostic& diagnostic, Message label, TextRange range, std::string text)
{
    Edit edit{label, TextPatch::replacing(range, std::move(text)), std::nullopt, -1};
    diagnostic.fixes.push_back({std::move(label), std::move(edit)});
}

namespace {

/// A name means the rule of that name; if there is none, all rules with that code of the service.
bool isDisabled(const Rule& rule, const std::vector<std::string>& disabled)
{
    const auto isAName = [](const std::string& name) {
        const auto rules = ruleTable();
        return std::any_of(rules.begin(), rules.end(), [&](const Rule& each) { return each.name == name; });
    };
    return std::any_of(disabled.begin(), disabled.end(), [&](const std::string& name) {
        return name == rule.name || (name == rule.code && !isAName(name));
    });
}

} // namespace

} // namespace validation

std::vector<Diagnostic> validate(const Snapshot& snapshot, const ValidateOptions& options, std::stop_token stop)
{
    using namespace validation;
    std::vector<Diagnostic> diagnostics;
    if (stop.stop_requested())
        return diagnostics;
    const Context context(snapshot, options);
    Findings findings(context, diagnostics);
    for (const Rule& rule : ruleTable()) {
        if (stop.stop_requested())
            break;
        findings.begin(rule);
        if (!findings.full() && (options.advice || !rule.advice) && !isDisabled(rule, options.disabled))
            rule.find(context, findings);
    }
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.range.begin < b.range.begin; });
    return diagnostics;
}

} // namespace asl
