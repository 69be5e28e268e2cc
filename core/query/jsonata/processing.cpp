// From the grammar's tree to the evaluator's: paths become lists of steps with stages, `%` finds the step it refers to, tail
// calls become thunks.

#include "core/query/jsonata/syntax.h"

namespace asl::query::jsonata {

namespace {

class Processor
{
public:
    explicit Processor(Syntax& syntax) : m_syntax(syntax) {}

    std::optional<Problem> process()
    {
        Node* root = process(m_syntax.root);
        if (!m_problem && (root->type == NodeType::Parent || !root->seekingParent.empty()))
            fail("S0217", root->position, typeName(*root));
        m_syntax.root = root;
        return m_problem;
    }

private:
    Node* fail(const char* code, std::size_t position, std::string token = {}, Data value = {})
    {
        if (!m_problem)
            m_problem = Problem{.code = code, .position = position, .token = std::move(token), .value = std::move(value)};
        return m_syntax.root;
    }

    Node* make(NodeType type, std::size_t position)
    {
        Node& node = m_syntax.nodes.add();
        node.type = type;
        node.position = position;
        return &node;
    }

    Node* pathOf(Node* step)
    {
        Node* path = make(NodeType::Path, step->position);
        path->items.push_back(step);
        return path;
    }

    static std::string typeName(const Node& node)
    {
        switch (node.type) {
        case NodeType::Path: return "path";
        case NodeType::Parent: return "parent";
        case NodeType::Binary: return "binary";
        case NodeType::Unary: return "unary";
        case NodeType::Function: return "function";
        case NodeType::Variable: return "variable";
        case NodeType::Block: return "block";
        case NodeType::Condition:
        case NodeType::Default:
        case NodeType::Coalesce: return "condition";
        case NodeType::Name: return "name";
        case NodeType::String: return "string";
        case NodeType::Number: return "number";
        case NodeType::Value: return "value";
        case NodeType::Wildcard: return "wildcard";
        case NodeType::Descendant: return "descendant";
        case NodeType::Bind: return "bind";
        case NodeType::Regex: return "regex";
        case NodeType::Lambda: return "lambda";
        case NodeType::Partial: return "partial";
        case NodeType::Apply: return "apply";
        case NodeType::Transform: return "transform";
        case NodeType::Sort: return "sort";
        case NodeType::Operator: return "operator";
        case NodeType::End: return "end";
        }
        return {};
    }

    Node* process(Node* node)
    {
        if (m_problem)
            return node;
        // A tree can be no deeper than the parser allowed.
        Node* result = processed(node);
        if (m_problem)
            return node;
        if (node->keepArray)
            result->keepArray = true;
        return result;
    }

    Node* processed(Node* node)
    {
        switch (node->type) {
        case NodeType::Binary: return binary(node);
        case NodeType::Unary: return unary(node);
        case NodeType::Function:
        case NodeType::Partial:
            for (Node*& argument : node->items) {
                argument = process(argument);
                pushAncestry(node, argument);
            }
            node->procedure = process(node->procedure);
            return node;
        case NodeType::Lambda:
            node->lhs = tailCall(process(node->lhs));
            return node;
        case NodeType::Condition:
        case NodeType::Default:
        case NodeType::Coalesce:
            for (Node** part : {&node->lhs, &node->rhs, &node->third}) {
                if (!*part)
                    continue;
                *part = process(*part);
                pushAncestry(node, *part);
            }
            return node;
        case NodeType::Transform:
            for (Node** part : {&node->lhs, &node->rhs, &node->third})
                if (*part)
                    *part = process(*part);
            return node;
        case NodeType::Block:
            for (Node*& item : node->items) {
                item = process(item);
                pushAncestry(node, item);
                if (item->constructsArray || (item->type == NodeType::Path && item->items.front()->constructsArray))
                    node->constructsArray = true;
            }
            return node;
        case NodeType::Name: {
            Node* path = pathOf(node);
            path->keepSingletonArray = node->keepArray;
            return path;
        }
        case NodeType::Parent:
            node->slot = &m_syntax.slots.emplace_back();
            node->slot->index = m_parents.size();
            node->slot->label = symbolOf("!" + std::to_string(m_parents.size()));
            m_parents.push_back(node);
            return node;
        case NodeType::Operator:
            if (node->text == "?")
                return node;
            node->type = NodeType::Name;
            node->value = Data::string(node->text);
            return process(node);
        case NodeType::End: return fail("S0207", node->position, "(end)");
        default: return node;
        }
    }

