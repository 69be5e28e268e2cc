// Walking the tree: everything but paths, calls and operators.

#include "core/query/jsonata/evaluator.h"

#include "core/query/jsonata/functions.h"

#include <cmath>

namespace asl::query::jsonata {

namespace {

const Symbol rootSymbol = symbolOf("$");
const Data none{};

/// The value without marks anywhere and with functions as JSON has them (null in arrays, no member in objects), for the
/// service with Infinity and NaN as text; nothing when it is so already. Recursion is limited by the depth that results may have.
std::optional<Data> cleaned(const Data& value, JsonataDialect dialect)
{
    if (value.kind() == Data::Kind::Double && dialect == JsonataDialect::StepFunctions && !std::isfinite(value.asDouble()))
        return Data::string(std::isnan(value.asDouble()) ? "NaN" : value.asDouble() < 0 ? "-Infinity" : "Infinity");
    if (value.isArray()) {
        std::vector<Data> items;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Data& item = value.items()[i];
            std::optional<Data> clean = item.isFunction() ? Data::null() : cleaned(item, dialect);
            if (clean && items.empty())
                items.assign(value.items().begin(), value.items().end());
            if (clean)
                items[i] = *std::move(clean);
        }
        if (!items.empty())
            return Data::arrayFrom(items);
    } else if (value.isObject()) {
        std::vector<Member> members;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const Data& part = value.members()[i].value;
            std::optional<Data> clean = part.isFunction() ? Data() : cleaned(part, dialect);
            if (clean && members.empty())
                members.assign(value.members().begin(), value.members().end());
            if (clean)
                members[i].value = *std::move(clean);
        }
        if (!members.empty()) {
            std::erase_if(members, [](const Member& member) { return member.value.isUndefined(); });
            return Data::objectFrom(members);
        }
    }
    return value.marks() != 0 ? std::optional(value.withMarks(0)) : std::nullopt;
}

/// A value that evaluate() would change: sequences of one or none.
bool isMarkedArray(const Data& value) { return value.isArray() && value.marks() != 0; }

const Data& thunkMark()
{
    static const Data mark = [] {
        auto procedure = std::make_shared<Procedure>();
        procedure->kind = Procedure::Kind::Thunk;
        return Data::function(std::move(procedure));
    }();
    return mark;
}

bool isThunk(const Data& value) { return value.isFunction() && procedureIn(value).kind == Procedure::Kind::Thunk; }

} // namespace

Evaluator::Evaluator(const EvaluationContext& context, const JsonataLimits& limits, JsonataDialect dialect)
    : m_context(context), m_limits(limits), m_dialect(dialect)
{
}

Data Evaluator::fail(Problem problem)
{
    if (!m_failed)
        m_problem = std::move(problem);
    m_failed = true;
    return {};
}

Data Evaluator::sequence(std::span<Data> items, std::uint8_t marks)
{
    if (items.size() > m_limits.sequence)
        return fail({.code = "D2015", .value = Data::integer(static_cast<std::int64_t>(m_limits.sequence))});
    if ((marks & TupleStream) == 0)
        for (const Data& item : items)
            noteMarks(item);
    Data array = Data::arrayFrom(items);
    array.setMarks(marks);
    return withinTime(items.size() / itemsPerStep) && withinDepth(array) ? array : Data();
}

bool Evaluator::withinDepth(const Data& value)
{
    if (value.depth() > Data::maxDepth)
        fail({.code = "U1001"});
    return !m_failed;
}

namespace {

/// Takes the parts of the value from the budget, each as often as it is met; false when that is not enough.
bool isWithin(const Data& value, std::size_t& budget)
{
    const std::size_t own = 1 + (value.kind() == Data::Kind::String ? value.text().size() : value.size());
    if (own > budget)
        return false;
    budget -= own;
    for (const Data& item : value.items())
        if (item.kind() >= Data::Kind::String && !isWithin(item, budget))
            return false;
    for (const Member& member : value.members())
        if (member.value.kind() >= Data::Kind::String && !isWithin(member.value, budget))
            return false;
    return true;
}

} // namespace

/// Values share their parts, so a small one can stand for an endless text.
bool Evaluator::withinSize(const Data& value)
{
    std::size_t budget = m_limits.text * 2;
    if (value.kind() >= Data::Kind::String && !isWithin(value, budget))
        fail({.code = "U1002"});
    return !m_failed;
}

bool Evaluator::withinText(std::size_t bytes)
{
    if (bytes > m_limits.text)
        fail({.code = "U1002"});
    return withinTime(bytes / bytesPerStep);
}

