#pragma once
// A text for people that stays translatable until it is shown: an English literal with %1 … %9 and what fills them in.

#include <string>
#include <vector>

/// Marks a literal for lupdate (`-tr-function-alias QT_TRANSLATE_NOOP+=ASL_TEXT`).
#define ASL_TEXT(context, literal) literal

namespace asl {

struct Message
{
    std::string literal;
    std::vector<std::string> arguments;

    Message() = default;
    Message(std::string text) : literal(std::move(text)) {}
    Message(const char* text) : literal(text) {}
    Message(std::string text, std::vector<std::string> fill) : literal(std::move(text)), arguments(std::move(fill)) {}

    friend bool operator==(const Message&, const Message&) = default;
};

/// `pattern` with %1 … %9 replaced by `arguments`; a place without an argument stays as it is.
std::string filledIn(std::string_view pattern, const std::vector<std::string>& arguments);

/// The message in English.
inline std::string english(const Message& message) { return filledIn(message.literal, message.arguments); }

} // namespace asl
