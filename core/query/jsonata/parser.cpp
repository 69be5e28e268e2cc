// Top-down operator precedence, after Pratt; special forms are the reference's.

#include "core/query/jsonata/precedence.h"
#include "core/query/jsonata/syntax.h"
#include "core/query/jsonata/tokenizer.h"
#include "core/support/stack_guard.h"

namespace asl::query::jsonata {

namespace {

constexpr std::uint16_t code(std::string_view text)
{
    return operatorCode(text);
}

class Parser
{
public:
    Parser(std::string_view text, JsonataDialect dialect, Syntax& syntax) : m_tokenizer(text, dialect), m_syntax(syntax)
    {
    }

    std::optional<Problem> parse()
    {
        advance();
        Node* root = expression(0);
        if (!m_problem && m_token.type != TokenType::End)
            fail("S0201", m_token.position, m_token.shown());
        m_syntax.root = root;
        return m_problem;
    }

private:
    Node* make(NodeType type, const Token& token, Op op = Op::None)
    {
        Node& node = m_syntax.nodes.add();
        node.type = type;
        node.op = op;
        node.position = token.position;
        node.text = token.shown();
        return &node;
    }

    Node* fail(const char* code, std::size_t position, std::string token = {}, Data value = {})
    {
        if (!m_problem)
            m_problem =
                Problem{.code = code, .position = position, .token = std::move(token), .value = std::move(value)};
        return nullptr;
    }

    bool is(std::string_view id) const { return m_token.code == operatorCode(id); }
    bool isEnd() const { return m_token.type == TokenType::End; }

    bool advance(bool infix = false)
    {
        if (m_problem)
            return false;
        auto next = m_tokenizer.next(infix);
        if (!next) {
            m_problem = m_tokenizer.problem();
            return false;
        }
        if (next->code == code("!") || next->code == code("~")) {
            fail("S0204", next->position, next->text);
            return false;
        }
        m_token = std::move(*next);
        return true;
    }

    bool expect(std::string_view id, bool infix = false)
    {
        if (m_problem)
            return false;
        if (is(id))
            return advance(infix);
        fail(m_token.type == TokenType::End ? "S0203" : "S0202", m_token.position, m_token.shown(), Data::string(id));
        return false;
    }

    Node* expression(int power)
    {
        if (++m_depth > maxSyntaxDepth || m_stack.isExhausted()) {
            fail("U1001", m_token.position);
            return nullptr;
        }
        const Token first = std::move(m_token);
        advance(true);
        Node* left = m_problem ? nullptr : prefix(first);
        int chain = 0;
        while (left && !m_problem && power < bindingPower(m_token.code)) {
            // A chain of operators makes the tree as deep as parentheses do.
            if (++chain + m_depth > maxSyntaxDepth) {
                fail("U1001", m_token.position);
                break;
            }
            const Token token = std::move(m_token);
            advance();
            left = m_problem ? nullptr : infix(token, left);
        }
        --m_depth;
        return m_problem ? nullptr : left;
    }

    Node* prefix(const Token& token)
    {
        switch (token.type) {
        case TokenType::End:
            return make(NodeType::End, token);
        case TokenType::Name:
            return named(NodeType::Name, token);
        case TokenType::Variable:
            return named(NodeType::Variable, token);
        case TokenType::String:
            return literal(NodeType::String, token);
        case TokenType::Number:
            return literal(NodeType::Number, token);
        case TokenType::Value:
            return literal(NodeType::Value, token);
        case TokenType::Regex: {
            Node* node = make(NodeType::Regex, token);
            node->regex = token.regex;
            return node;
        }
        case TokenType::Operator:
            break;
        }
        switch (token.code) {
        case code("and"):
        case code("or"):
        case code("in"):
            return make(NodeType::Operator, token);
        case code("-"): {
            Node* node = make(NodeType::Unary, token, Op::Negate);
            node->lhs = expression(70);
            return node;
        }
        case code("*"):
            return make(NodeType::Wildcard, token);
        case code("**"):
            return make(NodeType::Descendant, token);
        case code("%"):
            return make(NodeType::Parent, token);
        case code("("):
            return block(token);
        case code("["):
            return arrayConstructor(token);
        case code("{"):
            return object(token, nullptr);
        case code("|"):
            return transform(token);
        default:
            return fail("S0211", token.position, token.text);
        }
    }

