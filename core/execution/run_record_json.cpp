// The text of `*.run.json`, written and read.

#include "core/execution/run_record.h"

#include "core/execution/recorded_outcomes.h"

#include <charconv>

namespace asl {

namespace {

constexpr std::string_view formatName = "stepwright-run";
constexpr std::int64_t formatVersion = 1;

Data text(std::string_view value)
{
    return Data::string(value);
}
Data whole(std::uint64_t value)
{
    return Data::integer(static_cast<std::int64_t>(value));
}

Data failureJson(const Failure& failure)
{
    ObjectBuilder object;
    if (failure.error)
        object.set("error", text(*failure.error));
    if (failure.cause)
        object.set("cause", text(*failure.cause));
    return std::move(object).build();
}

/// What was asked for, and of a file's part what tells whether it is the same again.
Data readJson(const ReadItems& read, const ItemsOutcome& outcome)
{
    ObjectBuilder object;
    object.set("bucket", text(read.bucket)).set(read.list ? "prefix" : "key", text(read.key));
    object.set("offset", whole(read.offset)).set("length", whole(read.length));
    if (const auto* part = std::get_if<ObjectPart>(&outcome))
        object.set("last", Data::boolean(part->last)).set("size", whole(part->size)).set("sha256", text(part->sha256));
    else if (const auto* list = std::get_if<ObjectList>(&outcome))
        object.set("last", Data::boolean(list->last)).set("objects", list->objects);
    else
        object.set("throw", failureJson(std::get<Failure>(outcome)));
    return std::move(object).build();
}

struct DecisionWriter
{
    const JournalEntry& recorded;
    ObjectBuilder& object;

    void operator()(const Proceed&) const { object.set("proceed", whole(recorded.count)); }
    void operator()(const TaskHeartbeat& beat) const { object.set("heartbeat", whole(beat.task)); }
    void operator()(const TimeAdvanced& time) const { object.set("time", Data::integer(time.to)); }
    void operator()(const StopRequested& stop) const { object.set("stop", failureJson(stop.failure)); }
    void operator()(const RedriveRequested& again) const { object.set("redrive", Data::integer(again.at)); }
    void operator()(const ValueEdited& edit) const
    {
        object.set("edit", whole(edit.frame));
        if (!edit.variable.empty())
            object.set("variable", text(edit.variable));
        object.set("value", edit.value);
    }
    void operator()(const TaskReported& reported) const
    {
        object.set("task", whole(reported.task));
        if (const auto* success = std::get_if<TaskSuccess>(&reported.outcome))
            object.set("return", success->result);
        else if (const auto* submission = std::get_if<TaskSubmission>(&reported.outcome))
            object.set("submitted", submission->answer);
        else
            object.set("throw", failureJson(std::get<Failure>(reported.outcome)));
    }
    void operator()(const ItemsRead& items) const
    {
        object.set("items", whole(items.read.id)).set("read", readJson(items.read, items.outcome));
    }
    void operator()(const ObjectWritten& written) const
    {
        object.set("written", whole(written.write));
        if (written.failure)
            object.set("throw", failureJson(*written.failure));
    }
};

/// Reads members of an object; the first that is missing or of another type is kept as the error.
class Reader
{
public:
    explicit Reader(const Data& object, std::string place) : m_object(object), m_place(std::move(place)) {}

