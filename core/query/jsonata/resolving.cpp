// Variables get their places before an expression runs. An activation is what is made anew each time: the whole expression,
// a lambda's call, one tuple of a path that binds names. Blocks keep their variables in the activation around them, unless a
// function made in one pass of a loop could meet another pass's variables there.

#include "core/query/jsonata/functions.h"
#include "core/query/jsonata/syntax.h"

#include <algorithm>

namespace asl::query::jsonata {

namespace {

constexpr std::size_t notThere = static_cast<std::size_t>(-1);

std::size_t placeOf(const std::vector<Symbol>& names, Symbol name)
{
    for (std::size_t i = names.size(); i-- > 0;)
        if (names[i] == name)
            return i;
    return notThere;
}

/// Calls `visit` with the parts of a path step that stand beside it: filters and sort terms.
template <class Visit>
void forEachStage(Node& step, const Visit& visit)
{
    for (Stage& stage : step.stages)
        if (stage.filter)
            visit(*stage.filter);
    for (SortTerm& term : step.terms)
        visit(*term.expression);
}

/// Whether the step is evaluated tuple by tuple.
bool isTupleStep(const Node& path, std::size_t step)
{
    if (step == 0 && path.items[0]->constructsArray)
        return false;
    return std::any_of(path.items.begin(), path.items.begin() + static_cast<std::ptrdiff_t>(step) + 1, [](const Node* item) { return item->tuple; });
}

/// What the node is made of: `visit(part, inTuple, inLoop)`.
template <class Visit>
void forEachPart(Node& node, const Visit& visit)
{
    const bool isPath = node.type == NodeType::Path;
    const bool repeats = node.type == NodeType::Transform;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        Node& item = *node.items[i];
        const bool inTuple = isPath && isTupleStep(node, i);
        if (item.type != NodeType::Sort)
            visit(item, inTuple, isPath);
        if (isPath)
            forEachStage(item, [&](Node& part) { visit(part, inTuple, true); });
    }
    for (Node* part : {node.lhs, node.rhs, node.third, node.procedure})
        if (part && !(node.type == NodeType::Lambda && part == node.procedure))
            visit(*part, false, repeats);
    for (auto& [key, value] : node.pairs) {
        visit(*key, false, true);
        visit(*value, false, true);
    }
}

/// What is done with the node's value.
template <class Visit>
void forEachTrailer(Node& node, const Visit& visit)
{
    for (Stage& predicate : node.predicates)
        visit(*predicate.filter, node.tuple, true);
    if (!node.group)
        return;
    const bool inTuple = node.type == NodeType::Path ? isTupleStep(node, node.items.size() - 1) : node.tuple;
    for (auto& [key, value] : node.group->pairs) {
        visit(*key, inTuple, true);
        visit(*value, inTuple, true);
    }
}

bool opensScope(const Node& node) { return node.type == NodeType::Block || (node.type == NodeType::Lambda && !node.thunk); }

/// Names that are assigned right here, not in a block, lambda or tuple inside.
void collectAssigned(Node& node, std::vector<Symbol>& names)
{
    const auto collect = [&names](Node& part, bool inTuple, bool) {
        if (!inTuple)
            collectAssigned(part, names);
    };
    if (node.type == NodeType::Bind && placeOf(names, node.symbol) == notThere)
        names.push_back(node.symbol);
    if (!opensScope(node))
        forEachPart(node, collect);
    forEachTrailer(node, collect);
}

std::vector<Symbol> assignedIn(Node& block)
{
    std::vector<Symbol> names;
    for (Node* item : block.items)
        collectAssigned(*item, names);
    return names;
}

/// A function that keeps the variables around it is made inside.
bool makesFunctions(Node& node)
{
    if ((node.type == NodeType::Lambda && !node.thunk) || node.type == NodeType::Transform)
        return true;
    bool found = false;
    const auto look = [&found](Node& part, bool, bool) { found = found || makesFunctions(part); };
    forEachPart(node, look);
    forEachTrailer(node, look);
    return found;
}

struct Activation
{
    Activation* outer = nullptr;
    std::vector<Symbol> names; ///< one for each slot
};

/// Names in sight.
struct Scope
{
    const Scope* outer = nullptr;
    Activation* activation = nullptr;
    std::vector<std::pair<Symbol, std::uint32_t>> slots;
    bool isCertain = false; ///< always bound: a lambda's parameters

    const std::uint32_t* find(Symbol name) const
    {
        for (auto entry = slots.rbegin(); entry != slots.rend(); ++entry)
            if (entry->first == name)
                return &entry->second;
        return nullptr;
    }
};

class Resolver
{
public:
    Resolver(Syntax& syntax, JsonataDialect dialect) : m_syntax(syntax), m_dialect(dialect) {}