    Node* unary(Node* node)
    {
        if (node->op == Op::Negate) {
            node->lhs = process(node->lhs);
            if (node->lhs->type == NodeType::Number) {
                node->lhs->value = Data::number(-node->lhs->value.asDouble());
                return node->lhs;
            }
            pushAncestry(node, node->lhs);
        }
        for (Node*& item : node->items) {
            item = process(item);
            pushAncestry(node, item);
        }
        processPairs(node, node);
        return node;
    }

    void processPairs(Node* node, Node* seeking)
    {
        for (auto& [key, value] : node->pairs) {
            key = process(key);
            value = process(value);
            if (seeking) {
                pushAncestry(seeking, key);
                pushAncestry(seeking, value);
            }
        }
    }

    Node* binary(Node* node)
    {
        switch (node->op) {
        case Op::Map: return map(node);
        case Op::Filter: return filter(node);
        case Op::Group: return group(node);
        case Op::Order: return order(node);
        case Op::Assign:
            node->type = NodeType::Bind;
            node->symbol = node->lhs->symbol;
            node->rhs = process(node->rhs);
            pushAncestry(node, node->rhs);
            return node;
        case Op::Focus: return focus(node);
        case Op::Index: return index(node);
        case Op::Apply:
            node->type = NodeType::Apply;
            node->lhs = process(node->lhs);
            node->rhs = process(node->rhs);
            node->keepArray = node->lhs->keepArray || node->rhs->keepArray;
            return node;
        default:
            node->lhs = process(node->lhs);
            node->rhs = process(node->rhs);
            pushAncestry(node, node->lhs);
            pushAncestry(node, node->rhs);
            return node;
        }
    }

    Node* map(Node* node)
    {
        Node* left = process(node->lhs);
        if (m_problem)
            return node;
        Node* path = left->type == NodeType::Path ? left : pathOf(left);
        if (left->type == NodeType::Parent)
            path->seekingParent = {left->slot};
        Node* rest = process(node->rhs);
        if (m_problem)
            return node;
        if (rest->type == NodeType::Path) {
            path->items.insert(path->items.end(), rest->items.begin(), rest->items.end());
        } else {
            rest->stages.insert(rest->stages.end(), rest->predicates.begin(), rest->predicates.end());
            rest->predicates.clear();
            path->items.push_back(rest);
        }
        for (Node* step : path->items) {
            if (step->type == NodeType::Number || step->type == NodeType::Value)
                return fail("S0213", step->position, {}, step->value);
            if (step->type == NodeType::String)
                step->type = NodeType::Name;
            path->keepSingletonArray = path->keepSingletonArray || step->keepArray;
        }
        for (Node* end : {path->items.front(), path->items.back()})
            if (end->type == NodeType::Unary && end->op == Op::Array)
                end->constructsArray = true;
        resolveAncestry(path);
        return path;
    }

    Node* filter(Node* node)
    {
        Node* result = process(node->lhs);
        if (m_problem)
            return node;
        const bool isPath = result->type == NodeType::Path;
        Node* step = isPath ? result->items.back() : result;
        if (step->group)
            return fail("S0209", node->position);
        Node* predicate = process(node->rhs);
        if (m_problem)
            return node;
        if (!predicate->seekingParent.empty()) {
            for (Slot* slot : predicate->seekingParent) {
                if (slot->level == 1)
                    seekParent(step, slot);
                else
                    --slot->level;
            }
            pushAncestry(step, predicate);
        }
        (isPath ? step->stages : step->predicates).push_back({.filter = predicate});
        return result;
    }

    Node* group(Node* node)
    {
        Node* result = process(node->lhs);
        if (m_problem)
            return node;
        if (result->group)
            return fail("S0210", node->position);
        processPairs(node, nullptr);
        result->group = node;
        return result;
    }

    Node* order(Node* node)
    {
        Node* result = process(node->lhs);
        if (m_problem)
            return node;
        if (result->type != NodeType::Path)
            result = pathOf(result);
        Node* sort = make(NodeType::Sort, node->position);
        for (const SortTerm& term : node->terms) {
            Node* expression = process(term.expression);
            pushAncestry(sort, expression);
            sort->terms.push_back({term.descending, expression});
        }
        result->items.push_back(sort);
        resolveAncestry(result);
        return result;
    }

