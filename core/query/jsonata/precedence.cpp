#include "core/query/jsonata/precedence.h"

#include "core/query/jsonata/tokenizer.h"

namespace asl::query::jsonata {

namespace {

constexpr std::uint16_t code(std::string_view text)
{
    return operatorCode(text);
}

} // namespace

int bindingPower(std::uint16_t operation)
{
    switch (operation) {
    case code("["):
    case code("("):
    case code("@"):
    case code("#"):
        return 80;
    case code("."):
        return 75;
    case code("{"):
        return 70;
    case code("*"):
    case code("/"):
    case code("%"):
        return 60;
    case code("+"):
    case code("-"):
    case code("&"):
        return 50;
    case code("="):
    case code("<"):
    case code(">"):
    case code("^"):
    case code("!="):
    case code("<="):
    case code(">="):
    case code("~>"):
    case code("?:"):
    case code("??"):
    case code("in"):
        return 40;
    case code("and"):
        return 30;
    case code("or"):
        return 25;
    case code("?"):
        return 20;
    case code(":="):
        return 10;
    default:
        return 0;
    }
}

Op binaryOperator(std::uint16_t operation)
{
    switch (operation) {
    case code("."):
        return Op::Map;
    case code("+"):
        return Op::Add;
    case code("-"):
        return Op::Subtract;
    case code("*"):
        return Op::Multiply;
    case code("/"):
        return Op::Divide;
    case code("%"):
        return Op::Remainder;
    case code("="):
        return Op::Equal;
    case code("<"):
        return Op::Less;
    case code(">"):
        return Op::Greater;
    case code("!="):
        return Op::NotEqual;
    case code("<="):
        return Op::LessOrEqual;
    case code(">="):
        return Op::GreaterOrEqual;
    case code("&"):
        return Op::Concat;
    case code("and"):
        return Op::And;
    case code("or"):
        return Op::Or;
    case code("in"):
        return Op::In;
    case code("~>"):
        return Op::Apply;
    default:
        return Op::None;
    }
}

} // namespace asl::query::jsonata
