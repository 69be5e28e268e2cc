#include "core/execution/item_source.h"

#include "core/data/json.h"
#include "core/execution/compiled_program.h"
#include "core/execution/csv_records.h"
#include "core/language/quotas.h"

#include <algorithm>
#include <set>

namespace asl {

namespace {

/// The first part is small, because a few items may be all that is wanted.
constexpr std::uint64_t firstPart = 64 * 1024;
constexpr std::uint64_t laterPart = 256 * 1024;
constexpr std::uint64_t largestPart = 1024 * 1024;
constexpr std::uint64_t listPart = 1000;
/// A manifest is read whole.
constexpr std::size_t manifestBytes = 64 * 1024 * 1024;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

using InputType = ItemReaderProgram::InputType;
using Manifest = ItemReaderProgram::Manifest;

Computed<std::shared_ptr<const std::vector<Data>>> headersOf(std::span<const std::string> names)
{
    if (std::set<std::string_view>(names.begin(), names.end()).size() != names.size())
        return readerFault("CSV headers cannot contain duplicates.");
    std::size_t bytes = 0;
    auto headers = std::make_shared<std::vector<Data>>();
    for (const std::string& name : names) {
        bytes += name.size();
        headers->push_back(Data::string(name));
    }
    if (bytes > quotas::csvHeaderBytes)
        return readerFault("The CSV headers are larger than 10 KiB.");
    return std::shared_ptr<const std::vector<Data>>(std::move(headers));
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

} // namespace

Fault readerFault(std::string cause)
{
    return {.failure = {errors::itemReaderFailed, std::move(cause)}};
}

ItemSource::ItemSource(const ItemReaderProgram& reader, std::string bucket, std::string key, std::uint64_t maxItems)
    : m_bucket(std::move(bucket)), m_key(std::move(key)), m_left(std::min(maxItems, quotas::distributedMapItems)),
      m_length(firstPart)
{
    if (reader.action == ItemReaderProgram::Action::ListObjects) {
        m_stage = Stage::List;
        m_listDone = false;
        m_listBucket = m_bucket;
        m_prefix = m_key;
    } else if (reader.manifest != Manifest::None) {
        m_stage = Stage::Manifest;
    }
}

std::optional<ReadItems> ItemSource::wanted() const
{
    if (m_stage == Stage::Done || m_left == 0)
        return {};
    if (m_stage == Stage::List)
        return ReadItems{0, true, m_listBucket, m_prefix, m_listed, std::min(m_left, listPart)};
    return ReadItems{0, false, m_bucket, m_key, m_offset, m_length};
}

Computed<ItemPart> ItemSource::take(const ItemReaderProgram& reader, const ItemsOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome))
        return Fault{.failure = *failure};
    if (const auto* list = std::get_if<ObjectList>(&outcome))
        return takeList(reader, *list);
    return takeBytes(reader, std::get<ObjectPart>(outcome));
}

Computed<ItemPart> ItemSource::takeList(const ItemReaderProgram& reader, const ObjectList& list)
{
    ItemPart part;
    const std::span<const Data> entries = list.objects.items();
    m_listed += entries.size();
    m_listDone = list.last || entries.empty();
    if (!reader.loadAndFlatten) {
        part.source = Data::string("S3://" + m_listBucket);
        part.items.assign(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(
                                                                 std::min<std::uint64_t>(entries.size(), m_left)));
        m_left -= part.items.size();
        if (m_listDone)
            m_stage = Stage::Done;
        return part;
    }
    std::vector<ObjectName> files;
    for (const Data& entry : entries)
        if (const Data* key = entry.find("Key"); key && !key->text().ends_with('/'))
            files.push_back({m_listBucket, std::string(key->text())});
    openFiles(std::move(files));
    return part;
}