    /// What `@` or `#` binds; `$` alone is no name.
    static Symbol boundName(const Node* node) { return node->rhs->value.text().empty() ? noSymbol : node->rhs->symbol; }

    Node* focus(Node* node)
    {
        Node* result = process(node->lhs);
        if (m_problem)
            return node;
        Node* step = result->type == NodeType::Path ? result->items.back() : result;
        if (!step->stages.empty() || !step->predicates.empty())
            return fail("S0215", node->position);
        if (step->type == NodeType::Sort)
            return fail("S0216", node->position);
        if (node->keepArray)
            step->keepArray = true;
        step->focus = boundName(node);
        step->tuple = true;
        return result;
    }

    Node* index(Node* node)
    {
        Node* result = process(node->lhs);
        if (m_problem)
            return node;
        Node* step = result;
        if (result->type == NodeType::Path) {
            step = result->items.back();
        } else {
            result = pathOf(result);
            step->stages.insert(step->stages.end(), step->predicates.begin(), step->predicates.end());
            step->predicates.clear();
        }
        if (step->stages.empty())
            step->index = boundName(node);
        else
            step->stages.push_back({.index = boundName(node)});
        step->tuple = true;
        return result;
    }

    Node* tailCall(Node* node)
    {
        if (m_problem)
            return node;
        switch (node->type) {
        case NodeType::Function: {
            if (!node->predicates.empty())
                return node;
            Node* thunk = make(NodeType::Lambda, node->position);
            thunk->thunk = true;
            thunk->lhs = node;
            return thunk;
        }
        case NodeType::Condition:
            node->rhs = tailCall(node->rhs);
            if (node->third)
                node->third = tailCall(node->third);
            return node;
        case NodeType::Default:
        case NodeType::Coalesce: node->third = tailCall(node->third); return node;
        case NodeType::Block:
            if (!node->items.empty())
                node->items.back() = tailCall(node->items.back());
            return node;
        default: return node;
        }
    }

    /// Looks in a step for the ancestor so many levels up; false when the step cannot have one.
    bool seekParent(Node* node, Slot* slot)
    {
        switch (node->type) {
        case NodeType::Name:
        case NodeType::Wildcard:
            if (--slot->level == 0) {
                if (node->ancestor)
                    m_parents[slot->index]->slot->label = node->ancestor->label;
                node->ancestor = slot;
                node->tuple = true;
            }
            return true;
        case NodeType::Parent: ++slot->level; return true;
        case NodeType::Block:
            if (node->items.empty())
                return true;
            node->tuple = true;
            return seekParent(node->items.back(), slot);
        case NodeType::Path: {
            node->tuple = true;
            std::size_t place = node->items.size();
            bool found = seekParent(node->items[--place], slot);
            while (found && slot->level > 0 && place > 0)
                found = seekParent(node->items[--place], slot);
            return found;
        }
        default: fail("S0217", node->position, typeName(*node)); return false;
        }
    }

    static std::vector<Slot*> slotsOf(const Node& node)
    {
        std::vector<Slot*> slots = node.seekingParent;
        if (node.type == NodeType::Parent)
            slots.push_back(node.slot);
        return slots;
    }

    static void pushAncestry(Node* result, Node* part)
    {
        const std::vector<Slot*> slots = slotsOf(*part);
        result->seekingParent.insert(result->seekingParent.end(), slots.begin(), slots.end());
    }

    void resolveAncestry(Node* path)
    {
        for (Slot* slot : slotsOf(*path->items.back())) {
            std::ptrdiff_t place = static_cast<std::ptrdiff_t>(path->items.size()) - 2;
            while (slot->level > 0 && !m_problem) {
                if (place < 0) {
                    path->seekingParent.push_back(slot);
                    break;
                }
                Node* step = path->items[static_cast<std::size_t>(place--)];
                // Several steps in a row that bind the focus count as one.
                while (place >= 0 && step->focus != noSymbol && path->items[static_cast<std::size_t>(place)]->focus != noSymbol)
                    step = path->items[static_cast<std::size_t>(place--)];
                seekParent(step, slot);
            }
        }
    }

    Syntax& m_syntax;
    std::optional<Problem> m_problem;
    std::vector<Node*> m_parents;
};

} // namespace

std::optional<Problem> process(Syntax& syntax) { return Processor(syntax).process(); }

} // namespace asl::query::jsonata
