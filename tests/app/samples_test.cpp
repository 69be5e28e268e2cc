// The workflows whose definitions were known only from pictures are built as a user builds them: states dropped from the
// palette on an empty canvas, fields filled in in the forms, then run to the results of the samples.

#include "core/data/json.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/form_host.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/state_combo.h"
#include "ui/palette/palette_entries.h"
#include "ui/support/form_fields.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <clocale>

using namespace designer;
using asl::TransitionKind;
using asl::TransitionPath;

namespace {

/// An empty canvas beside the forms.
class Studio : public QWidget
{
public:
    explicit Studio(const std::string& text = asl::blankMachine(asl::QueryLanguage::JSONPath))
    {
        workspace.open(*asl::Document::open(text));
        canvas = new CanvasView(workspace, simulation);
        inspector = new InspectorPanel(workspace, simulation);
        auto* row = new QHBoxLayout(this);
        row->addWidget(canvas, 1);
        row->addWidget(inspector);
        resize(1280, 900);
        show();
        activateWindow();
    }

    const asl::StateMachine& machine() const { return workspace.snapshot()->machine(); }

    /// The drawing of the present text; null until it is there.
    const Diagram* drawing() const
    {
        const Diagram* diagram = static_cast<CanvasScene*>(canvas->scene())->diagram().get();
        return diagram && diagram->snapshot == workspace.snapshot() ? diagram : nullptr;
    }

    /// The middle of a way or of its placeholder, in the viewport.
    std::optional<QPoint> placeOf(const TransitionPath& way) const
    {
        const Diagram& diagram = *drawing();
        if (const quint32 edge = diagram.find(way); edge != asl::noId)
            return canvas->mapFromScene(diagram.edges[edge].middle);
        for (const NodeShape& node : diagram.nodes)
            if (node.kind == asl::layout::BoxKind::Placeholder && node.way == way)
                return canvas->mapFromScene(node.box.center());
        return std::nullopt;
    }

    /// Drags an entry of the palette onto a way, as the mouse does it, and lets it go.
    bool drop(const QString& title, const TransitionPath& way)
    {
        if (!QTest::qWaitFor([this] { return drawing() != nullptr; }))
            return false;
        canvas->fit();
        const std::vector<PaletteEntry> entries = paletteEntries();
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const PaletteEntry& e) { return e.title() == title; });
        const std::optional<QPoint> place = placeOf(way);
        if (entry == entries.end() || !place)
            return false;
        const std::unique_ptr<QMimeData> data(toMimeData(stateOf(*entry, *workspace.snapshot())));
        const std::size_t before = machine().states().size();
        QDragEnterEvent enter(*place, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas->viewport(), &enter);
        QDragMoveEvent over(*place, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas->viewport(), &over);
        QDropEvent drop(*place, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas->viewport(), &drop);
        return over.isAccepted() && machine().states().size() == before + 1;
    }

    FieldRow* row(const std::string& pointer) const
    {
        for (FieldRow* candidate : inspector->findChildren<FieldRow*>())
            if (candidate->pointer() == pointer && candidate->isVisibleTo(inspector))
                return candidate;
        return nullptr;
    }

    void openTab(asl::Section section)
    {
        auto* tabs = inspector->findChild<QTabBar*>();
        for (int index = 0; index < tabs->count(); ++index)
            if (tabs->tabData(index).toInt() == static_cast<int>(section))
                tabs->setCurrentIndex(index);
    }

    /// Types into the field of a state's form.
    bool fillIn(const asl::StatePath& state, asl::Section section, const std::string& field, const QString& typed)
    {
        workspace.select(state);
        openTab(section);
        return type(asl::pointerTo(*workspace.snapshot(), state, field), typed);
    }

    bool type(const std::string& pointer, const QString& typed)
    {
        if (!row(pointer))
            inspector->findChild<FormHost*>()->wish(pointer);
        FieldRow* found = row(pointer);
        if (!found)
            return false;
        if (auto* line = found->findChild<FormLine*>()) {
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, typed);
        } else if (auto* text = found->findChild<FormText*>()) {
            text->setFocus();
            text->setPlainText(typed);
        } else {
            return false;
        }
        inspector->commitPending();
        return true;
    }

    bool press(const QString& button)
    {
        for (QPushButton* candidate : inspector->findChildren<QPushButton*>())
            if (candidate->text() == button && candidate->isVisibleTo(inspector)) {
                QTest::mouseClick(candidate, Qt::LeftButton);
                return true;
            }
        return false;
    }

    /// A choice box of the form, filled.
    FormCombo* combo(const QString& name) const
    {
        for (FormCombo* candidate : inspector->findChildren<FormCombo*>())
            if (candidate->accessibleName() == name) {
                candidate->showPopup();
                candidate->hidePopup();
                return candidate;
            }
        return nullptr;
    }

    /// Runs with an input, every task answering with its event; empty when it does not end.
    asl::RunViewPointer run(const QByteArray& input)
    {
        simulation.close();
        simulation.setInputText(QString::fromUtf8(input));
        simulation.run();
        simulation.answerAllTasksWithTheirEvent();
        const bool ended = QTest::qWaitFor([this] { return simulation.mode() == SimulationController::Mode::Ended; }, 20'000);
        return ended ? simulation.view() : nullptr;
    }

    Workspace workspace;
    SimulationController simulation{workspace};
    CanvasView* canvas = nullptr;
    InspectorPanel* inspector = nullptr;
};

