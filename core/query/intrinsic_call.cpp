// Reading and evaluating intrinsic calls.

#include "core/data/json.h"
#include "core/query/intrinsics.h"
#include "core/query/json_path.h"

#include <optional>

namespace asl::query {

struct IntrinsicCall::Node
{
    enum class Kind : std::uint8_t { Literal, Path, Call };
    Kind kind = Kind::Literal;
    Data literal;
    std::optional<JsonPath> path;
    const IntrinsicFunction* function = nullptr;
    std::vector<Node> arguments;
};

namespace {

using Node = IntrinsicCall::Node;

bool isNameCharacter(char character)
{
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
           (character >= '0' && character <= '9') || character == '.' || character == '_';
}

const char* nameOf(IntrinsicArgument argument)
{
    switch (argument) {
    case IntrinsicArgument::Any:
        return "any value";
    case IntrinsicArgument::Array:
        return "an array";
    case IntrinsicArgument::Number:
        return "a number";
    case IntrinsicArgument::String:
        return "a string";
    case IntrinsicArgument::Object:
        return "an object";
    case IntrinsicArgument::Boolean:
        return "true or false";
    }
    return "";
}

bool fits(const Data& value, IntrinsicArgument wanted)
{
    switch (wanted) {
    case IntrinsicArgument::Any:
        return true;
    case IntrinsicArgument::Array:
        return value.isArray();
    case IntrinsicArgument::Number:
        return value.isNumber();
    case IntrinsicArgument::String:
        return value.isString();
    case IntrinsicArgument::Object:
        return value.isObject();
    case IntrinsicArgument::Boolean:
        return value.isBoolean();
    }
    return false;
}

IntrinsicArgument wantedAt(const IntrinsicFunction& function, std::size_t place)
{
    // States.Format: a text, then anything. States.Array: anything.
    if (function.most == IntrinsicFunction::anyNumber && place > 0)
        return IntrinsicArgument::Any;
    return function.arguments[std::min<std::size_t>(place, 2)];
}

class Reader
{
public:
    /// `tokens`: where the pieces are noted; null: nowhere.
    explicit Reader(std::string_view text, ExpressionTokens* tokens = nullptr) : m_text(text), m_tokens(tokens) {}

    std::optional<Node> readWhole()
    {
        skipBlanks();
        auto call = readCall(1);
        skipBlanks();
        if (call && m_position < m_text.size())
            return fail("Nothing may follow the call");
        return call;
    }

    QueryError error;

private:
    std::nullopt_t fail(std::string message)
    {
        if (error.message.empty())
            error = {"invalid-intrinsic", std::move(message), m_position, {}};
        return std::nullopt;
    }
    void skipBlanks()
    {
        while (m_position < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_position]) != std::string_view::npos)
            ++m_position;
    }
    bool at(char character) const { return m_position < m_text.size() && m_text[m_position] == character; }
    void note(std::size_t begin, std::size_t end, ExpressionToken::Kind kind)
    {
        if (m_tokens && begin < end)
            m_tokens->push_back({begin, end, kind});
    }
    /// The bracket or comma at the cursor.
    void step()
    {
        note(m_position, m_position + 1, ExpressionToken::Kind::Operator);
        ++m_position;
    }

    std::optional<Node> readCall(int nesting)
    {
        if (nesting > IntrinsicCall::maxNesting)
            return fail("Intrinsic functions can be nested " + std::to_string(IntrinsicCall::maxNesting) + " deep");
        const std::size_t begin = m_position;
        while (m_position < m_text.size() && isNameCharacter(m_text[m_position]))
            ++m_position;
        const std::string name(m_text.substr(begin, m_position - begin));
        Node node;
        node.kind = Node::Kind::Call;
        node.function = findIntrinsicFunction(name);
        if (!at('(')) {
            m_position = begin;
            return fail(name.empty() ? "A path or an intrinsic function call belongs here"
                                     : "\"" + name + "\" is neither a path nor an intrinsic function call");
        }
        if (!node.function) {
            m_position = begin;
            return fail("There is no intrinsic function \"" + name + "\"");
        }
        note(begin, m_position, ExpressionToken::Kind::Function);
        step();
        skipBlanks();
        if (at(')')) {
            step();
        } else if (!readArguments(node, nesting)) {
            return std::nullopt;
        }
        if (!checkCount(node, begin))
            return std::nullopt;
        return node;
    }

