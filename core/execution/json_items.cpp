#include "core/execution/json_items.h"

#include "core/data/json.h"

namespace asl {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void skipBlanks(std::string_view text, std::size_t& at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
}

} // namespace

bool JsonValueScan::pass(std::string_view text, std::size_t& at, bool last)
{
    if (!started) {
        skipBlanks(text, at);
        if (at == text.size())
            return last;
        started = true;
        scalar = text[at] != '"' && text[at] != '{' && text[at] != '[';
    }
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
            if (inString || depth > 0)
                continue;
        } else if (scalar) {
            if (c != ',' && c != ']' && c != '}' && !isBlank(c))
                continue;
            return true;
        } else if (c == '"') {
            inString = true;
            continue;
        } else if (c == '{' || c == '[') {
            ++depth;
            continue;
        } else if ((c != '}' && c != ']') || --depth > 0) {
            continue;
        }
        ++at;
        return true;
    }
    return last;
}

std::vector<std::string> JsonItems::pointerSteps(std::string_view pointer)
{
    std::vector<std::string> steps;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        std::string step(pointer.substr(0, end));
        pointer.remove_prefix(end);
        for (const auto& [escape, character] : {std::pair("~1", "/"), std::pair("~0", "~")})
            for (std::size_t at = step.find(escape); at != std::string::npos; at = step.find(escape, at + 1))
                step.replace(at, 2, character);
        steps.push_back(std::move(step));
    }
    return steps;
}

JsonItems::Found JsonItems::next(const std::vector<std::string>& pointer, std::string_view text, std::size_t& at,
                                 bool last)
{
    for (;;) {
        std::optional<Found> found;
        switch (m_mode) {
        case Mode::Value:
            found = beginValue(pointer, text, at, last);
            break;
        case Mode::First:
        case Mode::Next:
            found = separator(m_level == pointer.size(), text, at, last);
            break;
        case Mode::Member:
            found = member(pointer, text, at, last);
            break;
        case Mode::Skip:
            if (!m_skip.pass(text, at, last))
                return Found::Incomplete;
            m_mode = Mode::Next;
            break;
        case Mode::Done:
            if (!pointer.empty())
                return Found::End; // what stands behind the place does not matter
            skipBlanks(text, at);
            return at < text.size() ? Found::Malformed : last ? Found::End : Found::Incomplete;
        }
        if (found)
            return *found;
    }
}

std::optional<JsonItems::Found> JsonItems::beginValue(const std::vector<std::string>& pointer, std::string_view text,
                                                      std::size_t& at, bool last)
{
    skipBlanks(text, at);
    if (at == text.size())
        return last ? Found::NotIterable : Found::Incomplete;
    const char c = text[at];
    if (std::string_view("[{\"-0123456789tfn").find(c) == std::string_view::npos)
        return Found::Malformed;
    if (c != '[' && c != '{')
        return m_level == pointer.size() ? Found::NotIterable : Found::NoSuchPlace;
    ++at;
    m_object = c == '{';
    m_index = 0;
    m_mode = Mode::First;
    return {};
}

std::optional<JsonItems::Found> JsonItems::separator(bool isTarget, std::string_view text, std::size_t& at, bool last)
{
    skipBlanks(text, at);
    if (at == text.size())
        return last ? Found::Malformed : Found::Incomplete;
    if (text[at] == (m_object ? '}' : ']')) {
        ++at;
        m_mode = Mode::Done;
        return isTarget ? std::nullopt : std::optional(Found::NoSuchPlace);
    }
    if (m_mode == Mode::Next) {
        if (text[at] != ',')
            return Found::Malformed;
        ++at;
    }
    m_mode = Mode::Member;
    return {};
}

/// The key at `at` with its colon; `at` stays when they are not there whole.
std::optional<JsonItems::Found> JsonItems::readKey(std::string_view text, std::size_t& at, bool last)
{
    std::size_t position = at;
    skipBlanks(text, position);
    if (position < text.size() && text[position] != '"')
        return Found::Malformed;
    const std::size_t begin = position;
    if (position == text.size() || !JsonValueScan().pass(text, position, false))
        return last ? Found::Malformed : Found::Incomplete;
    auto key = data::parse(text.substr(begin, position - begin));
    skipBlanks(text, position);
    if (position == text.size())
        return last ? Found::Malformed : Found::Incomplete;
    if (!key || text[position] != ':')
        return Found::Malformed;
    m_key = *std::move(key);
    at = position + 1;
    return {};
}

std::optional<JsonItems::Found> JsonItems::member(const std::vector<std::string>& pointer, std::string_view text,
                                                  std::size_t& at, bool last)
{
    std::size_t position = at;
    m_key = Data();
    if (m_object)
        if (const auto problem = readKey(text, position, last))
            return problem;
    if (m_level < pointer.size()) {
        const std::string& wanted = pointer[m_level];
        const bool isIt = m_object ? m_key.text() == wanted : std::to_string(m_index) == wanted;
        ++m_index;
        at = position;
        m_level += isIt ? 1 : 0;
        m_skip = {};
        m_mode = isIt ? Mode::Value : Mode::Skip;
        return {};
    }
    const std::size_t begin = position;
    if (!JsonValueScan().pass(text, position, last))
        return Found::Incomplete;
    auto value = data::parse(text.substr(begin, position - begin));
    if (!value)
        return Found::Malformed;
    m_value = *std::move(value);
    at = position;
    m_mode = Mode::Next;
    return Found::Item;
}

} // namespace asl
