#include "app/desktop/samples.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace designer {

namespace {

const QString folder = QStringLiteral(":/examples/");

/// The texts of examples/index.json, for translators; a test compares the two.
[[maybe_unused]] constexpr const char* translatableTexts[] = {
    QT_TRANSLATE_NOOP("samples", "Call one Lambda function"),
    QT_TRANSLATE_NOOP("samples", "Three ways to give it a payload, and Retry"),
    QT_TRANSLATE_NOOP("samples", "Branch with Choice"),
    QT_TRANSLATE_NOOP("samples", "The answer of a task decides where to go"),
    QT_TRANSLATE_NOOP("samples", "Work through a list with Map"),
    QT_TRANSLATE_NOOP("samples", "Five items, 30 seconds apart on a virtual clock"),
    QT_TRANSLATE_NOOP("samples", "Side by side with Parallel"),
    QT_TRANSLATE_NOOP("samples", "Two and three branches; the result is an array"),
    QT_TRANSLATE_NOOP("samples", "Build an input with Pass"),
    QT_TRANSLATE_NOOP("samples", "Makes the event of the task that follows"),
    QT_TRANSLATE_NOOP("samples", "Success or failure"),
    QT_TRANSLATE_NOOP("samples", "Ends a run with Succeed or Fail"),
    QT_TRANSLATE_NOOP("samples", "Load JSON and loop"),
    QT_TRANSLATE_NOOP("samples", "A list from a bucket, worked through by Map"),
    QT_TRANSLATE_NOOP("samples", "Wait for a command"),
    QT_TRANSLATE_NOOP("samples", "Polling with Wait and Choice"),
    QT_TRANSLATE_NOOP("samples", "Keep a result and decide"),
    QT_TRANSLATE_NOOP("samples", "ResultPath, Not and a timeout"),
};

QString translatedText(const QJsonValue& text)
{
    return QCoreApplication::translate("samples", text.toString().toUtf8().constData());
}

Sample sampleFrom(const QJsonObject& row)
{
    Sample sample;
    sample.id = row.value(QLatin1String("id")).toString();
    sample.number = row.value(QLatin1String("number")).toString();
    sample.title = translatedText(row.value(QLatin1String("title")));
    sample.summary = translatedText(row.value(QLatin1String("summary")));
    sample.definition = folder + row.value(QLatin1String("definition")).toString();
    for (const QJsonValue& run : row.value(QLatin1String("runs")).toArray())
        sample.runs.push_back({run[QLatin1String("name")].toString(), folder + run[QLatin1String("input")].toString(),
                               folder + run[QLatin1String("tasks")].toString()});
    return sample;
}

std::vector<Sample> readSamples()
{
    std::vector<Sample> all;
    QFile index(folder + QStringLiteral("index.json"));
    if (!index.open(QIODevice::ReadOnly))
        return all; // a program built without its examples offers none
    const QJsonObject content = QJsonDocument::fromJson(index.readAll()).object();
    for (const QJsonValue& row : content.value(QLatin1String("samples")).toArray())
        all.push_back(sampleFrom(row.toObject()));
    return all;
}

} // namespace

const std::vector<Sample>& samples()
{
    static const std::vector<Sample> all = readSamples();
    return all;
}

} // namespace designer
