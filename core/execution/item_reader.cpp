// Reading the items of a distributed Map from text.

#include "core/execution/item_reader.h"

#include "core/data/json.h"

#include <algorithm>
#include <set>

namespace asl {

namespace {

/// Reads a CSV file record by record: quotes double themselves, a backslash escapes backslash, quote and delimiter and is
/// dropped before anything else.
class CsvReader
{
public:
    CsvReader(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::vector<std::string> record()
    {
        std::vector<std::string> fields(1);
        bool quoted = false;
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (quoted && c == '"') {
                if (!atEnd() && m_text[m_at] == '"')
                    fields.back() += m_text[m_at++];
                else
                    quoted = false;
            } else if (c == '\\') {
                if (!atEnd() && (m_text[m_at] == '\\' || m_text[m_at] == '"' || m_text[m_at] == m_delimiter))
                    fields.back() += m_text[m_at++];
            } else if (quoted) {
                fields.back() += c;
            } else if (c == '"' && fields.back().empty()) {
                quoted = true;
            } else if (c == m_delimiter) {
                fields.emplace_back();
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && !atEnd() && m_text[m_at] == '\n')
                    ++m_at;
                return fields;
            } else {
                fields.back() += c;
            }
        }
        return fields;
    }

private:
    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
};

Computed<ReadResult> csvItems(const ItemReaderProgram& reader, std::string_view text, std::size_t maxItems)
{
    CsvReader csv(text, reader.delimiter);
    const std::vector<std::string> headers = reader.headersGiven ? reader.headers : csv.record();
    if (std::set<std::string>(headers.begin(), headers.end()).size() != headers.size())
        return readerFault("CSV headers cannot contain duplicates.");
    ArrayBuilder rows;
    while (!csv.atEnd() && rows.size() < maxItems) {
        const std::vector<std::string> fields = csv.record();
        ObjectBuilder row;
        for (std::size_t i = 0; i < headers.size(); ++i)
            row.set(headers[i], Data::string(i < fields.size() ? fields[i] : std::string()));
        rows.add(std::move(row).build());
    }
    return ReadResult{std::move(rows).build(), {}};
}

/// The value at a JSON Pointer; null when it leads nowhere.
const Data* atPointer(const Data& whole, std::string_view pointer)
{
    const Data* place = &whole;
    while (place && !pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        std::string key(pointer.substr(0, end));
        pointer.remove_prefix(end);
        for (const auto& [escape, character] : {std::pair("~1", "/"), std::pair("~0", "~")})
            for (std::size_t at = key.find(escape); at != std::string::npos; at = key.find(escape, at + 1))
                key.replace(at, 2, character);
        if (place->isArray()) {
            const bool number = !key.empty() && key.size() < 10 && key.find_first_not_of("0123456789") == std::string::npos;
            const std::size_t index = number ? std::stoul(key) : place->size();
            place = index < place->size() ? &place->items()[index] : nullptr;
        } else {
            place = place->find(key);
        }
    }
    return place;
}

Computed<ReadResult> jsonItems(const ItemReaderProgram& reader, std::string_view text, std::size_t maxItems)
{
    const auto whole = data::parse(text);
    if (!whole)
        return readerFault("Attempting to map over non-iterable node.");
    const Data* place = atPointer(*whole, reader.itemsPointer);
    if (!place)
        return readerFault("The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.");
    if (!place->isArray() && !place->isObject())
        return readerFault("Attempting to map over non-iterable node.");
    ArrayBuilder items;
    ArrayBuilder keys;
    for (std::size_t i = 0; i < std::min(place->size(), maxItems); ++i) {
        items.add(place->isArray() ? place->items()[i] : place->members()[i].value);
        if (place->isObject())
            keys.add(place->members()[i].key);
    }
    return ReadResult{std::move(items).build(), place->isObject() ? std::move(keys).build() : Data()};
}

Computed<ReadResult> lineItems(std::string_view text, std::size_t maxItems)
{
    ArrayBuilder items;
    while (!text.empty() && items.size() < maxItems) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        auto value = data::parse(line);
        if (!value)
            return readerFault("A line of the file is not JSON.");
        items.add(*std::move(value));
    }
    return ReadResult{std::move(items).build(), {}};
}

} // namespace

Fault readerFault(std::string cause) { return {.failure = {errors::itemReaderFailed, std::move(cause)}}; }

Computed<ReadResult> itemsOf(const ItemReaderProgram& reader, std::string_view text, std::size_t maxItems)
{
    const std::size_t limit = maxItems == 0 ? std::string_view::npos : maxItems;
    switch (reader.inputType) {
    case ItemReaderProgram::InputType::Json: return jsonItems(reader, text, limit);
    case ItemReaderProgram::InputType::JsonLines: return lineItems(text, limit);
    case ItemReaderProgram::InputType::Csv: break;
    }
    return csvItems(reader, text, limit);
}

} // namespace asl
