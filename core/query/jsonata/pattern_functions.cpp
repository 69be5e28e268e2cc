// Functions that look for patterns. A pattern is a regular expression or a function that finds matches as one does.

#include "core/query/jsonata/functions.h"
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

Match matchOf(Evaluator& evaluator, const Data& object, const Data& text)
{
    Match match;
    if (evaluator.failed() || object.isUndefined() || object.isNull())
        return match;
    const auto member = [&object](std::string_view name) {
        const Data* value = object.find(name);
        return value ? *value : Data();
    };
    if (!member("start").isNumber() && !member("end").isNumber() && !member("groups").isArray() && !member("next").isFunction()) {
        evaluator.fail({.code = "T1010"});
        return match;
    }
    match.found = true;
    match.text = member("match").text();
    match.begin = byteAt(text.text(), member("start").asDouble());
    match.end = byteAt(text.text(), member("end").asDouble());
    const Data groups = member("groups");
    match.groups.assign(groups.items().begin(), groups.items().end());
    match.next = member("next");
    match.whole = object;
    return match;
}

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
    return Data::boolean(firstMatch(call.evaluator, token, text).found);
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
        Match match = firstMatch(call.evaluator, call.at(1), text);
        while (match.found && static_cast<double>(found.size()) < limit) {
            const Data* start = match.whole.find("start");
            found.push_back(Data::object({{Data::string("match"), Data::string(match.text)},
                                          {Data::string("index"), start ? *start : Data::integer(0)},
                                          {Data::string("groups"), Data::array(match.groups)}}));
            match = nextMatch(call.evaluator, match, text);
        }
    }
    return call.evaluator.failed() ? Data() : call.evaluator.sequence(found);
}

/// The replacement with $0, $1, … filled in.
std::string substituted(std::string_view replacement, const Match& match)
{
    std::string text;
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != '$') {
            text += replacement[i];
            continue;
        }
        const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
        if (next == '$' || next == '0') {
            text += next == '$' ? std::string("$") : match.text;
            ++i;
            continue;
        }
        // As many digits as the number of groups has, fewer when that names no group.
        const std::size_t groups = match.groups.size();
        std::size_t most = groups == 0 ? 1 : std::to_string(groups).size();
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
        if (index >= 1 && index <= groups && match.groups[index - 1].isString())
            text += match.groups[index - 1].text();
        i += std::to_string(index).size();
    }
    return text;
}

Data replacedText(const Call& call, double limit)
{
    const std::string_view text = call.at(0).text();
    const std::string_view pattern = call.at(1).text();
    std::string result;
    std::size_t position = 0;
    std::size_t place = text.find(pattern);
    for (double count = 0; place != std::string_view::npos && count < limit; ++count) {
        result.append(text, position, place - position).append(call.at(2).text());
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
    Match match = firstMatch(call.evaluator, pattern, text);
    for (double count = 0; match.found && count < limit; ++count) {
        result.append(text.text(), position, match.begin - std::min(position, match.begin));
        if (replacement.isString()) {
            result += substituted(replacement.text(), match);
        } else {
            const Data with = call.evaluator.apply(replacement, {match.whole}, call.input);
            if (!call.evaluator.failed() && !with.isString())
                return call.fail("D3012", with);
            result += with.text();
        }
        position = match.begin + match.text.size();
        match = nextMatch(call.evaluator, match, text);
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
        Match match = firstMatch(call.evaluator, separator, text);
        std::size_t begin = 0;
        while (match.found && static_cast<double>(parts.size()) < limit) {
            parts.push_back(Data::string(whole.substr(begin, match.begin - std::min(begin, match.begin))));
            begin = match.end;
            match = nextMatch(call.evaluator, match, text);
        }
        if (static_cast<double>(parts.size()) < limit)
            parts.push_back(Data::string(whole.substr(std::min(begin, whole.size()))));
    }
    return call.evaluator.failed() ? Data() : call.evaluator.sequence(parts, 0);
}

constexpr FunctionRow rows[] = {
    {"match", "<s-f<s:o>n?:a<o>>", "What a regular expression finds: match, index and groups of each.", 3, matchAll},
    {"contains", "<s-(sf):b>", "Whether the text has the pattern in it.", 2, contains},
    {"replace", "<s-(sf)(sf)n?:s>", "The text with what the pattern finds replaced.", 4, replace},
    {"split", "<s-(sf)n?:a<s>>", "The parts of the text between separators.", 3, split},
};

} // namespace

std::span<const FunctionRow> patternFunctions() { return rows; }

Data matchObject(Evaluator& evaluator, const std::shared_ptr<const query::Regex>& regex, const Node* node, const Data& text, std::size_t from, bool isNext)
{
    const std::string_view utf8 = text.text();
    if (isNext && from >= utf8.size())
        return {};
    std::vector<query::Regex::Group> groups;
    const auto answer = regex->search(utf8, from, groups);
    if (answer == query::Regex::Answer::LimitExceeded)
        return evaluator.fail({.code = "U1001", .position = node->position});
    if (answer == query::Regex::Answer::NoMatch || !evaluator.withinTime())
        return {};
    const std::size_t begin = groups[0].begin;
    const std::size_t end = groups[0].end;
    // A match of nothing would be found for ever.
    if (isNext && begin == end)
        return evaluator.fail({.code = "D1004", .position = node->position, .value = Data::string(node->text)});
    std::vector<Data> captured;
    for (std::size_t i = 1; i < groups.size(); ++i)
        captured.push_back(groups[i].begin == std::string_view::npos ? Data() : Data::string(utf8.substr(groups[i].begin, groups[i].end - groups[i].begin)));
    auto next = std::make_shared<Procedure>();
    next->kind = Procedure::Kind::NextMatch;
    next->regex = regex;
    next->node = node;
    next->text = text;
    next->place = end;
    const std::size_t start = utf16Length(utf8.substr(0, begin));
    const std::size_t length = utf16Length(utf8.substr(begin, end - begin));
    return Data::object({{Data::string("match"), Data::string(utf8.substr(begin, end - begin))},
                         {Data::string("start"), Data::integer(static_cast<std::int64_t>(start))},
                         {Data::string("end"), Data::integer(static_cast<std::int64_t>(start + length))},
                         {Data::string("groups"), Data::arrayFrom(captured)},
                         {Data::string("next"), Data::function(std::move(next))}});
}

Match firstMatch(Evaluator& evaluator, const Data& matcher, const Data& text)
{
    return matchOf(evaluator, evaluator.apply(matcher, {text}, Data::null()), text);
}

Match nextMatch(Evaluator& evaluator, const Match& match, const Data& text)
{
    if (!match.next.isFunction())
        return {};
    return matchOf(evaluator, evaluator.apply(match.next, {}, Data::null()), text);
}

} // namespace asl::query::jsonata
