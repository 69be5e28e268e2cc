#pragma once
// ItemSource: an ItemReader at work. It says which part of which file it wants next and makes items of what it is
// given, holding no more than a part at a time. A value: the state of a run contains it.

#include "core/execution/computed.h"
#include "core/execution/json_items.h"
#include "core/execution/task_handler.h"

#include <memory>

namespace asl {

struct ItemReaderProgram;

/// Items that came together.
struct ItemPart
{
    std::vector<Data> items;
    std::vector<Data> keys; ///< of each item, when they come from a JSON object
    Data source;            ///< Map.Item.Source
};

class ItemSource
{
public:
    /// `key`: of a listing, the prefix. The quota limits `maxItems`.
    ItemSource(const ItemReaderProgram& reader, std::string bucket, std::string key, std::uint64_t maxItems);

    /// The part it wants, without an id; none when it has told all its items.
    std::optional<ReadItems> wanted() const;
    /// The fault is States.ItemReaderFailed.
    Computed<ItemPart> take(const ItemReaderProgram& reader, const ItemsOutcome& outcome);

private:
    enum class Stage : std::uint8_t { List, Manifest, File, Done };
    struct ObjectName
    {
        std::string bucket;
        std::string key;
    };

    Computed<ItemPart> takeList(const ItemReaderProgram& reader, const ObjectList& list);
    Computed<ItemPart> takeBytes(const ItemReaderProgram& reader, const ObjectPart& part);
    std::optional<Fault> readInventory(std::string_view text);
    std::optional<Fault> readAthenaManifest(std::string_view text);
    std::optional<Fault> readCsv(const ItemReaderProgram& reader, std::string_view text, std::size_t& at, bool last,
                                 ItemPart& part);
    std::optional<Fault> readJson(const ItemReaderProgram& reader, std::string_view text, std::size_t& at, bool last,
                                  ItemPart& part);
    std::optional<Fault> readLines(std::string_view text, std::size_t& at, bool last, ItemPart& part);
    void openFiles(std::vector<ObjectName> files);
    void openNextFile();
    Fault tooLarge() const;
    std::string place() const;

    Stage m_stage = Stage::File;
    std::string m_bucket; ///< of what is read now, and its key
    std::string m_key;
    std::string m_listBucket;
    std::string m_prefix;
    std::uint64_t m_listed = 0; ///< entries of the list seen
    bool m_listDone = true;
    std::shared_ptr<const std::vector<ObjectName>> m_files; ///< still to read, from m_nextFile on
    std::size_t m_nextFile = 0;
    std::uint64_t m_left;                               ///< items that may still come
    std::uint64_t m_offset = 0;                         ///< of the bytes that come next
    std::uint64_t m_length;                             ///< how many to ask for
    std::shared_ptr<const std::string> m_rest;          ///< bytes not used yet
    std::shared_ptr<const std::vector<Data>> m_headers; ///< CSV; null: not read yet
    bool m_headersStay = false;                         ///< they hold for all files
    std::uint64_t m_line = 0;                           ///< lines or records read, for messages
    JsonItems m_json;
};

/// States.ItemReaderFailed
Fault readerFault(std::string cause);

} // namespace asl