    bool readArguments(Node& node, int nesting)
    {
        for (;;) {
            skipBlanks();
            const std::size_t begin = m_position;
            auto argument = readArgument(nesting, node.function->name == "States.Format" && node.arguments.empty());
            if (!argument)
                return false;
            const IntrinsicArgument wanted = wantedAt(*node.function, node.arguments.size());
            if (argument->kind == Node::Kind::Literal && !fits(argument->literal, wanted)) {
                m_position = begin;
                fail("Argument " + std::to_string(node.arguments.size() + 1) + " of " +
                     std::string(node.function->name) + " must be " + nameOf(wanted));
                return false;
            }
            node.arguments.push_back(std::move(*argument));
            skipBlanks();
            const bool more = at(',');
            if (!more && !at(')')) {
                fail("\",\" or \")\" is missing");
                return false;
            }
            step();
            if (!more)
                return true;
        }
    }

    bool checkCount(const Node& node, std::size_t begin)
    {
        const IntrinsicFunction& function = *node.function;
        const std::size_t count = node.arguments.size();
        if (count >= function.least && (function.most == IntrinsicFunction::anyNumber || count <= function.most))
            return true;
        m_position = begin;
        fail("It is " + std::string(function.signature) + ": not with " + std::to_string(count) +
             (count == 1 ? " argument" : " arguments"));
        return false;
    }

    std::optional<Node> readArgument(int nesting, bool isTemplate)
    {
        if (at('\''))
            return readString(isTemplate);
        if (at('$'))
            return readPath();
        const std::size_t end = std::min(m_text.find_first_of(",) \t\r\n(", m_position), m_text.size());
        const std::string_view word = m_text.substr(m_position, end - m_position);
        const bool isNumber = !word.empty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
        if (word == "null" || word == "true" || word == "false" || isNumber) {
            const auto value = data::parse(word);
            if (!value)
                return fail("\"" + std::string(word) + "\" is no number");
            note(m_position, end, isNumber ? ExpressionToken::Kind::Number : ExpressionToken::Kind::Word);
            m_position = end;
            Node node;
            node.literal = *value;
            return node;
        }
        return readCall(nesting + 1);
    }

    std::optional<Node> readString(bool isTemplate)
    {
        std::string content;
        const std::size_t begin = m_position;
        for (++m_position; m_position < m_text.size() && m_text[m_position] != '\''; ++m_position) {
            if (m_text[m_position] != '\\') {
                content += m_text[m_position];
                continue;
            }
            const char next = m_position + 1 < m_text.size() ? m_text[m_position + 1] : '\0';
            if (next == '\0' || std::string_view("'{}\\").find(next) == std::string_view::npos)
                return fail("A backslash in a string may stand before ' { } and \\ only");
            if (isTemplate)
                content += '\\';
            content += next;
            ++m_position;
        }
        if (m_position >= m_text.size()) {
            m_position = begin;
            return fail("The string is not closed");
        }
        ++m_position;
        note(begin, m_position, ExpressionToken::Kind::String);
        Node node;
        node.literal = Data::string(content);
        return node;
    }

    /// A path reaches to the comma or parenthesis that is not inside its own brackets, parentheses or quotes.
    std::optional<Node> readPath()
    {
        const std::size_t begin = m_position;
        std::size_t brackets = 0;
        std::size_t parentheses = 0;
        char quote = '\0';
        for (; m_position < m_text.size(); ++m_position) {
            const char character = m_text[m_position];
            if (quote != '\0') {
                if (character == '\\')
                    ++m_position;
                else if (character == quote)
                    quote = '\0';
                continue;
            }
            if (brackets == 0 && parentheses == 0 && (character == ',' || character == ')'))
                break;
            if ((character == '\'' || character == '"') && (brackets > 0 || parentheses > 0))
                quote = character;
            brackets += character == '[' ? 1 : 0;
            brackets -= character == ']' && brackets > 0 ? 1 : 0;
            parentheses += character == '(' ? 1 : 0;
            parentheses -= character == ')' && parentheses > 0 ? 1 : 0;
        }
        const std::size_t end = std::min(m_position, m_text.size());
        std::string_view text = m_text.substr(begin, end - begin);
        while (!text.empty() && text.back() == ' ')
            text.remove_suffix(1);
        auto path = JsonPath::compile(text);
        if (!path) {
            m_position = begin + path.error().position;
            return fail(path.error().message);
        }
        if (m_tokens)
            addPathTokens(text, begin, *m_tokens);
        Node node;
        node.kind = Node::Kind::Path;
        node.path = *std::move(path);
        return node;
    }

