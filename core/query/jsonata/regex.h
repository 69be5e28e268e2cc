#pragma once
// Regular expressions with JavaScript's rules, on PCRE2. The only file that knows PCRE2.

#include "core/query/outcome.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

struct RegexMatch
{
    std::size_t begin = 0; ///< bytes in the subject
    std::size_t end = 0;
    std::vector<std::optional<std::string>> groups; ///< without the whole match; empty: did not take part
};

class Regex
{
public:
    /// `pattern` as between the slashes. Error S0301 with PCRE2's words when it is no pattern.
    static Outcome<Regex> compile(std::string_view pattern, bool ignoreCase, bool multiline);

    const std::string& pattern() const { return m_pattern; }
    /// The first match at or after byte `from`. Error U1001 when it takes too many steps.
    Outcome<std::optional<RegexMatch>> match(std::string_view subject, std::size_t from = 0) const;

private:
    struct Code;
    std::string m_pattern;
    std::shared_ptr<const Code> m_code;
};

} // namespace asl::query::jsonata
