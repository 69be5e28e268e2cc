// `[?(…)]` → Filter, as Jayway's FilterCompiler reads it: the same places where a reading is tried and taken back.

#include "core/query/jsonpath/path_compiler.h"

#include "core/data/json.h"
#include "core/query/jsonpath/character_index.h"

#include <algorithm>
#include <charconv>

namespace asl::query::jsonpath {

namespace {

constexpr std::pair<std::string_view, Relation> relationNames[] = {
    {">=", Relation::GreaterOrEqual},
    {"<=", Relation::LessOrEqual},
    {"==", Relation::Equal},
    {"===", Relation::StrictEqual},
    {"!=", Relation::NotEqual},
    {"!==", Relation::StrictNotEqual},
    {"<", Relation::Less},
    {">", Relation::Greater},
    {"=~", Relation::Regex},
    {"NIN", Relation::NotIn},
    {"IN", Relation::In},
    {"CONTAINS", Relation::Contains},
    {"ALL", Relation::All},
    {"SIZE", Relation::Size},
    {"EXISTS", Relation::Exists},
    {"TYPE", Relation::Type},
    {"MATCHES", Relation::Matches},
    {"EMPTY", Relation::Empty},
    {"SUBSETOF", Relation::SubsetOf},
    {"ANYOF", Relation::AnyOf},
    {"NONEOF", Relation::NoneOf},
};

bool isRelationCharacter(char character)
{
    return character == '<' || character == '>' || character == '=' || character == '~' || character == '!';
}

/// Whether java.math.BigDecimal would read it.
bool isDecimal(std::string_view text)
{
    std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    std::size_t digits = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        ++digits;
    if (i < text.size() && text[i] == '.')
        for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
            ++digits;
    if (digits == 0)
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        if (i == text.size())
            return false;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
    }
    return i == text.size();
}

class Compiler
{
public:
    Compiler(std::string_view text, int depth, CompileError& error) : m_filter(text), m_depth(depth), m_error(error) {}

    std::shared_ptr<const Filter> compile()
    {
        if (!readFrame())
            return nullptr;
        auto filter = readOr();
        m_filter.skipBlanks();
        if (!filter || m_filter.failed() || m_fatal || m_filter.inBounds()) {
            goToTheProblem();
            if (m_error.message.empty())
                fail("Failed to parse filter: " + std::string(m_filter.text()));
            return nullptr;
        }
        return std::make_shared<Filter>(std::move(*filter));
    }

private:
    std::nullopt_t fail(std::string message)
    {
        if (m_error.message.empty())
            m_error = {std::move(message), static_cast<std::size_t>(std::max(0L, m_filter.position()))};
        return std::nullopt;
    }
    /// A failure that a tried reading may not take back.
    std::nullopt_t failForGood(std::string message)
    {
        m_fatal = true;
        return fail(std::move(message));
    }
    bool over() const { return m_fatal || m_filter.failed(); }
    /// Where nothing could be read further, what was taken back is to blame.
    void goToTheProblem()
    {
        if (m_filter.position() == m_takenBack.begin)
            m_filter.setPosition(m_takenBack.problem);
    }

    /// `[`, `?`, `(` … `)`, `]`; leaves the region with its parentheses.
    bool readFrame()
    {
        m_filter.trim();
        m_filter.advance(1);
        m_filter.dropLast();
        m_filter.trim();
        m_filter.advance(1);
        m_filter.trim();
        if (m_filter.currentIs('(') && m_filter.lastIs(')') && !m_filter.failed())
            return true;
        fail("Filter must start with '[?(' and end with ')]'. " + std::string(m_filter.text()));
        return false;
    }

    bool readSignificant(std::string_view text)
    {
        m_filter.skipBlanks();
        const long end = m_filter.position() + static_cast<long>(text.size());
        if (!m_filter.inBounds(end - 1) || m_filter.slice(m_filter.position(), end) != text)
            return false;
        m_filter.setPosition(end);
        return true;
    }

    std::optional<Filter> readChain(std::string_view separator, Filter::Kind kind,
                                    std::optional<Filter> (Compiler::*readPart)())
    {
        std::vector<Filter> parts;
        for (;;) {
            auto part = (this->*readPart)();
            if (!part || over())
                return std::nullopt;
            parts.push_back(std::move(*part));
            const long before = m_filter.position();
            if (!readSignificant(separator)) {
                m_filter.setPosition(before);
                break;
            }
        }
        if (parts.size() == 1)
            return std::move(parts.front());
        Filter filter;
        filter.kind = kind;
        filter.parts = std::move(parts);
        return filter;
    }

    std::optional<Filter> readOr() { return readChain("||", Filter::Kind::Or, &Compiler::readAnd); }
    std::optional<Filter> readAnd() { return readChain("&&", Filter::Kind::And, &Compiler::readOperand); }

