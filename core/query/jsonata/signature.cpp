// Signatures of functions.

#include "core/query/jsonata/signature.h"

#include <algorithm>

namespace asl::query::jsonata {

namespace {

using Parameter = Signature::Parameter;

/// Place of the bracket that closes the one at `open`.
std::size_t closing(std::string_view text, std::size_t open, char opened, char closed)
{
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        depth += text[at] == opened ? 1 : text[at] == closed ? -1 : 0;
        if (depth == 0)
            return at;
    }
    return text.size();
}

/// How many of the given values each parameter takes: as many as it can, so that the rest still fits. Empty: no way.
bool share(const std::vector<Parameter>& parameters, std::size_t index, std::string_view letters, std::vector<std::size_t>& counts)
{
    if (index == parameters.size())
        return letters.empty();
    const Parameter& parameter = parameters[index];
    std::size_t most = 0;
    while (most < letters.size() && (parameter.repeated || most == 0) && parameter.types.find(letters[most]) != std::string::npos)
        ++most;
    const std::size_t least = parameter.optional || parameter.fromContext ? 0 : 1;
    for (std::size_t count = most + 1; count-- > least;) {
        counts[index] = count;
        if (share(parameters, index + 1, letters.substr(count), counts))
            return true;
    }
    return false;
}

/// How far the first parameters can take the given values.
std::size_t longestFit(const std::vector<Parameter>& parameters, std::string_view letters)
{
    std::size_t taken = 0;
    for (const Parameter& parameter : parameters) {
        std::size_t count = 0;
        while (taken < letters.size() && (parameter.repeated || count == 0)
               && parameter.types.find(letters[taken]) != std::string::npos) {
            ++taken;
            ++count;
        }
        if (count == 0 && !parameter.optional && !parameter.fromContext)
            break;
    }
    return taken;
}

std::string_view arrayOf(char itemType)
{
    switch (itemType) {
    case 'a': return "arrays";
    case 'b': return "booleans";
    case 'f': return "functions";
    case 'n': return "numbers";
    case 'o': return "objects";
    case 's': return "strings";
    default: return "values";
    }
}

bool itemsFit(const Parameter& parameter, const Data& value, char letter, std::size_t taken)
{
    if (parameter.itemTypes.empty())
        return true;
    if (letter != 'a')
        return taken == 1 && parameter.itemTypes == std::string(1, letter);
    const auto items = value.items();
    return std::all_of(items.begin(), items.end(), [&](const Data& item) { return typeLetter(item) == parameter.itemTypes.front(); });
}

} // namespace

char typeLetter(const Data& value)
{
    switch (value.kind()) {
    case Data::Kind::Undefined: return 'm';
    case Data::Kind::Null: return 'l';
    case Data::Kind::False:
    case Data::Kind::True: return 'b';
    case Data::Kind::Integer:
    case Data::Kind::Double: return 'n';
    case Data::Kind::ShortString:
    case Data::Kind::String: return 's';
    case Data::Kind::Array: return 'a';
    case Data::Kind::Object: return 'o';
    case Data::Kind::Function: return 'f';
    }
    return 'm';
}

Outcome<Signature> Signature::parse(std::string_view text)
{
    Signature signature;
    for (std::size_t at = 1; at < text.size() && text[at] != ':' && text[at] != '>'; ++at) {
        const char symbol = text[at];
        Parameter* const last = signature.m_parameters.empty() ? nullptr : &signature.m_parameters.back();
        switch (symbol) {
        case 's': case 'n': case 'b': case 'l': case 'o':
            signature.m_parameters.push_back({.types = {symbol, 'm'}, .name = {symbol}});
            break;
        case 'a': signature.m_parameters.push_back({.types = "asnblfom", .name = "a"}); break;
        case 'f': signature.m_parameters.push_back({.types = "f", .name = "f"}); break;
        case 'j': signature.m_parameters.push_back({.types = "asnblom", .name = "j"}); break;
        case 'x': signature.m_parameters.push_back({.types = "asnblfom", .name = "x"}); break;
        case '-':
            if (last)
                last->fromContext = true;
            break;
        case '?':
            if (last)
                last->optional = true;
            break;
        case '+':
            if (last)
                last->repeated = true;
            break;
        case '(': {
            const std::size_t end = closing(text, at, '(', ')');
            const std::string choice(text.substr(at + 1, end - at - 1));
            if (choice.find('<') != std::string::npos)
                return QueryError{"S0402", "Choice groups containing parameterized types are not supported", at, choice};
            signature.m_parameters.push_back({.types = choice + 'm', .name = '(' + choice + ')'});
            at = end;
            break;
        }
        case '<': {
            if (!last || (last->name != "a" && last->name != "f"))
                return QueryError{"S0401", "Type parameters can only be applied to functions and arrays", at, last ? last->name : std::string()};
            const std::size_t end = closing(text, at, '<', '>');
            if (last->name == "a")
                last->itemTypes = std::string(text.substr(at + 1, end - at - 1));
            at = end;
            break;
        }
        default: break;
        }
    }
    return signature;
}

Outcome<std::vector<Data>> Signature::arguments(std::vector<Data> given, const Data& context) const
{
    std::string letters;
    for (const Data& value : given)
        letters += typeLetter(value);
    std::vector<std::size_t> counts(m_parameters.size());
    if (!share(m_parameters, 0, letters, counts)) {
        const std::size_t index = longestFit(m_parameters, letters) + 1;
        return QueryError{"T0410", "Argument " + std::to_string(index) + " of function does not match function signature", index, {}};
    }
    std::vector<Data> arguments;
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Parameter& parameter = m_parameters[i];
        if (counts[i] == 0) {
            if (parameter.fromContext) {
                if (parameter.types.find(typeLetter(context)) == std::string::npos)
                    return QueryError{"T0411", "Context value is not a compatible type with argument " + std::to_string(next + 1) + " of function",
                                      next + 1, {}};
                arguments.push_back(context);
            } else {
                arguments.emplace_back();
                ++next;
            }
            continue;
        }
        for (std::size_t count = 0; count < counts[i]; ++count, ++next) {
            Data value = next < given.size() ? given[next] : Data();
            if (parameter.name == "a" && !value.isUndefined()) {
                const char letter = letters[next];
                if (!itemsFit(parameter, value, letter, counts[i]))
                    return QueryError{"T0412", "Argument " + std::to_string(next + 1) + " of function must be an array of "
                                          + std::string(arrayOf(parameter.itemTypes.front())),
                                      next + 1, {}};
                if (letter != 'a')
                    value = Data::array({std::move(value)});
            }
            arguments.push_back(std::move(value));
        }
    }
    return arguments;
}

} // namespace asl::query::jsonata
