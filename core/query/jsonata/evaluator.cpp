// Walking the tree: everything but paths.

#include "core/query/jsonata/evaluator.h"

#include "core/query/jsonata/functions.h"

#include <cmath>

namespace asl::query::jsonata {

namespace {

const Symbol rootSymbol = symbolOf("$");

/// Without marks anywhere, for the service with Infinity and NaN as text. Recursion is limited by the depth that results
/// may have.
Data cleaned(const Data& value, JsonataDialect dialect)
{
    if (value.kind() == Data::Kind::Double && dialect == JsonataDialect::StepFunctions && !std::isfinite(value.asDouble()))
        return Data::string(std::isnan(value.asDouble()) ? "NaN" : value.asDouble() < 0 ? "-Infinity" : "Infinity");
    if (value.isArray()) {
        std::vector<Data> items;
        items.reserve(value.size());
        for (const Data& item : value.items())
            items.push_back(cleaned(item, dialect));
        return Data::arrayFrom(items);
    }
    if (value.isObject()) {
        std::vector<Member> members;
        members.reserve(value.size());
        for (const Member& member : value.members())
            members.push_back({member.key, cleaned(member.value, dialect)});
        return Data::objectFrom(members);
    }
    return value;
}

}

void Frame::bind(Symbol name, Data value)
{
    for (auto& [known, bound] : bindings) {
        if (known == name) {
            bound = std::move(value);
            return;
        }
    }
    bindings.emplace_back(name, std::move(value));
}

const Data* Frame::find(Symbol name) const
{
    for (const Frame* frame = this; frame; frame = frame->parent.get())
        for (const auto& [known, bound] : frame->bindings)
            if (known == name)
                return &bound;
    return nullptr;
}

std::size_t Procedure::arity() const
{
    switch (kind) {
    case Kind::Builtin: return row->arity;
    case Kind::Lambda: return parameters.size();
    case Kind::Partial: return holes.size();
    case Kind::Regex: return 2;
    case Kind::NextMatch: return 0;
    case Kind::Transform:
    case Kind::Chain: return 1;
    }
    return 0;
}

Evaluator::Evaluator(const EvaluationContext& context, const JsonataLimits& limits, JsonataDialect dialect)
    : m_context(context), m_limits(limits), m_dialect(dialect),
      m_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(limits.milliseconds))
{
}

Evaluator::~Evaluator()
{
    for (const FramePointer& frame : m_captured)
        frame->bindings.clear();
    for (const FramePointer& frame : m_captured)
        frame->parent.reset();
}

Data Evaluator::fail(Problem problem)
{
    if (!m_failed)
        m_problem = std::move(problem);
    m_failed = true;
    return {};
}

Data Evaluator::sequence(std::vector<Data>& items, std::uint8_t marks)
{
    if (items.size() > m_limits.sequence)
        return fail({.code = "D2015", .value = Data::integer(static_cast<std::int64_t>(m_limits.sequence))});
    for (const Data& item : items)
        noteMarks(item);
    Data array = Data::arrayFrom(items);
    array.setMarks(marks);
    return array;
}

bool Evaluator::withinText(std::size_t bytes)
{
    if (bytes > m_limits.text)
        fail({.code = "U1002"});
    return !m_failed;
}

bool Evaluator::withinTime()
{
    if ((++m_ticks & 0xFF) == 0 && std::chrono::steady_clock::now() > m_deadline)
        fail({.code = "U1001"});
    return !m_failed;
}

Data Evaluator::run(std::shared_ptr<const Syntax> syntax, const Data& input)
{
    m_stack.restart();
    m_syntax = std::move(syntax);
    m_root = input;
    const FramePointer frame = std::make_shared<Frame>(nullptr);
    capture(frame);
    m_currentFrame = frame;
    Data top = input;
    if (input.isArray() && !isSequence(input))
        top = Data::array({input}).withMarks(Sequence | OuterWrapper);
    Data result = evaluate(*m_syntax->root, top, frame);
    if (!m_failed && result.depth() > Data::maxDepth)
        fail({.code = "U1001"});
    if (m_failed)
        return {};
    return m_nestedMarks || m_nonFinite ? cleaned(result, m_dialect).withMarks(0) : result.withMarks(0);
}

void Evaluator::capture(const FramePointer& frame)
{
    for (FramePointer scope = frame; scope && !scope->captured; scope = scope->parent) {
        scope->captured = true;
        m_captured.push_back(scope);
    }
}

