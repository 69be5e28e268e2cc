// Any machine, input and order of decisions through `advance`: nothing crashes or runs on, histories keep their laws, and a
// record gives the same run again.
//
// The first byte chooses: even, and the bytes up to the next NUL are a definition and those up to another its input; odd,
// and a machine is made of the bytes. What remains are decisions.

#include "tests/fuzz/fuzz_input.h"

#include "core/execution/run_record.h"

#include <algorithm>

namespace {

using namespace asl;

constexpr int mostDecisions = 400;

class Bytes
{
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}
    bool empty() const { return m_next >= m_bytes.size(); }
    std::uint32_t below(std::uint32_t limit) { return next() % limit; }
    std::uint8_t next() { return empty() ? 0 : static_cast<std::uint8_t>(m_bytes[m_next++]); }
    std::string_view untilNul()
    {
        const std::string_view rest = m_bytes.substr(std::min(m_next, m_bytes.size()));
        const std::string_view text = rest.substr(0, rest.find('\0'));
        m_next += text.size() + 1;
        return text;
    }

private:
    std::string_view m_bytes;
    std::size_t m_next = 0;
};

/// Writes a machine whose form the bytes choose; of every state type, in both query languages, with Retry and Catch.
class Generator
{
public:
    explicit Generator(Bytes& bytes) : m_bytes(bytes) {}

    std::string scope(int depth)
    {
        const std::uint32_t count = 1 + m_bytes.below(4);
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < count; ++i)
            names.push_back("S" + std::to_string(++m_names));
        std::string states;
        for (std::uint32_t i = 0; i < count; ++i)
            states += (i ? ", \"" : "\"") + names[i] + "\": {" + state(depth, names, i) + "}";
        return "\"StartAt\": \"" + names.front() + "\", \"States\": {" + states + "}";
    }