    std::optional<Filter> readOperand()
    {
        if (++m_depth > maxCompileDepth)
            return failForGood("The filter is nested more than " + std::to_string(maxCompileDepth) + " levels deep");
        auto filter = readNestedOperand();
        --m_depth;
        return filter;
    }

    std::optional<Filter> readNestedOperand()
    {
        const long before = m_filter.skipBlanks().position();
        if (m_filter.currentIs('!')) {
            m_filter.advance(1);
            const char next = m_filter.skipBlanks().current();
            if (next != '$' && next != '@') {
                auto operand = readOperand();
                if (!operand)
                    return std::nullopt;
                Filter filter;
                filter.kind = Filter::Kind::Not;
                filter.parts.push_back(std::move(*operand));
                return filter;
            }
            m_filter.setPosition(before);
        }
        if (m_filter.skipBlanks().currentIs('(')) {
            m_filter.advance(1);
            auto inner = readOr();
            if (!inner)
                return std::nullopt;
            if (!m_filter.skipBlanks().currentIs(')')) {
                goToTheProblem();
                return fail("Expected character: )");
            }
            m_filter.advance(1);
            return inner;
        }
        return readRelation();
    }

    std::optional<Filter> readRelation()
    {
        auto left = readValue();
        if (!left || over())
            return std::nullopt;
        const long before = m_filter.position();
        Filter filter;
        if (const auto relation = readOperator()) {
            auto right = readValue();
            if (right && !over()) {
                filter.left = std::move(*left);
                filter.relation = *relation;
                filter.right = std::move(*right);
                return filter;
            }
        }
        if (over())
            return std::nullopt;
        m_takenBack = {m_filter.nextSignificant(before - 1), static_cast<long>(m_error.position)};
        m_error = {};
        if (left->kind != Operand::Kind::Path) {
            m_filter.setPosition(m_takenBack.problem);
            return fail("Expected path node");
        }
        m_filter.setPosition(before);
        filter.left = std::move(*left);
        return filter;
    }

    std::optional<Relation> readOperator()
    {
        const long begin = m_filter.skipBlanks().position();
        const bool symbols = isRelationCharacter(m_filter.current());
        while (m_filter.inBounds() && (symbols ? isRelationCharacter(m_filter.current()) : !m_filter.currentIs(' ')))
            m_filter.advance(1);
        std::string name(m_filter.slice(begin, m_filter.position()));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        for (const auto& [known, relation] : relationNames)
            if (known == name)
                return relation;
        m_filter.setPosition(begin);
        return fail("Filter operator " + name + " is not supported!");
    }

    std::optional<Operand> readValue()
    {
        const char first = m_filter.skipBlanks().current();
        if (first == '!') {
            m_filter.advance(1);
            const char next = m_filter.skipBlanks().current();
            return next == '$' || next == '@' ? readPath() : fail("Unexpected character: !");
        }
        switch (first) {
        case '$':
        case '@':
            return readPath();
        case '\'':
        case '"':
            return readString(first);
        case 't':
        case 'f':
            return readBoolean(first == 't' ? "true" : "false");
        case 'n':
            return readNull();
        case '{':
            return readJson('{', '}');
        case '[':
            return readJson('[', ']');
        case '/':
            return readPattern();
        default:
            return readNumber();
        }
    }

    std::optional<Operand> readString(char quote)
    {
        const long begin = m_filter.position();
        const long close = m_filter.indexOfUnescaped(begin + 1, quote);
        if (close == -1)
            return fail(std::string("String literal does not have matching quotes. Expected ") + quote + " in " +
                        std::string(m_filter.text()));
        m_filter.setPosition(close + 1);
        Operand operand;
        operand.kind = Operand::Kind::String;
        operand.value = Data::string(unescaped(m_filter.slice(begin + 1, close)));
        return operand;
    }

    std::optional<Operand> readBoolean(std::string_view word)
    {
        if (!readWord(word))
            return fail("Expected boolean literal");
        Operand operand;
        operand.kind = Operand::Kind::Boolean;
        operand.value = Data::boolean(word == "true");
        return operand;
    }

    std::optional<Operand> readNull()
    {
        return readWord("null") ? std::optional(Operand{}) : fail("Expected <null> value");
    }

    bool readWord(std::string_view word)
    {
        const long end = m_filter.position() + static_cast<long>(word.size());
        if (!m_filter.inBounds(end - 1) || m_filter.slice(m_filter.position(), end) != word)
            return false;
        m_filter.setPosition(end);
        return true;
    }

