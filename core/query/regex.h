#pragma once
// Regular expressions. The only file pair that knows PCRE2.

#include "core/query/outcome.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query {

/// A compiled regular expression; immutable, any thread may match with it.
class Regex
{
public:
    enum class Dialect : std::uint8_t { Java, JavaScript };
    struct Options
    {
        Dialect dialect = Dialect::JavaScript;
        bool ignoreCase = false;
        bool multiLine = false;
        bool dotAll = false;
        bool comments = false;
    };

    /// The error's code is "invalid-regex".
    static Outcome<Regex> compile(std::string_view pattern, const Options& options);

    struct Group
    {
        std::size_t begin = std::string_view::npos; ///< npos: took no part in the match
        std::size_t end = std::string_view::npos;
    };
    enum class Answer : std::uint8_t { Match, NoMatch, LimitExceeded };

    /// The first match at or after `from`; group 0 is the whole match.
    Answer search(std::string_view text, std::size_t from, std::vector<Group>& groups) const;
    /// Whether the whole text matches.
    Answer matchesWhole(std::string_view text) const;

private:
    struct Code;
    std::shared_ptr<const Code> m_code;
};

} // namespace asl::query
