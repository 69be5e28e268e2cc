// JSONPath text → tokens, as Jayway's PathCompiler reads it.

#include "core/query/jsonpath/path_compiler.h"

#include "core/data/json.h"
#include "core/query/jsonpath/character_index.h"

#include <charconv>

namespace asl::query::jsonpath {

namespace {

bool isDigit(char character) { return character >= '0' && character <= '9'; }

std::string_view trimmedBlanks(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

std::optional<std::int32_t> wholeNumber(std::string_view text)
{
    std::int32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

class Compiler
{
public:
    Compiler(std::string_view text, int depth, CompileError& error) : m_path(text), m_depth(depth), m_error(error) {}

    std::shared_ptr<const PathProgram> compile(bool trimmed)
    {
        if (trimmed) {
            m_path.trim();
            if (m_path.lastIs('.')) {
                m_path.setPosition(m_path.length() - 1);
                return fail("Path must not end with a '.' or '..'"), nullptr;
            }
        }
        if (!readRoot() || m_path.failed()) {
            if (m_error.message.empty())
                fail("Unexpected end of path");
            return nullptr;
        }
        invertScanWithFunction();
        return std::make_shared<PathProgram>(std::move(m_program));
    }

private:
    enum class Read : std::uint8_t { Yes, No, Failed };

    bool fail(std::string message)
    {
        if (m_error.message.empty())
            m_error = {std::move(message), static_cast<std::size_t>(std::max(0L, m_path.position()))};
        return false;
    }
    /// What is wrong with a part that begins at `begin`, where its own places are counted from.
    bool failInside(CompileError error, long begin)
    {
        if (m_error.message.empty())
            m_error = {std::move(error.message), error.position + static_cast<std::size_t>(begin)};
        return false;
    }

    void append(Token token) { m_program.tokens.push_back(std::move(token)); }

    bool readRoot()
    {
        while (m_path.inBounds() && (m_path.currentIs(' ') || m_path.currentIs('\t') || m_path.currentIs('\r') || m_path.currentIs('\n')))
            m_path.advance(1);
        if (!m_path.currentIs('$') && !m_path.currentIs('@'))
            return fail("Path must start with '$' or '@'");
        m_program.fromDocument = m_path.currentIs('$');
        if (m_path.currentIsTail())
            return finish();
        m_path.advance(1);
        if (!m_path.currentIs('.') && !m_path.currentIs('['))
            return fail("Illegal character at position " + std::to_string(m_path.position()) + " expected '.' or '['");
        bool more = true;
        while (more) {
            if (!readToken() || m_path.failed())
                return false;
            if (m_program.tokens.size() > maxTokens)
                return fail("The path has more than " + std::to_string(maxTokens) + " steps");
            more = m_afterDot || !m_path.currentIsTail();
        }
        return finish();
    }

    bool finish()
    {
        bool definite = true;
        auto& tokens = m_program.tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            tokens[i].leaf = i + 1 == tokens.size();
            tokens[i].upstreamDefinite = definite;
            definite = definite && tokens[i].isDefinite();
        }
        m_program.definite = definite;
        return true;
    }

    /// A dot alone is no token: what follows it is read in the same go.
    bool readToken()
    {
        m_afterDot = false;
        switch (m_path.current()) {
        case '[':
            for (const auto read : {&Compiler::readBracketProperty, &Compiler::readArray, &Compiler::readWildcard, &Compiler::readFilter}) {
                const Read answer = (this->*read)();
                if (answer != Read::No)
                    return answer == Read::Yes;
            }
            return fail("Could not parse token starting at position " + std::to_string(m_path.position()) + ". Expected ?, ', 0-9, * ");
        case '.': return readDot();
        case '*': return readWildcard() == Read::Yes || fail("Could not parse token starting at position " + std::to_string(m_path.position()));
        default: return readPropertyOrFunction();
        }
    }

    bool readDot()
    {
        if (m_path.nextIs('.')) {
            append({.kind = Token::Kind::Scan});
            m_path.advance(2);
        } else if (!m_path.hasMore()) {
            return fail("Path must not end with a '.'");
        } else {
            m_path.advance(1);
        }
        if (m_path.currentIs('.'))
            return fail("Character '.' on position " + std::to_string(m_path.position()) + " is not valid.");
        m_afterDot = true;
        return true;
    }

    bool readPropertyOrFunction()
    {
        if (m_path.currentIs(' '))
            return fail("Could not parse token starting at position " + std::to_string(m_path.position()));
        const long start = m_path.position();
        long read = start;
        long end = 0;
        bool isFunction = false;
        std::string name;
        for (; m_path.inBounds(read); ++read) {
            char character = m_path.at(read);
            if (character == ' ')
                return fail("Use bracket notion ['my prop'] if your property contains blank characters. position: " + std::to_string(start));
            if (character == '.' || character == '[' || character == '(') {
                isFunction = character == '(';
                end = read;
                break;
            }
            // Reference Paths of the specification escape what would end the name; Jayway does not know this.
            if (character == '\\' && m_path.inBounds(read + 1))
                character = m_path.at(++read);
            name += character;
        }
        if (end == 0)
            end = m_path.length();
        if (!isFunction) {
            m_path.setPosition(end);
            append({.kind = Token::Kind::Property, .properties = {Data::string(name)}});
            return true;
        }
        return readFunction(std::string(m_path.slice(start, end)), read);
    }

    bool readFunction(std::string name, long open)
    {
        long opened = 1;
        for (long i = open + 1; i < m_path.length() && opened != 0; ++i)
            opened += m_path.at(i) == '(' ? 1 : m_path.at(i) == ')' ? -1 : 0;
        if (opened != 0)
            return fail("Arguments to function: '" + name + "' are not closed properly.");
        Token token{.kind = Token::Kind::Function, .function = functionNamed(name), .functionName = name};
        if (m_path.at(open + 1) != ')') {
            m_path.setPosition(open + 1);
            if (!readArguments(token))
                return false;
        } else {
            // Left standing before the `)`, which Jayway then reads as a property when something follows.
            m_path.setPosition(open + 1);
        }
        append(std::move(token));
        return true;
    }

    bool readArguments(Token& token)
    {
        enum class Type : std::uint8_t { None, Json, Path } type = Type::None;
        long parentheses = 1;
        long brackets = 0;
        long braces = 0;
        long quotes = 0;
        bool done = false;
        char prior = '\0';
        std::string argument;
        long begin = 0;
        while (m_path.inBounds() && !done) {
            const char character = m_path.current();
            if (type == Type::None)
                begin = m_path.position();
            m_path.advance(1);
            if (type == Type::None) {
                if (character == ' ' || character == '\t' || character == '\n' || character == '\r')
                    continue;
                if (character == '{' || isDigit(character) || character == '"' || character == '-')
                    type = Type::Json;
                else if (character == '$' || character == '@')
                    type = Type::Path;
            }
            switch (character) {
            case '"': quotes += prior != '\\' && quotes > 0 ? -1 : 1; break;
            case '(': ++parentheses; break;
            case '{': ++braces; break;
            case '[': ++brackets; break;
            case '}':
                if (braces-- == 0)
                    return fail("Unexpected close brace '}' at character position: " + std::to_string(m_path.position()));
                break;
            case ']':
                if (brackets-- == 0)
                    return fail("Unexpected close bracket ']' at character position: " + std::to_string(m_path.position()));
                break;
            case ')':
                --parentheses;
                if (parentheses < 0 || prior == '(')
                    argument += character;
                [[fallthrough]];
            case ',':
                if (quotes == 0 && braces == 0 && brackets == 0 && ((parentheses == 0 && character == ')') || parentheses == 1)) {
                    done = parentheses == 0;
                    if (type != Type::None && !addArgument(token, type == Type::Path, argument, begin))
                        return false;
                    argument.clear();
                    type = Type::None;
                }
                break;
            default: break;
            }
            if (type != Type::None && !(character == ',' && braces == 0 && brackets == 0 && parentheses == 1))
                argument += character;
            prior = character;
        }
        if (braces != 0 || parentheses != 0 || brackets != 0)
            return fail("Arguments to function: '" + token.functionName + "' are not closed properly.");
        return true;
    }

    bool addArgument(Token& token, bool isPath, const std::string& text, long begin)
    {
        Parameter parameter;
        if (!isPath) {
            if (auto json = parsePermissively(text))
                parameter.json = std::move(*json);
            token.parameters.push_back(std::move(parameter));
            return true;
        }
        CompileError error;
        parameter.path = compilePath(text, false, m_depth + 1, error);
        if (!parameter.path)
            return failInside(std::move(error), begin);
        if (token.function == Function::Length)
            parameter.children = withWildcard(*parameter.path);
        token.parameters.push_back(std::move(parameter));
        return true;
    }

    /// length(path) counts the children of what the path names; whether the path is definite stays as it was.
    static std::shared_ptr<const PathProgram> withWildcard(const PathProgram& path)
    {
        auto children = std::make_shared<PathProgram>(path);
        if (path.isFunctionPath() || path.tokens.empty())
            return children;
        Token& last = children->tokens.back();
        last.leaf = false;
        const bool upstream = last.upstreamDefinite && last.isDefinite();
        children->tokens.push_back({.kind = Token::Kind::Wildcard, .upstreamDefinite = upstream, .leaf = true});
        return children;
    }

    /// `$..path.function()` means `$.function($..path)`.
    void invertScanWithFunction()
    {
        auto& tokens = m_program.tokens;
        if (!m_program.isFunctionPath() || tokens.front().kind != Token::Kind::Scan)
            return;
        std::size_t place = 0;
        while (tokens[place].kind != Token::Kind::Function)
            ++place;
        auto scan = std::make_shared<PathProgram>();
        scan->fromDocument = m_program.fromDocument;
        scan->definite = false;
        scan->tokens.assign(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(place));
        scan->tokens.back().leaf = true;
        tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(place));
        Parameter parameter;
        parameter.path = scan;
        if (tokens.front().function == Function::Length)
            parameter.children = withWildcard(*scan);
        tokens.front().parameters = {std::move(parameter)};
        m_program.definite = true;
        for (const Token& token : tokens)
            m_program.definite = m_program.definite && token.isDefinite();
    }

    Read readFilter()
    {
        const long open = m_path.position();
        const long question = m_path.nextSignificant(open);
        if (!m_path.nextSignificantIs(open, '?') || !m_path.nextSignificantIs(question, '('))
            return Read::No;
        const long close = m_path.indexOfMatchingClose(m_path.nextSignificant(question), '(', ')', true, true);
        if (close == -1 || !m_path.nextSignificantIs(close, ']'))
            return Read::No;
        const long end = m_path.nextSignificant(close) + 1;
        Token token{.kind = Token::Kind::Predicate};
        CompileError error;
        token.filter = compileFilter(m_path.slice(open, end), m_depth + 1, error);
        if (!token.filter)
            return failInside(std::move(error), open), Read::Failed;
        append(std::move(token));
        m_path.setPosition(end);
        return Read::Yes;
    }

    Read readWildcard()
    {
        if (m_path.currentIs('[')) {
            if (!m_path.nextSignificantIs(m_path.position(), '*'))
                return Read::No;
            const long star = m_path.nextSignificant(m_path.position());
            if (!m_path.nextSignificantIs(star, ']'))
                return fail("Expected wildcard token to end with ']' on position " + std::to_string(star + 1)), Read::Failed;
            m_path.setPosition(m_path.nextSignificant(star) + 1);
        } else {
            m_path.advance(1);
        }
        append({.kind = Token::Kind::Wildcard});
        return Read::Yes;
    }

    Read readArray()
    {
        const char first = m_path.nextSignificantCharacter(m_path.position());
        if (!isDigit(first) && first != '-' && first != ':')
            return Read::No;
        const long begin = m_path.position() + 1;
        const long end = m_path.indexOf(begin, ']');
        if (end == -1)
            return Read::No;
        const std::string_view expression = trimmedBlanks(m_path.slice(begin, end));
        if (expression.find_first_not_of("0123456789,-: ") != std::string_view::npos)
            return Read::No;
        const bool isSlice = expression.find(':') != std::string_view::npos;
        if (!(isSlice ? readSlice(expression) : readIndexes(expression)))
            return Read::Failed;
        m_path.setPosition(end + 1);
        return Read::Yes;
    }

    bool readSlice(std::string_view expression)
    {
        const std::string complaint = "Failed to parse SliceOperation: " + std::string(expression);
        if (expression.find_first_of(", ") != std::string_view::npos)
            return fail(complaint);
        Token token{.kind = Token::Kind::Slice};
        const std::size_t colon = expression.find(':');
        const std::string_view from = expression.substr(0, colon);
        const std::string_view rest = expression.substr(colon + 1);
        const std::string_view to = rest.substr(0, rest.find(':')); // a step is read over
        if (!from.empty() && !(token.from = wholeNumber(from)))
            return fail(complaint);
        if (!to.empty() && !(token.to = wholeNumber(to)))
            return fail(complaint);
        if (!token.from && !token.to)
            return fail(complaint);
        append(std::move(token));
        return true;
    }

    bool readIndexes(std::string_view expression)
    {
        Token token{.kind = Token::Kind::Index};
        for (std::size_t begin = 0; begin <= expression.size();) {
            const std::size_t comma = std::min(expression.find(',', begin), expression.size());
            const auto index = wholeNumber(trimmedBlanks(expression.substr(begin, comma - begin)));
            if (!index)
                return fail("Failed to parse ArrayIndexOperation: " + std::string(expression));
            token.indexes.push_back(*index);
            begin = comma + 1;
        }
        append(std::move(token));
        return true;
    }

    Read readBracketProperty()
    {
        const char quote = m_path.nextSignificantCharacter(m_path.position());
        if (quote != '\'' && quote != '"')
            return Read::No;
        Token token{.kind = Token::Kind::Property, .quote = quote};
        long start = 0;
        long end = 0;
        bool inProperty = false;
        bool inEscape = false;
        bool afterComma = false;
        for (long i = m_path.position() + 1; m_path.inBounds(i); ++i) {
            const char character = m_path.at(i);
            if (inEscape) {
                inEscape = false;
            } else if (character == '\\') {
                inEscape = true;
            } else if (character == ']' && !inProperty) {
                if (afterComma)
                    return fail("Found empty property at index " + std::to_string(i)), Read::Failed;
                break;
            } else if (character == quote && inProperty) {
                const char next = m_path.nextSignificantCharacter(i);
                if (next != ']' && next != ',')
                    return fail("Property must be separated by comma or Property must be terminated close square bracket at index " + std::to_string(i)), Read::Failed;
                end = i;
                token.properties.push_back(Data::string(propertyName(m_path.slice(start, i), quote)));
                inProperty = false;
            } else if (character == quote) {
                start = i + 1;
                inProperty = true;
                afterComma = false;
            } else if (character == ',' && !inProperty) {
                if (afterComma)
                    return fail("Found empty property at index " + std::to_string(i)), Read::Failed;
                afterComma = true;
            }
        }
        if (inProperty)
            return fail(std::string("Property has not been closed - missing closing ") + quote), Read::Failed;
        if (!m_path.nextSignificantIs(end, ']'))
            return fail("Property has not been closed - missing closing ]"), Read::Failed;
        m_path.setPosition(m_path.nextSignificant(end) + 1);
        if (token.properties.empty())
            return fail("Empty properties"), Read::Failed;
        append(std::move(token));
        return Read::Yes;
    }

    /// A backslash escapes only the quote in use; elsewhere it belongs to the name. Jayway resolves all escapes of Java, the
    /// service does not (recorded in ESCAPE_SEQUENCES_JSONPATH).
    static std::string propertyName(std::string_view raw, char quote)
    {
        std::string name;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] == '\\' && i + 1 < raw.size() && raw[i + 1] == quote)
                ++i;
            name += raw[i];
        }
        return name;
    }

    CharacterIndex m_path;
    int m_depth;
    CompileError& m_error;
    PathProgram m_program;
    bool m_afterDot = false;
};

} // namespace

std::shared_ptr<const PathProgram> compilePath(std::string_view text, bool trimmed, int depth, CompileError& error)
{
    if (depth > maxCompileDepth) {
        error = {"The path is nested more than " + std::to_string(maxCompileDepth) + " levels deep", 0};
        return nullptr;
    }
    if (text.empty()) {
        error = {"Path can not be null or empty", 0};
        return nullptr;
    }
    if (trimmed && text.front() != '$' && text.front() != '@')
        return Compiler("$." + std::string(text), depth, error).compile(true);
    return Compiler(text, depth, error).compile(trimmed);
}

std::shared_ptr<const PathProgram> compilePath(std::string_view text, CompileError& error) { return compilePath(text, true, 0, error); }

} // namespace asl::query::jsonpath
