#include "core/support/text_pattern.h"

#include <vector>

namespace asl {

std::optional<bool> matchesPattern(std::string_view text, std::string_view pattern)
{
    struct Unit { char character; bool any; };
    std::vector<Unit> units;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            if (i + 1 == pattern.size() || (pattern[i + 1] != '*' && pattern[i + 1] != '\\'))
                return {};
            units.push_back({pattern[++i], false});
        } else {
            units.push_back({pattern[i], pattern[i] == '*'});
        }
    }
    std::size_t t = 0;
    std::size_t u = 0;
    std::size_t star = units.size();
    std::size_t resume = 0;
    while (t < text.size()) {
        if (u < units.size() && units[u].any) {
            star = u++;
            resume = t;
        } else if (u < units.size() && units[u].character == text[t]) {
            ++u;
            ++t;
        } else if (star < units.size()) {
            u = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (u < units.size() && units[u].any)
        ++u;
    return u == units.size();
}

} // namespace asl
