// From what the parser read to what is evaluated. Paths become lists of steps; predicates and groups hang on the step they
// belong to; every `%` finds the step whose input it means; calls in tail position become thunks.

#include "core/query/jsonata/syntax.h"

#include <algorithm>

namespace asl::query::jsonata {

namespace {

class Processor
{
public:
    Outcome<NodePointer> run(NodePointer node)
    {
        NodePointer result = process(std::move(node));
        if (!m_problem && (result->type == NodeType::Parent || !result->seekingParent.empty()))
            fail("S0217", "The object representing the 'parent' cannot be derived from this expression", result->position, typeName(*result));
        if (m_problem)
            return *m_problem;
        return result;
    }

private:
    void fail(std::string code, std::string message, std::size_t position, std::string token = {})
    {
        if (!m_problem)
            m_problem = QueryError{std::move(code), std::move(message), position, std::move(token)};
    }

    static std::string typeName(const Node& node) { return node.type == NodeType::Parent ? "parent" : "path"; }

    static NodePointer pathOf(NodePointer step)
    {
        auto path = std::make_unique<Node>();
        path->type = NodeType::Path;
        path->position = step->position;
        path->children.push_back(std::move(step));
        return path;
    }

    // ---- the parent operator

    /// Looks for the step that `slot` means in `node`; returns with level 0 when it is found.
    void seek(Node& node, ParentSlot& slot, const ParentSlotPointer& shared)
    {
        switch (node.type) {
        case NodeType::Name:
        case NodeType::Wildcard:
            if (--slot.level == 0) {
                if (node.ancestor)
                    slot.label = node.ancestor->label; // the step is bound already: share its name
                else
                    node.ancestor = shared;
                node.tuple = true;
            }
            break;
        case NodeType::Parent: ++slot.level; break;
        case NodeType::Block:
            if (!node.children.empty()) {
                seek(*node.children.back(), slot, shared);
                node.tuple = true;
            }
            break;
        case NodeType::Path:
            node.tuple = true;
            for (std::size_t i = node.children.size(); i-- > 0;) {
                seek(*node.children[i], slot, shared);
                if (slot.level <= 0 || m_problem)
                    break;
            }
            break;
        default:
            fail("S0217", "The object representing the 'parent' cannot be derived from this expression", node.position, node.text);
        }
    }

    /// What `value` still seeks, `result` seeks too.
    static void handOn(Node& result, Node& value)
    {
        for (const ParentSlotPointer& slot : value.seekingParent)
            result.seekingParent.push_back(slot);
        if (value.type == NodeType::Parent)
            result.seekingParent.push_back(value.slot);
    }

    /// Lets the last step of a path find its parents among the steps before it.
    void resolve(Node& path)
    {
        Node& last = *path.children.back();
        std::vector<ParentSlotPointer> slots = last.seekingParent;
        if (last.type == NodeType::Parent)
            slots.push_back(last.slot);
        for (const ParentSlotPointer& slot : slots) {
            auto index = static_cast<std::ptrdiff_t>(path.children.size()) - 2;
            while (slot->level > 0 && !m_problem) {
                if (index < 0) {
                    path.seekingParent.push_back(slot);
                    break;
                }
                Node* step = path.children[static_cast<std::size_t>(index--)].get();
                // Steps that bind their focus one after the other all look at the same context.
                while (index >= 0 && !step->focus.empty() && !path.children[static_cast<std::size_t>(index)]->focus.empty())
                    step = path.children[static_cast<std::size_t>(index--)].get();
                seek(*step, *slot, slot);
            }
        }
    }

    // ---- nodes

