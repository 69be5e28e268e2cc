#include "core/validation/rule_info.h"

#include "core/validation/rule.h"
#include "core/validation/rule_files.h"

#include <algorithm>
#include <unordered_map>

namespace asl {

namespace {

struct Page
{
    std::string_view title;
    std::string_view help;
};
using Pages = std::unordered_map<std::string_view, Page>; // by the name of the rule

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == '\n' || text.front() == ' '))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

/// Pages begin with `# NAME`; their first paragraph is the title.
void readPages(std::string_view text, Pages& pages)
{
    constexpr std::string_view heading = "\n# ";
    if (!text.starts_with("# "))
        text.remove_prefix(std::min(text.find(heading), text.size() - 1) + 1);
    while (text.starts_with("# ")) {
        const std::size_t end = std::min(text.find(heading), text.size());
        std::string_view page = text.substr(0, end);
        text.remove_prefix(end == text.size() ? end : end + 1);
        const std::string_view name = takeLine(page).substr(2);
        page = trimmed(page);
        const std::string_view title = takeLine(page);
        pages.emplace(name, Page{title, trimmed(page)});
    }
}

Pages pagesOf(std::span<const RuleFile> files)
{
    Pages pages;
    for (const RuleFile& file : files)
        readPages(file.text, pages);
    return pages;
}

std::vector<RuleInfo> readRules()
{
    const Pages pages = pagesOf(ruleFiles());
    std::vector<RuleInfo> rules;
    for (const validation::Rule& rule : validation::ruleTable()) {
        const Page page = pages.contains(rule.name) ? pages.at(rule.name) : Page{};
        rules.push_back({rule.name, rule.code, rule.severity, rule.advice, page.title, page.help});
    }
    return rules;
}

} // namespace

std::span<const RuleInfo> validationRules()
{
    static const std::vector<RuleInfo> rules = readRules();
    return rules;
}

const RuleInfo* validationRule(std::string_view name)
{
    const auto rules = validationRules();
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

std::vector<const RuleInfo*> rulesNamed(std::string_view nameOrCode)
{
    std::vector<const RuleInfo*> found;
    if (const RuleInfo* rule = validationRule(nameOrCode))
        found.push_back(rule);
    else
        for (const RuleInfo& each : validationRules())
            if (each.code == nameOrCode)
                found.push_back(&each);
    return found;
}

RuleExplanation explanationOf(const RuleInfo& rule, std::string_view language)
{
    static const Pages japanese = pagesOf(japaneseRuleFiles());
    if (language == "ja")
        if (const auto found = japanese.find(rule.name); found != japanese.end())
            return {found->second.title, found->second.help};
    return {rule.title, rule.help.substr(0, rule.help.find("\n\nWrong:"))};
}

RuleExamples examplesIn(std::string_view help)
{
    constexpr std::string_view fence = "```";
    RuleExamples examples;
    bool right = false;
    while (!help.empty()) {
        const std::string_view line = takeLine(help);
        if (line.starts_with("Wrong"))
            right = false;
        else if (line.starts_with("Right"))
            right = true;
        if (!line.starts_with(fence))
            continue;
        const std::size_t end = std::min(help.find(fence), help.size());
        (right ? examples.right : examples.wrong).push_back(help.substr(0, end));
        help.remove_prefix(end);
        takeLine(help);
    }
    return examples;
}

} // namespace asl