    const Data* member(std::string_view key) const { return m_object.find(key); }
    std::string text(std::string_view key)
    {
        const Data* value = m_object.find(key);
        return value && value->isString() ? std::string(value->text()) : (wrong(key, "a string"), std::string());
    }
    std::int64_t whole(std::string_view key)
    {
        const Data* value = m_object.find(key);
        return value && value->kind() == Data::Kind::Integer ? value->asInteger() : (wrong(key, "a whole number"), 0);
    }
    std::uint64_t count(std::string_view key)
    {
        const std::int64_t value = whole(key);
        if (value < 0)
            wrong(key, "a whole number that is not negative");
        return value < 0 ? 0 : static_cast<std::uint64_t>(value);
    }
    bool flag(std::string_view key)
    {
        const Data* value = m_object.find(key);
        return value && value->isBoolean() ? value->asBoolean() : (wrong(key, "true or false"), false);
    }
    void wrong(std::string_view key, std::string_view wanted)
    {
        if (!m_error)
            m_error = Error{{ASL_TEXT("core", "This is no record of a run: \"%1\" in %2 must be %3."),
                             {std::string(key), m_place, std::string(wanted)}},
                            {}};
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    const Data& m_object;
    std::string m_place;
    std::optional<Error> m_error;
};

TaskOutcome outcomeOf(Reader& reader)
{
    if (const Data* result = reader.member("return"))
        return TaskSuccess{*result};
    if (const Data* answer = reader.member("submitted"))
        return TaskSubmission{*answer};
    const Data* failure = reader.member("throw");
    if (!failure || !failure->isObject()) {
        reader.wrong("throw", "an object where there is neither \"return\" nor \"submitted\"");
        return Failure{};
    }
    return failureFrom(*failure, "error", "cause");
}

ItemsRead itemsReadOf(Reader& reader)
{
    ItemsRead items;
    items.read.id = reader.count("items");
    const Data* read = reader.member("read");
    if (!read || !read->isObject()) {
        reader.wrong("read", "an object");
        return items;
    }
    Reader fields(*read, "\"read\"");
    items.read.list = fields.member("prefix") != nullptr;
    items.read.bucket = fields.text("bucket");
    items.read.key = fields.text(items.read.list ? "prefix" : "key");
    items.read.offset = fields.count("offset");
    items.read.length = fields.count("length");
    if (const Data* failure = fields.member("throw"))
        items.outcome = failureFrom(*failure, "error", "cause");
    else if (const Data* objects = fields.member("objects"))
        items.outcome = ObjectList{*objects, fields.flag("last")};
    else
        items.outcome = ObjectPart{nullptr, fields.flag("last"), fields.count("size"), fields.text("sha256")};
    if (fields.error())
        reader.wrong("read", "an object with \"bucket\", \"key\" or \"prefix\", \"offset\", \"length\" and what was found");
    return items;
}

ObjectWritten objectWrittenOf(Reader& reader)
{
    ObjectWritten written{reader.count("written"), {}};
    if (const Data* failure = reader.member("throw"))
        written.failure = failureFrom(*failure, "error", "cause");
    return written;
}

ValueEdited valueEditedOf(Reader& reader)
{
    ValueEdited edit{reader.count("edit"), {}, {}};
    if (reader.member("variable"))
        edit.variable = reader.text("variable");
    if (const Data* value = reader.member("value"))
        edit.value = *value;
    else
        reader.wrong("value", "there");
    return edit;
}

Result<JournalEntry> readDecision(const Data& json, std::size_t index)
{
    Reader reader(json, "entry " + std::to_string(index) + " of \"journal\"");
    JournalEntry recorded;
    if (reader.member("proceed"))
        recorded.count = reader.count("proceed");
    else if (reader.member("task"))
        recorded.decision = TaskReported{reader.count("task"), outcomeOf(reader)};
    else if (reader.member("heartbeat"))
        recorded.decision = TaskHeartbeat{reader.count("heartbeat")};
    else if (reader.member("time"))
        recorded.decision = TimeAdvanced{reader.whole("time")};
    else if (const Data* failure = reader.member("stop"))
        recorded.decision = StopRequested{failureFrom(*failure, "error", "cause")};
    else if (reader.member("redrive"))
        recorded.decision = RedriveRequested{reader.whole("redrive")};
    else if (reader.member("edit"))
        recorded.decision = valueEditedOf(reader);
    else if (reader.member("items"))
        recorded.decision = itemsReadOf(reader);
    else if (reader.member("written"))
        recorded.decision = objectWrittenOf(reader);
    else
        reader.wrong("proceed", "there, or another decision");
    if (reader.error())
        return *reader.error();
    return recorded;
}

/// Seeds use all 64 bits, so they are written as text.
std::uint64_t seedOf(Reader& reader)
{
    const std::string digits = reader.text("seed");
    std::uint64_t seed = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    if (problem != std::errc() || end != digits.data() + digits.size())
        reader.wrong("seed", "a whole number as text");
    return seed;
}

} // namespace

std::string runRecordJson(const RunRecord& record)
{
    ObjectBuilder object;
    object.set("format", text(formatName)).set("version", Data::integer(formatVersion));
    object.set("type", text(record.express ? "EXPRESS" : "STANDARD"));
    object.set("definition", text(record.definition));
    ObjectBuilder values;
    for (const auto& [name, value] : record.tokens)
        values.set(name, value);
    object.set("values", std::move(values).build());
    if (!record.options.input.isUndefined())
        object.set("input", record.options.input);
    if (!record.options.context.isUndefined())
        object.set("context", record.options.context);
    object.set("seed", text(std::to_string(record.options.seed)));
    object.set("now", Data::integer(record.options.now)); // microseconds since 1970
    object.set("maxEvents", whole(record.options.maxEvents));
    object.set("stopAfterEvent", Data::integer(record.options.stopAfterEvent));
    object.set("readsFiles", Data::boolean(record.readsItems));
    ArrayBuilder journal;
    for (const JournalEntry& recorded : record.journal) {
        ObjectBuilder decision;
        std::visit(DecisionWriter{recorded, decision}, recorded.decision);
        journal.add(std::move(decision).build());
    }
    object.set("journal", std::move(journal).build());
    object.set("result", record.result);
    return data::toJson(std::move(object).build(), data::Layout::Indented) + "\n";
}

Result<RunRecord> readRunRecord(std::string_view json)
{
    auto whole = data::parse(json);
    if (!whole)
        return whole.error();
    Reader reader(*whole, "the record");
    if (reader.text("format") != formatName)
        return Error{
            {ASL_TEXT("core", "This is no record of a run: its \"format\" is not \"%1\"."), {std::string(formatName)}},
            {}};
    if (const std::int64_t version = reader.whole("version"); version != formatVersion)
        return Error{{ASL_TEXT("core", "This record is of version %1; only version %2 can be read."),
                      {std::to_string(version), std::to_string(formatVersion)}},
                     {}};
    RunRecord record;
    const std::string type = reader.text("type");
    if (type != "STANDARD" && type != "EXPRESS")
        reader.wrong("type", "STANDARD or EXPRESS");
    record.express = type == "EXPRESS";
    record.definition = reader.text("definition");
    record.readsItems = reader.flag("readsFiles");
    if (const Data* values = reader.member("values"))
        for (const Member& value : values->members())
            record.tokens[std::string(value.key.text())] = value.value;
    if (const Data* input = reader.member("input"))
        record.options.input = *input;
    if (const Data* context = reader.member("context"))
        record.options.context = *context;
    record.options.seed = seedOf(reader);
    record.options.now = reader.whole("now");
    record.options.maxEvents = reader.count("maxEvents");
    record.options.stopAfterEvent = reader.whole("stopAfterEvent");
    const Data* journal = reader.member("journal");
    if (!journal || !journal->isArray())
        reader.wrong("journal", "an array");
    if (const Data* result = reader.member("result"))
        record.result = *result;
    else
        reader.wrong("result", "an object");
    if (reader.error())
        return *reader.error();
    for (std::size_t i = 0; i < journal->size(); ++i) {
        auto decision = readDecision(journal->items()[i], i);
        if (!decision)
            return decision.error();
        record.journal.push_back(*std::move(decision));
    }
    return record;
}

} // namespace asl
