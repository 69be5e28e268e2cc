#pragma once
// JSONata text → tokens, one at a time: whether `/` begins a regular expression depends on what stands before it.

#include "core/query/jsonata.h"
#include "core/query/jsonata/problem.h"
#include "core/query/regex.h"

#include <memory>
#include <optional>
#include <string_view>

namespace asl::query::jsonata {

/// An operator of one to three characters as a number.
constexpr std::uint16_t operatorCode(std::string_view text)
{
    const auto unit = [text](std::size_t place) { return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U; };
    return static_cast<std::uint16_t>(unit(0) | unit(1) << 8U);
}

enum class TokenType : std::uint8_t { End, Name, Variable, String, Number, Value, Regex, Operator };

struct Token
{
    TokenType type = TokenType::End;
    std::string text = {};  ///< name, or the operator's characters
    Data value = {};        ///< of literals
    std::shared_ptr<const query::Regex> regex = {};
    std::size_t position = 0;
    std::uint16_t code = 0; ///< of operators: operatorCode(text)

    /// As error messages name it.
    std::string shown() const;
};

class Tokenizer
{
public:
    Tokenizer(std::string_view text, JsonataDialect dialect) : m_text(text), m_dialect(dialect) {}

    /// The next token; `infix`: an operand has just been read, so `/` divides. Nothing after a problem.
    std::optional<Token> next(bool infix);
    const Problem& problem() const { return m_problem; }
    /// Where the token that was read last begins, or what could not be read.
    std::size_t begin() const { return m_begin; }

private:
    Token operatorAt(std::size_t length);
    std::nullopt_t fail(const char* code, std::size_t position, std::string token = {});
    char at(std::size_t position) const { return position < m_text.size() ? m_text[position] : '\0'; }
    bool skipBlanksAndComments();
    std::optional<Token> readRegex();
    std::optional<Token> readString();
    std::optional<Token> readNumber();
    std::optional<Token> readQuotedName();
    Token readName();

    std::string_view m_text;
    JsonataDialect m_dialect;
    std::size_t m_position = 0;
    std::size_t m_begin = 0;
    Problem m_problem;
};

} // namespace asl::query::jsonata
