#include "app/desktop/run_settings.h"

#include "app/desktop/token_store.h"
#include "app/host/local_buckets.h"
#include "core/data/json.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"

#include <QFileInfo>
#include <QSettings>

namespace designer {

namespace {

using asl::Data;

Data text(const std::string& value) { return Data::string(value); }

std::string textIn(const Data& object, std::string_view key)
{
    const Data* value = object.find(key);
    return value && value->isString() ? std::string(value->text()) : std::string();
}

std::uint32_t countIn(const Data& object, std::string_view key)
{
    const Data* value = object.find(key);
    const std::int64_t count = value && value->kind() == Data::Kind::Integer ? value->asInteger() : 0;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 0, 1'000'000));
}

Data breakpointData(const asl::StatePath& path, const BreakpointRule& rule)
{
    asl::ArrayBuilder scope;
    for (const asl::ScopeStep& step : path.scope.steps)
        scope.add(Data::object({{text("state"), text(step.state)}, {text("branch"), Data::integer(step.branch)}}));
    asl::ObjectBuilder object;
    object.set("state", text(path.name)).set("scope", std::move(scope).build()).set("enabled", Data::boolean(rule.enabled));
    object.set("atExit", Data::boolean(rule.when == BreakpointRule::When::Exit)).set("condition", text(rule.condition));
    object.set("fromVisit", Data::integer(rule.fromVisit));
    return std::move(object).build();
}

void restoreBreakpoint(const Data& kept, SimulationController& simulation)
{
    asl::StatePath path{{}, textIn(kept, "state")};
    if (const Data* scope = kept.find("scope"))
        for (const Data& step : scope->items())
            path.scope.steps.push_back({textIn(step, "state"), countIn(step, "branch")});
    const auto isTrue = [&kept](std::string_view key) {
        const Data* value = kept.find(key);
        return value && value->isBoolean() && value->asBoolean();
    };
    if (!path.name.empty())
        simulation.setBreakpoint(path, {isTrue("enabled"), isTrue("atExit") ? BreakpointRule::When::Exit : BreakpointRule::When::Entry,
                                        textIn(kept, "condition"), std::max(1U, countIn(kept, "fromVisit"))});
}

Data answerData(const asl::TaskOutcome& outcome)
{
    if (const auto* success = std::get_if<asl::TaskSuccess>(&outcome))
        return Data::object({{text("return"), success->result}});
    asl::ObjectBuilder failure;
    if (const auto* failed = std::get_if<asl::Failure>(&outcome)) {
        if (failed->error)
            failure.set("error", text(*failed->error));
        if (failed->cause)
            failure.set("cause", text(*failed->cause));
    }
    return Data::object({{text("throw"), std::move(failure).build()}});
}

asl::TaskOutcome answerFrom(const Data& kept)
{
    if (const Data* result = kept.find("return"))
        return asl::TaskSuccess{*result};
    asl::Failure failure;
    if (const Data* thrown = kept.find("throw")) {
        if (thrown->find("error"))
            failure.error = textIn(*thrown, "error");
        if (thrown->find("cause"))
            failure.cause = textIn(*thrown, "cause");
    }
    return failure;
}

} // namespace

asl::Result<RunFiles> openLocalFolder(const std::string& folder)
{
    if (!QFileInfo(toQString(folder)).isDir())
        return asl::Error{{ASL_TEXT("core", "The folder %1, which stands for S3, is not there."), {folder}}, {}};
    const auto buckets = std::make_shared<host::LocalBuckets>(toQString(folder));
    return RunFiles{[buckets](const asl::ReadItems& read) { return buckets->read(read); },
                    [buckets](const asl::WriteObject& part) { return buckets->write(part); }};
}

void restoreRunSettings(const QString& file, SimulationController& simulation)
{
    const auto kept = file.isEmpty() ? asl::Result<Data>(Data()) : asl::data::parse(toUtf8(QSettings().value(fileKey(QStringLiteral("runs"), file)).toString()));
    if (!kept || !kept->isObject())
        return;
    simulation.setFolder(toQString(textIn(*kept, "folder")));
    if (const Data* breakpoints = kept->find("breakpoints"))
        for (const Data& breakpoint : breakpoints->items())
            restoreBreakpoint(breakpoint, simulation);
    const Data* onErrors = kept->find("stopsOnErrors");
    simulation.setStopsOnErrors(onErrors && onErrors->isBoolean() && onErrors->asBoolean());
    QStringList watches;
    if (const Data* expressions = kept->find("watches"))
        for (const Data& expression : expressions->items())
            if (expression.isString())
                watches.append(toQString(expression.text()));
    simulation.setWatches(watches);
    std::map<std::string, asl::TaskOutcome> answers;
    if (const Data* states = kept->find("answers"))
        for (const asl::Member& state : states->members())
            answers.emplace(std::string(state.key.text()), answerFrom(state.value));
    simulation.setKeptAnswers(std::move(answers));
}

void storeRunSettings(const QString& file, const SimulationController& simulation)
{
    if (file.isEmpty())
        return;
    asl::ArrayBuilder breakpoints;
    for (const asl::StatePath& path : simulation.breakpoints())
        breakpoints.add(breakpointData(path, simulation.breakpoint(path)));
    asl::ArrayBuilder watches;
    for (const QString& expression : simulation.watches())
        watches.add(text(toUtf8(expression)));
    asl::ObjectBuilder answers;
    for (const auto& [state, outcome] : simulation.keptAnswers())
        answers.set(state, answerData(outcome));
    const bool nothing = simulation.folder().isEmpty() && simulation.breakpoints().empty() && simulation.watches().isEmpty()
                      && simulation.keptAnswers().empty() && !simulation.stopsOnErrors();
    QSettings settings;
    const QString key = fileKey(QStringLiteral("runs"), file);
    if (nothing)
        return settings.remove(key);
    asl::ObjectBuilder object;
    object.set("folder", text(toUtf8(simulation.folder()))).set("breakpoints", std::move(breakpoints).build());
    object.set("stopsOnErrors", Data::boolean(simulation.stopsOnErrors())).set("watches", std::move(watches).build());
    object.set("answers", std::move(answers).build());
    settings.setValue(key, toQString(asl::data::toJson(std::move(object).build())));
}

} // namespace designer
