#pragma once
// A text for people in completion and hover: a message of core, or a text of one of its tables.

#include "core/support/message.h"

#include <string_view>

namespace asl {

struct HelpText
{
    Message message;
    const char* context = "core"; ///< of translation: "core" or "language"

    HelpText() = default;
    HelpText(Message text, const char* translatedIn = "core") : message(std::move(text)), context(translatedIn) {}
    HelpText(const char* text) : message(text) {}
    bool empty() const { return message.literal.empty(); }
};

inline HelpText tableText(std::string_view summary) { return {Message(std::string(summary)), "language"}; }

} // namespace asl
