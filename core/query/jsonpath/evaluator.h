#pragma once
// Evaluation of compiled paths over Data. Failures are statuses, not texts: most of them are swallowed on the way
// (a wildcard skips what misses a member), so the text is made only for the one that is reported.

#include "core/query/jsonpath/program.h"

#include <unordered_map>

namespace asl::query::jsonpath {

enum class Status : std::uint8_t { Ok, NotFound, Invalid, OutOfBounds, Failed };

/// What one evaluation may cost, nested paths of filters included.
struct Budget
{
    std::uint64_t steps = 20'000'000;
    int depth = 3000;
};

/// What a failing evaluation was doing.
struct Failure
{
    enum class Kind : std::uint8_t {
        None,
        NoResults,
        MissingProperty,
        NotObject,
        NotArray,
        NullArray,
        PrimitiveFilter,
        Function,
        Budget
    };
    Kind kind = Kind::None;
    std::size_t token = 0;
    std::string detail;
};

class Evaluator
{
public:
    Evaluator(const PathProgram& path, const Data& document, Budget& budget, bool requireProperties = false)
        : m_path(path), m_document(document), m_budget(budget), m_requireProperties(requireProperties)
    {
    }

    /// The path's value over `model`: of a definite path the value, else an array.
    Status evaluate(const Data& model, Data& result);
    const Failure& failure() const { return m_failure; }
    std::string failureText() const;
    /// The path's last step, when it leads outside of an array that is there: "[7]".
    std::string indexOutside() const;

private:
    friend struct FilterContext;

    Status run(std::size_t token, const Data* model);
    Status index(std::size_t token, const Data& array, std::int64_t index);
    Status slice(std::size_t token, const Data& array);
    Status wildcard(std::size_t token, const Data& model);
    Status predicate(std::size_t token, const Data& array);
    Status manyProperties(std::size_t token, const Data& object);
    Status mergedProperties(const Token& token, const Data& object);
    Status missing(std::size_t token, bool leaf);
    Status walk(std::size_t token, const Data& model);
    Status walkParts(std::size_t token, const Data& model);
    Status matches(const Token& token, const Data& model, bool& answer);
    Status accept(const Token& token, const Data& item, bool& answer);
    Status call(const Token& token, std::size_t place, const Data& model, Data& result);
    Status fail(Status status, Failure::Kind kind, std::size_t token, std::string detail = {});
    bool spend();
    bool hiddenByScan() const;

    const PathProgram& m_path;
    const Data& m_document;
    Budget& m_budget;
    bool m_requireProperties;
    bool m_endsOutside = false;
    std::int64_t m_scannedIndex = -1; ///< of the array item that a deep scan handed to the last token
    std::vector<Data> m_results;
    Failure m_failure;
    std::unordered_map<const Operand*, Data> m_documentValues; // of `$` paths in filters
};

/// Whether a filter holds for an item. Invalid and NotFound mean "no" to who asks.
struct FilterContext
{
    const Data& item;
    const Data& document;
    Budget& budget;
    std::unordered_map<const Operand*, Data>& documentValues;

    Status holds(const Filter& filter, bool& answer) const;
};

/// A function's value for `model`; `arguments` are the values of its parameters. `why` says what was wrong.
Status callFunction(const Token& token, const Data& model, const std::vector<Data>& arguments, Data& result,
                    std::string& why);

} // namespace asl::query::jsonpath