TransitionPath start(asl::ScopePath scope = {}) { return {std::move(scope), "", TransitionKind::Start, 0}; }
TransitionPath endOf(asl::ScopePath scope, const std::string& state) { return {std::move(scope), state, TransitionKind::End, 0}; }
asl::ScopePath inside(const std::string& state, std::uint32_t branch = 0) { return {{{state, branch}}}; }

asl::Data json(const QByteArray& text) { return *asl::data::parse(text.toStdString()); }

QByteArray example(const char* name)
{
    QFile file(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString lambda = QStringLiteral("Lambda: Invoke");

} // namespace

class SamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::setlocale(LC_NUMERIC, "C");
        Theme::current().install(*qApp);
    }
    void lambdaTakesEachPayloadOfTheForm();
    void mapWorksThroughAListThirtySecondsApart();
    void parallelGivesAnArrayOfItsBranches();
    void passBuildsTheEventOfTheTask();
    void choiceEndsInSuccessOrFailure();
};

void SamplesTest::lambdaTakesEachPayloadOfTheForm()
{
    Studio studio(example("01-lambda.asl.json").toStdString());
    const asl::StatePath task{{}, "Lambda Test001"};
    studio.workspace.select(task);
    studio.openTab(asl::Section::Configuration);
    FormCombo* payload = studio.combo(QStringLiteral("Payload"));
    QVERIFY(payload);
    const QByteArray input = R"({"any": ["JSON", 1]})";
    const auto sentPayload = [&]() -> std::optional<asl::Data> {
        const asl::RunViewPointer view = studio.run(input);
        if (!view || view->status != asl::RunStatus::Succeeded)
            return std::nullopt;
        const asl::Data& call = (*view->visits)[0].stages[static_cast<std::size_t>(asl::Stage::AfterParameters)];
        const asl::Data* sent = call.find("Payload");
        return sent ? *sent : asl::Data();
    };
    QCOMPARE(payload->currentIndex(), 0); // use state input
    QVERIFY(sentPayload() == json(input));
    emit payload->activated(1);           // enter payload
    QVERIFY(studio.type(asl::pointerTo(*studio.workspace.snapshot(), task, "Parameters") + "/Payload", QStringLiteral(R"({"FUGA": 1})")));
    QVERIFY(sentPayload() == json(R"({"FUGA": 1})"));
    emit payload->activated(2);           // no payload
    const std::optional<asl::Data> nothing = sentPayload();
    QVERIFY(nothing && nothing->isUndefined());
}

void SamplesTest::mapWorksThroughAListThirtySecondsApart()
{
    Studio studio;
    QVERIFY(studio.drop(QStringLiteral("Map"), start()));
    QVERIFY(studio.drop(lambda, start(inside("Map"))));
    QVERIFY(studio.drop(QStringLiteral("Wait"), endOf(inside("Map"), "Lambda Invoke")));
    QVERIFY(studio.fillIn({{}, "Map"}, asl::Section::Input, "ItemsPath", QStringLiteral("$.detail.shipped")));
    QVERIFY(studio.fillIn({{}, "Map"}, asl::Section::Configuration, "MaxConcurrency", QStringLiteral("1")));
    QVERIFY(studio.fillIn({inside("Map"), "Wait"}, asl::Section::Configuration, "Seconds", QStringLiteral("30")));

    const QByteArray input = example("03-map.input.json");
    const asl::RunViewPointer view = studio.run(input);
    QVERIFY(view);
    QCOMPARE(view->status, asl::RunStatus::Succeeded);
    QVERIFY(view->output && *view->output == *json(input).find("detail")->find("shipped"));
    std::vector<asl::VirtualTime> waits;
    for (std::size_t i = 0; i < view->visits->size(); ++i)
        if ((*view->visits)[i].path.name == "Wait")
            waits.push_back((*view->visits)[i].entered);
    QCOMPARE(waits.size(), std::size_t(5));
    for (std::size_t i = 1; i < waits.size(); ++i)
        QVERIFY(waits[i] - waits[i - 1] >= 30'000'000 && waits[i] - waits[i - 1] < 31'000'000);
}

