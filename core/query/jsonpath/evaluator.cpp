// Walking a value along the tokens of a path. Native recursion goes into the data (whose depth is limited) and is
// counted.

#include "core/query/jsonpath/evaluator.h"

#include "core/data/json.h"

#include <algorithm>

namespace asl::query::jsonpath {

namespace {

/// Counts one level of native recursion.
class Level
{
public:
    explicit Level(Budget& budget) : m_budget(budget) { --m_budget.depth; }
    ~Level() { ++m_budget.depth; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    bool tooDeep() const { return m_budget.depth < 0; }

private:
    Budget& m_budget;
};

} // namespace

bool Evaluator::spend()
{
    if (m_budget.steps == 0)
        return false;
    --m_budget.steps;
    return true;
}

Status Evaluator::fail(Status status, Failure::Kind kind, std::size_t token, std::string detail)
{
    m_failure = {kind, token, std::move(detail)};
    return status;
}

Status Evaluator::evaluate(const Data& model, Data& result)
{
    const Level level(m_budget);
    if (level.tooDeep())
        return fail(Status::Failed, Failure::Kind::Budget, 0);
    const Status status = run(0, &model);
    if (status != Status::Ok)
        return status;
    if (!m_path.definite) {
        result = Data::arrayFrom(m_results);
        return Status::Ok;
    }
    if (m_results.empty())
        return fail(Status::NotFound, Failure::Kind::NoResults, m_path.tokens.size());
    result = std::move(m_results.back());
    return Status::Ok;
}

Status Evaluator::missing(std::size_t token, bool leaf)
{
    const Token& here = m_path.tokens[token];
    if (leaf) {
        if (!m_requireProperties)
            return Status::Ok;
        return fail(Status::NotFound, Failure::Kind::NoResults, m_path.tokens.size());
    }
    if (!(here.upstreamDefinite && here.isDefinite()) && !m_requireProperties)
        return Status::Ok;
    return fail(Status::NotFound, Failure::Kind::MissingProperty, token);
}

/// Once a deep scan has gone through an array, members count only behind the index that stands before the last token.
/// (For Jayway that holds until the evaluation ends, so `$..*.a` loses most of what one would expect.)
bool Evaluator::hiddenByScan() const
{
    if (m_scannedIndex < 0)
        return false;
    const Token& before = m_path.tokens[m_path.tokens.size() - 2];
    return before.kind != Token::Kind::Index || before.indexes.size() != 1 || before.indexes.front() != m_scannedIndex;
}

Status Evaluator::run(std::size_t token, const Data* model)
{
    Data held; // what a function returned
    for (;; ++token) {
        if (token == m_path.tokens.size()) {
            if (m_results.empty())
                m_results.reserve(8);
            m_results.push_back(*model);
            return Status::Ok;
        }
        if (!spend())
            return fail(Status::Failed, Failure::Kind::Budget, token);
        const Token& here = m_path.tokens[token];
        switch (here.kind) {
        case Token::Kind::Property: {
            if (!model->isObject()) {
                if (!here.upstreamDefinite)
                    return Status::Ok;
                return fail(Status::NotFound, Failure::Kind::NotObject, token);
            }
            if (here.properties.size() > 1)
                return here.leaf ? mergedProperties(here, *model) : manyProperties(token, *model);
            const Data* value = model->find(here.properties.front());
            if (!value)
                return missing(token, here.leaf);
            if (here.leaf && hiddenByScan())
                return Status::Ok;
            model = value;
            break;
        }
        case Token::Kind::Index:
        case Token::Kind::Slice:
            if (!model->isArray()) {
                if (!here.upstreamDefinite)
                    return Status::Ok;
                return fail(Status::NotFound, model->isNull() ? Failure::Kind::NullArray : Failure::Kind::NotArray,
                            token);
            }
            if (here.kind == Token::Kind::Slice)
                return slice(token, *model);
            if (here.indexes.size() == 1)
                return index(token, *model, here.indexes.front());
            for (const std::int32_t place : here.indexes)
                if (const Status status = index(token, *model, place); status != Status::Ok)
                    return status;
            return Status::Ok;
        case Token::Kind::Wildcard:
            return wildcard(token, *model);
        case Token::Kind::Scan:
            if (here.leaf)
                return fail(Status::Failed, Failure::Kind::Function, token, "Current path token is a leaf");
            return walk(token + 1, *model);
        case Token::Kind::Predicate:
            if (model->isArray())
                return predicate(token, *model);
            if (!model->isObject())
                return here.upstreamDefinite ? fail(Status::Invalid, Failure::Kind::PrimitiveFilter, token)
                                             : Status::Ok;
            {
                bool accepted = false;
                if (const Status status = accept(here, *model, accepted); status != Status::Ok || !accepted)
                    return status;
            }
            break;
        case Token::Kind::Function: {
            Data result;
            if (const Status status = call(here, token, *model, result); status != Status::Ok)
                return status;
            held = std::move(result);
            model = &held;
            if (!here.leaf)
                m_results.push_back(held); // a function adds its value even when the path goes on
            break;
        }
        }
    }
}

/// An index outside the array is no result; so is the failure of a function that looks outside its array behind one.
Status Evaluator::index(std::size_t token, const Data& array, std::int64_t index)
{
    const auto size = static_cast<std::int64_t>(array.size());
    const std::int64_t place = index < 0 ? size + index : index;
    if (place < 0 || place >= size) {
        m_endsOutside = token + 1 == m_path.tokens.size();
        return Status::Ok;
    }
    const Level level(m_budget);
    if (level.tooDeep())
        return fail(Status::Failed, Failure::Kind::Budget, token);
    const Status status = run(token + 1, &array.items()[static_cast<std::size_t>(place)]);
    return status == Status::OutOfBounds ? Status::Ok : status;
}

/// Between two bounds negative places count from the end one by one, as in Jayway: [-2:1] is the last two and the
/// first.
Status Evaluator::slice(std::size_t token, const Data& array)
{
    const Token& here = m_path.tokens[token];
    const auto size = static_cast<std::int64_t>(array.size());
    std::int64_t from = here.from.value_or(0);
    std::int64_t to = here.to.value_or(static_cast<std::int32_t>(size));
    if (here.from && !here.to)
        from = std::max<std::int64_t>(0, from < 0 ? size + from : from);
    else if (!here.from && to < 0)
        to += size;
    to = std::min(size, to);
    for (std::int64_t i = std::max(from, -size); i < to; ++i)
        if (const Status status = index(token, array, i); status != Status::Ok)
            return status;
    return Status::Ok;
}

Status Evaluator::wildcard(std::size_t token, const Data& model)
{
    const Level level(m_budget);
    if (level.tooDeep())
        return fail(Status::Failed, Failure::Kind::Budget, token);
    for (const Member& member : model.members()) {
        if (m_path.tokens[token].leaf && hiddenByScan())
            continue;
        if (const Status status = run(token + 1, &member.value); status != Status::Ok)
            return status;
    }
    for (const Data& item : model.items()) {
        const Status status = run(token + 1, &item);
        const bool swallowed = status == Status::OutOfBounds || (status == Status::NotFound && !m_requireProperties);
        if (status != Status::Ok && !swallowed)
            return status;
    }
    return Status::Ok;
}

Status Evaluator::predicate(std::size_t token, const Data& array)
{
    for (std::size_t i = 0; i < array.size(); ++i) {
        bool accepted = false;
        if (!spend())
            return fail(Status::Failed, Failure::Kind::Budget, token);
        if (const Status status = accept(m_path.tokens[token], array.items()[i], accepted); status != Status::Ok)
            return status;
        if (!accepted)
            continue;
        if (const Status status = index(token, array, static_cast<std::int64_t>(i)); status != Status::Ok)
            return status;
    }
    return Status::Ok;
}

Status Evaluator::manyProperties(std::size_t token, const Data& object)
{
    const Level level(m_budget);
    if (level.tooDeep())
        return fail(Status::Failed, Failure::Kind::Budget, token);
    for (const Data& property : m_path.tokens[token].properties) {
        const Data* value = object.find(property);
        const Status status = value ? run(token + 1, value) : missing(token, false);
        if (status != Status::Ok)
            return status;
    }
    return Status::Ok;
}

Status Evaluator::mergedProperties(const Token& token, const Data& object)
{
    ObjectBuilder merged;
    for (const Data& property : token.properties) {
        if (const Data* value = object.find(property))
            merged.set(property, *value);
        else if (m_requireProperties)
            return fail(Status::NotFound, Failure::Kind::NoResults, m_path.tokens.size());
    }
    m_results.push_back(std::move(merged).build());
    return Status::Ok;
}

Status Evaluator::matches(const Token& token, const Data& model, bool& answer)
{
    answer = false;
    switch (token.kind) {
    case Token::Kind::Property:
        answer = model.isObject();
        if (answer && !m_requireProperties && token.isDefinite())
            answer = std::all_of(token.properties.begin(), token.properties.end(),
                                 [&](const Data& key) { return model.find(key); });
        return Status::Ok;
    case Token::Kind::Index:
    case Token::Kind::Slice:
        answer = model.isArray();
        return Status::Ok;
    case Token::Kind::Wildcard:
        answer = true;
        return Status::Ok;
    case Token::Kind::Predicate:
        return accept(token, model, answer);
    case Token::Kind::Scan:
    case Token::Kind::Function:
        return Status::Ok;
    }
    return Status::Ok;
}

/// Deep scan for the token behind `..`, document order.
Status Evaluator::walk(std::size_t token, const Data& model)
{
    if (!model.isObject() && !model.isArray())
        return Status::Ok;
    const Level level(m_budget);
    if (level.tooDeep() || !spend())
        return fail(Status::Failed, Failure::Kind::Budget, token);
    const Token& target = m_path.tokens[token];
    bool matched = false;
    if (const Status status = matches(target, model, matched); status != Status::Ok)
        return status;
    if (matched && (model.isObject() || target.leaf)) {
        if (const Status status = run(token, &model); status != Status::Ok)
            return status;
    } else if (matched) {
        // Of an array Jayway goes on with every item, whichever of them the token names, and has the last token sort
        // out the members of the others.
        for (std::size_t i = 0; i < model.size(); ++i) {
            if (m_path.tokens[token + 1].leaf)
                m_scannedIndex = static_cast<std::int64_t>(i);
            if (const Status status = run(token + 1, &model.items()[i]); status != Status::Ok)
                return status;
        }
    }
    return walkParts(token, model);
}

Status Evaluator::walkParts(std::size_t token, const Data& model)
{
    for (const Data& item : model.items())
        if (const Status status = walk(token, item); status != Status::Ok)
            return status;
    for (const Member& member : model.members())
        if (const Status status = walk(token, member.value); status != Status::Ok)
            return status;
    return Status::Ok;
}

Status Evaluator::accept(const Token& token, const Data& item, bool& answer)
{
    const Level level(m_budget);
    answer = false;
    if (level.tooDeep())
        return fail(Status::Failed, Failure::Kind::Budget, 0);
    bool holds = false;
    const Status status = FilterContext{item, m_document, m_budget, m_documentValues}.holds(*token.filter, holds);
    if (status == Status::Invalid || status == Status::NotFound)
        return Status::Ok;
    if (status != Status::Ok)
        return fail(status, m_budget.steps == 0 ? Failure::Kind::Budget : Failure::Kind::Function, 0,
                    "The filter cannot be applied");
    answer = holds;
    return Status::Ok;
}

Status Evaluator::call(const Token& token, std::size_t place, const Data& model, Data& result)
{
    if (token.function == Function::Unknown)
        return fail(Status::Invalid, Failure::Kind::Function, place,
                    "Function with name: " + token.functionName + " does not exist.");
    std::vector<Data> arguments;
    for (const Parameter& parameter : token.parameters) {
        Data value;
        if (parameter.path) {
            Evaluator evaluator(*parameter.path, m_document, m_budget);
            if (const Status status = evaluator.evaluate(m_document, value); status != Status::Ok)
                return fail(status, Failure::Kind::Function, place, evaluator.failureText());
        } else if (parameter.json) {
            value = *parameter.json;
        } else {
            return fail(Status::Invalid, Failure::Kind::Function, place,
                        "An argument of " + token.functionName + "() is no JSON");
        }
        arguments.push_back(std::move(value));
    }
    if (token.function == Function::Length && !token.parameters.empty()) {
        const Parameter& counted = token.parameters.front();
        if (!counted.children)
            return fail(Status::Failed, Failure::Kind::Function, place, "length() needs a path");
        Data children;
        Evaluator evaluator(*counted.children, model, m_budget);
        if (const Status status = evaluator.evaluate(model, children); status != Status::Ok)
            return fail(status, Failure::Kind::Function, place, evaluator.failureText());
        if (children.isArray()) {
            result = Data::integer(static_cast<std::int64_t>(children.size()));
            return Status::Ok;
        }
    }
    std::string why;
    const Status status = callFunction(token, model, arguments, result, why);
    return status == Status::Ok ? status : fail(status, Failure::Kind::Function, place, std::move(why));
}

std::string Evaluator::indexOutside() const
{
    return m_endsOutside && m_failure.kind == Failure::Kind::NoResults ? m_path.tokens.back().fragment()
                                                                       : std::string();
}

std::string Evaluator::failureText() const
{
    switch (m_failure.kind) {
    case Failure::Kind::None:
        return {};
    case Failure::Kind::NoResults:
        return "No results for path: " + m_path.text(m_path.tokens.size());
    case Failure::Kind::MissingProperty:
        return "Missing property in path " + m_path.text(m_failure.token + 1);
    case Failure::Kind::NotObject:
        return "Expected to find an object with property " + m_path.tokens[m_failure.token].fragment() + " in path " +
               m_path.text(m_failure.token);
    case Failure::Kind::NotArray:
        return "Filter: " + m_path.tokens[m_failure.token].fragment() + " can only be applied to arrays.";
    case Failure::Kind::NullArray:
        return "The path " + m_path.text(m_failure.token) + " is null";
    case Failure::Kind::PrimitiveFilter:
        return "Filter: [?] can not be applied to primitives.";
    case Failure::Kind::Function:
        return m_failure.detail;
    case Failure::Kind::Budget:
        return "The path visits too many values";
    }
    return {};
}

} // namespace asl::query::jsonpath
