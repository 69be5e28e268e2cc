// Whole executions against golden histories, and the laws that hold for each of them.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/trace.h"

#include <QTest>

using namespace asl;

class ExecutionTest : public QObject
{
    Q_OBJECT

private slots:
    void history_data() { addCases(); }
    void history();
    void runningAgainIsTheSame_data() { addCases(); }
    void runningAgainIsTheSame();
    void seekEqualsStepping_data() { addCases(); }
    void seekEqualsStepping();
    void previousEventsExist_data() { addCases(); }
    void previousEventsExist();
    void runsWithoutVisitsTellTheSameHistory_data() { addCases(); }
    void runsWithoutVisitsTellTheSameHistory();

private:
    static void addCases()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : fixture::cases())
            QTest::newRow(name.toUtf8().constData()) << name;
    }
};

/// The result as `stepwright-cli run` tells it.
static std::string resultText(const RunView& view)
{
    ObjectBuilder result;
    setResult(result, view);
    return data::toJson(std::move(result).build(), data::Layout::Spaced) + "\n";
}

void ExecutionTest::history()
{
    QFETCH(QString, name);
    const fixture::Run run = fixture::Run::ofCase(name);
    QVERIFY2(run.program, "the definition compiles");
    const Timeline timeline = run.finished();
    const std::string events = historyJson(timeline.events());
    const std::string result = resultText(*timeline.view());
    const QString path = fixture::folder() + name;
    if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) {
        fixture::write(path + QStringLiteral("/history.json"), events);
        fixture::write(path + QStringLiteral("/output.json"), result);
    }
    QCOMPARE(QString::fromStdString(result), QString::fromStdString(fixture::read(path + QStringLiteral("/output.json"))));
    QCOMPARE(QString::fromStdString(events), QString::fromStdString(fixture::read(path + QStringLiteral("/history.json"))));
}

void ExecutionTest::runningAgainIsTheSame()
{
    QFETCH(QString, name);
    const fixture::Run run = fixture::Run::ofCase(name);
    QCOMPARE(fixture::digest(*run.finished().view()), fixture::digest(*run.finished().view()));
}

void ExecutionTest::seekEqualsStepping()
{
    QFETCH(QString, name);
    const fixture::Run run = fixture::Run::ofCase(name);
    Timeline timeline = run.finished();
    const std::uint64_t last = timeline.lastStep();
    timeline.seek(0);
    std::vector<std::string> moments;
    for (std::uint64_t step = 0; step <= last; ++step) {
        timeline.seek(step);
        moments.push_back(fixture::digest(*timeline.view()));
    }
    QCOMPARE(moments.back(), fixture::digest(*run.finished().view()));
    std::uint64_t random = 7;
    for (int i = 0; i < 60; ++i) {
        random = random * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::uint64_t step = (random >> 33) % (last + 1);
        timeline.seek(step);
        QCOMPARE(timeline.step(), step);
        QCOMPARE(fixture::digest(*timeline.view()), moments[step]);
    }
    for (std::size_t id = 1; id <= run.finished().events().size(); ++id) {
        timeline.seek(timeline.stepOfEvent(static_cast<std::int64_t>(id)));
        QVERIFY(timeline.events().size() >= id);
        if (timeline.step() > 0) {
            timeline.seek(timeline.step() - 1);
            QVERIFY(timeline.events().size() < id);
        }
    }
}

void ExecutionTest::previousEventsExist()
{
    QFETCH(QString, name);
    const Timeline timeline = fixture::Run::ofCase(name).finished();
    std::int64_t id = 0;
    for (const HistoryEvent& event : timeline.events()) {
        QCOMPARE(event.id, ++id);
        QVERIFY(event.previousEventId >= 0 && event.previousEventId < event.id);
    }
}

void ExecutionTest::runsWithoutVisitsTellTheSameHistory()
{
    QFETCH(QString, name);
    fixture::Run run = fixture::Run::ofCase(name);
    const std::string events = historyJson(run.finished().events());
    run.options.recordVisits = false;
    const Timeline timeline = run.finished();
    QCOMPARE(historyJson(timeline.events()), events);
    QVERIFY(timeline.view()->visits->empty());
}

QTEST_APPLESS_MAIN(ExecutionTest)
#include "execution_test.moc"
