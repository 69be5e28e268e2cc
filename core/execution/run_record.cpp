// Taking a run's record, and going through one again.

#include "core/execution/run_record.h"

#include "core/execution/compiled_program.h"
#include "core/execution/trace.h"

namespace asl {

namespace {

RecordedFile fileOf(const query::Platform& platform, const Boxed<ReadItems>& read, const std::string& bytes)
{
    RecordedFile file;
    if (read) {
        file.bucket = read->bucket;
        file.key = read->key;
    }
    file.size = bytes.size();
    if (platform.hash)
        file.sha256 = platform.hash("SHA-256", bytes);
    return file;
}

Data resultOf(const RunView& view)
{
    ObjectBuilder result;
    setResult(result, view);
    result.set("events", Data::integer(static_cast<std::int64_t>(view.events->size())));
    return std::move(result).build();
}

/// Answers the timeline with a decision of the journal; false when that moment takes no such decision.
bool decide(Timeline& timeline, const Decision& decision)
{
    const std::uint64_t before = timeline.step();
    if (std::holds_alternative<Proceed>(decision))
        timeline.proceed();
    else if (const auto* reported = std::get_if<TaskReported>(&decision))
        timeline.report(reported->task, reported->outcome);
    else if (const auto* beat = std::get_if<TaskHeartbeat>(&decision))
        timeline.heartbeat(beat->task);
    else if (const auto* items = std::get_if<ItemsRead>(&decision))
        timeline.itemsRead(items->read, items->outcome);
    else if (const auto* time = std::get_if<TimeAdvanced>(&decision))
        timeline.advanceTime(time->to);
    else if (const auto* stop = std::get_if<StopRequested>(&decision))
        timeline.stop(stop->failure);
    else if (const auto* again = std::get_if<RedriveRequested>(&decision))
        static_cast<void>(timeline.redrive(again->at)); // a refusal takes no step
    return timeline.step() == before + 1;
}

Result<std::string> contentOf(const RecordedFile& file, const query::Platform& platform, const RecordedFiles& files)
{
    const std::string name = file.bucket + "/" + file.key;
    auto content = files(file);
    if (!content)
        return content.error();
    if (content->size() != file.size)
        return Error{
            {ASL_TEXT("core",
                      "The file %1 has %2 bytes, the one that the run read had %3. Give the file as it was then."),
             {name, std::to_string(content->size()), std::to_string(file.size)}},
            {}};
    if (!file.sha256.empty() && (!platform.hash || platform.hash("SHA-256", *content) != file.sha256))
        return Error{
            {ASL_TEXT(
                 "core",
                 "The file %1 is not the one that the run read: its SHA-256 is not %2. Give the file as it was then."),
             {name, file.sha256}},
            {}};
    return content;
}

} // namespace

RunRecord recordOf(const Timeline& timeline)
{
    const Program& program = *timeline.program();
    RunRecord record;
    // YAML is kept in JSON: a record is read by its content alone.
    const SyntaxTree& tree = program.snapshot->tree();
    record.definition =
        tree.syntax() == TextSyntax::Yaml ? std::string(tree.raw(tree.root())) : program.snapshot->text();
    record.tokens = program.tokens;
    record.express = program.express;
    record.readsItems = program.readsItems;
    record.options = timeline.options();
    for (JournalEntry& entry : timeline.journal()) {
        RecordedDecision decision{std::move(entry), {}};
        auto* items = std::get_if<ItemsRead>(&decision.entry.decision);
        if (auto* bytes = items ? std::get_if<std::string>(&items->outcome) : nullptr) {
            decision.file = fileOf(program.platform, decision.entry.read, *bytes);
            bytes->clear();
        }
        record.journal.push_back(std::move(decision));
    }
    record.result = resultOf(*timeline.view());
    return record;
}

Result<Timeline> replay(const RunRecord& record, const CompileOptions& options, const RecordedFiles& files,
                        bool recordVisits)
{
    auto document = Document::open(record.definition);
    if (!document)
        return document.error();
    CompileOptions compiling = options;
    compiling.tokens = &record.tokens;
    compiling.express = record.express;
    compiling.readsItems = record.readsItems;
    const Compilation compilation = compile(document->snapshot(), compiling);
    if (!compilation.program)
        return Error{compilation.problems.front().message, {}};
    RunOptions running = record.options;
    running.recordVisits = recordVisits;
    Timeline timeline(compilation.program, running);
    const auto strange = [&timeline] {
        return Error{{ASL_TEXT("core", "The record does not fit its definition: decision %1 cannot be taken there."),
                      {std::to_string(timeline.step() + 1)}},
                     {}};
    };
    for (const RecordedDecision& recorded : record.journal) {
        Decision decision = recorded.entry.decision;
        if (recorded.file) {
            auto content = contentOf(*recorded.file, compilation.program->platform, files);
            if (!content)
                return content.error();
            std::get<ItemsRead>(decision).outcome = *std::move(content);
        }
        for (std::uint64_t i = 0; i < recorded.entry.count; ++i)
            if (!decide(timeline, decision))
                return strange();
    }
    if (const Data result = resultOf(*timeline.view()); !(result == record.result))
        return Error{{ASL_TEXT("core", "The replay came to another result than the record holds: %1 in place of %2."),
                      {data::toJson(result), data::toJson(record.result)}},
                     {}};
    return timeline;
}

} // namespace asl
