// Reading date-time pictures.

#include "core/query/jsonata/date_picture.h"

#include <array>
#include <charconv>

namespace asl::query::jsonata {

namespace {

constexpr std::string_view integerComponents = "YMDdFWwXxHhmsf";

/// The presentation of a component that names none; empty: no such component.
std::string_view defaultPresentation(char component)
{
    switch (component) {
    case 'Y': case 'M': case 'D': case 'd': case 'W': case 'w': case 'X': case 'x': case 'H': case 'h': case 'f': return "1";
    case 'F': case 'P': case 'C': case 'E': return "n";
    case 'm': case 's': return "01";
    case 'Z': case 'z': return "01:01";
    default: return {};
    }
}

std::optional<int> width(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ptr == text.data() ? std::nullopt : std::optional(value); // `*` is no limit
}

void readWidths(DatePart& part, std::string_view text)
{
    const std::size_t dash = text.find('-');
    part.minimumWidth = width(text.substr(0, dash));
    if (dash != std::string_view::npos)
        part.maximumWidth = width(text.substr(dash + 1));
}

/// `marker` without brackets and white space.
Outcome<DatePart> readMarker(const std::string& marker)
{
    DatePart part;
    part.component = marker.empty() ? '\0' : marker.front();
    if (defaultPresentation(part.component).empty())
        return QueryError{"D3132", "Unknown component specifier \"" + marker.substr(0, 1) + "\" in date/time picture string", 0, {}};

    const std::size_t comma = marker.rfind(',');
    if (comma != std::string::npos)
        readWidths(part, std::string_view(marker).substr(comma + 1));
    std::string presentation = marker.substr(1, comma == std::string::npos ? std::string::npos : comma - 1);
    const bool ordinal = presentation.size() > 1 && presentation.back() == 'o';
    if (presentation.size() > 1 && std::string_view("atco").find(presentation.back()) != std::string_view::npos) {
        part.modifier = presentation.back();
        presentation.pop_back();
    }
    if (presentation.empty())
        presentation = defaultPresentation(part.component);

    if (presentation.front() == 'n' || presentation.front() == 'N') {
        part.names = true;
        part.nameCase = presentation.front() == 'n' ? LetterCase::Lower
            : presentation.starts_with("Nn")        ? LetterCase::Title
                                                    : LetterCase::Upper;
        return part;
    }
    const bool integer = integerComponents.find(part.component) != std::string_view::npos;
    if (!integer && part.component != 'Z' && part.component != 'z')
        return part;
    const auto picture = integerPicture(integer && part.modifier != 0 ? presentation + ';' + part.modifier : presentation);
    if (!picture)
        return picture.error();
    part.integer = *picture;
    if (!integer)
        return part;
    part.integer.ordinal = ordinal;
    if (part.minimumWidth && part.integer.mandatoryDigits < *part.minimumWidth)
        part.integer.mandatoryDigits = *part.minimumWidth;
    if (part.component == 'Y') {
        if (part.maximumWidth) {
            part.yearDigits = *part.maximumWidth;
            part.integer.mandatoryDigits = *part.maximumWidth;
        } else if (const int digits = part.integer.mandatoryDigits + part.integer.optionalDigits; digits >= 2) {
            part.yearDigits = digits;
        }
    }
    return part;
}

} // namespace

Outcome<std::vector<DatePart>> datePicture(std::string_view picture)
{
    std::vector<DatePart> parts;
    std::string literal;
    const auto flush = [&] {
        if (!literal.empty()) {
            DatePart part;
            part.literal = std::move(literal);
            parts.push_back(std::move(part));
        }
        literal.clear();
    };
    for (std::size_t at = 0; at < picture.size(); ++at) {
        const char c = picture[at];
        const bool doubled = at + 1 < picture.size() && picture[at + 1] == c;
        if ((c == '[' || c == ']') && doubled) {
            literal += c;
            ++at;
        } else if (c == '[') {
            const std::size_t end = picture.find(']', at);
            if (end == std::string_view::npos)
                return QueryError{"D3135", "No matching closing bracket ']' in date/time picture string", 0, {}};
            std::string marker;
            for (const char inside : picture.substr(at + 1, end - at - 1))
                if (inside != ' ' && inside != '\t' && inside != '\n' && inside != '\r')
                    marker += inside;
            auto part = readMarker(marker);
            if (!part)
                return part.error();
            flush();
            // Digits that follow each other directly can only be told apart by their number.
            if (!parts.empty() && parts.back().component != 0 && !parts.back().names
                && integerComponents.find(parts.back().component) != std::string_view::npos)
                parts.back().integer.parseWidth = parts.back().integer.mandatoryDigits;
            parts.push_back(*std::move(part));
            at = end;
        } else {
            literal += c;
        }
    }
    flush();
    return parts;
}

std::string_view monthName(int month)
{
    static constexpr std::array<std::string_view, 12> names{"January", "February", "March", "April", "May", "June",
                                                            "July", "August", "September", "October", "November", "December"};
    return names[static_cast<std::size_t>(month - 1)];
}

std::string_view weekdayName(int weekday)
{
    static constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                                           "Saturday", "Sunday"};
    return names[static_cast<std::size_t>(weekday - 1)];
}

} // namespace asl::query::jsonata
