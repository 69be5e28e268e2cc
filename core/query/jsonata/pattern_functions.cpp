// Functions that look for patterns. A pattern is a regular expression or a function that finds matches as one does.

#include "core/query/jsonata/functions.h"
#include "core/support/message.h"
#include "core/support/utf8.h"

#include <cmath>

namespace asl::query::jsonata {

namespace {

std::size_t utf16Length(std::string_view text)
{
    std::size_t units = 0;
    for (std::size_t position = 0; position < text.size();)
        units += nextCodePoint(text, position) > 0xFFFF ? 2 : 1;
    return units;
}

/// Byte position of a place counted in UTF-16 units.
std::size_t byteAt(std::string_view text, double unit)
{
    std::size_t position = 0;
    for (double units = 0; units < unit && position < text.size();)
        units += nextCodePoint(text, position) > 0xFFFF ? 2 : 1;
    return position;
}

/// Goes from match to match in a text. A matcher is a regular expression, or a function that finds matches as one does.
class Matches
{
public:
    Matches(Evaluator& evaluator, const Data& matcher, const Data& text) : m_evaluator(evaluator), m_matcher(matcher), m_text(text)
    {
        if (matcher.isFunction() && procedureIn(matcher).kind == Procedure::Kind::Regex)
            m_expression = &procedureIn(matcher);
    }

    /// False when there is no other, or something failed.
    bool next()
    {
        ++m_count;
        return m_expression ? search() : call();
    }
    std::size_t begin() const { return m_begin; } ///< bytes
    std::size_t end() const { return m_end; }
    std::string_view text() const { return m_expression ? m_text.text().substr(m_begin, m_end - m_begin) : std::string_view(m_matched); }
    std::size_t groupCount() const { return m_expression ? m_groups.size() - 1 : m_object.isObject() ? groupsOfObject().size() : 0; }
    std::string_view group(std::size_t index) const
    {
        if (!m_expression)
            return groupsOfObject()[index].text();
        const query::Regex::Group& group = m_groups[index + 1];
        return group.begin == std::string_view::npos ? std::string_view() : m_text.text().substr(group.begin, group.end - group.begin);
    }
    /// The match as the user's functions see it.
    Data object() const
    {
        return m_expression ? matchObject(*m_expression, m_text, m_groups) : m_object;
    }

private:
    bool search()
    {
        return searched(m_evaluator, *m_expression, m_text, m_end, m_count > 1, m_groups)
            && (m_begin = m_groups[0].begin, m_end = m_groups[0].end, true);
    }
    bool call()
    {
        if (m_count > 1 && !m_next.isFunction())
            return false;
        m_object = m_count == 1 ? m_evaluator.apply(m_matcher, Arguments({m_text}), Data::null()) : m_evaluator.apply(Data(m_next), {}, Data::null());
        if (m_evaluator.failed() || m_object.isUndefined() || m_object.isNull())
            return false;
        if (!member("start").isNumber() && !member("end").isNumber() && !member("groups").isArray() && !member("next").isFunction()) {
            m_evaluator.fail({.code = "T1010"});
            return false;
        }
        m_matched = member("match").text();
        m_begin = byteAt(m_text.text(), member("start").asDouble());
        m_end = byteAt(m_text.text(), member("end").asDouble());
        m_next = member("next");
        return true;
    }
    Data member(std::string_view name) const
    {
        const Data* value = m_object.find(name);
        return value ? *value : Data();
    }
    std::span<const Data> groupsOfObject() const
    {
        const Data* groups = m_object.find("groups");
        return groups ? groups->items() : std::span<const Data>();
    }