    Node* named(NodeType type, const Token& token)
    {
        Node* node = make(type, token);
        if (type == NodeType::Variable)
            node->symbol = symbolOf(token.text);
        node->value = Data::string(token.text);
        return node;
    }

    Node* literal(NodeType type, const Token& token)
    {
        Node* node = make(type, token);
        node->value = token.value;
        return node;
    }

    Node* infix(const Token& token, Node* left)
    {
        switch (token.code) {
        case code("("):
            return call(token, left);
        case code("["):
            return filter(token, left);
        case code("{"):
            return object(token, left);
        case code("^"):
            return order(token, left);
        case code(":="):
            return assignment(token, left);
        case code("@"):
        case code("#"):
            return binding(token, left);
        case code("?"):
            return conditional(token, left);
        case code("?:"):
        case code("??"): {
            Node* node = make(token.code == code("?:") ? NodeType::Default : NodeType::Coalesce, token);
            node->lhs = left;
            node->third = expression(0);
            return node;
        }
        default: {
            Node* node = make(NodeType::Binary, token, binaryOperator(token.code));
            node->lhs = left;
            node->rhs = expression(bindingPower(token.code));
            return node;
        }
        }
    }

    Node* call(const Token& token, Node* left)
    {
        Node* node = make(NodeType::Function, token);
        node->procedure = left;
        if (!is(")")) {
            for (;;) {
                if (is("?")) {
                    node->type = NodeType::Partial;
                    node->items.push_back(make(NodeType::Operator, m_token));
                    expect("?");
                } else {
                    node->items.push_back(expression(0));
                }
                if (m_problem || !is(","))
                    break;
                expect(",");
            }
        }
        expect(")", true);
        if (!m_problem && left->type == NodeType::Name && (left->text == "function" || left->text == "λ"))
            return lambda(node);
        return node;
    }

    Node* lambda(Node* node)
    {
        for (std::size_t i = 0; i < node->items.size(); ++i) {
            const Node* parameter = node->items[i];
            if (parameter->type != NodeType::Variable)
                return fail("S0208", parameter->position, parameter->text,
                            Data::integer(static_cast<std::int64_t>(i) + 1));
            node->parameters.push_back(parameter->symbol);
        }
        node->type = NodeType::Lambda;
        if (is("<") && !readSignature(node))
            return nullptr;
        expect("{");
        const int before = m_bindings;
        node->lhs = expression(0);
        m_bindings = before; // what a body assigns stays in its own frame
        expect("}");
        return node;
    }

    bool readSignature(Node* node)
    {
        const std::size_t position = m_token.position;
        std::string text = "<";
        int depth = 1;
        while (depth > 0 && !is("{") && !isEnd()) {
            if (!advance())
                return false;
            depth += is(">") ? -1 : is("<") ? 1 : 0;
            text += m_token.shown();
        }
        if (!expect(">"))
            return false;
        Problem problem;
        node->signature = Signature::parse(text, problem);
        if (node->signature)
            return true;
        problem.position = position + problem.position.value_or(0);
        m_problem = problem;
        return false;
    }

    Node* block(const Token& token)
    {
        Node* node = make(NodeType::Block, token);
        const int before = m_bindings;
        while (!m_problem && !is(")")) {
            node->items.push_back(expression(0));
            if (m_problem || !is(";"))
                break;
            expect(";");
        }
        expect(")", true);
        node->needsFrame = m_bindings != before;
        m_bindings = before;
        return node;
    }

    Node* arrayConstructor(const Token& token)
    {
        Node* node = make(NodeType::Unary, token, Op::Array);
        if (!is("]")) {
            for (;;) {
                Node* item = expression(0);
                if (!m_problem && is("..")) {
                    Node* range = make(NodeType::Binary, m_token, Op::Range);
                    expect("..");
                    range->lhs = item;
                    range->rhs = expression(0);
                    item = range;
                }
                node->items.push_back(item);
                if (m_problem || !is(","))
                    break;
                expect(",");
            }
        }
        expect("]", true);
        return node;
    }

