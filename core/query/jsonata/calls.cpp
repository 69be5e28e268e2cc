// Calling functions: arguments, signatures, tail calls, partial application.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/functions.h"

namespace asl::query::jsonata {

namespace {

bool isPlainLambda(const Procedure& procedure) { return procedure.kind == Procedure::Kind::Lambda && !procedure.isBound && !procedure.node->signature; }

bool isTailCall(const Data& result) { return result.isFunction() && procedureIn(result).kind == Procedure::Kind::Thunk; }

} // namespace

/// Functions can hold functions in long chains, which must not be destroyed by recursion.
Procedure::~Procedure()
{
    struct Remains
    {
        int depth = 0;
        std::vector<Data> values;
    };
    constexpr int deepest = 32;
    thread_local Remains later;
    if (later.depth == deepest) {
        later.values.push_back(std::move(input));
        std::move(arguments.begin(), arguments.end(), std::back_inserter(later.values));
        return;
    }
    ++later.depth;
    arguments.clear();
    input = Data();
    while (later.depth == 1 && !later.values.empty()) {
        const Data value = std::move(later.values.back());
        later.values.pop_back();
    }
    --later.depth;
}

std::size_t Procedure::arity() const
{
    switch (kind) {
    case Kind::Builtin: return row->arity;
    case Kind::Lambda: return isBound ? holes.size() : node->parameters.size();
    case Kind::Partial: return holes.size();
    case Kind::Regex: return 2;
    case Kind::Thunk:
    case Kind::NextMatch: return 0;
    case Kind::Transform:
    case Kind::Chain: return 1;
    }
    return 0;
}

void Arguments::assign(std::vector<Data> all)
{
    m_size = 0;
    m_many.clear();
    if (all.size() > m_few.size()) {
        m_many = std::move(all);
        return;
    }
    for (Data& value : all)
        m_few[m_size++] = std::move(value);
}

void Arguments::addToMany(Data value)
{
    if (m_many.empty())
        m_many.assign(std::make_move_iterator(m_few.begin()), std::make_move_iterator(m_few.end()));
    m_many.push_back(std::move(value));
}

std::string CallSite::token() const
{
    if (!callee)
        return {};
    if (callee->type == NodeType::Path)
        return std::string(callee->items.front()->value.text());
    return callee->type == NodeType::Variable ? std::string(callee->value.text()) : callee->text;
}

/// Whether a function or variable has the name that was written without `$`.
bool Evaluator::isKnown(const Node& callee, Frame& frame)
{
    if (callee.type != NodeType::Path)
        return false;
    const std::string name = CallSite{&callee}.token();
    const Symbol symbol = symbolOf(name);
    return frame.find(symbol) || !global(symbol, findFunction(name, m_dialect)).isUndefined();
}

/// Says where the call is that failed, if that is not known better.
void Evaluator::annotate(const CallSite& site, bool keepPosition)
{
    if (m_problem.token.empty())
        m_problem.token = site.token();
    if (site.position && !(keepPosition && m_problem.position))
        m_problem.position = site.position;
}

Data Evaluator::function(const Node& node, const Data& input, Frame& frame, const Data* first)
{
    const Data procedure = evaluate(*node.procedure, input, frame);
    if (m_failed)
        return {};
    if (procedure.isUndefined() && isKnown(*node.procedure, frame))
        return fail({.code = "T1005", .position = node.position, .token = CallSite{node.procedure}.token()});
    // A function that came as an argument does not know where it is called.
    const bool isWrapped = procedure.isFunction() && has(procedure, Wrapped);
    const CallSite site{node.procedure, node.position};
    Data result;
    if (procedure.isFunction() && !isWrapped && isPlainLambda(procedureIn(procedure))) {
        if (!callLambda(node, procedureIn(procedure), input, frame, first, result))
            return {};
    } else {
        Arguments arguments;
        if (first)
            arguments.add(*first);
        if (!addArguments(node, input, frame, arguments))
            return {};
        Frame* before = std::exchange(m_currentFrame, &frame);
        result = apply(procedure, std::move(arguments), input, isWrapped ? CallSite{} : site);
        m_currentFrame = before;
    }
    if (m_failed)
        annotate(site, true);
    return result;
}

bool Evaluator::addArguments(const Node& node, const Data& input, Frame& frame, Arguments& arguments)
{
    for (const Node* item : node.items) {
        Data argument = evaluate(*item, input, frame);
        if (m_failed)
            return false;
        if (argument.isFunction())
            argument.setMarks(Wrapped);
        arguments.add(std::move(argument));
    }
    return true;
}

/// The arguments go straight into the call's frame. False: one of them failed.
bool Evaluator::callLambda(const Node& node, const Procedure& called, const Data& input, Frame& frame, const Data* first, Data& result)
{
    const FramePointer callee = frameFor(called);
    const std::size_t count = called.node->parameters.size();
    std::size_t place = 0;
    if (first && count > 0)
        callee->slots()[0] = *first;
    place += first ? 1 : 0;
    for (const Node* item : node.items) {
        Data argument = evaluate(*item, input, frame);
        if (m_failed)
            return false;
        if (argument.isFunction())
            argument.setMarks(Wrapped);
        if (place < count)
            callee->slots()[place] = std::move(argument);
        ++place;
    }
    Frame* before = std::exchange(m_currentFrame, &frame);
    result = evaluate(*called.node->lhs, called.input, *callee);
    if (m_failed)
        annotate({node.procedure, node.position}, false);
    else if (isTailCall(result))
        result = tailCalls(std::move(result), input);
    m_currentFrame = before;
    return true;
}

Data Evaluator::runBody(const Procedure& lambda, Frame& frame, const Data& input)
{
    Data result = evaluate(*lambda.node->lhs, lambda.input, frame);
    return isTailCall(result) ? tailCalls(std::move(result), input) : result;
}

Data Evaluator::apply(const Data& procedure, Arguments arguments, const Data& input, const CallSite& site)
{
    if (m_stack.isExhausted()) // functions chained by ~> call each other without a level of their own
        return fail({.code = "U1001"});
    Data result = applyInner(procedure, arguments, input, site);
    return isTailCall(result) ? tailCalls(std::move(result), input) : result;
}

/// The body handed back what is to be called next.
Data Evaluator::tailCalls(Data result, const Data& input)
{
    while (!m_failed && isTailCall(result)) {
        if (!withinTime())
            return {};
        const TailCall tail = std::exchange(m_tail, {});
        const Node& call = *tail.call;
        const Data next = evaluate(*call.procedure, tail.input, *tail.frame);
        CallSite site;
        if (call.procedure->type == NodeType::Variable)
            site.callee = call.procedure;
        site.position = call.procedure->position;
        if (next.isFunction() && !has(next, Wrapped) && isPlainLambda(procedureIn(next))) {
            const Procedure& called = procedureIn(next);
            const FramePointer callee = frameFor(called);
            for (std::size_t i = 0; i < call.items.size(); ++i) {
                Data argument = evaluate(*call.items[i], tail.input, *tail.frame);
                if (i < called.node->parameters.size())
                    callee->slots()[i] = std::move(argument);
            }
            if (m_failed)
                return {};
            result = evaluate(*called.node->lhs, called.input, *callee);
            if (m_failed)
                annotate(site, false);
            continue;
        }
        Arguments arguments;
        for (const Node* item : call.items)
            arguments.add(evaluate(*item, tail.input, *tail.frame));
        if (m_failed)
            return {};
        result = applyInner(next, arguments, input, site);
    }
    return m_failed ? Data() : result;
}

bool Evaluator::validate(const Procedure& procedure, Arguments& arguments, const Data& input)
{
    static const FunctionRow* clone = findFunction("clone", JsonataDialect::Reference);
    const Signature* signature = nullptr;
    if (procedure.kind == Procedure::Kind::Builtin)
        signature = &signatureOf(*procedure.row);
    else if (procedure.kind == Procedure::Kind::Lambda && !procedure.isBound)
        signature = procedure.node->signature.get();
    else if (procedure.kind == Procedure::Kind::Transform)
        signature = &signatureOf(*clone);
    if (!signature || signature->accepts(arguments.all()))
        return true;
    Problem problem;
    std::vector<Data> all(arguments.all().begin(), arguments.all().end());
    if (!signature->validate(all, input, problem)) {
        fail(std::move(problem));
        return false;
    }
    arguments.assign(std::move(all));
    return true;
}

Data Evaluator::applyInner(const Data& procedure, Arguments& arguments, const Data& input, const CallSite& site)
{
    if (m_failed)
        return {};
    if (!procedure.isFunction())
        return fail({.code = "T1006", .position = site.position, .token = site.token()});
    if (has(procedure, Wrapped)) {
        const Data bare = procedure.withMarks(0);
        return apply(bare, std::move(arguments), Data::null());
    }
    const Data keep = procedure;
    const Procedure& called = procedureIn(keep);
    Data result;
    if (validate(called, arguments, input))
        result = invoke(called, arguments, input);
    if (!m_failed)
        return result;
    annotate(site, false);
    return {};
}

/// Long arrays count for the steps it takes to go through them; a few functions only look at what they are.
Data Evaluator::callBuiltin(const FunctionRow& row, std::span<Data> arguments, const Data& input)
{
    constexpr std::size_t longArray = 1024;
    constexpr std::size_t itemsReadPerStep = 16;
    const auto onlyLooks = [&row] { return row.name == "count" || row.name == "exists" || row.name == "type"; };
    for (const Data& argument : arguments)
        if (argument.isArray() && argument.size() >= longArray && !onlyLooks() && !withinTime(argument.size() / itemsReadPerStep))
            return {};
    return row.call({*this, arguments, input});
}

Data Evaluator::invoke(const Procedure& procedure, Arguments& arguments, const Data& input)
{
    const std::span<Data> given = arguments.all();
    switch (procedure.kind) {
    case Procedure::Kind::Builtin: return callBuiltin(*procedure.row, given, input);
    case Procedure::Kind::Lambda: {
        const FramePointer frame = frameFor(procedure);
        for (std::size_t i = 0; i < procedure.arguments.size(); ++i)
            frame->slots()[i] = procedure.arguments[i];
        const std::size_t count = procedure.arity();
        for (std::size_t i = 0; i < count && i < given.size(); ++i)
            frame->slots()[procedure.isBound ? procedure.holes[i] : i] = given[i];
        return evaluate(*procedure.node->lhs, procedure.input, *frame);
    }
    case Procedure::Kind::Thunk: break;
    case Procedure::Kind::Partial: {
        std::vector<Data> all = procedure.arguments;
        for (std::size_t i = 0; i < procedure.holes.size() && i < given.size(); ++i)
            all[procedure.holes[i]] = given[i];
        return callBuiltin(*procedure.row, all, input);
    }
    case Procedure::Kind::Regex:
    case Procedure::Kind::NextMatch: {
        const bool isNext = procedure.kind == Procedure::Kind::NextMatch;
        const Data text = isNext ? procedure.text : given.empty() ? Data() : given.front();
        std::vector<query::Regex::Group> groups;
        const bool found = text.isString() && searched(*this, procedure, text, procedure.place, isNext, groups);
        m_nestedMarks = m_nestedMarks || found; // there is a function in the object
        return found ? matchObject(procedure, text, groups) : Data();
    }
    case Procedure::Kind::Transform:
        return transformed(*procedure.node, given.empty() ? Data() : given.front(), *procedure.frame);
    case Procedure::Kind::Chain: {
        Data between = apply(procedure.arguments[0], std::move(arguments), Data::null());
        return m_failed ? Data() : apply(procedure.arguments[1], Arguments({std::move(between)}), Data::null());
    }
    }
    return {};
}

Callback::Callback(Evaluator& evaluator, const Data& function) : m_evaluator(evaluator), m_function(function.isFunction() ? function.withMarks(0) : function)
{
    if (!function.isFunction())
        return;
    m_procedure = &procedureIn(m_function);
    m_isPlainLambda = isPlainLambda(*m_procedure);
}

Data Callback::operator()(std::span<Data> arguments)
{
    if (!m_isPlainLambda) {
        Arguments all;
        for (Data& argument : arguments)
            all.add(std::move(argument));
        return m_evaluator.apply(m_function, std::move(all), Data::null());
    }
    const FramePointer frame = m_evaluator.frameFor(*m_procedure);
    const std::size_t count = std::min(arguments.size(), m_procedure->node->parameters.size());
    for (std::size_t i = 0; i < count; ++i)
        frame->slots()[i] = std::move(arguments[i]);
    return m_evaluator.runBody(*m_procedure, *frame, Data::null());
}

namespace {

/// A lambda with some of its parameters bound; those behind the arguments are bound to nothing.
void bindSome(const Procedure& whole, Procedure& partial, const Node& node, const std::vector<Data>& arguments)
{
    partial.kind = Procedure::Kind::Lambda;
    partial.isBound = true;
    partial.node = whole.node;
    partial.input = whole.input;
    partial.frame = whole.frame;
    partial.arguments = whole.arguments;
    partial.arguments.resize(whole.node->parameters.size());
    for (std::size_t i = 0; i < whole.arity(); ++i) {
        const std::size_t parameter = whole.isBound ? whole.holes[i] : i;
        if (i < node.items.size() && node.items[i]->type == NodeType::Operator)
            partial.holes.push_back(parameter);
        else
            partial.arguments[parameter] = i < arguments.size() ? arguments[i] : Data();
    }
}

} // namespace

Data Evaluator::partial(const Node& node, const Data& input, Frame& frame)
{
    std::vector<Data> arguments;
    std::vector<std::size_t> holes;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool isHole = node.items[i]->type == NodeType::Operator;
        if (isHole)
            holes.push_back(i);
        arguments.push_back(isHole ? Data() : evaluate(*node.items[i], input, frame));
        if (m_failed)
            return {};
    }
    const Data called = evaluate(*node.procedure, input, frame);
    if (m_failed)
        return {};
    const std::string name = CallSite{node.procedure}.token();
    if (!called.isFunction())
        return fail({.code = called.isUndefined() && isKnown(*node.procedure, frame) ? "T1007" : "T1008", .position = node.position, .token = name});
    const Procedure& whole = procedureIn(called);
    auto procedure = std::make_shared<Procedure>();
    if (whole.kind == Procedure::Kind::Lambda) {
        bindSome(whole, *procedure, node, arguments);
        return Data::function(std::move(procedure));
    }
    if (whole.kind != Procedure::Kind::Builtin)
        return fail({.code = "T1008", .position = node.position, .token = name});
    procedure->kind = Procedure::Kind::Partial;
    procedure->row = whole.row;
    procedure->arguments = std::move(arguments);
    procedure->holes = std::move(holes);
    return Data::function(std::move(procedure));
}

Data Evaluator::evaluateText(std::string_view text, const Data& input)
{
    auto syntax = std::make_shared<Syntax>();
    if (const auto problem = parse(text, m_dialect, *syntax))
        return fail({.code = "D3120", .value = Data::string(problem->error().message)});
    resolve(*syntax, m_dialect, true);
    // Functions made in it need their tree until the end.
    m_evaluated.push_back(syntax);
    Data result = evaluate(*syntax->root, input, *m_currentFrame);
    if (m_failed && m_problem.code != "U1001") {
        const std::string message = m_problem.error().message;
        clearProblem();
        return fail({.code = "D3121", .value = Data::string(message)});
    }
    return result;
}

} // namespace asl::query::jsonata