    void resolve()
    {
        static const Symbol item = symbolOf("@");
        m_syntax.tupleNames.push_back(item);
        m_syntax.nodes.forEach([this](const Node& node) {
            for (const Symbol name : {node.focus, node.index, node.ancestor ? node.ancestor->label : noSymbol})
                addTupleName(name);
            for (const Stage& stage : node.stages)
                addTupleName(stage.index);
        });
        Activation whole;
        Scope scope{nullptr, &whole, {}, false};
        std::vector<Symbol> names;
        collectAssigned(*m_syntax.root, names);
        addNames(scope, names);
        visit(*m_syntax.root, scope, false);
        m_syntax.slotNames = std::move(whole.names);
    }

private:
    void addTupleName(Symbol name)
    {
        if (name != noSymbol && placeOf(m_syntax.tupleNames, name) == notThere)
            m_syntax.tupleNames.push_back(name);
    }
    std::uint32_t tupleSlot(Symbol name) const
    {
        const std::size_t place = placeOf(m_syntax.tupleNames, name);
        return place == notThere ? 0 : static_cast<std::uint32_t>(place);
    }

    static void addNames(Scope& scope, const std::vector<Symbol>& names)
    {
        for (const Symbol name : names) {
            if (scope.find(name))
                continue;
            scope.slots.emplace_back(name, static_cast<std::uint32_t>(scope.activation->names.size()));
            scope.activation->names.push_back(name);
        }
    }

    void visit(Node& node, const Scope& scope, bool inLoop)
    {
        node.isTrailed = !node.predicates.empty() || (node.group && node.type != NodeType::Path);
        prepare(node);
        switch (node.type) {
        case NodeType::Block: block(node, scope, inLoop); break;
        case NodeType::Lambda:
            if (node.thunk)
                visit(*node.lhs, scope, inLoop);
            else
                lambda(node, scope);
            break;
        case NodeType::Variable: find(node, node.symbol, scope); break;
        case NodeType::Parent: find(node, node.slot->label, scope); break;
        case NodeType::Bind: find(node, node.symbol, scope); break;
        case NodeType::Transform: {
            static const Symbol clone = symbolOf("clone");
            find(node, clone, scope);
            break;
        }
        default: break;
        }
        if (!opensScope(node))
            forEachPart(node, [&](Node& part, bool inTuple, bool repeats) { visitPart(part, scope, inTuple, inLoop || repeats); });
        forEachTrailer(node, [&](Node& part, bool inTuple, bool) { visitPart(part, scope, inTuple, true); });
        findShortcut(node);
    }

    void visitPart(Node& part, const Scope& scope, bool inTuple, bool inLoop)
    {
        if (!inTuple)
            return visit(part, scope, inLoop);
        Activation tuple{scope.activation, m_syntax.tupleNames};
        Scope inside{&scope, &tuple, {}, false};
        for (std::uint32_t i = 0; i < tuple.names.size(); ++i)
            inside.slots.emplace_back(tuple.names[i], i);
        std::vector<Symbol> names;
        collectAssigned(part, names);
        addNames(inside, names);
        visit(part, inside, false);
        part.isActivation = true;
        part.tupleSlotNames = std::move(tuple.names);
    }

    void block(Node& node, const Scope& scope, bool inLoop)
    {
        const std::vector<Symbol> names = assignedIn(node);
        node.ownsFrame = !names.empty() && (m_syntax.isDynamic || (inLoop && makesFunctions(node)));
        Activation own{scope.activation, {}};
        Scope inside{&scope, node.ownsFrame ? &own : scope.activation, {}, false};
        node.firstSlot = static_cast<std::uint32_t>(inside.activation->names.size());
        addNames(inside, names);
        node.slotCount = static_cast<std::uint32_t>(inside.activation->names.size()) - node.firstSlot;
        for (Node* item : node.items)
            visit(*item, inside, inLoop && !node.ownsFrame);
        if (node.ownsFrame)
            node.slotNames = std::move(own.names);
    }

    void lambda(Node& node, const Scope& scope)
    {
        Activation call{scope.activation, node.parameters};
        Scope parameters{&scope, &call, {}, true};
        for (std::uint32_t i = 0; i < node.parameters.size(); ++i)
            parameters.slots.emplace_back(node.parameters[i], i);
        std::vector<Symbol> names;
        collectAssigned(*node.lhs, names);
        std::erase_if(names, [&](Symbol name) { return parameters.find(name) != nullptr; });
        Scope body{&parameters, &call, {}, false};
        addNames(body, names);
        visit(*node.lhs, body, false);
        node.slotNames = std::move(call.names);
    }

