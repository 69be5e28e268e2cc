#include "core/completion/matching.h"

namespace asl::completion {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool startsWith(std::string_view name, std::string_view typed)
{
    if (name.size() < typed.size())
        return false;
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (lower(name[i]) != lower(typed[i]))
            return false;
    return true;
}

bool startsWord(std::string_view name, std::size_t at)
{
    const auto isLetter = [](char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c & '\x80') != 0; };
    if (at == 0)
        return true;
    if (!isLetter(name[at - 1]))
        return true;
    return name[at] >= 'A' && name[at] <= 'Z' && !(name[at - 1] >= 'A' && name[at - 1] <= 'Z');
}

/// "mxa" for MaxAttempts: each letter goes on with a word or begins one.
bool fitsWords(std::string_view name, std::string_view typed)
{
    std::size_t at = 0;
    bool begins = true;
    for (const char c : typed) {
        if (begins || at >= name.size() || lower(name[at]) != lower(c))
            while (at < name.size() && !(startsWord(name, at) && lower(name[at]) == lower(c)))
                ++at;
        if (at >= name.size())
            return false;
        begins = false;
        ++at;
    }
    return true;
}

bool holdsInOrder(std::string_view name, std::string_view typed)
{
    std::size_t at = 0;
    for (const char c : typed) {
        while (at < name.size() && lower(name[at]) != lower(c))
            ++at;
        if (at++ == name.size())
            return false;
    }
    return true;
}

} // namespace

std::optional<int> mismatch(std::string_view name, std::string_view typed)
{
    if (typed.empty())
        return 0;
    if (name.starts_with(typed))
        return 1;
    if (startsWith(name, typed))
        return 2;
    for (std::size_t at = 1; at < name.size(); ++at)
        if (startsWord(name, at) && startsWith(name.substr(at), typed))
            return 3;
    if (fitsWords(name, typed))
        return 4;
    for (std::size_t at = 1; typed.size() > 1 && at < name.size(); ++at)
        if (startsWith(name.substr(at), typed))
            return 5;
    return typed.size() > 2 && holdsInOrder(name, typed) ? std::optional(6) : std::nullopt;
}

} // namespace asl::completion
