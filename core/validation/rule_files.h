#pragma once
// The files of resources/rules as they were when the program was built (core/embed_files.cmake).

#include <span>
#include <string_view>

namespace asl {

struct RuleFile
{
    std::string_view name;
    std::string_view text;
};
std::span<const RuleFile> ruleFiles();
std::span<const RuleFile> japaneseRuleFiles();

} // namespace asl