Data Evaluator::evaluate(const Node& node, const Data& input, const FramePointer& frame)
{
    if (m_failed)
        return {};
    if (++m_depth > m_limits.depth || m_stack.isExhausted()) {
        --m_depth;
        return fail({.code = "U1001", .position = node.position});
    }
    Data result = withinTime() ? evaluateNode(node, input, frame) : Data();
    --m_depth;
    if (m_failed)
        return {};
    for (const Stage& predicate : node.predicates) {
        result = PathEvaluator(*this, frame).filter(*predicate.filter, result);
        if (m_failed)
            return {};
    }
    if (node.type != NodeType::Path && node.group) {
        result = PathEvaluator(*this, frame).group(*node.group, result);
        if (m_failed)
            return {};
    }
    if (isSequence(result) && !has(result, TupleStream)) {
        if (node.keepArray)
            result.setMarks(result.marks() | KeepSingleton);
        if (result.size() == 0)
            return {};
        if (result.size() == 1 && !has(result, KeepSingleton)) {
            Data only = result.items().front();
            return only;
        }
    }
    return result;
}

Data Evaluator::evaluateNode(const Node& node, const Data& input, const FramePointer& frame)
{
    switch (node.type) {
    case NodeType::Path: return PathEvaluator(*this, frame).path(node, input);
    case NodeType::Binary: return binary(node, input, frame);
    case NodeType::Unary: return unary(node, input, frame);
    case NodeType::Name: return lookedUp(input, node.value);
    case NodeType::String:
    case NodeType::Number:
    case NodeType::Value: return node.value;
    case NodeType::Wildcard: return wildcard(*this, input);
    case NodeType::Descendant: return descendants(*this, input);
    case NodeType::Parent: return lookup(node.slot->label, {}, frame);
    case NodeType::Condition: {
        const Data condition = evaluate(*node.lhs, input, frame);
        if (m_failed)
            return {};
        if (truth(condition))
            return evaluate(*node.rhs, input, frame);
        return node.third ? evaluate(*node.third, input, frame) : Data();
    }
    case NodeType::Default:
    case NodeType::Coalesce: {
        Data value = evaluate(*node.lhs, input, frame);
        if (m_failed)
            return {};
        const bool stands = node.type == NodeType::Default ? truth(value) : !value.isUndefined();
        return stands ? value : evaluate(*node.third, input, frame);
    }
    case NodeType::Block: return block(node, input, frame);
    case NodeType::Bind: {
        Data value = evaluate(*node.rhs, input, frame);
        if (!m_failed)
            frame->bind(node.symbol, value);
        return value;
    }
    case NodeType::Regex: {
        auto procedure = std::make_shared<Procedure>();
        procedure->kind = Procedure::Kind::Regex;
        procedure->node = &node;
        procedure->regex = node.regex;
        return Data::function(std::move(procedure));
    }
    case NodeType::Function: return function(node, input, frame, nullptr);
    case NodeType::Variable: return variable(node, input, frame);
    case NodeType::Lambda: return lambda(node, input, frame);
    case NodeType::Partial: return partial(node, input, frame);
    case NodeType::Apply: return applyOperator(node, input, frame);
    case NodeType::Transform: {
        auto procedure = std::make_shared<Procedure>();
        procedure->kind = Procedure::Kind::Transform;
        procedure->node = &node;
        procedure->frame = frame;
        procedure->syntax = m_syntax;
        capture(frame);
        return Data::function(std::move(procedure));
    }
    case NodeType::Sort:
    case NodeType::Operator:
    case NodeType::End: break;
    }
    return {};
}

Data Evaluator::unary(const Node& node, const Data& input, const FramePointer& frame)
{
    if (node.op == Op::Object)
        return PathEvaluator(*this, frame).group(node, input);
    if (node.op == Op::Negate) {
        const Data value = evaluate(*node.lhs, input, frame);
        if (m_failed || value.isUndefined())
            return {};
        if (isNumeric(*this, value))
            return Data::number(-value.asDouble());
        return fail({.code = "D1002", .position = node.position, .token = node.text, .value = value});
    }
    std::vector<Data> items;
    for (const Node* item : node.items) {
        Data value = evaluate(*item, input, frame);
        if (m_failed)
            return {};
        if (value.isUndefined())
            continue;
        const bool isConstructor = item->type == NodeType::Unary && item->op == Op::Array;
        if (value.isArray() && !isConstructor)
            items.insert(items.end(), value.items().begin(), value.items().end());
        else
            items.push_back(std::move(value));
    }
    return sequence(items, node.constructsArray ? Constructed : 0);
}

