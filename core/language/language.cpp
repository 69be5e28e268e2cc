#include "core/language/language.h"

#include <algorithm>
#include <vector>

namespace asl {

const Field* findField(std::span<const Field> fields, std::string_view name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::size_t fieldOrder(std::span<const Field> fields, std::string_view name)
{
    const Field* field = findField(fields, name);
    return field ? static_cast<std::size_t>(field - fields.data()) : fields.size();
}

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edits (insert, remove, replace, swap neighbours) between two words; upper and lower case count as the same.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.size()];
}

} // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates)
{
    constexpr std::size_t longestCompared = 256;
    std::string_view best;
    if (name.size() > longestCompared)
        return best;
    std::size_t bestDistance = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (std::string_view candidate : candidates) {
        if (candidate.size() > longestCompared)
            continue;
        const std::size_t edits = distance(name, candidate);
        if (edits < bestDistance && edits < candidate.size()) {
            best = candidate;
            bestDistance = edits;
        }
    }
    return best;
}

} // namespace asl
