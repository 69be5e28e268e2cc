#include "app/desktop/recorded_runs.h"

#include "app/desktop/samples.h"
#include "core/data/json.h"
#include "core/execution/recorded_outcomes.h"
#include "ui/support/qt_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace designer {

namespace {

constexpr qint64 largestRecording = 16 * 1024 * 1024;

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.size() <= largestRecording && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::shared_ptr<asl::TaskHandler> answersFrom(const QString& path)
{
    const auto list = asl::data::parse(content(path).toStdString());
    if (!list)
        return nullptr;
    auto outcomes = asl::RecordedOutcomes::read(*list);
    return outcomes ? std::make_shared<asl::RecordedOutcomes>(*std::move(outcomes)) : nullptr;
}

} // namespace

std::vector<RecordedRun> recordedRuns(const Sample& sample)
{
    std::vector<RecordedRun> runs;
    for (const SampleRun& run : sample.runs)
        runs.push_back({run.name, QString::fromUtf8(content(run.input)), answersFrom(run.tasks)});
    return runs;
}

std::vector<RecordedRun> recordedRunsBeside(const QString& definition)
{
    static const QString inputEnding = QStringLiteral(".input.json");
    std::vector<RecordedRun> runs;
    const QFileInfo file(definition);
    const qsizetype ending = file.fileName().lastIndexOf(QStringLiteral(".asl."));
    if (ending < 0)
        return runs;
    const QString name = file.fileName().left(ending);
    const QDir folder = file.dir();
    for (const QString& input : folder.entryList({name + inputEnding, name + QStringLiteral("-*") + inputEnding}, QDir::Files, QDir::Name)) {
        const QString stem = input.chopped(inputEnding.size());
        const QString text = QString::fromUtf8(content(folder.filePath(input)));
        if (text.isEmpty() || !asl::data::parse(toUtf8(text)))
            continue;
        RecordedRun run{stem, text, answersFrom(folder.filePath(stem + QStringLiteral(".tasks.json")))};
        runs.insert(stem == name ? runs.begin() : runs.end(), std::move(run)); // the plain name first
    }
    return runs;
}

} // namespace designer