    NodePointer process(NodePointer node)
    {
        if (m_problem)
            return node;
        const bool keepArray = node->keepArray;
        NodePointer result;
        switch (node->type) {
        case NodeType::Binary: result = node->text == "." ? path(std::move(node)) : operands(std::move(node)); break;
        case NodeType::Predicate: result = predicate(std::move(node)); break;
        case NodeType::Group: result = group(std::move(node)); break;
        case NodeType::OrderBy: result = orderBy(std::move(node)); break;
        case NodeType::Focus: result = focus(std::move(node)); break;
        case NodeType::Index: result = index(std::move(node)); break;
        case NodeType::Negate: result = negate(std::move(node)); break;
        case NodeType::Bind:
            result = operands(std::move(node));
            break;
        case NodeType::Apply:
            result = children(std::move(node));
            result->keepArray = result->left->keepArray || result->right->keepArray;
            break;
        case NodeType::Function:
        case NodeType::Partial: result = call(std::move(node)); break;
        case NodeType::Lambda:
            result = children(std::move(node));
            if (!m_problem)
                result->left = tailCall(std::move(result->left));
            break;
        case NodeType::Block: result = block(std::move(node)); break;
        case NodeType::Name: {
            result = pathOf(std::move(node));
            result->keepSingletonArray = keepArray;
            break;
        }
        case NodeType::Parent:
            result = std::move(node);
            result->slot = std::make_shared<ParentSlot>(ParentSlot{'!' + std::to_string(m_parents++), 1});
            break;
        case NodeType::Array:
        case NodeType::Object:
        case NodeType::Condition: result = operands(std::move(node)); break;
        case NodeType::Transform: result = children(std::move(node)); break;
        case NodeType::Literal:
        case NodeType::Regex:
        case NodeType::Wildcard:
        case NodeType::Descendants:
        case NodeType::Variable:
        case NodeType::Placeholder:
        case NodeType::Path:
        case NodeType::Sort: result = std::move(node); break;
        }
        if (keepArray)
            result->keepArray = true;
        return result;
    }

    /// Processes all parts in place.
    NodePointer children(NodePointer node)
    {
        if (node->left)
            node->left = process(std::move(node->left));
        if (node->right)
            node->right = process(std::move(node->right));
        for (NodePointer& child : node->children)
            child = process(std::move(child));
        for (Pair& pair : node->pairs) {
            pair.key = process(std::move(pair.key));
            pair.value = process(std::move(pair.value));
        }
        return node;
    }

    /// The same, and hands on what the parts seek.
    NodePointer operands(NodePointer node)
    {
        node = children(std::move(node));
        if (m_problem)
            return node;
        Node& result = *node;
        if (result.left && result.type != NodeType::Bind)
            handOn(result, *result.left);
        if (result.right)
            handOn(result, *result.right);
        for (const NodePointer& child : result.children)
            handOn(result, *child);
        for (const Pair& pair : result.pairs) {
            handOn(result, *pair.key);
            handOn(result, *pair.value);
        }
        return node;
    }

    NodePointer path(NodePointer node)
    {
        NodePointer left = process(std::move(node->left));
        if (m_problem)
            return node;
        NodePointer result;
        if (left->type == NodeType::Path) {
            result = std::move(left);
        } else {
            const ParentSlotPointer slot = left->type == NodeType::Parent ? left->slot : nullptr;
            result = pathOf(std::move(left));
            if (slot)
                result->seekingParent.push_back(slot);
        }
        NodePointer rest = process(std::move(node->right));
        if (m_problem)
            return node;
        Node& last = *result->children.back();
        if (rest->type == NodeType::Function && rest->left->type == NodeType::Path && rest->left->children.size() == 1
            && rest->left->children.front()->type == NodeType::Name && last.type == NodeType::Function)
            last.nextFunction = rest->left->children.front()->text;
        if (rest->type == NodeType::Path) {
            result->keepSingletonArray = result->keepSingletonArray || rest->keepSingletonArray;
            for (NodePointer& step : rest->children)
                result->children.push_back(std::move(step));
        } else {
            rest->stages.insert(rest->stages.end(), std::make_move_iterator(rest->predicates.begin()),
                                std::make_move_iterator(rest->predicates.end()));
            rest->predicates.clear();
            result->children.push_back(std::move(rest));
        }
        for (NodePointer& step : result->children) {
            if (step->type == NodeType::Literal) {
                if (!step->value.isString()) {
                    fail("S0213", "The literal value " + step->text + " cannot be used as a step within a path expression", step->position, step->text);
                    return node;
                }
                step->type = NodeType::Name; // "a"."b" names members
            }
            result->keepSingletonArray = result->keepSingletonArray || step->keepArray;
        }
        // An array constructor at either end keeps its array; in the middle its items go on one by one.
        for (Node* end : {result->children.front().get(), result->children.back().get()})
            if (end->type == NodeType::Array)
                end->constructsArray = true;
        resolve(*result);
        return result;
    }