    void find(Node& node, Symbol name, const Scope& scope)
    {
        node.builtin = findFunction(nameOf(name), m_dialect);
        if (m_syntax.isDynamic)
            return;
        std::uint32_t hops = 0;
        const Activation* here = scope.activation;
        for (const Scope* around = &scope; around; around = around->outer) {
            for (; here != around->activation; here = here->outer)
                ++hops;
            const std::uint32_t* slot = around->find(name);
            if (!slot)
                continue;
            (node.isBound ? node.otherPlaces.emplace_back() : node.place) = {hops, *slot};
            node.isBound = true;
            if (around->isCertain)
                return;
        }
        if (node.type == NodeType::Parent || node.type == NodeType::Bind)
            return;
        std::size_t global = placeOf(m_syntax.globals, name);
        if (global == notThere) {
            global = m_syntax.globals.size();
            m_syntax.globals.push_back(name);
        }
        node.global = static_cast<std::uint32_t>(global);
    }

    void prepare(Node& node) const
    {
        node.tupleNames = &m_syntax.tupleNames;
        for (std::size_t i = node.type == NodeType::Path ? node.items.size() : 0; i-- > 0;) {
            Node& step = *node.items[i];
            step.focusSlot = tupleSlot(step.focus);
            step.indexSlot = tupleSlot(step.index);
            step.ancestorSlot = step.ancestor ? tupleSlot(step.ancestor->label) : 0;
            for (Stage& stage : step.stages)
                stage.indexSlot = tupleSlot(stage.index);
            if (i + 1 < node.items.size() && isPlainName(*node.items[i + 1]))
                step.plainNames = node.items[i + 1]->plainNames + 1;
        }
        for (Node* object : {&node, node.group})
            if (object && !object->pairs.empty())
                object->simpleKeys = keysAreSimple(*object);
    }

    static bool keysAreSimple(const Node& object)
    {
        std::vector<std::string_view> keys;
        for (const auto& [key, value] : object.pairs) {
            const bool isSimple = key->type == NodeType::String && key->predicates.empty() && !key->group
                && std::find(keys.begin(), keys.end(), key->value.text()) == keys.end() && !key->value.text().starts_with("_jsonata_");
            if (!isSimple)
                return false;
            keys.push_back(key->value.text());
        }
        return true;
    }

    static void findShortcut(Node& node)
    {
        if (node.isTrailed || node.keepArray)
            return;
        switch (node.type) {
        case NodeType::Binary: node.isTest = node.op >= Op::Equal && node.op <= Op::In && node.op != Op::Concat && node.op != Op::Range; break;
        case NodeType::Unary: foldLiterals(node); break;
        case NodeType::Regex: makeRegex(node); [[fallthrough]];
        case NodeType::String:
        case NodeType::Number:
        case NodeType::Value: node.shortcut = Shortcut::Literal; break;
        case NodeType::Variable: node.shortcut = node.value.text().empty() ? Shortcut::Input : node.isBound ? Shortcut::Slot : Shortcut::None; break;
        case NodeType::Path: {
            if (node.keepSingletonArray || node.group || node.tuple || node.items.front()->tuple)
                break;
            const Node& first = *node.items.front();
            const bool allNames = first.plainNames + 1 == node.items.size();
            if (allNames && isPlainName(first))
                node.shortcut = Shortcut::Names;
            else if (allNames && first.stages.empty() && first.shortcut == Shortcut::Slot)
                node.shortcut = Shortcut::SlotNames;
            break;
        }
        default: break;
        }
    }

    static void makeRegex(Node& node)
    {
        auto procedure = std::make_shared<Procedure>();
        procedure->kind = Procedure::Kind::Regex;
        procedure->node = &node;
        procedure->regex = node.regex;
        node.value = Data::function(std::move(procedure));
    }

    /// An array or object of scalar literals is one itself.
    static void foldLiterals(Node& node)
    {
        const auto isScalar = [](const Node* part) { return part->shortcut == Shortcut::Literal && part->type != NodeType::Regex && part->type != NodeType::Unary; };
        if (node.op == Op::Array && !node.constructsArray && std::all_of(node.items.begin(), node.items.end(), isScalar)) {
            std::vector<Data> items;
            for (const Node* item : node.items)
                items.push_back(item->value);
            node.value = Data::arrayFrom(items);
            node.shortcut = Shortcut::Literal;
        }
        if (node.op == Op::Object && node.simpleKeys && std::all_of(node.pairs.begin(), node.pairs.end(), [&](const auto& pair) { return isScalar(pair.second); })) {
            std::vector<Member> members;
            for (const auto& [key, value] : node.pairs)
                members.push_back({key->value, value->value});
            node.value = Data::objectFrom(members);
            node.shortcut = Shortcut::Literal;
        }
    }

    Syntax& m_syntax;
    JsonataDialect m_dialect;
};

} // namespace

void resolve(Syntax& syntax, JsonataDialect dialect, bool isDynamic)
{
    static const Symbol eval = symbolOf("eval");
    syntax.isDynamic = isDynamic;
    if (dialect == JsonataDialect::Reference)
        syntax.nodes.forEach([&syntax](const Node& node) { syntax.isDynamic = syntax.isDynamic || (node.type == NodeType::Variable && node.symbol == eval); });
    Resolver(syntax, dialect).resolve();
}

} // namespace asl::query::jsonata
