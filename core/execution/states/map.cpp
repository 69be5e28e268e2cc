// Map (inline): which items, and how many at once.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"
#include "core/language/quotas.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>

namespace asl {

namespace {

/// Numeric paths of a Map also take a number written as text.
std::optional<double> numberFrom(const Data& value)
{
    if (value.isNumber())
        return value.asDouble();
    if (!value.isString() || value.text().empty())
        return {};
    const std::string text(value.text());
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return *end == '\0' && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A count by literal or path; 0 when the field is absent.
Computed<double> countOf(const NumberField& field, const WorkContext& context, bool whole)
{
    auto value = numberValue(field, context.input, context.evaluation);
    if (!value)
        return value.fault();
    if (!*value)
        return 0.0;
    const auto number = numberFrom(**value);
    if (!number || (whole && *number != std::floor(*number)))
        return runtimeFault("The " + field.name + " field refers to value \""
                            + ((*value)->isString() ? std::string((*value)->text()) : data::toJson(**value))
                            + "\" which is not a valid " + (whole ? "integer" : "float")
                            + (field.path ? ": " + field.path->text() : std::string()));
    return *number;
}

Computed<Data> itemsOf(const MapProgram& map, const WorkContext& context)
{
    if (map.itemsPath.kind != PathField::Kind::Path)
        return context.input;
    auto items = evaluated(*map.itemsPath.path, context.input, context.evaluation);
    if (!items)
        return runtimeFault("Invalid path '" + map.itemsPath.path->text() + "' : " + items.error().message);
    return *std::move(items);
}

/// As the service prints it: one `$` for the Context object.
std::string shownItemsPath(const MapProgram& map)
{
    if (map.itemsPath.kind != PathField::Kind::Path)
        return "$";
    const std::string& text = map.itemsPath.path->text();
    return text.starts_with("$$") ? text.substr(1) : text;
}

} // namespace

Work begin(const MapProgram& map, const WorkContext& context)
{
    auto items = itemsOf(map, context);
    if (!items)
        return items.fault();
    if (!items->isArray())
        return runtimeFault("Reference path \"" + shownItemsPath(map) + "\" must point to array.");
    auto concurrency = countOf(map.maxConcurrency, context, true);
    if (!concurrency)
        return concurrency.fault();
    constexpr auto most = static_cast<double>(quotas::inlineMapConcurrency);
    const double atOnce = *concurrency > 0 ? std::min(*concurrency, most) : most;
    return SpawnChildren{{map.start}, *items, static_cast<std::uint32_t>(atOnce)};
}

} // namespace asl