private:
    std::string one(std::initializer_list<const char*> choices) { return choices.begin()[m_bytes.below(static_cast<std::uint32_t>(choices.size()))]; }

    std::string path() { return one({"$", "$.r", "$.t", "$.items", "$.items[0]", "$.items[*]", "$$.Execution.Input", "$$.Map.Item.Value", "$v", "$.r.s.t", "$.x"}); }
    std::string expression()
    {
        return one({"{% $states.input %}", "{% $states.result %}", "{% $states.context.Execution.Name %}", "{% $v %}", "{% 1 + 1 %}",
                    "{% $states.input.items %}", "{% $error('x') %}", "{% [1..3] %}", "{% $uuid() %}", "{% $undefined %}"});
    }
    std::string value() { return one({"1", "\"text\"", "[1, [2], {}]", "{\"a\": {\"b\": null}}", "null", "1e300", "\"\\ud800\""}); }
    std::string payload()
    {
        return "{\"a.$\": \"" + one({"$", "$.r", "$$.State.Name", "States.UUID()", "States.MathAdd($.r, 1)", "States.Array($, 1)", "$$.Task.Token", "$v", "$.x"})
             + "\", \"b\": " + value() + "}";
    }

    std::string state(int depth, const std::vector<std::string>& names, std::uint32_t index)
    {
        m_jsonata = m_bytes.below(3) == 0;
        // Mostly onwards; now and then anywhere, so that there are loops.
        const std::string next = index + 1 < names.size() && m_bytes.below(5) ? names[index + 1] : names[m_bytes.below(static_cast<std::uint32_t>(names.size()))];
        const std::string way = index + 1 == names.size() ? "\"End\": true" : "\"Next\": \"" + next + "\"";
        const std::string head = m_jsonata ? "\"QueryLanguage\": \"JSONata\", " : "";
        switch (m_bytes.below(depth > 0 ? 9 : 7)) {
        case 0: return head + "\"Type\": \"Pass\", " + flow(true) + (m_bytes.below(2) && !m_jsonata ? "\"Result\": " + value() + ", " : "") + way;
        case 1: return head + "\"Type\": \"Wait\", " + (m_jsonata ? "\"Seconds\": \"" + expression() + "\", " : one({"\"Seconds\": 3, ", "\"SecondsPath\": \"$.r\", ", "\"Timestamp\": \"2024-01-01T00:00:00Z\", "})) + way;
        case 2: return head + (m_bytes.below(2) ? "\"Type\": \"Succeed\"" : "\"Type\": \"Fail\", \"Error\": \"Stop\"");
        case 3: return head + choice(names, next);
        case 7: return head + "\"Type\": \"Parallel\", \"Branches\": [{" + branch(depth) + "}, {" + branch(depth) + "}], " + flow(false) + way;
        case 8: return head + map(depth) + way;
        default:
            return head + "\"Type\": \"Task\", \"Resource\": \""
                 + one({"arn:aws:lambda:us-east-1:111111111111:function:f", "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "arn:aws:states:::lambda:invoke",
                        "arn:aws:states:us-east-1:111111111111:activity:a", "arn:aws:states:::glue:startJobRun.sync", "arn:aws:states:::http:invoke"})
                 + "\", " + one({"", "\"TimeoutSeconds\": 7, ", "\"TimeoutSeconds\": 7, \"HeartbeatSeconds\": 2, "}) + flow(true) + handling(names) + way;
        }
    }

    std::string choice(const std::vector<std::string>& names, const std::string& next)
    {
        const std::string to = "\"Next\": \"" + names[m_bytes.below(static_cast<std::uint32_t>(names.size()))] + "\"";
        const std::string rule = m_jsonata ? "\"Condition\": \"" + expression() + "\", "
                                           : "\"Variable\": \"" + path() + "\", " + one({"\"IsPresent\": true, ", "\"NumericLessThan\": 3, ", "\"StringEqualsPath\": \"$.r\", "});
        return "\"Type\": \"Choice\", \"Choices\": [{" + rule + to + "}]" + (m_bytes.below(3) ? ", \"Default\": \"" + next + "\"" : "");
    }

    std::string branch(int depth)
    {
        const bool jsonata = m_jsonata;
        std::string text = scope(depth - 1);
        m_jsonata = jsonata;
        return text;
    }

    std::string map(int depth)
    {
        const bool distributed = m_bytes.below(3) == 0;
        std::string text = "\"Type\": \"Map\", " + std::string(m_jsonata ? "\"Items\": \"" + expression() + "\", " : "\"ItemsPath\": \"" + path() + "\", ")
                         + one({"", "\"MaxConcurrency\": 1, ", "\"MaxConcurrency\": 2, "});
        if (m_bytes.below(3) == 0)
            text += m_jsonata ? "\"ItemSelector\": {\"x\": \"" + expression() + "\"}, " : "\"ItemSelector\": " + payload() + ", ";
        if (distributed)
            text += one({"", "\"ToleratedFailureCount\": 1, ", "\"ItemBatcher\": {\"MaxItemsPerBatch\": 2}, "});
        text += "\"ItemProcessor\": {" + std::string(distributed ? "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}, " : "");
        return text + branch(depth) + "}, ";
    }

    std::string flow(bool parameters)
    {
        std::string text;
        if (m_jsonata)
            return m_bytes.below(2) ? "\"Output\": {\"r\": \"" + expression() + "\"}, \"Assign\": {\"v\": \"" + expression() + "\"}, " : "";
        if (m_bytes.below(4) == 0)
            text += "\"InputPath\": \"" + path() + "\", ";
        if (parameters && m_bytes.below(3) == 0)
            text += "\"Parameters\": " + payload() + ", ";
        if (m_bytes.below(2))
            text += "\"ResultPath\": " + one({"\"$.r\"", "\"$.t\"", "null", "\"$\"", "\"$.items[0]\"", "\"$.r.s.t\""}) + ", ";
        if (m_bytes.below(4) == 0)
            text += "\"Assign\": {\"v.$\": \"" + path() + "\"}, ";
        if (m_bytes.below(6) == 0)
            text += "\"OutputPath\": \"" + path() + "\", ";
        return text;
    }

    std::string handling(const std::vector<std::string>& names)
    {
        std::string text;
        if (m_bytes.below(3) == 0)
            text += "\"Retry\": [{\"ErrorEquals\": [\"" + one({"States.ALL", "States.TaskFailed", "E", "States.Timeout"})
                  + "\"], \"MaxAttempts\": 2, \"MaxDelaySeconds\": 3, \"JitterStrategy\": \"FULL\"}], ";
        if (m_bytes.below(3) == 0)
            text += "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"" + names[m_bytes.below(static_cast<std::uint32_t>(names.size()))] + "\"}], ";
        return text;
    }

    Bytes& m_bytes;
    bool m_jsonata = false;
    int m_names = 0;
};