    std::string_view m_text;
    ExpressionTokens* m_tokens;
    std::size_t m_position = 0;
};

Outcome<Data> evaluateNode(const Node& node, const Data& root, const EvaluationContext& context)
{
    if (node.kind == Node::Kind::Literal)
        return node.literal;
    if (node.kind == Node::Kind::Path) {
        auto value = node.path->evaluate(root, context);
        if (value)
            return value;
        if (value.error().code == "not-found" && !node.path->isDefinite())
            return Data::array({});
        // The service quotes a path of the Context object with one `$`, and the input all the same.
        const std::string& path = node.path->text();
        return QueryError{"States.Runtime",
                          "The JsonPath argument for the field '" + path.substr(path.starts_with("$$") ? 1 : 0) +
                              "' could not be found in the input '" + data::toJson(root) + "'",
                          0,
                          {}};
    }
    const IntrinsicFunction& function = *node.function;
    std::vector<Data> arguments;
    arguments.reserve(node.arguments.size());
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        auto value = evaluateNode(node.arguments[i], root, context);
        if (!value)
            return value;
        const IntrinsicArgument wanted = wantedAt(function, i);
        if (!fits(*value, wanted))
            return QueryError{"States.IntrinsicFailure",
                              "Argument " + std::to_string(i + 1) + " of " + std::string(function.name) + " must be " +
                                  nameOf(wanted) + ", but it is " + data::toJson(*value).substr(0, 200),
                              0,
                              {}};
        arguments.push_back(*std::move(value));
    }
    auto result = function.call(arguments, context);
    if (result && result->depth() > Data::maxDepth)
        return QueryError{
            "States.IntrinsicFailure", "The result of " + std::string(function.name) + " is nested too deeply", 0, {}};
    return result;
}

void collectWrongFormats(const Node& node, std::vector<FormatCount>& wrong)
{
    if (node.function && node.function->name == "States.Format" && node.arguments[0].kind == Node::Kind::Literal) {
        const FormatCount count{formatPlaces(node.arguments[0].literal.text()), node.arguments.size() - 1};
        if (count.places != count.values)
            wrong.push_back(count);
    }
    for (const Node& argument : node.arguments)
        collectWrongFormats(argument, wrong);
}

void collectFunctions(const Node& node, std::vector<std::string>& names)
{
    if (node.function)
        names.emplace_back(node.function->name);
    for (const Node& argument : node.arguments)
        collectFunctions(argument, names);
}

} // namespace

Outcome<IntrinsicCall> IntrinsicCall::compile(std::string_view text)
{
    Reader reader(text);
    auto node = reader.readWhole();
    if (!node)
        return reader.error;
    IntrinsicCall call;
    call.m_text = text;
    call.m_root = std::make_shared<Node>(std::move(*node));
    return call;
}

ExpressionTokens IntrinsicCall::tokens(std::string_view text)
{
    ExpressionTokens tokens;
    if (!Reader(text, &tokens).readWhole()) {
        const std::size_t read = tokens.empty() ? 0 : tokens.back().end;
        if (read < text.size())
            tokens.push_back({read, text.size(), ExpressionToken::Kind::Unread});
    }
    return tokens;
}

Outcome<Data> IntrinsicCall::evaluate(const Data& root, const EvaluationContext& context) const
{
    auto value = evaluateNode(*m_root, root, context);
    if (value)
        return value;
    QueryError error = value.error();
    error.message = "The function '" + m_text + "' had the following error: " + error.message;
    return error;
}

std::vector<FormatCount> IntrinsicCall::wrongFormats() const
{
    std::vector<FormatCount> wrong;
    collectWrongFormats(*m_root, wrong);
    return wrong;
}

std::vector<std::string> IntrinsicCall::functions() const
{
    std::vector<std::string> names;
    collectFunctions(*m_root, names);
    return names;
}

} // namespace asl::query