    Evaluator& m_evaluator;
    const Data& m_matcher;
    const Data& m_text;
    const Procedure* m_expression = nullptr;
    std::vector<query::Regex::Group> m_groups;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_count = 0;
    Data m_object;
    Data m_next;
    std::string m_matched;
};

bool isNegative(const Data& limit) { return limit.isNumber() && limit.asDouble() < 0; }

/// How many matches may be taken at most.
double limitOf(const Data& limit) { return limit.isUndefined() ? HUGE_VAL : limit.asDouble(); }

Data contains(const Call& call)
{
    const Data& text = call.at(0);
    const Data& token = call.at(1);
    if (text.isUndefined() || token.isUndefined())
        return {};
    if (token.isString())
        return Data::boolean(text.text().find(token.text()) != std::string_view::npos);
    return Data::boolean(Matches(call.evaluator, token, text).next());
}

Data matchAll(const Call& call)
{
    const Data& text = call.at(0);
    if (text.isUndefined())
        return {};
    if (isNegative(call.at(2)))
        return call.fail("D3040", call.at(2), 3);
    std::vector<Data> found;
    const double limit = limitOf(call.at(2));
    if (limit > 0) {
        // The next match is looked for before the limit is: so the reference, which then may find it wrong.
        Matches matches(call.evaluator, call.at(1), text);
        for (bool more = matches.next(); more && static_cast<double>(found.size()) < limit; more = matches.next()) {
            const Data object = matches.object();
            const auto member = [&object](std::string_view name) {
                const Data* value = object.find(name);
                return value ? *value : Data();
            };
            const Data start = member("start");
            found.push_back(Data::object({{Data::string("match"), Data::string(matches.text())},
                                          {Data::string("index"), start.isUndefined() ? Data::integer(0) : start},
                                          {Data::string("groups"), member("groups").isArray() ? member("groups").withMarks(0) : Data::array({})}}));
        }
    }
    return call.evaluator.failed() ? Data() : call.evaluator.sequence(found);
}

/// The replacement with $0, $1, … filled in.
void appendSubstituted(std::string& text, std::string_view replacement, const Matches& match)
{
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != '$') {
            text += replacement[i];
            continue;
        }
        const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
        if (next == '$' || next == '0') {
            text += next == '$' ? std::string_view("$") : match.text();
            ++i;
            continue;
        }
        // As many digits as the number of groups has, fewer when that names no group.
        const std::size_t groups = match.groupCount();
        const std::size_t most = groups < 10 ? 1 : std::to_string(groups).size();
        const auto read = [&](std::size_t digits, std::size_t& used) {
            std::size_t number = 0;
            used = 0;
            while (used < digits && i + 1 + used < replacement.size() && replacement[i + 1 + used] >= '0' && replacement[i + 1 + used] <= '9')
                number = number * 10 + static_cast<std::size_t>(replacement[i + 1 + used++] - '0');
            return number;
        };
        std::size_t used = 0;
        std::size_t index = read(most, used);
        if (most > 1 && index > groups)
            index = read(most - 1, used);
        if (used == 0) {
            text += '$';
            continue;
        }
        if (index >= 1 && index <= groups)
            text += match.group(index - 1);
        i += index < 10 ? 1 : std::to_string(index).size();
    }
}

Data replacedText(const Call& call, double limit)
{
    const std::string_view text = call.at(0).text();
    const std::string_view pattern = call.at(1).text();
    const std::string_view replacement = call.at(2).isUndefined() ? "undefined" : call.at(2).text(); // as JavaScript spells it
    std::string result;
    std::size_t position = 0;
    std::size_t place = text.find(pattern);
    for (double count = 0; place != std::string_view::npos && count < limit; ++count) {
        result.append(text, position, place - position).append(replacement);
        position = place + pattern.size();
        place = text.find(pattern, position);
        if (!call.evaluator.withinText(result.size()))
            return {};
    }
    return Data::string(joined(result.append(text, position)));
}

Data replace(const Call& call)
{
    const Data& text = call.at(0);
    const Data& pattern = call.at(1);
    const Data& replacement = call.at(2);
    if (text.isUndefined())
        return {};
    if (pattern.isString() && pattern.text().empty())
        return call.fail("D3010", pattern, 2);
    if (isNegative(call.at(3)))
        return call.fail("D3011", call.at(3), 4);
    const double limit = limitOf(call.at(3));
    if (limit <= 0)
        return text;
    if (pattern.isString())
        return replacedText(call, limit);
    std::string result;
    std::size_t position = 0;
    Matches matches(call.evaluator, pattern, text);
    bool more = matches.next();
    for (double count = 0; more && count < limit; ++count) {
        result.append(text.text(), position, matches.begin() - std::min(position, matches.begin()));
        if (replacement.isString()) {
            appendSubstituted(result, replacement.text(), matches);
        } else {
            const Data with = call.evaluator.apply(replacement, Arguments({matches.object()}), call.input);
            if (!call.evaluator.failed() && !with.isString())
                return call.fail("D3012", with);
            result += with.text();
        }
        position = matches.begin() + matches.text().size();
        more = matches.next();
        if (!call.evaluator.withinText(result.size()))
            return {};
    }
    return call.evaluator.failed() ? Data() : Data::string(joined(result.append(text.text(), std::min(position, text.text().size()))));
}

/// Every UTF-16 unit of its own, halves of pairs included.
void splitUnits(std::string_view text, double limit, std::vector<Data>& parts)
{
    for (std::size_t position = 0; position < text.size();) {
        const char32_t codePoint = nextCodePoint(text, position);
        const bool isPair = codePoint > 0xFFFF;
        for (const char32_t unit : {isPair ? 0xD800 + ((codePoint - 0x10000) >> 10) : codePoint, 0xDC00 + (codePoint & 0x3FF)}) {
            if (static_cast<double>(parts.size()) >= limit)
                return;
            std::string utf8;
            appendUtf8(utf8, unit);
            parts.push_back(Data::string(utf8));
            if (!isPair)
                break;
        }
    }
}

