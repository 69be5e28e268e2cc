// Taking a run's record, and going through one again.

#include "core/execution/run_record.h"

#include "core/execution/compiled_program.h"
#include "core/execution/trace.h"

namespace asl {

namespace {

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
    else if (const auto* written = std::get_if<ObjectWritten>(&decision))
        timeline.objectWritten(written->write, written->failure);
    else if (const auto* time = std::get_if<TimeAdvanced>(&decision))
        timeline.advanceTime(time->to);
    else if (const auto* stop = std::get_if<StopRequested>(&decision))
        timeline.stop(stop->failure);
    else if (const auto* again = std::get_if<RedriveRequested>(&decision))
        static_cast<void>(timeline.redrive(again->at)); // a refusal takes no step
    else if (const auto* edit = std::get_if<ValueEdited>(&decision))
        static_cast<void>(timeline.editValue(*edit));
    return timeline.step() == before + 1;
}

std::string hashOf(const query::Platform& platform, const std::string& bytes)
{
    return platform.hash ? platform.hash("SHA-256", bytes) : std::string();
}

/// The part of a file that the run read, as `files` has it now.
Result<ObjectPart> partOf(const ReadItems& read, const ObjectPart& recorded, const query::Platform& platform, const FileSource& files)
{
    const std::string name = read.bucket + "/" + read.key;
    if (!files)
        return Error{{ASL_TEXT("core", "The run read the file %1 (%2 bytes, SHA-256 %3)."),
                      {name, std::to_string(recorded.size), recorded.sha256}},
                     {}};
    ItemsOutcome outcome = files(read);
    if (const auto* failure = std::get_if<Failure>(&outcome))
        return Error{{ASL_TEXT("core", "The file %1 that the run read cannot be read again: %2"), {name, failure->cause.value_or("")}}, {}};
    auto* part = std::get_if<ObjectPart>(&outcome);
    if (part && part->size != recorded.size)
        return Error{{ASL_TEXT("core", "The file %1 has %2 bytes, the one that the run read had %3. Give the file as it was then."),
                      {name, std::to_string(part->size), std::to_string(recorded.size)}},
                     {}};
    if (!part || !part->bytes || (!recorded.sha256.empty() && hashOf(platform, *part->bytes) != recorded.sha256))
        return Error{{ASL_TEXT("core", "The file %1 is not the one that the run read: its SHA-256 is not %2. Give the file as it was then."),
                      {name, recorded.sha256}},
                     {}};
    part->sha256 = recorded.sha256;
    return std::move(*part);
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
    record.options.files = nullptr;
    record.journal = timeline.journal();
    for (JournalEntry& entry : record.journal) {
        auto* items = std::get_if<ItemsRead>(&entry.decision);
        auto* part = items ? std::get_if<ObjectPart>(&items->outcome) : nullptr;
        if (!part || !part->bytes)
            continue;
        if (part->sha256.empty())
            part->sha256 = hashOf(program.platform, *part->bytes);
        part->bytes.reset();
    }
    record.result = resultOf(*timeline.view());
    return record;
}

Result<Timeline> replay(const RunRecord& record, const CompileOptions& options, const FileSource& files,
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
    running.files = files;
    Timeline timeline(compilation.program, running);
    const auto strange = [&timeline] {
        return Error{{ASL_TEXT("core", "The record does not fit its definition: decision %1 cannot be taken there."),
                      {std::to_string(timeline.step() + 1)}},
                     {}};
    };
    for (const JournalEntry& entry : record.journal) {
        Decision decision = entry.decision;
        auto* items = std::get_if<ItemsRead>(&decision);
        if (auto* recorded = items ? std::get_if<ObjectPart>(&items->outcome) : nullptr) {
            auto part = partOf(items->read, *recorded, compilation.program->platform, files);
            if (!part)
                return part.error();
            items->outcome = *std::move(part);
        }
        for (std::uint64_t i = 0; i < entry.count; ++i)
            if (!decide(timeline, decision))
                return strange();
    }
    if (const Data result = resultOf(*timeline.view()); !(result == record.result))
        return Error{{ASL_TEXT("core", "The replay came to another result than the record holds: %1 in place of %2."),
                      {data::toJson(result), data::toJson(record.result)}},
                     {}};
    return timeline;
}

std::optional<Error> missingFile(const RunRecord& record, const query::Platform& platform, const FileSource& files)
{
    for (const JournalEntry& entry : record.journal) {
        const auto* items = std::get_if<ItemsRead>(&entry.decision);
        const auto* recorded = items ? std::get_if<ObjectPart>(&items->outcome) : nullptr;
        if (!recorded)
            continue;
        if (const auto part = partOf(items->read, *recorded, platform, files); !part)
            return part.error();
    }
    return {};
}

} // namespace asl
