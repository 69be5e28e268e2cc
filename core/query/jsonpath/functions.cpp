// The functions at the end of a path: $.items.length(), $.sum($.prices[*]), …

#include "core/query/jsonpath/evaluator.h"

#include "core/data/json.h"

#include <algorithm>
#include <cmath>

namespace asl::query::jsonpath {

namespace {

std::vector<double> numbersOf(const std::vector<Data>& values)
{
    std::vector<double> numbers;
    for (const Data& value : values) {
        if (value.isNumber())
            numbers.push_back(value.asDouble());
        for (const Data& item : value.items())
            if (item.isNumber())
                numbers.push_back(item.asDouble());
    }
    return numbers;
}

double aggregate(Function function, const std::vector<double>& numbers)
{
    const auto count = static_cast<double>(numbers.size());
    double sum = 0;
    double squares = 0;
    for (const double number : numbers) {
        sum += number;
        squares += number * number;
    }
    switch (function) {
    case Function::Average: return sum / count;
    case Function::StandardDeviation: return std::sqrt(squares / count - sum * sum / count / count);
    case Function::Min: return *std::min_element(numbers.begin(), numbers.end());
    case Function::Max: return *std::max_element(numbers.begin(), numbers.end());
    default: return sum;
    }
}

void appendText(std::string& text, const Data& value)
{
    if (value.isString())
        text += value.text();
    else if (!value.isNull())
        text += data::toJson(value);
}

std::string concatenated(const Data& model, const std::vector<Data>& arguments)
{
    std::string text;
    for (const Data& item : model.items())
        if (item.isString())
            text += item.text();
    for (const Data& argument : arguments) {
        if (argument.isString())
            text += argument.text();
        for (const Data& item : argument.items())
            appendText(text, item);
    }
    return text;
}

Status itemAt(const Data& model, std::int64_t index, Data& result, std::string& why)
{
    if (!model.isArray()) {
        why = "Aggregation function attempted to calculate value using empty array";
        return Status::Failed;
    }
    const auto size = static_cast<std::int64_t>(model.size());
    // From the end the first item cannot be reached: so Jayway, even for an array of one item.
    if (index < 0 && size + index <= 0) {
        why = "Target index:" + std::to_string(index) + " larger than object count:" + std::to_string(size);
        return Status::Failed;
    }
    const std::int64_t place = index < 0 ? size + index : index;
    if (place >= size) {
        why = "Index " + std::to_string(place) + " out of bounds for length " + std::to_string(size);
        return Status::OutOfBounds;
    }
    result = model.items()[static_cast<std::size_t>(place)];
    return Status::Ok;
}

} // namespace

Status callFunction(const Token& token, const Data& model, const std::vector<Data>& arguments, Data& result, std::string& why)
{
    switch (token.function) {
    case Function::Unknown: return Status::Invalid;
    case Function::Average:
    case Function::StandardDeviation:
    case Function::Sum:
    case Function::Min:
    case Function::Max: {
        std::vector<Data> values(model.items().begin(), model.items().end());
        std::erase_if(values, [](const Data& value) { return !value.isNumber(); });
        values.insert(values.end(), arguments.begin(), arguments.end());
        const std::vector<double> numbers = numbersOf(values);
        if (numbers.empty()) {
            why = "Aggregation function attempted to calculate value using empty array";
            return Status::Failed;
        }
        const double value = aggregate(token.function, numbers);
        if (!std::isfinite(value)) {
            why = "The result of " + token.functionName + "() is not a number";
            return Status::Failed;
        }
        result = Data::real(value);
        return Status::Ok;
    }
    case Function::Concat: result = Data::string(concatenated(model, arguments)); return Status::Ok;
    case Function::Length:
        result = model.isArray() || model.isObject() ? Data::integer(static_cast<std::int64_t>(model.size())) : Data::null();
        return Status::Ok;
    case Function::Append: {
        result = model;
        if (model.isArray()) {
            std::vector<Data> items(model.items().begin(), model.items().end());
            items.insert(items.end(), arguments.begin(), arguments.end());
            result = Data::arrayFrom(items);
        }
        return Status::Ok;
    }
    case Function::Keys: {
        result = Data::null();
        if (model.isObject()) {
            ArrayBuilder keys;
            for (const Member& member : model.members())
                keys.add(member.key);
            result = std::move(keys).build();
        }
        return Status::Ok;
    }
    case Function::First: return itemAt(model, 0, result, why);
    case Function::Last: return itemAt(model, -1, result, why);
    case Function::Index: {
        const std::vector<double> numbers = numbersOf(arguments);
        if (numbers.empty()) {
            why = "index() needs a number";
            return Status::OutOfBounds;
        }
        return itemAt(model, static_cast<std::int64_t>(std::clamp(numbers.front(), -2147483648.0, 2147483647.0)), result, why);
    }
    }
    return Status::Failed;
}

} // namespace asl::query::jsonpath
