// Reference Paths: root, then names and indexes. `ResultPath` writes through one.

#include "core/query/reference_path.h"

#include "core/support/utf8.h"

#include <charconv>

namespace asl::query {

namespace {

constexpr std::string_view needsEscape = ".[](),:?@*'\" \t\r\n";

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool read()
    {
        if (m_text.empty() || m_text[0] != '$')
            return fail("A Reference Path begins with \"$\"");
        m_position = 1;
        if (m_text.substr(1, 1) == "$") {
            variable = "$";
            m_position = 2;
        } else {
            while (m_position < m_text.size() && m_text[m_position] != '.' && m_text[m_position] != '[') {
                if (needsEscape.find(m_text[m_position]) != std::string_view::npos)
                    return fail("A Reference Path has only names and indexes");
                variable += m_text[m_position++];
            }
        }
        while (m_position < m_text.size())
            if (!readStep())
                return false;
        return true;
    }

    std::string variable;
    data::DataPath steps;
    QueryError error;

private:
    bool fail(std::string message)
    {
        error = {"invalid-path", std::move(message), m_position, {}};
        return false;
    }

    bool readStep()
    {
        if (m_text[m_position] == '.') {
            ++m_position;
            return readName();
        }
        if (m_text[m_position] != '[')
            return fail("\".\" or \"[\" belongs here");
        ++m_position;
        if (m_position < m_text.size() && (m_text[m_position] == '\'' || m_text[m_position] == '"'))
            return readQuoted(m_text[m_position]);
        return readIndex();
    }

    bool readName()
    {
        std::string name;
        while (m_position < m_text.size() && m_text[m_position] != '.' && m_text[m_position] != '[') {
            char character = m_text[m_position];
            if (character == '\\' && m_position + 1 < m_text.size())
                character = m_text[++m_position];
            else if (needsEscape.find(character) != std::string_view::npos)
                return fail("A Reference Path names one place: no wildcards, filters, slices, unions or functions");
            name += character;
            ++m_position;
        }
        if (name.empty())
            return fail("A name is missing");
        steps.push_back({std::move(name), -1});
        return true;
    }

    /// A backslash escapes only the quote in use (see JsonPath).
    bool readQuoted(char quote)
    {
        std::string name;
        for (++m_position; m_position < m_text.size() && m_text[m_position] != quote; ++m_position) {
            if (m_text[m_position] == '\\' && m_text.substr(m_position + 1, 1) == std::string_view(&quote, 1))
                ++m_position;
            name += m_text[m_position];
        }
        if (m_text.substr(m_position, 2) != std::string(1, quote) + "]")
            return fail("The name is not closed by the same quote and \"]\"");
        m_position += 2;
        steps.push_back({std::move(name), -1});
        return true;
    }

    bool readIndex()
    {
        std::int64_t index = 0;
        const auto read = std::from_chars(m_text.data() + m_position, m_text.data() + m_text.size(), index);
        const auto end = static_cast<std::size_t>(read.ptr - m_text.data());
        if (read.ec != std::errc() || index < 0 || m_text.substr(end, 1) != "]")
            return fail("A Reference Path has whole numbers from 0 on or quoted names between brackets");
        m_position = end + 1;
        steps.push_back({{}, index});
        return true;
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

std::string normalised(const std::string& variable, const data::DataPath& steps, std::size_t count)
{
    std::string text = "$" + (variable == "$" ? std::string() : variable);
    for (std::size_t i = 0; i < count; ++i)
        text += steps[i].index >= 0 ? "[" + std::to_string(steps[i].index) + "]" : "['" + steps[i].member + "']";
    return text;
}

} // namespace

Outcome<ReferencePath> ReferencePath::compile(std::string_view text)
{
    Reader reader(text);
    if (!reader.read())
        return reader.error;
    ReferencePath path;
    path.m_text = text;
    path.m_variable = std::move(reader.variable);
    path.m_steps = std::move(reader.steps);
    return path;
}

Outcome<Data> ReferencePath::read(const Data& root, const EvaluationContext& context) const
{
    const Data* value = &root;
    if (m_variable == "$") {
        value = context.contextObject;
    } else if (!m_variable.empty()) {
        const auto found = context.variables ? context.variables->find(m_variable) : nullptr;
        value = found ? &found->second : nullptr;
    }
    if (!value)
        return QueryError{"not-found", "No results for path: $" + m_variable, 0, m_variable};
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const data::PathStep& step = m_steps[i];
        if (step.index < 0)
            value = value->find(step.member);
        else
            value = static_cast<std::size_t>(step.index) < value->items().size() ? &value->items()[static_cast<std::size_t>(step.index)] : nullptr;
        if (!value && i + 1 < m_steps.size() && step.index < 0)
            return QueryError{"not-found", "Missing property in path " + normalised(m_variable, m_steps, i + 1), 0, {}};
        if (!value)
            return QueryError{"not-found", "No results for path: " + normalised(m_variable, m_steps, m_steps.size()), 0, {}};
    }
    return *value;
}

Outcome<Data> ReferencePath::write(const Data& whole, Data value) const
{
    auto written = data::withMember(whole, m_steps, std::move(value));
    if (written && written->depth() <= Data::maxDepth)
        return *std::move(written);
    return QueryError{"States.ResultPathMatchFailure", "Unable to apply the path '" + m_text + "' to the input '" + data::toJson(whole) + "'", 0, {}};
}

} // namespace asl::query
