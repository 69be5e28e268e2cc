// A top-down operator precedence parser for JSONata.

#include "core/query/jsonata/signature.h"
#include "core/query/jsonata/syntax.h"

#include <algorithm>
#include <map>

namespace asl::query::jsonata {

namespace {

constexpr std::size_t mostNesting = 1000;

/// How strongly an operator binds what stands before it; 0: it does not.
int bindingPower(const Token& token)
{
    if (token.type != Token::Type::Operator)
        return 0;
    static const std::map<std::string, int, std::less<>> powers{
        {".", 75}, {"[", 80}, {"{", 70}, {"(", 80}, {"@", 80}, {"#", 80}, {"?", 20}, {"+", 50}, {"-", 50},
        {"*", 60}, {"/", 60}, {"%", 60}, {"=", 40}, {"<", 40}, {">", 40}, {"^", 40}, {":=", 10}, {"!=", 40},
        {"<=", 40}, {">=", 40}, {"~>", 40}, {"?:", 40}, {"??", 40}, {"and", 30}, {"or", 25}, {"in", 40}, {"&", 50}};
    const auto found = powers.find(token.text);
    return found == powers.end() ? 0 : found->second;
}

NodePointer copyOf(const Node& node);

std::vector<NodePointer> copyOf(const std::vector<NodePointer>& nodes)
{
    std::vector<NodePointer> copies;
    for (const NodePointer& node : nodes)
        copies.push_back(copyOf(*node));
    return copies;
}

/// Of an unprocessed node.
NodePointer copyOf(const Node& node)
{
    auto copy = std::make_unique<Node>();
    copy->type = node.type;
    copy->position = node.position;
    copy->depth = node.depth;
    copy->text = node.text;
    copy->value = node.value;
    copy->regex = node.regex;
    copy->left = node.left ? copyOf(*node.left) : nullptr;
    copy->right = node.right ? copyOf(*node.right) : nullptr;
    copy->children = copyOf(node.children);
    for (const Pair& pair : node.pairs)
        copy->pairs.push_back({copyOf(*pair.key), copyOf(*pair.value)});
    for (const SortTerm& term : node.terms)
        copy->terms.push_back({term.descending, copyOf(*term.expression)});
    copy->parameters = node.parameters;
    copy->signature = node.signature;
    copy->keepArray = node.keepArray;
    return copy;
}

/// One problem ends the parse: every function returns a null pointer then, and the problem is in m_problem.
class Parser
{
public:
    explicit Parser(std::string_view text) : m_tokenizer(text) {}

    Outcome<NodePointer> parse()
    {
        advance(false);
        NodePointer tree = m_problem ? nullptr : expression(0);
        if (!m_problem && m_token.type != Token::Type::End)
            fail("S0201", "Syntax error: \"" + m_token.text + '"', m_token);
        if (m_problem)
            return *m_problem;
        return tree;
    }

private:
    NodePointer fail(std::string code, std::string message, std::size_t position, std::string token = {})
    {
        if (!m_problem)
            m_problem = QueryError{std::move(code), std::move(message), position, std::move(token)};
        return nullptr;
    }
    NodePointer fail(std::string code, std::string message, const Token& token)
    {
        return fail(std::move(code), std::move(message), token.position, token.text);
    }

    bool at(std::string_view operatorText) const { return m_token.type == Token::Type::Operator && m_token.text == operatorText; }

    /// To the next token. `infix`: an operator may stand there.
    bool advance(bool infix)
    {
        auto token = m_tokenizer.next(infix);
        if (!token) {
            if (!m_problem)
                m_problem = token.error();
            return false;
        }
        m_token = *std::move(token);
        return true;
    }

    /// Past an expected operator.
    bool pass(std::string_view operatorText, bool infix = false)
    {
        if (m_problem)
            return false;
        if (at(operatorText))
            return advance(infix);
        if (m_token.type == Token::Type::End)
            fail("S0203", "Expected \"" + std::string(operatorText) + "\" before end of expression", m_token);
        else
            fail("S0202", "Expected \"" + std::string(operatorText) + "\", got \"" + m_token.text + '"', m_token);
        return false;
    }

    static NodePointer node(NodeType type, const Token& token)
    {
        auto made = std::make_unique<Node>();
        made->type = type;
        made->text = token.text;
        made->value = token.value;
        made->position = token.position;
        return made;
    }

    /// Gives a finished node its depth; null when it is too deep.
    NodePointer finished(NodePointer made)
    {
        if (m_problem)
            return nullptr;
        std::size_t deepest = 0;
        const auto look = [&](const NodePointer& child) { deepest = std::max(deepest, child ? child->depth : 0); };
        look(made->left);
        look(made->right);
        std::for_each(made->children.begin(), made->children.end(), look);
        for (const Pair& pair : made->pairs)
            look(pair.key), look(pair.value);
        for (const SortTerm& term : made->terms)
            look(term.expression);
        made->depth = deepest + 1;
        if (made->depth > mostNesting)
            return tooDeep();
        return made;
    }

