// The names of the actions that can be called through the SDK. They are many and seldom asked for, so the line of a
// service is looked for in the text instead of keeping them all apart.

#include "core/language/catalogue.h"
#include "core/language/catalogue_files.h"

#include <algorithm>

namespace asl {

namespace {

/// What follows the service's word on its line; empty when it has none.
std::string_view lineOf(std::string_view text, std::string_view service)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.size() > service.size() && line.starts_with(service) && line[service.size()] == ' ')
            return line.substr(service.size() + 1);
        begin = end + 1;
    }
    return {};
}

} // namespace

std::vector<std::string_view> sdkActionNames(std::string_view service)
{
    std::vector<std::string_view> names;
    for (const CatalogueFile& file : actionFiles()) {
        std::string_view rest = lineOf(file.text, service);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            names.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return names;
}

} // namespace asl