TaskOutcome outcome(Bytes& bytes)
{
    switch (bytes.below(6)) {
    case 0: return Failure{"E", "because"};
    case 1: return Failure{};
    case 2: return TaskSubmission{Data::string("asked")};
    case 3: return TaskSuccess{fuzz::sample()};
    case 4: return Failure{"States.TaskFailed", {}};
    default: return TaskSuccess{Data::integer(bytes.next())};
    }
}

/// The id of an open task, or one that may not be there.
TaskId someTask(const Timeline& timeline, Bytes& bytes)
{
    const RunViewPointer view = timeline.view();
    return view->tasks.empty() ? bytes.next() : view->tasks[bytes.below(static_cast<std::uint32_t>(view->tasks.size()))].id;
}

/// Of a place where the run stands, or of one that may not be there.
void editSomething(Timeline& timeline, Bytes& bytes)
{
    const RunViewPointer view = timeline.view();
    const FrameId frame = view->active.empty() ? bytes.next() : view->active[bytes.below(static_cast<std::uint32_t>(view->active.size()))].frame;
    static_cast<void>(timeline.editValue({frame, bytes.below(2) ? "v" : "", bytes.below(2) ? fuzz::sample() : Data::integer(bytes.next())}));
}

void decide(Timeline& timeline, Bytes& bytes)
{
    switch (bytes.below(16)) {
    case 0:
    case 1:
    case 2: timeline.report(someTask(timeline, bytes), outcome(bytes)); return;
    case 3: timeline.advanceTime(timeline.nextDeadline().value_or(timeline.view()->now + 1'000'000)); return;
    case 4: timeline.heartbeat(someTask(timeline, bytes)); return;
    case 5:
        if (bytes.below(8) == 0)
            timeline.stop({"Enough", {}});
        return;
    case 6: static_cast<void>(timeline.redrive()); return;
    case 7: timeline.seek(bytes.next() * timeline.lastStep() / 255); return;
    case 8: timeline.switchTo(bytes.below(static_cast<std::uint32_t>(timeline.branches().size()))); return;
    case 9: editSomething(timeline, bytes); return;
    default:
        for (std::uint32_t steps = bytes.below(32); steps > 0 && timeline.proceed(); --steps) {}
    }
}

void checkHistory(const Timeline& timeline)
{
    std::int64_t id = 0;
    for (const HistoryEvent& event : timeline.events()) {
        ASL_ASSERT(event.id == ++id, "ids count up");
        ASL_ASSERT(event.previousEventId < event.id, "a predecessor comes before");
    }
    if (timeline.ended())
        ASL_ASSERT(timeline.openTasks() == 0 && !timeline.canProceed(), "nothing is open after the end");
}

void run(const ProgramPointer& program, Data input, Bytes& bytes)
{
    RunOptions options;
    options.input = std::move(input);
    options.seed = bytes.next();
    options.now = 1'700'000'000'000'000;
    options.maxEvents = 300;
    Timeline timeline(program, options);
    for (int i = 0; i < mostDecisions && !bytes.empty(); ++i)
        decide(timeline, bytes);
    checkHistory(timeline);
    timeline.seek(timeline.lastStep());
    const std::string history = historyJson(timeline.events());
    const auto record = readRunRecord(runRecordJson(recordOf(timeline)));
    ASL_ASSERT(record.hasValue(), "what was recorded can be read");
    const CompileOptions compiling = {.platform = &fuzz::platform()};
    const auto again = replay(*record, compiling, {});
    ASL_ASSERT(again.hasValue(), "what was recorded can be replayed");
    ASL_ASSERT(historyJson(again->events()) == history, "a replay has the same history");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* content, std::size_t size)
{
    Bytes bytes(std::string_view(reinterpret_cast<const char*>(content), size));
    const std::uint8_t first = bytes.next();
    std::string definition;
    Data input = fuzz::sample();
    if (first % 2 == 0) {
        definition = bytes.untilNul();
        if (auto parsed = data::parse(bytes.untilNul()))
            input = *std::move(parsed);
    } else {
        definition = "{" + Generator(bytes).scope(2) + "}";
        input = *data::parse(R"({"items": [1, "two", {"r": 3}], "r": 2})");
    }
    const auto document = Document::open(definition);
    if (!document)
        return 0;
    CompileOptions options;
    options.platform = &fuzz::platform();
    options.express = first % 8 >= 6;
    if (const Compilation compilation = compile(document->snapshot(), options); compilation.program)
        run(compilation.program, std::move(input), bytes);
    return 0;
}