    std::optional<Operand> readNumber()
    {
        const long begin = m_filter.position();
        while (m_filter.inBounds() &&
               std::string_view("0123456789-.eE").find(m_filter.current()) != std::string_view::npos)
            m_filter.advance(1);
        const std::string_view text = m_filter.slice(begin, m_filter.position());
        if (!isDecimal(text)) {
            m_filter.setPosition(begin);
            return failForGood("Expected a number in filter " + std::string(m_filter.text()));
        }
        Operand operand;
        operand.kind = Operand::Kind::Number;
        operand.text = text;
        std::int64_t integer = 0;
        double real = 0;
        if (const auto read = std::from_chars(text.data(), text.data() + text.size(), integer);
            read.ec == std::errc() && read.ptr == text.data() + text.size())
            operand.value = Data::integer(integer);
        else if (std::from_chars(text.data(), text.data() + text.size(), real).ec == std::errc())
            operand.value = Data::real(real);
        else
            return failForGood("The number " + std::string(text) + " is too large");
        return operand;
    }

    std::optional<Operand> readJson(char open, char close)
    {
        const long begin = m_filter.position();
        const long end = m_filter.indexOfMatchingClose(begin, open, close, true, false);
        if (end == -1)
            return fail("String not closed. Expected ' in " + std::string(m_filter.text()));
        m_filter.setPosition(end + 1);
        Operand operand;
        operand.kind = Operand::Kind::Json;
        operand.text = m_filter.slice(begin, end + 1);
        if (auto value = parsePermissively(operand.text))
            operand.value = std::move(*value);
        return operand;
    }

    std::optional<Operand> readPattern()
    {
        const long begin = m_filter.position();
        const long close = m_filter.indexOfUnescaped(begin + 1, '/');
        if (close == -1)
            return fail("Pattern not closed. Expected / in " + std::string(m_filter.text()));
        long end = close;
        if (m_filter.inBounds(close + 1)) {
            // Flags reach to the next `=` of the filter, else to its parenthesis: so Jayway reads them.
            const long equals = m_filter.indexOf(begin + 1, '=');
            const long flagsEnd = equals > close ? equals : m_filter.indexOfUnescaped(begin + 1, ')');
            end += static_cast<long>(m_filter.slice(close + 1, flagsEnd).size());
        }
        m_filter.setPosition(end + 1);
        const std::string_view whole = m_filter.slice(begin, end + 1);
        if (m_filter.failed())
            return std::nullopt;
        const std::size_t last = whole.rfind('/');
        const std::string_view flags = whole.substr(last + 1);
        const auto has = [flags](char flag) { return flags.find(flag) != std::string_view::npos; };
        auto regex = Regex::compile(whole.substr(1, last - 1), {.dialect = Regex::Dialect::Java,
                                                                .ignoreCase = has('i'),
                                                                .multiLine = has('m'),
                                                                .dotAll = has('s'),
                                                                .comments = has('x')});
        if (!regex)
            return failForGood(regex.error().message + " in the pattern " + std::string(whole));
        Operand operand;
        operand.kind = Operand::Kind::Pattern;
        operand.pattern = std::make_shared<Regex>(*std::move(regex));
        return operand;
    }

    std::optional<Operand> readPath()
    {
        const long previous = m_filter.previousSignificant();
        const bool afterNot = previous != -1 && m_filter.at(previous) == '!';
        const long begin = m_filter.position();
        m_filter.advance(1);
        while (m_filter.inBounds()) {
            if (m_filter.currentIs('[')) {
                const long close = m_filter.indexOfMatchingClose(m_filter.position(), '[', ']', true, false);
                if (close == -1)
                    return fail("Square brackets does not match in filter " + std::string(m_filter.text()));
                m_filter.setPosition(close + 1);
            }
            const char character = m_filter.current();
            const bool closesGroup = character == ')' && !closesFunction(begin);
            if (!m_filter.inBounds() || isRelationCharacter(character) || character == ' ' || closesGroup)
                break;
            m_filter.advance(1);
        }
        Operand operand;
        operand.kind = Operand::Kind::Path;
        operand.shouldExist = !afterNot;
        CompileError error;
        operand.path = compilePath(m_filter.slice(begin, m_filter.position()), true, m_depth + 1, error);
        if (!operand.path) {
            m_filter.setPosition(begin + static_cast<long>(error.position));
            return fail(std::move(error.message));
        }
        return operand;
    }

    /// Whether the `)` here ends a call without arguments in the path that began at `begin`.
    bool closesFunction(long begin)
    {
        const long open = m_filter.previousSignificant();
        if (open == -1 || m_filter.at(open) != '(')
            return false;
        for (long i = open - 1; m_filter.inBounds(i) && i > begin; --i)
            if (m_filter.at(i) == '.')
                return true;
        return false;
    }

    CharacterIndex m_filter;
    int m_depth;
    CompileError& m_error;
    bool m_fatal = false;
    /// A comparison that could not be read, so that what stands before it counted alone: where it began and what was
    /// wrong there.
    struct TakenBack
    {
        long begin = -1;
        long problem = 0;
    } m_takenBack;
};

} // namespace

std::shared_ptr<const Filter> compileFilter(std::string_view text, int depth, CompileError& error)
{
    return Compiler(text, depth, error).compile();
}

} // namespace asl::query::jsonpath
