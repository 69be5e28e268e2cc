// JavaScript's patterns are rewritten where PCRE2 has no switch for the difference.

#include "core/query/jsonata/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace asl::query::jsonata {

namespace {

// JavaScript's white space and line ends, as the inside of a class in ALT_BSUX spelling.
constexpr std::string_view whiteSpace =
    "\\t\\n\\x0b\\f\\r\\x20\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
constexpr std::string_view anyButLineEnd = "[^\\n\\r\\u2028\\u2029]";

// Letters that mean something after a backslash in JavaScript; all others stand for themselves.
constexpr std::string_view meaningfulEscapes = "bBcdDfknrtuwWx";

constexpr std::uint32_t mostSteps = 1'000'000;
constexpr std::uint32_t mostDepth = 20'000;

/// The pattern in PCRE2's spelling.
std::string rewritten(std::string_view pattern)
{
    std::string result;
    bool inClass = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\' && at + 1 < pattern.size()) {
            const char next = pattern[++at];
            const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
            if (next == 's')
                result += inClass ? std::string(whiteSpace) : '[' + std::string(whiteSpace) + ']';
            else if (next == 'S')
                // Inside a class the complement cannot be written out; PCRE2's own is right for ASCII.
                result += inClass ? "\\S" : "[^" + std::string(whiteSpace) + ']';
            else if (next == 'v')
                result += "\\x0b";
            else if (letter && meaningfulEscapes.find(next) == std::string_view::npos)
                result += next;
            else
                result += {c, next};
        } else if (inClass) {
            if (c == '[')
                result += '\\'; // no POSIX classes in JavaScript
            result += c;
            inClass = c != ']';
        } else if (c == '[') {
            inClass = true;
            result += c;
            if (at + 1 < pattern.size() && pattern[at + 1] == '^')
                result += pattern[++at];
        } else if (c == '.') {
            result += anyButLineEnd;
        } else {
            result += c;
        }
    }
    return result;
}

struct Free
{
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

} // namespace

struct Regex::Code
{
    Owned<pcre2_code> code;
};

Outcome<Regex> Regex::compile(std::string_view pattern, bool ignoreCase, bool multiline)
{
    std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
        | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_ALT_BSUX;
    if (ignoreCase)
        options |= PCRE2_CASELESS;
    if (multiline)
        options |= PCRE2_MULTILINE;
    const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
    const std::string text = rewritten(pattern);
    int error = 0;
    std::size_t place = 0;
    if (text.starts_with("(*"))
        return QueryError{"S0301", "Nothing to repeat at the beginning of the regular expression", 0, {}};
    Owned<pcre2_code> code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error, &place,
                                         context.get()));
    if (!code) {
        char words[256];
        pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(words), sizeof words);
        return QueryError{"S0301", words, 0, std::string(pattern)};
    }
    // Without the just-in-time compiler the pattern is interpreted: slower, with the same answers.
    pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
    Regex regex;
    regex.m_pattern = std::string(pattern);
    regex.m_code = std::make_shared<const Code>(Code{std::move(code)});
    return regex;
}

Outcome<std::optional<RegexMatch>> Regex::match(std::string_view subject, std::size_t from) const
{
    const Owned<pcre2_match_data> data(pcre2_match_data_create_from_pattern(m_code->code.get(), nullptr));
    const Owned<pcre2_match_context> context(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context.get(), mostSteps);
    pcre2_set_depth_limit(context.get(), mostDepth);
    const int count = pcre2_match(m_code->code.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from, 0,
                                  data.get(), context.get());
    if (count == PCRE2_ERROR_NOMATCH)
        return std::optional<RegexMatch>();
    if (count < 0)
        return QueryError{"U1001", "The regular expression /" + m_pattern + "/ takes too many steps on this text", 0, {}};
    const std::size_t* offsets = pcre2_get_ovector_pointer(data.get());
    RegexMatch match{offsets[0], offsets[1], {}};
    const std::uint32_t groups = pcre2_get_ovector_count(data.get());
    for (std::uint32_t group = 1; group < groups; ++group) {
        const bool took = static_cast<int>(group) < count && offsets[2 * group] != PCRE2_UNSET;
        match.groups.push_back(took ? std::optional(std::string(subject.substr(offsets[2 * group], offsets[2 * group + 1] - offsets[2 * group])))
                                    : std::nullopt);
    }
    return std::optional(std::move(match));
}

} // namespace asl::query::jsonata
