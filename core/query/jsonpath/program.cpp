// What tokens say about themselves, and the normalised text of a path.

#include "core/query/jsonpath/program.h"

namespace asl::query::jsonpath {

namespace {

constexpr std::pair<std::string_view, Function> functionNames[] = {
    {"avg", Function::Average},   {"stddev", Function::StandardDeviation},
    {"sum", Function::Sum},       {"min", Function::Min},
    {"max", Function::Max},       {"concat", Function::Concat},
    {"length", Function::Length}, {"size", Function::Length},
    {"append", Function::Append}, {"keys", Function::Keys},
    {"first", Function::First},   {"last", Function::Last},
    {"index", Function::Index},
};

} // namespace

Function functionNamed(std::string_view name)
{
    for (const auto& [known, function] : functionNames)
        if (known == name)
            return function;
    return Function::Unknown;
}

bool Token::isDefinite() const
{
    switch (kind) {
    case Kind::Property:
        return properties.size() == 1 || leaf;
    case Kind::Index:
        return indexes.size() == 1;
    case Kind::Function:
        return true;
    case Kind::Slice:
    case Kind::Wildcard:
    case Kind::Scan:
    case Kind::Predicate:
        return false;
    }
    return false;
}

std::string Token::fragment() const
{
    std::string text;
    switch (kind) {
    case Kind::Property:
        for (const Data& property : properties) {
            text += text.empty() ? "[" : ",";
            text += quote;
            for (const char character : property.text()) {
                if (character == '\\' || character == '\'')
                    text += '\\';
                text += character;
            }
            text += quote;
        }
        return text + "]";
    case Kind::Index:
        for (const std::int32_t index : indexes)
            text += (text.empty() ? "[" : ",") + std::to_string(index);
        return text + "]";
    case Kind::Slice:
        return "[" + (from ? std::to_string(*from) : "") + ":" + (to ? std::to_string(*to) : "") + "]";
    case Kind::Wildcard:
        return "[*]";
    case Kind::Scan:
        return "..";
    case Kind::Predicate:
        return "[?]";
    case Kind::Function:
        return "." + functionName + (parameters.empty() ? "()" : "(...)");
    }
    return text;
}

std::string PathProgram::text(std::size_t tokenCount) const
{
    std::string whole = fromDocument ? "$" : "@";
    for (std::size_t i = 0; i < tokenCount && i < tokens.size(); ++i)
        whole += tokens[i].fragment();
    return whole;
}

} // namespace asl::query::jsonpath