    Node* filter(const Token& token, Node* left)
    {
        if (is("]")) {
            // An empty predicate: singleton arrays stay arrays.
            Node* step = left;
            while (step->type == NodeType::Binary && step->op == Op::Filter)
                step = step->lhs;
            step->keepArray = true;
            expect("]");
            return left;
        }
        Node* node = make(NodeType::Binary, token, Op::Filter);
        node->lhs = left;
        node->rhs = expression(0);
        expect("]", true);
        return node;
    }

    Node* order(const Token& token, Node* left)
    {
        expect("(");
        Node* node = make(NodeType::Binary, token, Op::Order);
        while (!m_problem) {
            SortTerm term;
            if (is("<") || is(">")) {
                term.descending = is(">");
                advance();
            }
            term.expression = expression(0);
            node->terms.push_back(term);
            if (m_problem || !is(","))
                break;
            expect(",");
        }
        expect(")");
        node->lhs = left;
        return node;
    }

    Node* object(const Token& token, Node* left)
    {
        Node* node = make(left ? NodeType::Binary : NodeType::Unary, token, left ? Op::Group : Op::Object);
        node->lhs = left;
        if (!is("}")) {
            for (;;) {
                Node* key = expression(0);
                expect(":");
                Node* value = expression(0);
                node->pairs.emplace_back(key, value);
                if (m_problem || !is(","))
                    break;
                expect(",");
            }
        }
        expect("}", true);
        return node;
    }

    Node* assignment(const Token& token, Node* left)
    {
        if (left->type != NodeType::Variable)
            return fail("S0212", left->position, left->text);
        Node* node = make(NodeType::Binary, token, Op::Assign);
        node->lhs = left;
        node->rhs = expression(bindingPower(code(":=")) - 1);
        ++m_bindings;
        return node;
    }

    Node* binding(const Token& token, Node* left)
    {
        Node* node = make(NodeType::Binary, token, token.text == "@" ? Op::Focus : Op::Index);
        node->lhs = left;
        node->rhs = expression(bindingPower(token.code));
        if (!m_problem && node->rhs->type != NodeType::Variable)
            return fail("S0214", node->rhs->position, token.text);
        return node;
    }

    Node* conditional(const Token& token, Node* left)
    {
        Node* node = make(NodeType::Condition, token);
        node->lhs = left;
        node->rhs = expression(0);
        if (!m_problem && is(":")) {
            expect(":");
            node->third = expression(0);
        }
        return node;
    }

    Node* transform(const Token& token)
    {
        Node* node = make(NodeType::Transform, token);
        node->lhs = expression(0);
        expect("|");
        node->rhs = expression(0);
        if (!m_problem && is(",")) {
            expect(",");
            node->third = expression(0);
        }
        expect("|");
        return node;
    }

    Tokenizer m_tokenizer;
    Syntax& m_syntax;
    Token m_token;
    std::optional<Problem> m_problem;
    int m_depth = 0;
    StackGuard m_stack;
    int m_bindings = 0;
};

/// Chains of operators nested into each other may be deeper than the parser noticed.
bool isTooDeep(const Syntax& syntax)
{
    std::vector<std::pair<const Node*, int>> pending{{syntax.root, 1}};
    while (!pending.empty()) {
        const auto [node, depth] = pending.back();
        pending.pop_back();
        if (depth > maxSyntaxDepth)
            return true;
        for (const Node* part : {node->lhs, node->rhs, node->third, node->procedure})
            if (part)
                pending.emplace_back(part, depth + 1);
        for (const Node* item : node->items)
            pending.emplace_back(item, depth + 1);
        for (const auto& [key, value] : node->pairs) {
            pending.emplace_back(key, depth + 1);
            pending.emplace_back(value, depth + 1);
        }
        for (const SortTerm& term : node->terms)
            pending.emplace_back(term.expression, depth + 1);
    }
    return false;
}

} // namespace

std::optional<Problem> parse(std::string_view text, JsonataDialect dialect, Syntax& syntax)
{
    if (auto problem = Parser(text, dialect, syntax).parse())
        return problem;
    if (isTooDeep(syntax))
        return Problem{.code = "U1001", .position = 0};
    return process(syntax);
}

} // namespace asl::query::jsonata