Data Evaluator::binary(const Node& node, const Data& input, const FramePointer& frame)
{
    const Data lhs = evaluate(*node.lhs, input, frame);
    if (m_failed)
        return {};
    if (node.op == Op::And || node.op == Op::Or) {
        const bool decisive = node.op == Op::Or;
        if (truth(lhs) == decisive)
            return Data::boolean(decisive);
        const Data right = evaluate(*node.rhs, input, frame);
        if (!m_failed)
            return Data::boolean(truth(right));
        m_problem.position = node.position;
        m_problem.token = node.text;
        return {};
    }
    const Data rhs = evaluate(*node.rhs, input, frame);
    if (m_failed)
        return {};
    Data value = binaryValue(*this, node, lhs, rhs);
    if (m_failed) {
        m_problem.position = node.position;
        m_problem.token = node.text;
    }
    return value;
}

Data Evaluator::block(const Node& node, const Data& input, const FramePointer& frame)
{
    const FramePointer scope = node.needsFrame ? std::make_shared<Frame>(frame) : frame;
    Data result;
    for (const Node* item : node.items) {
        result = evaluate(*item, input, scope);
        if (m_failed)
            return {};
    }
    return result;
}

Data Evaluator::variable(const Node& node, const Data& input, const FramePointer& frame)
{
    if (node.value.text().empty())
        return has(input, OuterWrapper) && input.isArray() && input.size() > 0 ? input.items().front() : input;
    return lookup(node.symbol, node.value.text(), frame);
}

Data Evaluator::lookup(Symbol symbol, std::string_view name, const FramePointer& frame)
{
    if (const Data* bound = frame->find(symbol))
        return *bound;
    if (symbol == rootSymbol)
        return m_root;
    return builtin(symbol, name);
}

/// A variable of the caller, else a function of the table; looked for once in an evaluation.
const Data& Evaluator::builtin(Symbol symbol, std::string_view name)
{
    const auto [place, isNew] = m_builtins.try_emplace(symbol);
    if (!isNew)
        return place->second;
    const Variables* variables = m_context.variables;
    const auto found = variables ? variables->find(std::string(name)) : Variables::const_iterator();
    if (variables && found != variables->end()) {
        place->second = found->second;
    } else if (const FunctionRow* row = findFunction(name, m_dialect)) {
        auto procedure = std::make_shared<Procedure>();
        procedure->row = row;
        place->second = Data::function(std::move(procedure));
    }
    return place->second;
}

Data Evaluator::lambda(const Node& node, const Data& input, const FramePointer& frame)
{
    auto procedure = std::make_shared<Procedure>();
    procedure->kind = Procedure::Kind::Lambda;
    procedure->node = &node;
    procedure->syntax = m_syntax;
    procedure->frame = frame;
    procedure->input = input;
    procedure->parameters = node.parameters;
    if (!node.thunk)
        capture(frame); // a thunk is called at once and kept by nobody
    return Data::function(std::move(procedure));
}

std::string CallSite::token() const
{
    if (!callee)
        return {};
    if (callee->type == NodeType::Path)
        return std::string(callee->items.front()->value.text());
    return callee->type == NodeType::Variable ? std::string(callee->value.text()) : callee->text;
}

Data Evaluator::applyOperator(const Node& node, const Data& input, const FramePointer& frame)
{
    const Data first = evaluate(*node.lhs, input, frame);
    if (m_failed)
        return {};
    if (node.rhs->type == NodeType::Function) {
        Data result = function(*node.rhs, input, frame, &first);
        return result;
    }
    const Data called = evaluate(*node.rhs, input, frame);
    if (m_failed)
        return {};
    if (!called.isFunction())
        return fail({.code = "T2006", .position = node.position, .value = called});
    if (!first.isFunction())
        return apply(called, {first}, Data::null());
    auto chain = std::make_shared<Procedure>();
    chain->kind = Procedure::Kind::Chain;
    chain->arguments = {first, called};
    return Data::function(std::move(chain));
}

} // namespace asl::query::jsonata
