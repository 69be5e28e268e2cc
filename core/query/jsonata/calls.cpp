// Calling functions: arguments, signatures, tail calls, partial application, transforms.

#include "core/query/jsonata/evaluator.h"
#include "core/query/jsonata/functions.h"

#include <unordered_map>

namespace asl::query::jsonata {

namespace {

const Procedure& procedureIn(const Data& function) { return *static_cast<const Procedure*>(function.functionContent().get()); }

} // namespace

Data Evaluator::function(const Node& node, const Data& input, const FramePointer& frame, const Data* first)
{
    const Data procedure = evaluate(*node.procedure, input, frame);
    if (m_failed)
        return {};
    const CallSite site{node.procedure, node.position};
    if (procedure.isUndefined() && node.procedure->type == NodeType::Path && !lookup(symbolOf(site.token()), site.token(), frame).isUndefined())
        return fail({.code = "T1005", .position = node.position, .token = site.token()});
    std::vector<Data> arguments;
    arguments.reserve(node.items.size() + 1);
    if (first)
        arguments.push_back(*first);
    for (const Node* item : node.items) {
        Data argument = evaluate(*item, input, frame);
        if (m_failed)
            return {};
        if (argument.isFunction())
            argument.setMarks(Wrapped);
        arguments.push_back(std::move(argument));
    }
    const FramePointer before = std::exchange(m_currentFrame, frame);
    // A function that came as an argument does not know where it is called.
    const bool isWrapped = procedure.isFunction() && has(procedure, Wrapped);
    Data result = apply(procedure, std::move(arguments), input, isWrapped ? CallSite{} : site);
    m_currentFrame = before;
    if (m_failed) {
        if (!m_problem.position)
            m_problem.position = node.position;
        if (m_problem.token.empty())
            m_problem.token = site.token();
    }
    return result;
}

Data Evaluator::apply(const Data& procedure, std::vector<Data> arguments, const Data& input, const CallSite& site)
{
    Data result = applyInner(procedure, arguments, input, site);
    // Tail calls: the body handed back what is to be called next.
    while (!m_failed && result.isFunction() && procedureIn(result).isThunk()) {
        if (!withinTime())
            return {};
        const Procedure& thunk = procedureIn(result);
        const Node& call = *thunk.node->lhs;
        const Data next = evaluate(*call.procedure, thunk.input, thunk.frame);
        std::vector<Data> nextArguments;
        nextArguments.reserve(call.items.size());
        for (const Node* item : call.items) {
            nextArguments.push_back(evaluate(*item, thunk.input, thunk.frame));
            if (m_failed)
                return {};
        }
        if (m_failed)
            return {};
        CallSite nextSite;
        if (call.procedure->type == NodeType::Variable)
            nextSite.callee = call.procedure;
        nextSite.position = call.procedure->position;
        result = applyInner(next, nextArguments, input, nextSite);
    }
    return m_failed ? Data() : result;
}

bool Evaluator::validate(const Procedure& procedure, std::vector<Data>& arguments, const Data& input)
{
    const Signature* signature = nullptr;
    if (procedure.kind == Procedure::Kind::Builtin)
        signature = &signatureOf(*procedure.row);
    else if (procedure.kind == Procedure::Kind::Lambda)
        signature = procedure.node->signature.get();
    else if (procedure.kind == Procedure::Kind::Transform)
        signature = &signatureOf(*findFunction("clone", m_dialect));
    Problem problem;
    if (!signature || signature->validate(arguments, input, problem))
        return true;
    fail(std::move(problem));
    return false;
}

Data Evaluator::applyInner(const Data& procedure, std::vector<Data>& arguments, const Data& input, const CallSite& site)
{
    if (m_failed)
        return {};
    if (!procedure.isFunction())
        return fail({.code = "T1006", .position = site.position, .token = site.token()});
    if (has(procedure, Wrapped)) {
        const Data bare = procedure.withMarks(0);
        return apply(bare, std::move(arguments), Data::null());
    }
    const std::shared_ptr<const void> keep = procedure.functionContent();
    const Procedure& called = procedureIn(procedure);
    Data result;
    if (validate(called, arguments, input))
        result = invoke(called, arguments, input);
    if (!m_failed)
        return result;
    if (m_problem.token.empty())
        m_problem.token = site.token();
    if (site.position)
        m_problem.position = site.position;
    return {};
}

Data Evaluator::invoke(const Procedure& procedure, std::vector<Data>& arguments, const Data& input)
{
    switch (procedure.kind) {
    case Procedure::Kind::Builtin: return procedure.row->call({*this, arguments, input});
    case Procedure::Kind::Lambda: {
        const FramePointer frame = std::make_shared<Frame>(procedure.frame);
        frame->bindings.reserve(procedure.parameters.size());
        for (std::size_t i = 0; i < procedure.parameters.size(); ++i)
            frame->bind(procedure.parameters[i], i < arguments.size() ? arguments[i] : Data());
        const std::shared_ptr<const Syntax> before = std::exchange(m_syntax, procedure.syntax);
        Data result = evaluate(*procedure.node->lhs, procedure.input, frame);
        m_syntax = before;
        return result;
    }
    case Procedure::Kind::Partial: {
        std::vector<Data> all = procedure.arguments;
        for (std::size_t i = 0; i < procedure.holes.size() && i < arguments.size(); ++i)
            all[procedure.holes[i]] = arguments[i];
        return procedure.row->call({*this, all, input});
    }
    case Procedure::Kind::Regex: {
        const Data& text = arguments.empty() ? Data() : arguments.front();
        return text.isString() ? matchObject(*this, procedure.regex, procedure.node, text, 0, false) : Data();
    }
    case Procedure::Kind::NextMatch:
        return matchObject(*this, procedure.regex, procedure.node, procedure.text, procedure.place, true);
    case Procedure::Kind::Transform:
        return transformed(*procedure.node, arguments.empty() ? Data() : arguments.front(), procedure.frame);
    case Procedure::Kind::Chain: {
        Data between = apply(procedure.arguments[0], std::move(arguments), Data::null());
        return m_failed ? Data() : apply(procedure.arguments[1], {std::move(between)}, Data::null());
    }
    }
    return {};
}

Data Evaluator::partial(const Node& node, const Data& input, const FramePointer& frame)
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
    if (!called.isFunction()) {
        const bool forgotDollar = called.isUndefined() && node.procedure->type == NodeType::Path && !lookup(symbolOf(name), name, frame).isUndefined();
        return fail({.code = forgotDollar ? "T1007" : "T1008", .position = node.position, .token = name});
    }
    const Procedure& whole = procedureIn(called);
    auto procedure = std::make_shared<Procedure>();
    if (whole.kind == Procedure::Kind::Lambda) {
        procedure->kind = Procedure::Kind::Lambda;
        procedure->node = whole.node;
        procedure->syntax = whole.syntax;
        procedure->input = whole.input;
        procedure->frame = std::make_shared<Frame>(whole.frame);
        for (std::size_t i = 0; i < whole.parameters.size(); ++i) {
            if (i < node.items.size() && node.items[i]->type == NodeType::Operator)
                procedure->parameters.push_back(whole.parameters[i]);
            else
                procedure->frame->bind(whole.parameters[i], i < arguments.size() ? arguments[i] : Data());
        }
        capture(procedure->frame);
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

namespace {

/// Objects and arrays in blocks of their own, so that each place has an identity.
Data clonedDeeply(const Data& value)
{
    if (value.isArray()) {
        std::vector<Data> items;
        items.reserve(value.size());
        for (const Data& item : value.items())
            items.push_back(clonedDeeply(item));
        return Data::arrayFrom(items);
    }
    if (value.isObject()) {
        std::vector<Member> members;
        members.reserve(value.size());
        for (const Member& member : value.members())
            members.push_back({member.key, clonedDeeply(member.value)});
        return Data::objectFrom(members);
    }
    return value;
}

/// Objects of the clone that a transform has changed: by the first member's place, which only that object has.
class Changes
{
public:
    /// The value with everything in it that has changed.
    Data current(const Data& value) const
    {
        if (m_objects.empty())
            return value;
        if (value.isArray()) {
            std::vector<Data> items;
            for (const Data& item : value.items())
                items.push_back(current(item));
            return Data::arrayFrom(items);
        }
        if (!value.isObject())
            return value;
        const auto changed = m_objects.find(identity(value));
        const Data& shallow = changed == m_objects.end() ? value : changed->second;
        std::vector<Member> members;
        for (const Member& member : shallow.members())
            members.push_back({member.key, current(member.value)});
        return Data::objectFrom(members);
    }
    Data shallow(const Data& object) const
    {
        const auto changed = m_objects.find(identity(object));
        return changed == m_objects.end() ? object : changed->second;
    }
    void set(const Data& object, Data changed) { m_objects.insert_or_assign(identity(object), std::move(changed)); }

private:
    static const void* identity(const Data& object) { return object.members().data(); }
    std::unordered_map<const void*, Data> m_objects;
};

} // namespace

Data Evaluator::transformed(const Node& node, const Data& object, const FramePointer& frame)
{
    if (object.isUndefined())
        return {};
    const Data cloneFunction = lookup(symbolOf("clone"), "clone", frame);
    if (!cloneFunction.isFunction())
        return fail({.code = "T2013", .position = node.position});
    const Data clone = clonedDeeply(apply(cloneFunction, {object}, Data::null()));
    const Data matches = evaluate(*node.lhs, clone, frame);
    if (m_failed)
        return {};
    std::vector<Data> matched;
    if (matches.isArray())
        matched.assign(matches.items().begin(), matches.items().end());
    else if (!matches.isUndefined())
        matched.push_back(matches);

    Changes changes;
    for (const Data& match : matched) {
        const Data now = changes.current(match);
        const Data update = evaluate(*node.rhs, now, frame);
        if (m_failed)
            return {};
        if (!update.isUndefined() && !update.isObject())
            return fail({.code = "T2011", .position = node.rhs->position, .value = update});
        ObjectBuilder changed(changes.shallow(match));
        for (const Member& member : update.members())
            changed.set(member.key, member.value);
        if (match.isObject())
            changes.set(match, ObjectBuilder(changed).build());
        if (!node.third)
            continue;
        const Data deletions = evaluate(*node.third, changes.current(match), frame);
        if (m_failed)
            return {};
        const Data list = deletions.isArray() || deletions.isUndefined() ? deletions : Data::array({deletions});
        if (!list.isUndefined() && !isArrayOfStrings(list))
            return fail({.code = "T2012", .position = node.third->position, .value = deletions});
        for (const Data& key : list.items())
            changed.remove(key.text());
        if (match.isObject())
            changes.set(match, std::move(changed).build());
    }
    return changes.current(clone);
}

Data Evaluator::evaluateText(std::string_view text, const Data& input)
{
    auto syntax = std::make_shared<Syntax>();
    if (const auto problem = parse(text, m_dialect, *syntax))
        return fail({.code = "D3120", .value = Data::string(problem->error().message)});
    const std::shared_ptr<const Syntax> before = std::exchange(m_syntax, syntax);
    const FramePointer frame = m_currentFrame;
    Data result = evaluate(*syntax->root, input, frame);
    m_syntax = before;
    if (m_failed && m_problem.code != "U1001") {
        const std::string message = m_problem.error().message;
        clearProblem();
        return fail({.code = "D3121", .value = Data::string(message)});
    }
    // Functions keep their tree; a regular expression's tree must outlive the result, too.
    m_evaluated.push_back(syntax);
    return result;
}

} // namespace asl::query::jsonata
