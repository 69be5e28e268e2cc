#pragma once
// The table of JSONata's functions: name, signature, summary, implementation.

#include "core/query/jsonata/evaluator.h"

#include <span>

namespace asl::query::jsonata {

/// What an implementation gets; arguments are checked against the signature and may be missing at the end.
struct Call
{
    Evaluator& evaluator;
    std::span<Data> arguments;
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
/// The function as a value.
const Data& functionOf(const FunctionRow& row);

// Implementations, by file.
std::span<const FunctionRow> textFunctions();
std::span<const FunctionRow> patternFunctions();
std::span<const FunctionRow> numberFunctions();
std::span<const FunctionRow> collectionFunctions();
std::span<const FunctionRow> higherFunctions();
std::span<const FunctionRow> serviceFunctions();

/// Whether the regular expression (a Procedure of kind Regex or NextMatch) finds something in the text at or after a byte.
/// `isNext`: there was a match before, so a match of nothing is an error.
bool searched(Evaluator& evaluator, const Procedure& expression, const Data& text, std::size_t from, bool isNext, std::vector<query::Regex::Group>& groups);
/// What a regular expression returns when it is called and finds something: {match, start, end, groups, next}.
Data matchObject(const Procedure& expression, const Data& text, std::span<const query::Regex::Group> groups);

} // namespace asl::query::jsonata