Data split(const Call& call)
{
    const Data& text = call.at(0);
    const Data& separator = call.at(1);
    if (text.isUndefined())
        return {};
    if (isNegative(call.at(2)))
        return call.fail("D3020", call.at(2), 3);
    const double limit = call.at(2).isUndefined() ? HUGE_VAL : std::floor(call.at(2).asDouble());
    std::vector<Data> parts;
    const std::string_view whole = text.text();
    if (limit <= 0)
        return Data::array({});
    if (separator.isString() && separator.text().empty()) {
        splitUnits(whole, limit, parts);
    } else if (separator.isString()) {
        for (std::size_t begin = 0; static_cast<double>(parts.size()) < limit;) {
            const std::size_t end = whole.find(separator.text(), begin);
            parts.push_back(Data::string(whole.substr(begin, end - begin)));
            if (end == std::string_view::npos)
                break;
            begin = end + separator.text().size();
        }
    } else {
        Matches matches(call.evaluator, separator, text);
        std::size_t begin = 0;
        for (bool more = matches.next(); more && static_cast<double>(parts.size()) < limit; more = matches.next()) {
            parts.push_back(Data::string(whole.substr(begin, matches.begin() - std::min(begin, matches.begin()))));
            begin = matches.end();
        }
        if (static_cast<double>(parts.size()) < limit)
            parts.push_back(Data::string(whole.substr(std::min(begin, whole.size()))));
    }
    return call.evaluator.failed() ? Data() : call.evaluator.sequence(parts, 0);
}

constexpr FunctionRow rows[] = {
    {"match", "<s-f<s:o>n?:a<o>>", ASL_TEXT("language", "What a regular expression finds: match, index and groups of each."), 3, matchAll},
    {"contains", "<s-(sf):b>", ASL_TEXT("language", "Whether the text has the pattern in it."), 2, contains},
    {"replace", "<s-(sf)(sf)n?:s>", ASL_TEXT("language", "The text with what the pattern finds replaced."), 4, replace},
    {"split", "<s-(sf)n?:a<s>>", ASL_TEXT("language", "The parts of the text between separators."), 3, split},
};

} // namespace

std::span<const FunctionRow> patternFunctions() { return rows; }

bool searched(Evaluator& evaluator, const Procedure& expression, const Data& text, std::size_t from, bool isNext, std::vector<query::Regex::Group>& groups)
{
    const std::string_view utf8 = text.text();
    if (isNext && from >= utf8.size())
        return false;
    const auto answer = expression.regex->search(utf8, from, groups);
    if (answer == query::Regex::Answer::LimitExceeded)
        return evaluator.fail({.code = "U1001", .position = expression.node->position}), false;
    if (answer == query::Regex::Answer::NoMatch || !evaluator.withinTime())
        return false;
    // A match of nothing would be found for ever.
    if (isNext && groups[0].begin == groups[0].end)
        return evaluator.fail({.code = "D1004", .position = expression.node->position, .value = Data::string(expression.node->text)}), false;
    return true;
}

Data matchObject(const Procedure& expression, const Data& text, std::span<const query::Regex::Group> groups)
{
    static const Data keys[] = {Data::string("match"), Data::string("start"), Data::string("end"), Data::string("groups"), Data::string("next")};
    const std::string_view utf8 = text.text();
    const std::size_t begin = groups[0].begin;
    const std::size_t end = groups[0].end;
    std::vector<Data> captured;
    for (const query::Regex::Group& group : groups.subspan(1))
        captured.push_back(group.begin == std::string_view::npos ? Data() : Data::string(utf8.substr(group.begin, group.end - group.begin)));
    auto next = std::make_shared<Procedure>();
    next->kind = Procedure::Kind::NextMatch;
    next->regex = expression.regex;
    next->node = expression.node;
    next->text = text;
    next->place = end;
    const std::size_t start = text.isAscii() ? begin : utf16Length(utf8.substr(0, begin));
    const std::size_t length = text.isAscii() ? end - begin : utf16Length(utf8.substr(begin, end - begin));
    return Data::object({{keys[0], Data::string(utf8.substr(begin, end - begin))},
                         {keys[1], Data::integer(static_cast<std::int64_t>(start))},
                         {keys[2], Data::integer(static_cast<std::int64_t>(start + length))},
                         {keys[3], Data::arrayFrom(captured)},
                         {keys[4], Data::function(std::move(next))}});
}

} // namespace asl::query::jsonata