/// The clock starts at the first look: an evaluation without loops is over before.
void Evaluator::checkTime()
{
    m_nextCheck = m_steps + stepsBetweenChecks;
    if (m_steps > m_limits.steps) {
        fail({.code = "U1001"});
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (m_deadline == std::chrono::steady_clock::time_point())
        m_deadline = now + std::chrono::milliseconds(m_limits.milliseconds);
    else if (now > m_deadline)
        fail({.code = "U1001"});
}

Data Evaluator::run(const Syntax& syntax, const Data& input)
{
    m_stack.restart();
    m_root = input;
    m_isDynamic = syntax.isDynamic;
    if (m_context.variables)
        m_globals.assign(syntax.globals.size(), unbound());
    const FramePointer frame = m_frames.make(nullptr, syntax.slotNames);
    m_currentFrame = frame.get();
    Data top = input;
    if (input.isArray() && !isSequence(input))
        top = Data::array({input}).withMarks(Sequence | OuterWrapper);
    Data result = evaluate(*syntax.root, top, *frame);
    if (!withinDepth(result) || !withinSize(result))
        return {};
    if (m_nestedMarks || m_nonFinite)
        if (auto clean = cleaned(result, m_dialect))
            return *std::move(clean);
    return result.withMarks(0);
}

/// The value that names lead to from object to object; null when there is anything but objects on the way.
const Data* Evaluator::memberAt(const Node& path, std::size_t first, const Data& start) const
{
    const Data* value = &start;
    for (std::size_t i = first; i < path.items.size(); ++i) {
        if (!value->isObject())
            return value->isArray() ? nullptr : &none;
        const Node& name = *path.items[i];
        value = memberOf(*value, name);
        if (!value)
            return &none;
    }
    return isMarkedArray(*value) ? nullptr : value;
}

const Data& Evaluator::look(const Node& node, const Data& input, Frame& frame, Data& scratch)
{
    if (m_failed)
        return none;
    if (isShallow()) {
        switch (node.shortcut) {
        case Shortcut::Literal: return node.value;
        case Shortcut::Input:
            if (!isMarkedArray(input))
                return input;
            break;
        case Shortcut::Names:
            if (const Data* value = memberAt(node, 0, input))
                return *value;
            break;
        case Shortcut::Slot:
            if (const Data& value = lookup(node, frame); !isMarkedArray(value))
                return scratch = value;
            break;
        case Shortcut::SlotNames:
            if (const Data* value = memberAt(node, 1, lookup(*node.items.front(), frame)))
                return scratch = *value;
            break;
        case Shortcut::None: break;
        }
    }
    return scratch = evaluate(node, input, frame);
}

Data Evaluator::evaluate(const Node& node, const Data& input, Frame& frame)
{
    if (m_failed)
        return {};
    if (node.shortcut != Shortcut::None && isShallow()) {
        const Data* value = nullptr;
        switch (node.shortcut) {
        case Shortcut::Literal: return node.value;
        case Shortcut::Input: value = &input; break;
        case Shortcut::Slot: value = &lookup(node, frame); break;
        case Shortcut::Names: value = memberAt(node, 0, input); break;
        case Shortcut::SlotNames: value = memberAt(node, 1, lookup(*node.items.front(), frame)); break;
        case Shortcut::None: break;
        }
        if (value && !isMarkedArray(*value))
            return *value;
    }
    if (++m_depth > m_limits.depth || m_stack.isExhausted()) {
        --m_depth;
        return fail({.code = "U1001", .position = node.position});
    }
    Data result = withinTime() ? evaluateNode(node, input, frame) : Data();
    --m_depth;
    if (m_failed)
        return {};
    return node.isTrailed || isMarkedArray(result) ? finished(node, std::move(result), frame) : result;
}

/// Predicates and grouping; a sequence of one value is that value.
Data Evaluator::finished(const Node& node, Data result, Frame& frame)
{
    if (node.isTrailed) {
        TailCall tail;
        if (isThunk(result))
            tail = m_tail; // a filter may make calls of its own
        for (const Stage& predicate : node.predicates) {
            result = PathEvaluator(*this, frame).filter(*predicate.filter, result);
            if (m_failed)
                return {};
        }
        if (node.type != NodeType::Path && node.group)
            result = PathEvaluator(*this, frame).group(*node.group, result);
        if (m_failed)
            return {};
        if (tail.call)
            m_tail = std::move(tail);
    }
    if (!isSequence(result) || has(result, TupleStream))
        return result;
    if (node.keepArray)
        result.setMarks(result.marks() | KeepSingleton);
    if (result.size() == 0)
        return {};
    if (result.size() == 1 && !has(result, KeepSingleton)) {
        Data only = result.items().front();
        return only;
    }
    return result;
}

Data Evaluator::evaluateNode(const Node& node, const Data& input, Frame& frame)
{
    switch (node.type) {
    case NodeType::Path: return PathEvaluator(*this, frame).path(node, input);
    case NodeType::Binary: return binary(node, input, frame);
    case NodeType::Unary: return unary(node, input, frame);
    case NodeType::Name: return lookedUp(*this, input, node.value);
    case NodeType::String:
    case NodeType::Number:
    case NodeType::Value:
    case NodeType::Regex: return node.value;
    case NodeType::Wildcard: return wildcard(*this, input);
    case NodeType::Descendant: return descendants(*this, input);
    case NodeType::Condition: {
        Data scratch;
        const bool holds = truth(*this, look(*node.lhs, input, frame, scratch));
        if (m_failed)
            return {};
        if (holds)
            return evaluate(*node.rhs, input, frame);
        return node.third ? evaluate(*node.third, input, frame) : Data();
    }
    case NodeType::Default:
    case NodeType::Coalesce: {
        Data value = evaluate(*node.lhs, input, frame);
        if (m_failed)
            return {};
        const bool stands = node.type == NodeType::Default ? truth(*this, value) : !value.isUndefined();
        return stands ? value : evaluate(*node.third, input, frame);
    }
    case NodeType::Block: return block(node, input, frame);
    case NodeType::Bind: {
        Data value = evaluate(*node.rhs, input, frame);
        if (!m_failed)
            bind(node, value, frame);
        return value;
    }
    case NodeType::Function: return function(node, input, frame, nullptr);
    case NodeType::Variable:
        if (node.value.text().empty())
            return has(input, OuterWrapper) && input.isArray() && input.size() > 0 ? input.items().front() : input;
        return lookup(node, frame);
    case NodeType::Parent: return lookup(node, frame);
    case NodeType::Lambda: return lambda(node, input, frame);
    case NodeType::Partial: return partial(node, input, frame);
    case NodeType::Apply: return applyOperator(node, input, frame);
    case NodeType::Transform: {
        auto procedure = std::make_shared<Procedure>();
        procedure->kind = Procedure::Kind::Transform;
        procedure->node = &node;
        procedure->frame = FramePointer::sharing(frame);
        return Data::function(std::move(procedure));
    }
    case NodeType::Sort:
    case NodeType::Operator:
    case NodeType::End: break;
    }
    return {};
}

Data Evaluator::block(const Node& node, const Data& input, Frame& frame)
{
    FramePointer own;
    if (node.ownsFrame)
        own = m_frames.make(&frame, node.slotNames);
    else
        for (std::uint32_t i = 0; i < node.slotCount; ++i)
            frame.slots()[node.firstSlot + i] = unbound();
    Frame& scope = own ? *own : frame;
    Data result;
    for (const Node* item : node.items) {
        result = evaluate(*item, input, scope);
        if (m_failed)
            return {};
    }
    return result;
}

void Evaluator::bind(const Node& node, Data value, Frame& frame)
{
    if (m_isDynamic)
        frame.bind(node.symbol, std::move(value));
    else
        frame.at(node.place) = std::move(value);
}

const Data& Evaluator::lookup(const Node& node, Frame& frame)
{
    if (m_isDynamic)
        return lookupByName(node, frame);
    if (node.isBound) {
        if (const Data& value = frame.at(node.place); !isUnbound(value))
            return value;
        for (const Place place : node.otherPlaces)
            if (const Data& value = frame.at(place); !isUnbound(value))
                return value;
    }
    if (node.type == NodeType::Parent)
        return none;
    return node.symbol == rootSymbol ? m_root : global(node);
}

const Data& Evaluator::lookupByName(const Node& node, Frame& frame)
{
    static const Symbol clone = symbolOf("clone");
    const Symbol symbol = node.type == NodeType::Parent ? node.slot->label : node.type == NodeType::Transform ? clone : node.symbol;
    if (const Data* bound = frame.find(symbol))
        return *bound;
    if (node.type == NodeType::Parent)
        return none;
    return symbol == rootSymbol ? m_root : global(symbol, node.builtin);
}

/// A variable of the caller, else a function of the table; looked for once in an evaluation.
const Data& Evaluator::global(const Node& node)
{
    if (m_globals.empty())
        return node.builtin ? functionOf(*node.builtin) : none;
    Data& known = m_globals[node.global];
    if (isUnbound(known)) {
        static const Symbol clone = symbolOf("clone");
        known = global(node.type == NodeType::Transform ? clone : node.symbol, node.builtin);
    }
    return known;
}

const Data& Evaluator::global(Symbol symbol, const FunctionRow* builtin)
{
    const auto [place, isNew] = m_globalsByName.try_emplace(symbol);
    if (!isNew)
        return place->second;
    const Variables* variables = m_context.variables;
    const auto found = variables ? variables->find(nameOf(symbol)) : nullptr;
    if (found)
        place->second = found->second;
    else if (builtin)
        place->second = functionOf(*builtin);
    return place->second;
}

Data Evaluator::lambda(const Node& node, const Data& input, Frame& frame)
{
    if (node.thunk) {
        m_tail = {node.lhs, FramePointer::sharing(frame), input};
        return thunkMark();
    }
    auto procedure = std::make_shared<Procedure>();
    procedure->kind = Procedure::Kind::Lambda;
    procedure->node = &node;
    procedure->frame = FramePointer::sharing(frame);
    procedure->input = input;
    return Data::function(std::move(procedure));
}

Data Evaluator::applyOperator(const Node& node, const Data& input, Frame& frame)
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
        return apply(called, Arguments({first}), Data::null());
    auto chain = std::make_shared<Procedure>();
    chain->kind = Procedure::Kind::Chain;
    chain->arguments = {first, called};
    return Data::function(std::move(chain));
}

} // namespace asl::query::jsonata
