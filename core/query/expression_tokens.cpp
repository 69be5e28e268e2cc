// Pieces of expressions. JSONata has a tokenizer; calls tell what they read; a path is cut at its root and brackets.

#include "core/query/expression_tokens.h"

#include "core/query/intrinsics.h"
#include "core/query/json_path.h"
#include "core/query/jsonata/tokenizer.h"

#include <algorithm>

namespace asl::query {

namespace {

using Kind = ExpressionToken::Kind;

/// Comments between two tokens.
void addComments(std::string_view text, std::size_t begin, std::size_t end, ExpressionTokens& tokens)
{
    for (std::size_t at = text.find("/*", begin); at < end; at = text.find("/*", at)) {
        const std::size_t close = text.find("*/", at + 2);
        const std::size_t past = close == std::string_view::npos ? text.size() : close + 2;
        tokens.push_back({at, past, Kind::Comment});
        at = past;
    }
}

Kind kindOf(const jsonata::Token& token, bool infix)
{
    switch (token.type) {
    case jsonata::TokenType::End:
    case jsonata::TokenType::Name: return token.text == "function" || token.text == "\u03bb" ? Kind::Word : Kind::Name;
    case jsonata::TokenType::Variable: return Kind::Variable;
    case jsonata::TokenType::String: return Kind::String;
    case jsonata::TokenType::Number: return Kind::Number;
    case jsonata::TokenType::Value: return Kind::Word;
    case jsonata::TokenType::Regex: return Kind::Regex;
    case jsonata::TokenType::Operator: break;
    }
    // Where an operand is expected, `and`, `or` and `in` are names.
    const bool isWord = token.text == "and" || token.text == "or" || token.text == "in";
    return !isWord ? Kind::Operator : infix ? Kind::Word : Kind::Name;
}

/// Whether an operand ends with this token, so that `/` after it divides.
bool endsOperand(const jsonata::Token& token, Kind kind, bool infix)
{
    if (kind != Kind::Operator)
        return kind != Kind::Word || token.type == jsonata::TokenType::Value;
    const bool isWildcard = !infix && (token.text == "*" || token.text == "**" || token.text == "%");
    return isWildcard || token.text == ")" || token.text == "]" || token.text == "}";
}

} // namespace

ExpressionTokens jsonataTokens(std::string_view text)
{
    ExpressionTokens tokens;
    jsonata::Tokenizer tokenizer(text, JsonataDialect::StepFunctions);
    std::size_t end = 0;
    for (bool infix = false;;) {
        const auto token = tokenizer.next(infix);
        addComments(text, end, tokenizer.begin(), tokens);
        if (!token) {
            const bool isComment = text.substr(tokenizer.begin(), 2) == "/*";
            const bool isString = text.substr(tokenizer.begin(), 1) == "\"" || text.substr(tokenizer.begin(), 1) == "'";
            tokens.push_back({tokenizer.begin(), text.size(), isComment ? Kind::Comment : isString ? Kind::String : Kind::Unread});
            return tokens;
        }
        if (token->type == jsonata::TokenType::End)
            return tokens;
        end = token->position;
        const Kind kind = kindOf(*token, infix);
        if (token->text == "(" && kind == Kind::Operator && !tokens.empty() && tokens.back().kind == Kind::Variable)
            tokens.back().kind = Kind::Function;
        tokens.push_back({tokenizer.begin(), end, kind});
        infix = endsOperand(*token, kind, infix);
    }
}

ExpressionTokens pathOrCallTokens(std::string_view text)
{
    if (!text.starts_with('$'))
        return IntrinsicCall::tokens(text);
    ExpressionTokens tokens;
    addPathTokens(text, 0, tokens);
    return tokens;
}

void addPathTokens(std::string_view path, std::size_t offset, ExpressionTokens& tokens)
{
    const std::size_t root = JsonPath::rootLength(path);
    tokens.push_back({offset, offset + root, Kind::Variable});
    std::size_t begin = root;
    const auto add = [&](std::size_t first, std::size_t past, Kind kind) {
        if (begin < first)
            tokens.push_back({offset + begin, offset + first, Kind::Name});
        tokens.push_back({offset + first, offset + past, kind});
        begin = past;
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    bool inBrackets = false;
    for (std::size_t i = root; i < path.size(); ++i) {
        inBrackets = path[i] == '[' || (inBrackets && path[i] != ']');
        if (!inBrackets)
            continue;
        if (path[i] == '\'' || path[i] == '"') {
            const char quote = path[i];
            std::size_t past = i + 1;
            while (past < path.size() && path[past] != quote)
                past += path[past] == '\\' ? 2 : 1;
            past = std::min(past + 1, path.size());
            add(i, past, Kind::String);
            i = past - 1;
        } else if (isDigit(path[i]) && !isDigit(path[i - 1]) && std::string_view("[,:-< >=").find(path[i - 1]) != std::string_view::npos) {
            std::size_t past = i;
            while (past < path.size() && isDigit(path[past]))
                ++past;
            add(i, past, Kind::Number);
            i = past - 1;
        }
    }
    if (begin < path.size())
        tokens.push_back({offset + begin, offset + path.size(), Kind::Name});
}

} // namespace asl::query