    NodePointer tooDeep() { return fail("U1001", "Stack overflow error: the expression is nested too deeply", m_token.position); }

    NodePointer expression(int rightPower)
    {
        if (m_problem)
            return nullptr;
        if (m_nesting >= mostNesting)
            return tooDeep();
        ++m_nesting;
        const Token first = m_token;
        NodePointer left = advance(true) ? prefix(first) : nullptr;
        while (left && !m_problem && rightPower < bindingPower(m_token)) {
            const Token token = m_token;
            left = advance(false) ? finished(infix(token, std::move(left))) : nullptr;
        }
        --m_nesting;
        return m_problem ? nullptr : std::move(left);
    }

    // ---- what begins an expression

    NodePointer prefix(const Token& token)
    {
        switch (token.type) {
        case Token::Type::Name: return node(NodeType::Name, token);
        case Token::Type::Variable: return node(NodeType::Variable, token);
        case Token::Type::String:
        case Token::Type::Number:
        case Token::Type::Value: return node(NodeType::Literal, token);
        case Token::Type::Regex: return regex(token);
        case Token::Type::End: return fail("S0207", "Unexpected end of expression", token.position);
        case Token::Type::Operator: break;
        }
        if (token.text == "and" || token.text == "or" || token.text == "in")
            return node(NodeType::Name, token);
        if (token.text == "*")
            return node(NodeType::Wildcard, token);
        if (token.text == "**")
            return node(NodeType::Descendants, token);
        if (token.text == "%")
            return node(NodeType::Parent, token);
        // Nothing after this operator is infix: a pattern may follow.
        if (token.text == "-") {
            NodePointer negate = node(NodeType::Negate, token);
            negate->left = expression(70);
            return finished(std::move(negate));
        }
        if (token.text == "(")
            return block(token);
        if (token.text == "[")
            return array(token);
        if (token.text == "{")
            return object(NodeType::Object, token, nullptr);
        if (token.text == "|")
            return transform(token);
        return fail("S0211", "The symbol \"" + token.text + "\" cannot be used as a unary operator", token);
    }

    NodePointer regex(const Token& token)
    {
        const auto compiled = asl::query::Regex::compile(token.text, {.ignoreCase = token.ignoreCase, .multiLine = token.multiLine});
        if (!compiled)
            return fail("S0303", "The regular expression /" + token.text + "/ is not valid: " + compiled.error().message, token);
        NodePointer made = node(NodeType::Regex, token);
        made->regex = std::make_shared<const asl::query::Regex>(*compiled);
        return made;
    }

    NodePointer block(const Token& token)
    {
        NodePointer made = node(NodeType::Block, token);
        while (!m_problem && !at(")")) {
            made->children.push_back(expression(0));
            if (m_problem || !at(";"))
                break;
            pass(";");
        }
        pass(")", true);
        return finished(std::move(made));
    }

    NodePointer array(const Token& token)
    {
        NodePointer made = node(NodeType::Array, token);
        while (!m_problem && !at("]")) {
            NodePointer item = expression(0);
            if (!m_problem && at("..")) {
                NodePointer range = node(NodeType::Binary, m_token);
                pass("..");
                range->left = std::move(item);
                range->right = expression(0);
                item = finished(std::move(range));
            }
            made->children.push_back(std::move(item));
            if (m_problem || !at(","))
                break;
            pass(",");
        }
        pass("]", true);
        return finished(std::move(made));
    }

    NodePointer object(NodeType type, const Token& token, NodePointer left)
    {
        NodePointer made = node(type, token);
        made->left = std::move(left);
        while (!m_problem && !at("}")) {
            Pair pair;
            pair.key = expression(0);
            pass(":");
            pair.value = expression(0);
            made->pairs.push_back(std::move(pair));
            if (m_problem || !at(","))
                break;
            pass(",");
        }
        pass("}", true);
        return finished(std::move(made));
    }

    NodePointer transform(const Token& token)
    {
        NodePointer made = node(NodeType::Transform, token);
        made->left = expression(0);
        pass("|");
        made->children.push_back(expression(0));
        if (!m_problem && at(",")) {
            pass(",");
            made->children.push_back(expression(0));
        }
        pass("|", true);
        return finished(std::move(made));
    }

    // ---- what goes on after one

    NodePointer infix(const Token& token, NodePointer left)
    {
        const std::string& text = token.text;
        if (text == "(")
            return call(token, std::move(left));
        if (text == "[")
            return predicate(token, std::move(left));
        if (text == "{")
            return object(NodeType::Group, token, std::move(left));
        if (text == "^")
            return orderBy(token, std::move(left));
        if (text == "?" || text == "?:" || text == "??")
            return condition(token, std::move(left));
        if (text == "@" || text == "#")
            return bound(token, std::move(left));
        if (text == ":=" && left->type != NodeType::Variable)
            return fail("S0212", "The left side of := must be a variable name (start with $)", left->position, left->text);

        NodePointer made = node(text == ":=" ? NodeType::Bind : text == "~>" ? NodeType::Apply : NodeType::Binary, token);
        made->left = std::move(left);
        made->right = expression(text == ":=" ? bindingPower(token) - 1 : bindingPower(token)); // := groups to the right
        return made;
    }