Computed<ItemPart> ItemSource::takeBytes(const ItemReaderProgram& reader, const ObjectPart& bytes)
{
    ItemPart part;
    part.source = Data::string("S3://" + m_bucket + "/" + m_key);
    std::string joined;
    std::string_view text = bytes.bytes ? std::string_view(*bytes.bytes) : std::string_view();
    if (m_offset == 0 && text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    m_offset += bytes.bytes ? bytes.bytes->size() : 0;
    if (m_rest && !m_rest->empty()) {
        joined.reserve(m_rest->size() + text.size());
        joined.append(*m_rest).append(text);
        text = joined;
    }
    const bool last = bytes.last || !bytes.bytes || bytes.bytes->empty();
    std::size_t at = 0;
    std::optional<Fault> fault;
    if (m_stage == Stage::Manifest) {
        if (last)
            fault = reader.manifest == Manifest::Athena ? readAthenaManifest(text) : readInventory(text);
        else if (text.size() > manifestBytes)
            fault = readerFault("The manifest " + place() + " is larger than 64 MiB.");
        if (fault)
            return *std::move(fault);
        if (!last)
            m_rest = std::make_shared<const std::string>(text);
        return part;
    }
    switch (reader.manifest == Manifest::Inventory ? InputType::Csv : reader.inputType) {
    case InputType::Csv:
        fault = readCsv(reader, text, at, last, part);
        break;
    case InputType::Json:
        fault = readJson(reader, text, at, last, part);
        break;
    case InputType::JsonLines:
        fault = readLines(text, at, last, part);
        break;
    }
    if (fault)
        return *std::move(fault);
    m_left -= part.items.size();
    if (m_left > 0 && text.size() - at > quotas::itemBytes)
        return tooLarge();
    if (last || m_stage == Stage::Done) {
        openNextFile();
        return part;
    }
    // An item that fills a whole part makes the next one larger, so that its bytes are not looked at again and again.
    m_length = at == 0 ? std::clamp(m_length * 2, laterPart, largestPart) : laterPart;
    m_rest = std::make_shared<const std::string>(text.substr(at));
    return part;
}

std::optional<Fault> ItemSource::readCsv(const ItemReaderProgram& reader, std::string_view text, std::size_t& at,
                                         bool last, ItemPart& part)
{
    CsvRecords records(reader.delimiter);
    if (!m_headers) {
        if (!reader.headersGiven && !records.next(text, at, last))
            return {};
        auto headers = headersOf(reader.headersGiven ? std::span<const std::string>(reader.headers) : records.fields());
        if (!headers)
            return headers.fault();
        m_headers = *headers;
    }
    std::vector<Member> members;
    std::size_t begin = at;
    for (; at < text.size() && part.items.size() < m_left && records.next(text, at, last); begin = at) {
        if (at - begin > quotas::itemBytes)
            return tooLarge();
        const std::span<const std::string> fields = records.fields();
        members.clear();
        for (std::size_t i = 0; i < m_headers->size(); ++i)
            members.push_back(
                {(*m_headers)[i], Data::string(i < fields.size() ? std::string_view(fields[i]) : std::string_view())});
        part.items.push_back(Data::objectFrom(members));
    }
    return {};
}

std::optional<Fault> ItemSource::readJson(const ItemReaderProgram& reader, std::string_view text, std::size_t& at,
                                          bool last, ItemPart& part)
{
    for (std::size_t begin = at; part.items.size() < m_left; begin = at) {
        switch (m_json.next(reader.itemsPointer, text, at, last)) {
        case JsonItems::Found::Item:
            if (at - begin > quotas::itemBytes && jsonSize(m_json.value()) > quotas::itemBytes)
                return tooLarge();
            part.items.push_back(m_json.value());
            if (!m_json.key().isUndefined())
                part.keys.push_back(m_json.key());
            ++m_line;
            continue;
        case JsonItems::Found::Incomplete:
            return {};
        case JsonItems::Found::End:
            m_stage = Stage::Done; // of this file
            return {};
        case JsonItems::Found::NotIterable:
            return readerFault("Attempting to map over non-iterable node.");
        case JsonItems::Found::NoSuchPlace:
            return readerFault(
                "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.");
        case JsonItems::Found::Malformed:
            return readerFault(place() + " is not valid JSON" +
                               (m_line > 0 ? " behind item " + std::to_string(m_line) : "") + ".");
        }
    }
    return {};
}

std::optional<Fault> ItemSource::readLines(std::string_view text, std::size_t& at, bool last, ItemPart& part)
{
    while (at < text.size() && part.items.size() < m_left) {
        std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos && !last)
            return {};
        end = std::min(end, text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        ++m_line;
        if (line.empty())
            continue;
        if (line.size() > quotas::itemBytes)
            return tooLarge();
        auto value = data::parse(line);
        if (!value)
            return readerFault("Line " + std::to_string(m_line) + " of " + place() + " is not valid JSON.");
        part.items.push_back(*std::move(value));
    }
    return {};
}

/// manifest.json of an S3 Inventory: its `fileSchema` names the columns of its `files`.
std::optional<Fault> ItemSource::readInventory(std::string_view text)
{
    const auto manifest = data::parse(text);
    const Data* format = manifest ? manifest->find("fileFormat") : nullptr;
    const Data* schema = manifest ? manifest->find("fileSchema") : nullptr;
    const Data* files = manifest ? manifest->find("files") : nullptr;
    if (!format || !schema || !schema->isString() || !files || !files->isArray())
        return readerFault(place() + " is no manifest of an S3 inventory.");
    if (format->text() != "CSV")
        return readerFault("The S3 inventory " + place() + " has the format " + std::string(format->text()) +
                           "; only CSV can be read. Choose CSV as the format of the inventory.");
    std::vector<std::string> names;
    for (std::string_view rest = schema->text(); !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        names.emplace_back(trimmed(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    auto headers = headersOf(names);
    if (!headers)
        return headers.fault();
    m_headers = *headers;
    m_headersStay = true;
    std::vector<ObjectName> found;
    for (const Data& file : files->items())
        if (const Data* key = file.find("key"))
            found.push_back({m_bucket, std::string(key->text())});
    openFiles(std::move(found));
    return {};
}

/// The manifest of an Athena UNLOAD: a line for each file, s3://BUCKET/KEY.
std::optional<Fault> ItemSource::readAthenaManifest(std::string_view text)
{
    constexpr std::string_view scheme = "s3://";
    std::vector<ObjectName> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
            line = line.substr(1, line.size() - 2);
        if (line.empty())
            continue;
        const std::size_t slash = line.starts_with(scheme) ? line.find('/', scheme.size()) : std::string_view::npos;
        if (slash == std::string_view::npos)
            return readerFault(place() + " is no manifest of Athena: \"" + std::string(line.substr(0, 200)) +
                               "\" is no address of an object.");
        found.push_back(
            {std::string(line.substr(scheme.size(), slash - scheme.size())), std::string(line.substr(slash + 1))});
    }
    openFiles(std::move(found));
    return {};
}

void ItemSource::openFiles(std::vector<ObjectName> files)
{
    m_files = std::make_shared<const std::vector<ObjectName>>(std::move(files));
    m_nextFile = 0;
    openNextFile();
}

void ItemSource::openNextFile()
{
    m_offset = 0;
    m_rest.reset();
    m_json = {};
    m_line = 0;
    if (!m_headersStay)
        m_headers.reset();
    if (m_files && m_nextFile < m_files->size()) {
        m_stage = Stage::File;
        m_bucket = (*m_files)[m_nextFile].bucket;
        m_key = (*m_files)[m_nextFile].key;
        ++m_nextFile;
        return;
    }
    m_stage = m_listDone ? Stage::Done : Stage::List;
}

Fault ItemSource::tooLarge() const
{
    return readerFault("An item of " + place() + " is larger than 8 MB.");
}

std::string ItemSource::place() const
{
    return "s3://" + m_bucket + "/" + m_key;
}

} // namespace asl
