#pragma once
// What the tests of the machine share: compiling, reading fixture folders, running with recorded outcomes.

#include "core/data/json.h"
#include "core/execution/drive.h"
#include "core/execution/recorded_outcomes.h"
#include "core/support/timestamp.h"

#include <QDir>
#include <QFile>

#include <string>

namespace fixture {

inline const asl::VirtualTime start = asl::parseTimestamp("2026-03-01T10:00:00Z")->seconds * 1'000'000;

inline std::string read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline void write(const QString& path, const std::string& text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text.data(), static_cast<qint64>(text.size()));
}

inline QString folder() { return QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/execution/"); }
inline QStringList cases() { return QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name); }

inline asl::Data json(const std::string& text)
{
    auto value = asl::data::parse(text);
    return value ? *value : asl::Data();
}

inline asl::Compilation compiled(const std::string& definition, const asl::CompileOptions& options = {})
{
    auto document = asl::Document::open(definition);
    return asl::compile(document->snapshot(), options);
}

/// A fixture folder, or a definition written in a test.
struct Run
{
    asl::ProgramPointer program;
    asl::RunOptions options;
    asl::Data tasks = asl::Data::array({});

    static Run of(const std::string& definition, const std::string& input = "{}", const std::string& tasks = "[]")
    {
        Run run{compiled(definition).program, {}, json(tasks)};
        run.options.input = json(input);
        run.options.now = start;
        run.options.seed = 1;
        return run;
    }
    static Run ofCase(const QString& name)
    {
        const QString path = folder() + name + u'/';
        const std::string input = read(path + QStringLiteral("input.json"));
        const std::string tasks = read(path + QStringLiteral("tasks.json"));
        return of(read(path + QStringLiteral("definition.asl.json")), input.empty() ? "{}" : input, tasks.empty() ? "[]" : tasks);
    }

    asl::Timeline timeline() const { return asl::Timeline(program, options); }
    asl::Timeline finished() const
    {
        asl::Timeline result = timeline();
        auto outcomes = asl::RecordedOutcomes::read(tasks);
        asl::drive(result, *outcomes);
        return result;
    }
};

/// Everything a view says, as text.
inline std::string digest(const asl::RunView& view)
{
    using asl::data::toJson;
    const auto failure = [](const std::optional<asl::Failure>& f) {
        return f ? "!" + f->error.value_or("-") + "/" + f->cause.value_or("-") : std::string();
    };
    std::string text = std::to_string(static_cast<int>(view.status)) + "@" + std::to_string(view.now) + failure(view.failure)
                     + (view.output ? toJson(*view.output) : "") + "\n" + asl::historyJson(*view.events);
    for (const asl::VisitRecord& visit : *view.visits) {
        text += asl::readable(visit.path) + " " + std::to_string(static_cast<int>(visit.status)) + " "
              + std::to_string(visit.enteredEvent) + "-" + std::to_string(visit.exitedEvent) + " x"
              + std::to_string(visit.attempts) + failure(visit.failure);
        for (const std::uint32_t index : visit.iteration)
            text += "[" + std::to_string(index) + "]";
        for (const asl::Data& stage : visit.stages)
            text += " " + (stage.isUndefined() ? std::string("-") : toJson(stage));
        text += visit.left ? " ->" + std::to_string(static_cast<int>(visit.left->kind)) + "\n" : "\n";
    }
    for (const asl::ActivePlace& place : view.active)
        text += "active " + std::to_string(place.visit) + " " + std::to_string(place.frame) + (place.ready ? " ready" : "")
              + (place.until ? " until " + std::to_string(*place.until) : "") + "\n";
    for (const asl::PendingTask& task : view.tasks)
        text += "task " + std::to_string(task.id) + " " + std::to_string(task.visit) + " " + toJson(task.event)
              + (task.submitted ? " submitted" : "") + "\n";
    for (const asl::ChildProgress& progress : view.progress) {
        text += "progress " + std::to_string(progress.visit) + " " + std::to_string(progress.done) + "/" + std::to_string(progress.count) + ":";
        for (const asl::VisitStatus status : progress.children)
            text += " " + std::to_string(static_cast<int>(status));
        text += "\n";
    }
    return text;
}

} // namespace fixture
