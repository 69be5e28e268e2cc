#pragma once
// The table of JSONata's functions: name, signature, summary, implementation.

#include "core/query/jsonata/evaluator.h"

#include <span>

namespace asl::query::jsonata {

/// What an implementation gets; arguments are checked against the signature and may be missing at the end.
struct Call
{
    Evaluator& evaluator;
    std::vector<Data>& arguments;
    const Data& input;

    const Data& at(std::size_t place) const
    {
        static const Data none{};
        return place < arguments.size() ? arguments[place] : none;
    }
    Data fail(const char* code, Data value = {}, int index = 0) const
    {
        return evaluator.fail({.code = code, .value = std::move(value), .index = index});
    }
};

struct FunctionRow
{
    std::string_view name;
    std::string_view signature;
    std::string_view summary;
    std::uint8_t arity; ///< how many arguments a caller like $map passes at most
    Data (*call)(const Call& call);
    /// In which dialects it exists.
    enum class In : std::uint8_t { Both, Reference, StepFunctions } in = In::Both;
};

std::span<const FunctionRow> functionRows();
const FunctionRow* findFunction(std::string_view name, JsonataDialect dialect);
const Signature& signatureOf(const FunctionRow& row);

// Implementations, by file.
std::span<const FunctionRow> textFunctions();
std::span<const FunctionRow> patternFunctions();
std::span<const FunctionRow> numberFunctions();
std::span<const FunctionRow> collectionFunctions();
std::span<const FunctionRow> higherFunctions();
std::span<const FunctionRow> serviceFunctions();

/// The first match of `matcher` (a regular expression or a function of the user's) in `text`, or the next one after it.
struct Match
{
    bool found = false;
    std::string text;
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    std::vector<Data> groups;
    Data next;             ///< the function that finds the one after
    Data whole;            ///< the object as the user's functions see it
};
Match firstMatch(Evaluator& evaluator, const Data& matcher, const Data& text);
Match nextMatch(Evaluator& evaluator, const Match& match, const Data& text);
/// What a regular expression returns when it is called: {match, start, end, groups, next}, or undefined.
Data matchObject(Evaluator& evaluator, const std::shared_ptr<const query::Regex>& regex, const Node* node, const Data& text, std::size_t from,
                 bool isNext);

} // namespace asl::query::jsonata
