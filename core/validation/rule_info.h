#pragma once
// What there is to say about each rule: its name, the service's code, how grave it is, and a page of help.

#include "core/validation/diagnostic.h"

#include <span>
#include <string_view>
#include <vector>

namespace asl {

struct RuleInfo
{
    std::string_view name;  ///< Diagnostic::rule
    std::string_view code;  ///< Diagnostic::code; several rules may share one
    Severity severity = Severity::Error;
    bool advice = false;    ///< said only when it is asked for (ValidateOptions::advice)
    std::string_view title; ///< one line
    std::string_view help;  ///< Markdown: what is wrong, why, what to do, an example of each
};

/// All rules, in the order in which they are looked after.
std::span<const RuleInfo> validationRules();
/// By name; null for none.
const RuleInfo* validationRule(std::string_view name);
/// The rule of that name, or all with that code of the service; empty for none.
std::vector<const RuleInfo*> rulesNamed(std::string_view nameOrCode);

/// A page of help without its examples: these are the same in every language.
struct RuleExplanation
{
    std::string_view title;
    std::string_view text; ///< Markdown
};
/// In a language ("ja"); in English where there is no such page.
RuleExplanation explanationOf(const RuleInfo& rule, std::string_view language);

/// The definitions in a page of help, the wrong ones before the right ones.
struct RuleExamples
{
    std::vector<std::string_view> wrong;
    std::vector<std::string_view> right;
};
RuleExamples examplesIn(std::string_view help);

} // namespace asl
