// Map: which items, and how many at once; what a Map Run needs beside them.

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
        return runtimeFault("The " + field.name + " field refers to value \"" + quotedValue(**value) +
                            "\" which is not a valid " + (whole ? "integer" : "float") +
                            (field.path ? ": " + field.path->text() : std::string()));
    return *number;
}

Computed<double> concurrencyOf(const MapProgram& map, const WorkContext& context)
{
    auto concurrency = countOf(map.maxConcurrency, context, true);
    if (concurrency && *concurrency < 0)
        return numberFault(map.maxConcurrency, "MaxConcurrency cannot be negative.");
    return concurrency;
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

/// Items of a JSONata Map: the field's value, else the state's input.
Computed<Data> jsonataItems(const MapProgram& map, const WorkContext& context)
{
    if (!map.items) {
        if (!context.input.isArray())
            return evaluationFault("Map state input must be an array but was: " + data::toJson(context.input), {});
        return context.input;
    }
    auto items = map.items->evaluate(context.evaluation);
    if (items && !items->isArray())
        return unexpectedType(*map.items, "Items", "array", *items);
    return items;
}

/// As the service prints it: one `$` for the Context object.
std::string shownItemsPath(const MapProgram& map)
{
    if (map.itemsPath.kind != PathField::Kind::Path)
        return "$";
    const std::string& text = map.itemsPath.path->text();
    return text.starts_with("$$") ? text.substr(1) : text;
}

Computed<std::optional<double>> givenNumber(const NumberField& field, const WorkContext& context, bool whole)
{
    if (!field.literal && !field.path && !field.computed)
        return std::optional<double>();
    auto number = countOf(field, context, whole);
    if (!number)
        return number.fault();
    return std::optional(*number);
}

std::optional<Fault> readTolerance(const DistributedProgram& distributed, const WorkContext& context,
                                   MapRunOrder& order)
{
    auto count = givenNumber(distributed.toleratedFailureCount, context, true);
    if (!count)
        return count.fault();
    if (*count && **count < 0)
        return numberFault(distributed.toleratedFailureCount, "ToleratedFailureCount cannot be negative.");
    auto percentage = givenNumber(distributed.toleratedFailurePercentage, context, false);
    if (!percentage)
        return percentage.fault();
    if (*percentage && (**percentage < 0 || **percentage > 100))
        return numberFault(distributed.toleratedFailurePercentage,
                           "ToleratedFailurePercentage must be between 0 and 100.");
    order.toleratedCount = *count;
    order.toleratedPercentage = *percentage;
    return {};
}

std::optional<Fault> readReader(const ItemReaderProgram& reader, const WorkContext& context, MapRunOrder& order)
{
    auto maxItems = givenNumber(reader.maxItems, context, true);
    if (!maxItems)
        return maxItems.fault();
    order.maxItems = *maxItems;
    auto parameters = templated(reader.parameters, context.input, context.evaluation);
    if (!parameters)
        return parameters.fault();
    const auto text = [&](std::string_view key) {
        const Data* value = parameters->find(key);
        return value && value->isString() ? std::string(value->text()) : std::string();
    };
    const bool list = reader.action == ItemReaderProgram::Action::ListObjects;
    order.read = ReadItems{0, list, text("Bucket"), text(list ? "Prefix" : "Key"), 0, 0};
    return {};
}

std::optional<Fault> readBatcher(const ItemBatcherProgram& batcher, const WorkContext& context, MapRunOrder& order)
{
    auto items = givenNumber(batcher.maxItems, context, true);
    if (!items)
        return items.fault();
    auto bytes = givenNumber(batcher.maxBytes, context, true);
    if (!bytes)
        return bytes.fault();
    for (const auto& [field, limit] : {std::pair(&batcher.maxItems, *items), std::pair(&batcher.maxBytes, *bytes)})
        if (limit && *limit < 0)
            return numberFault(*field, field->name + " must be positive.");
    // As for MaxItems, 0 is no limit. A child's input has one in any case.
    constexpr auto most = static_cast<double>(quotas::payloadBytes);
    order.batches = true;
    order.batchItems = *items == 0.0 ? std::optional<double>() : *items;
    order.batchBytes = *bytes && **bytes > 0 ? std::min(**bytes, most) : most;
    if (!batcher.batchInput)
        return {};
    auto input = templated(batcher.batchInput, context.input, context.evaluation);
    if (!input)
        return input.fault();
    order.batchInput = std::move(*input);
    return {};
}

std::optional<Fault> readWriter(const ResultWriterProgram& writer, const WorkContext& context, MapRunOrder& order)
{
    if (!writer.exports)
        return {};
    auto parameters = templated(writer.parameters, context.input, context.evaluation);
    if (!parameters)
        return parameters.fault();
    const Data* bucket = parameters->find("Bucket");
    const Data* prefix = parameters->find("Prefix");
    order.resultBucket = bucket && bucket->isString() ? bucket->text() : "";
    order.resultPrefix = prefix && prefix->isString() ? prefix->text() : "";
    return {};
}

/// What a distributed Map computes; a fault strikes once the Map is said to have started.
MapRunOrder mapRunOrder(const DistributedProgram& distributed, const WorkContext& context)
{
    MapRunOrder order;
    order.fault = readTolerance(distributed, context, order);
    if (!order.fault && distributed.reader)
        order.fault = readReader(*distributed.reader, context, order);
    if (!order.fault && distributed.batcher)
        order.fault = readBatcher(*distributed.batcher, context, order);
    if (!order.fault)
        order.fault = readWriter(distributed.writer, context, order);
    return order;
}

/// Members of an object as items and keys; a distributed Map iterates over them.
void spreadObject(SpawnChildren& children)
{
    if (!children.items.isObject())
        return;
    ArrayBuilder values;
    ArrayBuilder keys;
    for (const Member& member : children.items.members()) {
        values.add(member.value);
        keys.add(member.key);
    }
    children.items = std::move(values).build();
    children.keys = std::move(keys).build();
}

Work beginDistributed(const MapProgram& map, const WorkContext& context)
{
    SpawnChildren children{{map.start}, Data::array({}), 0, {}, {}};
    const bool jsonata = context.state.language == QueryLanguage::JSONata;
    if (!map.distributed->reader) {
        // Objects are items here too, so only JSONata's own complaints count.
        auto items = jsonata ? (map.items ? map.items->evaluate(context.evaluation) : Computed<Data>(context.input))
                             : itemsOf(map, context);
        if (!items)
            return items.fault();
        if (!items->isArray() && !items->isObject()) {
            if (!jsonata)
                return runtimeFault("Reference path \"" + shownItemsPath(map) + "\" must point to array.");
            if (map.items)
                return unexpectedType(*map.items, "Items", "array", *items);
            return evaluationFault("Map state input must be an array but was: " + data::toJson(*items), {});
        }
        children.items = std::move(*items);
        spreadObject(children);
    }
    auto concurrency = concurrencyOf(map, context);
    if (!concurrency)
        return concurrency.fault();
    constexpr auto most = static_cast<double>(quotas::distributedMapConcurrency);
    children.concurrency = static_cast<std::uint32_t>(*concurrency > 0 ? std::min(*concurrency, most) : most);
    children.maxConcurrency = *concurrency;
    children.run = mapRunOrder(*map.distributed, context);
    return children;
}

} // namespace

Work begin(const MapProgram& map, const WorkContext& context)
{
    if (map.distributed)
        return beginDistributed(map, context);
    auto items = context.state.language == QueryLanguage::JSONata ? jsonataItems(map, context) : itemsOf(map, context);
    if (!items)
        return items.fault();
    if (!items->isArray())
        return runtimeFault("Reference path \"" + shownItemsPath(map) + "\" must point to array.");
    auto concurrency = concurrencyOf(map, context);
    if (!concurrency)
        return concurrency.fault();
    constexpr auto most = static_cast<double>(quotas::inlineMapConcurrency);
    const double atOnce = *concurrency > 0 ? std::min(*concurrency, most) : most;
    return SpawnChildren{{map.start}, *items, static_cast<std::uint32_t>(atOnce), {}, {}, *concurrency};
}

} // namespace asl