    NodePointer call(const Token& token, NodePointer left)
    {
        NodePointer made = node(NodeType::Function, token);
        made->left = std::move(left);
        while (!m_problem && !at(")")) {
            if (at("?")) {
                made->type = NodeType::Partial;
                made->children.push_back(node(NodeType::Placeholder, m_token));
                pass("?");
            } else {
                made->children.push_back(expression(0));
            }
            if (m_problem || !at(","))
                break;
            pass(",");
        }
        if (!pass(")", true))
            return nullptr;
        const bool lambda = made->left->type == NodeType::Name && (made->left->text == "function" || made->left->text == "\u03bb");
        return lambda ? this->lambda(std::move(made)) : std::move(made);
    }

    NodePointer lambda(NodePointer made)
    {
        made->type = NodeType::Lambda;
        made->left = nullptr;
        for (std::size_t i = 0; i < made->children.size(); ++i) {
            const Node& argument = *made->children[i];
            if (argument.type != NodeType::Variable)
                return fail("S0208", "Parameter " + std::to_string(i + 1) + " of function definition must be a variable name (start with $)",
                            argument.position, argument.text);
            made->parameters.push_back(argument.text);
        }
        made->children.clear();
        if (at("<") && !readSignature(*made))
            return nullptr;
        if (!pass("{"))
            return nullptr;
        made->left = expression(0);
        pass("}", true);
        return made;
    }

    bool readSignature(Node& lambda)
    {
        const std::size_t position = m_token.position;
        std::string text = "<";
        for (int depth = 1; depth > 0 && advance(true) && !at("{") && m_token.type != Token::Type::End;) {
            depth += at("<") ? 1 : at(">") ? -1 : 0;
            text += m_token.text;
        }
        if (!pass(">", true))
            return false;
        const auto signature = Signature::parse(text);
        if (!signature) {
            fail(signature.error().code, signature.error().message, position + signature.error().position, signature.error().token);
            return false;
        }
        lambda.signature = std::move(text);
        return true;
    }

    NodePointer predicate(const Token& token, NodePointer left)
    {
        if (at("]")) { // a[]: a single value stays an array
            Node* step = left.get();
            while (step->type == NodeType::Predicate)
                step = step->left.get();
            step->keepArray = true;
            pass("]", true);
            return m_problem ? nullptr : std::move(left);
        }
        NodePointer made = node(NodeType::Predicate, token);
        made->left = std::move(left);
        made->right = expression(0);
        pass("]", true);
        return made;
    }

    NodePointer orderBy(const Token& token, NodePointer left)
    {
        NodePointer made = node(NodeType::OrderBy, token);
        made->left = std::move(left);
        pass("(");
        while (!m_problem) {
            SortTerm term;
            term.descending = at(">");
            if (at("<") || at(">"))
                advance(false);
            term.expression = expression(0);
            made->terms.push_back(std::move(term));
            if (m_problem || !at(","))
                break;
            pass(",");
        }
        pass(")", true);
        return made;
    }

    NodePointer condition(const Token& token, NodePointer left)
    {
        NodePointer made = node(NodeType::Condition, token);
        if (token.text == "?") {
            made->left = std::move(left);
            made->children.push_back(expression(0));
            if (!m_problem && at(":")) {
                pass(":");
                made->children.push_back(expression(0));
            }
            return made;
        }
        // a ?: b is a ? a : b; a ?? b is $exists(a) ? a : b.
        made->children.push_back(copyOf(*left));
        if (token.text == "??") {
            NodePointer exists = node(NodeType::Function, token);
            exists->left = node(NodeType::Variable, token);
            exists->left->text = "exists";
            exists->children.push_back(std::move(left));
            left = finished(std::move(exists));
        }
        made->left = std::move(left);
        made->children.push_back(expression(0));
        return made;
    }

    NodePointer bound(const Token& token, NodePointer left)
    {
        const bool focus = token.text == "@";
        NodePointer made = node(focus ? NodeType::Focus : NodeType::Index, token);
        made->left = std::move(left);
        const NodePointer variable = expression(bindingPower(token));
        if (m_problem)
            return nullptr;
        if (variable->type != NodeType::Variable)
            return fail("S0214", "The right side of \"" + token.text + "\" must be a variable name (start with $)", variable->position, token.text);
        made->text = variable->text;
        return made;
    }

    Tokenizer m_tokenizer;
    Token m_token;
    std::size_t m_nesting = 0;
    std::optional<QueryError> m_problem;
};

} // namespace

Outcome<NodePointer> parse(std::string_view expression)
{
    auto tree = Parser(expression).parse();
    return tree ? processed(*std::move(tree)) : std::move(tree);
}

} // namespace asl::query::jsonata