void SamplesTest::parallelGivesAnArrayOfItsBranches()
{
    Studio studio;
    QVERIFY(studio.drop(QStringLiteral("Parallel"), start()));
    QVERIFY(studio.drop(lambda, start(inside("Parallel", 0))));
    QVERIFY(studio.drop(lambda, start(inside("Parallel", 1))));
    QVERIFY(studio.drop(QStringLiteral("Parallel"), endOf({}, "Parallel")));
    studio.workspace.select(asl::StatePath{{}, "Parallel (1)"});
    QVERIFY(studio.press(QStringLiteral("Add branch")));
    for (std::uint32_t branch = 0; branch < 3; ++branch)
        QVERIFY(studio.drop(lambda, start(inside("Parallel (1)", branch))));

    const asl::RunViewPointer view = studio.run(example("04-parallel.input.json"));
    QVERIFY(view);
    QCOMPARE(view->status, asl::RunStatus::Succeeded);
    const QByteArray branch = "[" + example("04-parallel.input.json") + "," + example("04-parallel.input.json") + "]";
    QVERIFY(view->output && *view->output == json("[" + branch + "," + branch + "," + branch + "]"));
}

void SamplesTest::passBuildsTheEventOfTheTask()
{
    Studio studio;
    QVERIFY(studio.drop(lambda, start()));
    QVERIFY(studio.drop(QStringLiteral("Pass"), start()));
    QVERIFY(studio.fillIn({{}, "Pass"}, asl::Section::Input, "Parameters",
                          QStringLiteral(R"({"HOGE": "HOGE-1234567890", "FUGA.$": "$.FUGA"})")));

    const asl::RunViewPointer view = studio.run(R"({"FUGA": "FUGA 123"})");
    QVERIFY(view);
    QCOMPARE(view->status, asl::RunStatus::Succeeded);
    const asl::Data expected = json(R"({"HOGE": "HOGE-1234567890", "FUGA": "FUGA 123"})");
    QVERIFY(view->output && *view->output == expected);
    const asl::VisitRecord& task = (*view->visits)[view->visits->size() - 1];
    QCOMPARE(task.path.name, std::string("Lambda Invoke"));
    const asl::Data& call = task.stages[static_cast<std::size_t>(asl::Stage::AfterParameters)];
    QVERIFY(call.find("Payload") && *call.find("Payload") == expected);
}

void SamplesTest::choiceEndsInSuccessOrFailure()
{
    Studio studio;
    QVERIFY(studio.drop(QStringLiteral("Choice"), start()));
    QVERIFY(studio.drop(QStringLiteral("Success"), {{}, "Choice", TransitionKind::ChoiceRule, 0}));
    QVERIFY(studio.drop(QStringLiteral("Fail"), {{}, "Choice", TransitionKind::Default, 0}));
    studio.workspace.select(asl::StatePath{{}, "Choice"});
    studio.openTab(asl::Section::Configuration);
    studio.inspector->findChild<FormHost*>()->setOpenItem("/States/Choice/Choices", 0);
    QCoreApplication::processEvents();
    QVERIFY(studio.type("/States/Choice/Choices/0/Variable", QStringLiteral("$.HOGE")));
    FormCombo* comparison = studio.combo(QStringLiteral("Operator"));
    QVERIFY(comparison);
    const int index = comparison->findData(QStringLiteral("NumericEquals"));
    QVERIFY(index >= 0);
    comparison->setCurrentIndex(index);
    emit comparison->activated(index);
    QVERIFY(studio.type("/States/Choice/Choices/0/NumericEquals", QStringLiteral("100")));

    const asl::RunViewPointer good = studio.run(R"({"HOGE": 100})");
    QVERIFY(good);
    QCOMPARE(good->status, asl::RunStatus::Succeeded);
    const asl::RunViewPointer bad = studio.run(R"({"HOGE": 1})");
    QVERIFY(bad);
    QCOMPARE(bad->status, asl::RunStatus::Failed);
}

QTEST_MAIN(SamplesTest)
#include "samples_test.moc"
