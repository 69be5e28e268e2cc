// Signatures are matched as the regular expressions over argument kinds that the reference makes of them.

#include "core/query/jsonata/signature.h"

#include <algorithm>

namespace asl::query::jsonata {

namespace {

constexpr std::pair<Data::Kind, char> kindSymbols[] = {
    {Data::Kind::Undefined, 'm'}, {Data::Kind::Null, 'l'}, {Data::Kind::False, 'b'}, {Data::Kind::True, 'b'}, {Data::Kind::Integer, 'n'},
    {Data::Kind::Double, 'n'}, {Data::Kind::ShortString, 's'}, {Data::Kind::String, 's'}, {Data::Kind::Array, 'a'},
    {Data::Kind::Object, 'o'}, {Data::Kind::Function, 'f'},
};

char symbolOf(const Data& value)
{
    for (const auto& [kind, symbol] : kindSymbols)
        if (kind == value.kind())
            return symbol;
    return 'm';
}

std::uint32_t bitOf(Data::Kind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }

bool hasItemsOf(const Data& array, const std::string& subtype)
{
    std::uint32_t wanted = 0;
    for (const auto& [kind, symbol] : kindSymbols)
        wanted |= subtype.size() == 1 && subtype.front() == symbol ? bitOf(kind) : 0;
    std::uint32_t kinds = 0;
    for (const Data& item : array.items())
        kinds |= bitOf(item.kind());
    return (kinds & ~wanted) == 0;
}

const char* pluralOf(char type)
{
    switch (type) {
    case 'a': return "arrays";
    case 'b': return "booleans";
    case 'f': return "functions";
    case 'n': return "numbers";
    case 'o': return "objects";
    case 's': return "strings";
    default: return "";
    }
}

std::size_t closing(std::string_view text, std::size_t start, char open, char close)
{
    int depth = 1;
    for (std::size_t i = start + 1; i < text.size(); ++i) {
        if (text[i] == close && --depth == 0)
            return i;
        depth += text[i] == open ? 1 : 0;
    }
    return text.size();
}

} // namespace

std::shared_ptr<const Signature> Signature::parse(std::string_view text, Problem& problem)
{
    auto signature = std::make_shared<Signature>();
    auto& parameters = signature->m_parameters;
    for (std::size_t i = 1; i < text.size() && text[i] != ':'; ++i) {
        const char symbol = text[i];
        Parameter* last = parameters.empty() ? nullptr : &parameters.back();
        switch (symbol) {
        case 's':
        case 'n':
        case 'b':
        case 'l':
        case 'o': parameters.push_back({.symbols = {symbol, 'm'}, .type = symbol, .subtype = {}}); break;
        case 'a':
        case 'x': parameters.push_back({.symbols = "asnblfom", .type = symbol, .subtype = {}}); break;
        case 'f': parameters.push_back({.symbols = "f", .type = symbol, .subtype = {}}); break;
        case 'j': parameters.push_back({.symbols = "asnblom", .type = symbol, .subtype = {}}); break;
        case '-':
            if (last)
                last->context = last->optional = true;
            break;
        case '?':
            if (last)
                last->optional = true;
            break;
        case '+':
            if (last)
                last->many = true;
            break;
        case '(': {
            const std::size_t end = closing(text, i, '(', ')');
            const std::string_view choice = text.substr(i + 1, std::min(end, text.size()) - i - 1);
            if (choice.find('<') != std::string_view::npos) {
                problem = {.code = "S0402", .position = i, .value = Data::string(choice)};
                return nullptr;
            }
            parameters.push_back({.symbols = std::string(choice) + "m", .type = '(', .subtype = {}});
            i = end;
            break;
        }
        case '<': {
            if (!last || (last->type != 'a' && last->type != 'f')) {
                problem = {.code = "S0401", .position = i, .value = last ? Data::string(std::string_view(&last->type, 1)) : Data()};
                return nullptr;
            }
            const std::size_t end = closing(text, i, '<', '>');
            last->subtype = text.substr(i + 1, end - i - 1);
            i = end;
            break;
        }
        default: break;
        }
    }
    for (Parameter& parameter : parameters)
        for (const auto& [kind, symbol] : kindSymbols)
            if (parameter.symbols.find(symbol) != std::string::npos)
                parameter.kinds |= bitOf(kind);
    return signature;
}

bool Signature::accepts(std::span<const Data> arguments) const
{
    if (arguments.size() > m_parameters.size())
        return false;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Parameter& parameter = m_parameters[i];
        if (i >= arguments.size()) {
            if (!parameter.optional || parameter.context)
                return false;
            continue;
        }
        const Data& argument = arguments[i];
        if ((parameter.kinds & bitOf(argument.kind())) == 0 || parameter.many)
            return false;
        if (parameter.type == 'a' && !argument.isUndefined() && (!argument.isArray() || !(parameter.subtype.empty() || hasItemsOf(argument, parameter.subtype))))
            return false;
    }
    return true;
}

