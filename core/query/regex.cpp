// PCRE2 with the rules of JavaScript (and of Java, for JSONPath filters): see ARCHITECTURE.md section 6.

#define PCRE2_CODE_UNIT_WIDTH 8

#include "core/query/regex.h"

#include <pcre2.h>

#include <optional>

namespace asl::query {

namespace {

// Enough for honest patterns; (a+)+$ on a hostile text ends within milliseconds.
constexpr std::uint32_t matchLimit = 1000000;
constexpr std::uint32_t heapLimitKibibytes = 64 * 1024;

// White space and line ends of JavaScript, as the inside of a class in the spelling of ALT_BSUX.
constexpr std::string_view javaScriptSpace =
    R"(\t\n\x0b\f\r\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff)";
constexpr std::string_view javaScriptDot = R"([^\n\r\u2028\u2029])";
// Letters that mean something after a backslash in JavaScript; all others stand for themselves.
constexpr std::string_view meaningfulEscapes = "bBcdDfknrtuwWx";

/// One escape of a JavaScript pattern in PCRE2's spelling.
void appendEscape(std::string& text, char escaped, bool inClass)
{
    const bool letter = (escaped >= 'a' && escaped <= 'z') || (escaped >= 'A' && escaped <= 'Z');
    if (escaped == 's')
        text.append(inClass ? "" : "[").append(javaScriptSpace).append(inClass ? "" : "]");
    else if (escaped == 'S')
        // Inside a class the complement cannot be written out; PCRE2's own is right for ASCII.
        text.append(inClass ? "\\S" : "[^").append(inClass ? "" : javaScriptSpace).append(inClass ? "" : "]");
    else if (escaped == 'v')
        text += "\\x0b";
    else if (letter && meaningfulEscapes.find(escaped) == std::string_view::npos)
        text += escaped;
    else
        text.append(1, '\\').append(1, escaped);
}

/// What PCRE2 reads differently from JavaScript and has no switch for.
std::string rewritten(std::string_view pattern, const Regex::Options& options)
{
    std::string text;
    text.reserve(pattern.size() + 16);
    bool inClass = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char character = pattern[i];
        if (character == '\\' && i + 1 < pattern.size()) {
            appendEscape(text, pattern[++i], inClass);
        } else if (inClass) {
            inClass = character != ']';
            // A bracket inside a class is a literal in JavaScript; PCRE2 would look for [:posix:] names.
            text.append(character == '[' ? "\\" : "").append(1, character);
        } else if (character == '[') {
            inClass = true;
            text += character;
            if (i + 1 < pattern.size() && pattern[i + 1] == '^')
                text += pattern[++i];
        } else if (character == '.' && !options.dotAll) {
            text += javaScriptDot;
        } else {
            text += character;
        }
    }
    return text;
}

} // namespace

struct Regex::Code
{
    pcre2_code* code = nullptr;
    pcre2_match_context* context = nullptr;

    Code() = default;
    Code(const Code&) = delete;
    Code& operator=(const Code&) = delete;
    ~Code()
    {
        pcre2_match_context_free(context);
        pcre2_code_free(code);
    }
};

Outcome<Regex> Regex::compile(std::string_view pattern, const Options& options)
{
    std::uint32_t flags = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    if (options.ignoreCase)
        flags |= PCRE2_CASELESS;
    if (options.multiLine)
        flags |= PCRE2_MULTILINE;
    if (options.dotAll)
        flags |= PCRE2_DOTALL;
    if (options.comments)
        flags |= PCRE2_EXTENDED;
    std::string text(pattern);
    if (options.dialect == Dialect::JavaScript) {
        flags |= PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_ALT_BSUX;
        text = rewritten(pattern, options);
    }
    auto code = std::make_shared<Code>();
    int error = 0;
    PCRE2_SIZE place = 0;
    code->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), flags, &error, &place, nullptr);
    if (!code->code) {
        char message[256];
        pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(message), sizeof message);
        return QueryError{"invalid-regex", message, std::min(place, pattern.size()), std::string(pattern)};
    }
    code->context = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(code->context, matchLimit);
    pcre2_set_heap_limit(code->context, heapLimitKibibytes);
    Regex regex;
    regex.m_code = std::move(code);
    return regex;
}

namespace {

Regex::Answer answerOf(int result)
{
    if (result >= 0)
        return Regex::Answer::Match;
    return result == PCRE2_ERROR_NOMATCH ? Regex::Answer::NoMatch : Regex::Answer::LimitExceeded;
}

struct MatchData
{
    pcre2_match_data* data;
    explicit MatchData(std::uint32_t groups) : data(pcre2_match_data_create(groups, nullptr)) {}
    MatchData(const MatchData&) = delete;
    MatchData& operator=(const MatchData&) = delete;
    ~MatchData() { pcre2_match_data_free(data); }
};

/// Room for the places of a match: each thread keeps one for patterns of few groups.
class MatchRoom
{
public:
    explicit MatchRoom(const pcre2_code* code)
    {
        std::uint32_t groups = 0;
        pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
        m_count = groups + 1;
        constexpr std::uint32_t few = 32;
        thread_local MatchData kept(few);
        if (m_count > few)
            m_own.emplace(m_count);
        m_data = m_own ? m_own->data : kept.data;
    }
    pcre2_match_data* data() const { return m_data; }
    std::uint32_t count() const { return m_count; } ///< groups and the whole

private:
    std::optional<MatchData> m_own;
    pcre2_match_data* m_data = nullptr;
    std::uint32_t m_count = 0;
};

} // namespace

Regex::Answer Regex::search(std::string_view text, std::size_t from, std::vector<Group>& groups) const
{
    const MatchRoom match(m_code->code);
    const int result = pcre2_match(m_code->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0,
                                   match.data(), m_code->context);
    groups.clear();
    if (result > 0) {
        const PCRE2_SIZE* places = pcre2_get_ovector_pointer(match.data());
        for (std::uint32_t i = 0; i < match.count(); ++i) {
            const bool took = i < static_cast<std::uint32_t>(result) && places[2 * i] != PCRE2_UNSET;
            groups.push_back(took ? Group{places[2 * i], places[2 * i + 1]} : Group{});
        }
    }
    return answerOf(result);
}

Regex::Answer Regex::matchesWhole(std::string_view text) const
{
    const MatchRoom match(m_code->code);
    return answerOf(pcre2_match(m_code->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                PCRE2_ANCHORED | PCRE2_ENDANCHORED, match.data(), m_code->context));
}

} // namespace asl::query