    NodePointer predicate(NodePointer node)
    {
        NodePointer result = process(std::move(node->left));
        if (m_problem)
            return node;
        const bool inPath = result->type == NodeType::Path;
        Node& step = inPath ? *result->children.back() : *result;
        if (step.group || result->group) {
            fail("S0209", "A predicate cannot follow a grouping expression in a step", node->position);
            return node;
        }
        NodePointer filter = process(std::move(node->right));
        if (m_problem)
            return node;
        for (const ParentSlotPointer& slot : filter->seekingParent) {
            if (slot->level == 1)
                seek(step, *slot, slot);
            else
                --slot->level;
        }
        handOn(step, *filter);
        (inPath ? step.stages : step.predicates).push_back({std::move(filter), {}, node->position});
        return result;
    }

    NodePointer group(NodePointer node)
    {
        NodePointer result = process(std::move(node->left));
        if (m_problem)
            return node;
        if (result->group) {
            fail("S0210", "Each step can only have one grouping expression", node->position);
            return node;
        }
        result->group = GroupBy{{}, node->position};
        for (Pair& pair : node->pairs)
            result->group->pairs.push_back({process(std::move(pair.key)), process(std::move(pair.value))});
        return result;
    }

    NodePointer orderBy(NodePointer node)
    {
        NodePointer result = process(std::move(node->left));
        if (m_problem)
            return node;
        if (result->type != NodeType::Path)
            result = pathOf(std::move(result));
        auto sort = std::make_unique<Node>();
        sort->type = NodeType::Sort;
        sort->text = "^";
        sort->position = node->position;
        for (SortTerm& term : node->terms) {
            term.expression = process(std::move(term.expression));
            if (m_problem)
                return node;
            handOn(*sort, *term.expression);
            sort->terms.push_back(std::move(term));
        }
        result->children.push_back(std::move(sort));
        resolve(*result);
        return result;
    }

    NodePointer focus(NodePointer node)
    {
        NodePointer result = process(std::move(node->left));
        if (m_problem)
            return node;
        Node& step = result->type == NodeType::Path ? *result->children.back() : *result;
        if (!step.stages.empty() || !step.predicates.empty())
            fail("S0215", "A context variable binding must precede any predicates on a step", node->position);
        else if (step.type == NodeType::Sort)
            fail("S0216", "A context variable binding must precede the 'order-by' clause on a step", node->position);
        step.keepArray = step.keepArray || node->keepArray;
        step.focus = node->text;
        step.tuple = true;
        return result;
    }

    NodePointer index(NodePointer node)
    {
        NodePointer result = process(std::move(node->left));
        if (m_problem)
            return node;
        if (result->type != NodeType::Path) {
            result->stages = std::move(result->predicates);
            result->predicates.clear();
            result = pathOf(std::move(result));
        }
        Node& step = *result->children.back();
        if (step.stages.empty())
            step.index = node->text;
        else
            step.stages.push_back({nullptr, node->text, node->position});
        step.tuple = true;
        return result;
    }

    NodePointer negate(NodePointer node)
    {
        NodePointer operand = process(std::move(node->left));
        if (m_problem)
            return node;
        if (operand->type == NodeType::Literal && operand->value.isNumber()) {
            operand->value = Data::number(-operand->value.asDouble());
            return operand;
        }
        handOn(*node, *operand);
        node->left = std::move(operand);
        return node;
    }

    NodePointer call(NodePointer node)
    {
        node = children(std::move(node));
        if (!m_problem)
            for (const NodePointer& argument : node->children)
                handOn(*node, *argument);
        return node;
    }

    NodePointer block(NodePointer node)
    {
        node = children(std::move(node));
        if (m_problem)
            return node;
        for (const NodePointer& child : node->children) {
            handOn(*node, *child);
            if (child->constructsArray || (child->type == NodeType::Path && child->children.front()->constructsArray))
                node->constructsArray = true;
        }
        return node;
    }

    NodePointer tailCall(NodePointer body)
    {
        if (body->type == NodeType::Function && body->predicates.empty()) {
            auto thunk = std::make_unique<Node>();
            thunk->type = NodeType::Lambda;
            thunk->position = body->position;
            thunk->thunk = true;
            thunk->left = std::move(body);
            return thunk;
        }
        if (body->type == NodeType::Condition) {
            for (NodePointer& way : body->children)
                way = tailCall(std::move(way));
        } else if (body->type == NodeType::Block && !body->children.empty()) {
            body->children.back() = tailCall(std::move(body->children.back()));
        }
        return body;
    }

    int m_parents = 0;
    std::optional<QueryError> m_problem;
};

} // namespace

Outcome<NodePointer> processed(NodePointer node)
{
    return Processor().run(std::move(node));
}

} // namespace asl::query::jsonata