/// Greedy, taking back where the rest does not fit; `counts` is how many arguments each parameter takes.
bool Signature::match(std::string_view supplied, std::size_t parameter, std::size_t place, std::vector<std::size_t>& counts) const
{
    if (parameter == m_parameters.size())
        return place == supplied.size();
    const Parameter& here = m_parameters[parameter];
    std::size_t most = 0;
    const std::size_t limit = here.many ? supplied.size() : 1;
    while (most < limit && place + most < supplied.size() && here.symbols.find(supplied[place + most]) != std::string::npos)
        ++most;
    const std::size_t least = here.optional ? 0 : 1;
    for (std::size_t count = most + 1; count-- > least;) {
        counts[parameter] = count;
        if (match(supplied, parameter + 1, place + count, counts))
            return true;
    }
    return false;
}

/// Finds the first argument that does not fit: parameters are matched one after the other, each as far as it goes.
bool Signature::reportMismatch(std::string_view supplied, const std::vector<Data>& arguments, Problem& problem) const
{
    std::size_t good = 0;
    for (const Parameter& parameter : m_parameters) {
        std::size_t count = 0;
        while (count < (parameter.many ? supplied.size() : 1) && good + count < supplied.size()
               && parameter.symbols.find(supplied[good + count]) != std::string::npos)
            ++count;
        if (count == 0 && !parameter.optional)
            break;
        good += count;
    }
    problem = {.code = "T0410", .value = good < arguments.size() ? arguments[good] : Data(), .index = static_cast<int>(good) + 1};
    return false;
}

bool Signature::checkItems(const Parameter& parameter, char symbol, std::size_t matched, Data& argument, std::size_t place, Problem& problem) const
{
    if (symbol == 'm')
        return true;
    bool fits = true;
    if (!parameter.subtype.empty()) {
        if (symbol != 'a') {
            fits = matched == 1 && parameter.subtype == std::string_view(&symbol, 1);
        } else {
            const auto items = argument.items();
            if (!items.empty() && symbolOf(items.front()) != parameter.subtype.front())
                fits = false;
            const char wanted = items.empty() ? 'm' : symbolOf(items.front());
            fits = fits && std::all_of(items.begin(), items.end(), [wanted](const Data& item) { return symbolOf(item) == wanted; });
        }
    }
    if (!fits) {
        problem = {.code = "T0412", .value = argument, .index = static_cast<int>(place) + 1, .text = pluralOf(parameter.subtype.front())};
        return false;
    }
    if (symbol != 'a')
        argument = Data::array({argument});
    return true;
}

Signature::Count Signature::count() const
{
    Count count;
    for (const Parameter& parameter : m_parameters) {
        count.least += parameter.optional ? 0 : 1;
        if (count.most != anyNumber)
            count.most = parameter.many ? anyNumber : count.most + 1;
    }
    return count;
}

bool Signature::validate(std::vector<Data>& arguments, const Data& context, Problem& problem) const
{
    std::string supplied;
    for (const Data& argument : arguments)
        supplied += symbolOf(argument);
    std::vector<std::size_t> counts(m_parameters.size());
    if (!match(supplied, 0, 0, counts))
        return reportMismatch(supplied, arguments, problem);

    std::vector<Data> validated;
    // An optional argument left out still takes a place: so the reference, which then hands on fewer of the rest.
    std::size_t place = 0;
    std::size_t symbol = 0;
    const auto argumentAt = [&arguments](std::size_t index) { return index < arguments.size() ? arguments[index] : Data(); };
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Parameter& parameter = m_parameters[i];
        if (counts[i] == 0 && parameter.context) {
            if (parameter.symbols.find(symbolOf(context)) == std::string::npos) {
                problem = {.code = "T0411", .value = context, .index = static_cast<int>(place) + 1};
                return false;
            }
            validated.push_back(context);
            continue;
        }
        if (counts[i] == 0) {
            validated.push_back(argumentAt(place++));
            continue;
        }
        for (std::size_t k = 0; k < counts[i]; ++k, ++place, ++symbol) {
            Data argument = argumentAt(place);
            if (parameter.type == 'a' && !checkItems(parameter, supplied[symbol], counts[i], argument, place, problem))
                return false;
            validated.push_back(std::move(argument));
        }
    }
    arguments = std::move(validated);
    return true;
}

} // namespace asl::query::jsonata
