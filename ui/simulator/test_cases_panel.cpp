#include "ui/simulator/test_cases_panel.h"

#include "core/data/json.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/row_list.h"
#include "ui/simulator/test_run.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

using Verdict = asl::TestCaseResult::Verdict;
using Kind = asl::CoverageItem::Kind;
using ResultPointer = std::shared_ptr<const asl::TestCaseResult>;

/// A column of the panel with a head over what it holds.
QVBoxLayout* columnOf(QWidget* part)
{
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

std::string machineName(const QString& path) { return toUtf8(QFileInfo(path).fileName().section(u'.', 0, 0)); }

} // namespace

struct TestCasesPanel::Private
{
    Private(TestCasesPanel& owner, Workspace& document, SimulationController& simulation)
        : panel(owner), workspace(document), controller(simulation), run(document) {}

    TestCasesPanel& panel;
    Workspace& workspace;
    SimulationController& controller;
    TestRun run;

    QString path;
    std::optional<asl::MockFile> mocks;
    QString problem; ///< of the file
    std::vector<asl::MockTestCase> cases;
    std::vector<ResultPointer> results; ///< null: not run
    bool stale = false;                 ///< the definition was changed since
    std::shared_ptr<const asl::Coverage> coverage;
    std::vector<asl::StateId> uncovered; ///< state of each row below the counts

    QPushButton* runButton = nullptr;
    QPushButton* openRun = nullptr;
    ThemedLabel* file = nullptr;
    ThemedLabel* note = nullptr;
    RowList* list = nullptr;
    ThemedLabel* verdict = nullptr;
    RowList* reasons = nullptr;
    DataTree* difference = nullptr;
    RowList* covered = nullptr;
    QCheckBox* paint = nullptr;

    void build();
    QWidget* buildCases();
    QWidget* buildReasons();
    QWidget* buildCoverage();
    void findCases();
    void showCases();
    void showCase();
    void showDifference(int row);
    void showCoverage();
    void takeCoverage();
    void forgetResults();
    ListRow rowOf(std::size_t index) const;
    std::optional<std::size_t> current() const;
};

TestCasesPanel::TestCasesPanel(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(*this, workspace, controller))
{
    d->build();
    connect(&d->run, &TestRun::resultReady, this, [this](std::size_t index, const ResultPointer& result) {
        d->results[index] = result;
        d->showCases();
        d->showCase();
    });
    connect(&d->run, &TestRun::finished, this, [this](const std::shared_ptr<const asl::Coverage>& coverage) {
        d->coverage = coverage;
        d->showCases();
        d->showCoverage();
        d->takeCoverage();
    });
    connect(&d->run, &TestRun::refused, this, [this](const QString& why) {
        d->note->setText(why);
        d->note->show();
        d->showCases();
    });
    connect(&workspace, &Workspace::snapshotChanged, this, [this] { d->forgetResults(); });
    connect(&workspace, &Workspace::filePathChanged, this, [this] { d->findCases(); });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        d->showCases();
        d->showCase();
        d->showCoverage();
    });
    d->findCases();
}

TestCasesPanel::~TestCasesPanel() = default;

QString TestCasesPanel::mockFilePath() const { return d->path; }

void TestCasesPanel::setMockFile(const QString& path, std::string text)
{
    d->path = path;
    d->mocks.reset();
    d->problem.clear();
    const asl::LineIndex lines(text);
    auto read = asl::MockFile::read(text);
    if (read) {
        d->mocks = *std::move(read);
    } else {
        d->problem = translated(read.error().message);
        if (read.error().range) {
            const auto place = lines.at(text, read.error().range->begin);
            d->problem = tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(d->problem);
        }
    }
    d->findCases();
}

void TestCasesPanel::runAll()
{
    if (!d->mocks || d->cases.empty())
        return;
    d->stale = false;
    d->note->hide();
    d->results.assign(d->cases.size(), nullptr);
    d->run.start(*d->mocks, d->cases);
    d->showCases();
    d->showCase();
}

void TestCasesPanel::openSelectedAsRun()
{
    const std::optional<std::size_t> index = d->current();
    if (!index)
        return;
    const asl::MockTestCase& testCase = d->cases[*index];
    const asl::RunOptions options = asl::repeatableRun();
    d->controller.setInputText(toQString(asl::data::toJson(testCase.input.value_or(asl::Data::emptyObject()), asl::data::Layout::Indented)));
    d->controller.setTaskHandler(std::make_shared<asl::MockHandler>(*d->mocks, testCase));
    d->controller.setSeed(options.seed);
    d->controller.setStartTime(options.now);
    d->controller.restart();
}

void TestCasesPanel::Private::build()
{
    auto* splitter = new QSplitter(Qt::Horizontal, &panel);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildCases());
    splitter->addWidget(buildReasons());
    splitter->addWidget(buildCoverage());
    splitter->setSizes({360, 420, 280});
    columnOf(&panel)->addWidget(splitter);
}

QWidget* TestCasesPanel::Private::buildCases()
{
    auto* part = new QWidget(&panel);
    runButton = new QPushButton(TestCasesPanel::tr("Run all"), part);
    runButton->setToolTip(TestCasesPanel::tr("Runs every test case that belongs to this definition"));
    openRun = new QPushButton(TestCasesPanel::tr("Open as run"), part);
    openRun->setToolTip(TestCasesPanel::tr("Runs the selected case here, step by step if you like"));
    auto* open = iconButton(QStringLiteral("file-open"), TestCasesPanel::tr("Open a mock file…"), part);
    auto* reload = iconButton(QStringLiteral("sim-restart"), TestCasesPanel::tr("Read the mock file again"), part);
    file = new ThemedLabel({}, FontRole::Caption, Token::Text2, part);
    file->setElideMode(Qt::ElideMiddle);
    note = new ThemedLabel({}, FontRole::Small, Token::Text2, part);
    note->setContentsMargins(12, 8, 12, 8);
    note->setWordWrap(true);
    list = new RowList(TestCasesPanel::tr("Test cases"), part);
    list->setScrolls();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->setSpacing(8);
    bar->addWidget(runButton);
    bar->addWidget(openRun);
    bar->addWidget(file, 1);
    bar->addWidget(reload);
    bar->addWidget(open);
    auto* column = columnOf(part);
    column->addLayout(bar);
    column->addWidget(new Hairline(Token::Sep, part));
    column->addWidget(note);
    column->addWidget(list, 1);
    QObject::connect(runButton, &QPushButton::clicked, &panel, &TestCasesPanel::runAll);
    QObject::connect(openRun, &QPushButton::clicked, &panel, &TestCasesPanel::openSelectedAsRun);
    QObject::connect(open, &QToolButton::clicked, &panel, &TestCasesPanel::openWanted);
    QObject::connect(reload, &QToolButton::clicked, &panel, &TestCasesPanel::reloadWanted);
    QObject::connect(list, &RowList::doubleClicked, &panel, &TestCasesPanel::openSelectedAsRun);
    QObject::connect(list->selectionModel(), &QItemSelectionModel::currentChanged, &panel, [this] { showCase(); });
    return part;
}

QWidget* TestCasesPanel::Private::buildReasons()
{
    auto* part = new QWidget(&panel);
    verdict = new ThemedLabel({}, FontRole::BodyStrong, Token::Text, part);
    verdict->setElideMode(Qt::ElideRight);
    verdict->setContentsMargins(12, 10, 12, 8);
    reasons = new RowList(TestCasesPanel::tr("What is not as expected"), part);
    difference = new DataTree(part);
    difference->setAccessibleName(TestCasesPanel::tr("Expected and actual value"));
    auto* column = columnOf(part);
    column->addWidget(verdict);
    column->addWidget(new Hairline(Token::Sep, part));
    column->addWidget(reasons);
    column->addWidget(difference, 1);
    QObject::connect(reasons, &RowList::chosen, &panel, [this](int row) { showDifference(row); });
    return part;
}

QWidget* TestCasesPanel::Private::buildCoverage()
{
    auto* part = new QWidget(&panel);
    paint = new QCheckBox(TestCasesPanel::tr("Show coverage on the drawing"), part);
    paint->setChecked(true);
    covered = new RowList(TestCasesPanel::tr("Coverage"), part);
    covered->setScrolls();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 9, 12, 8);
    bar->addWidget(paint);
    auto* column = columnOf(part);
    column->addLayout(bar);
    column->addWidget(new Hairline(Token::Sep, part));
    column->addWidget(covered, 1);
    QObject::connect(paint, &QCheckBox::toggled, &panel, [this] { takeCoverage(); });
    QObject::connect(covered, &RowList::chosen, &panel, [this](int row) {
        const asl::StateId state = uncovered[static_cast<std::size_t>(row)];
        if (state == asl::noId || !coverage)
            return;
        const asl::StatePath found = coverage->snapshot()->machine().path(state);
        if (workspace.snapshot()->machine().find(found) != asl::noId)
            workspace.select(found, &panel);
    });
    return part;
}

/// Which cases belong to the definition as it is called and stands now.
void TestCasesPanel::Private::findCases()
{
    run.stop();
    cases.clear();
    coverage.reset();
    stale = false;
    QString text = problem;
    if (mocks) {
        auto found = asl::testCasesFor(*mocks, workspace.snapshot()->machine(), machineName(workspace.filePath()));
        if (found)
            cases = *std::move(found);
        else
            text = translated(found.error().message);
    } else if (problem.isEmpty()) {
        text = TestCasesPanel::tr("Open a mock file of Step Functions Local. Its cases may carry \"Input\" and \"Expect\" and are run by stepwright-cli test as well.");
    }
    results.assign(cases.size(), nullptr);
    note->setText(text);
    note->setVisible(!text.isEmpty());
    file->setText(QFileInfo(path).fileName());
    file->setToolTip(path);
    showCases();
    if (!cases.empty() && !current())
        list->setCurrentRow(0);
    showCase();
    showCoverage();
    takeCoverage();
    emit panel.titleChanged(cases.empty() ? TestCasesPanel::tr("Test cases") : TestCasesPanel::tr("Test cases (%1)").arg(cases.size()));
}

std::optional<std::size_t> TestCasesPanel::Private::current() const
{
    const int row = list->currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= cases.size() ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

ListRow TestCasesPanel::Private::rowOf(std::size_t index) const
{
    ListRow row;
    row.title = toQString(cases[index].name);
    const ResultPointer& result = results[index];
    const auto look = [&row](Status status) {
        row.glyph = Theme::statusIcon(status);
        row.glyphColor = Theme::current().statusBorder(status);
    };
    if (!result && run.isRunning()) {
        look(Status::Waiting);
    } else if (!result) {
        row.glyph = QStringLiteral("test-case");
        row.glyphColor = color(Token::Text2);
    } else if (result->verdict() == Verdict::Passed) {
        look(Status::Succeeded);
        row.titleEnd = TestCasesPanel::tr("passed");
    } else {
        look(result->error ? Status::Caught : Status::Failed);
        row.titleEnd = result->error ? TestCasesPanel::tr("in error") : TestCasesPanel::tr("failed");
        row.detail = translated(result->error ? *result->error : asl::said(result->mismatches.front()));
    }
    if (result && stale)
        row.glyphColor = color(Token::Disabled);
    return row;
}

void TestCasesPanel::Private::showCases()
{
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < cases.size(); ++i)
        rows.push_back(rowOf(i));
    list->show(std::move(rows));
    runButton->setEnabled(!cases.empty() && !run.isRunning());
    openRun->setEnabled(current().has_value());
}

void TestCasesPanel::Private::showCase()
{
    openRun->setEnabled(current().has_value());
    const std::optional<std::size_t> index = current();
    const ResultPointer result = index ? results[*index] : nullptr;
    std::vector<ListRow> rows;
    QString text;
    if (index && !result)
        text = TestCasesPanel::tr("%1 has not been run").arg(toQString(cases[*index].name));
    if (result) {
        text = result->view ? TestCasesPanel::tr("%1 ended as %2").arg(toQString(result->testCase.name), toQString(asl::statusName(result->view->status)))
                            : toQString(result->testCase.name);
        if (result->error)
            text = translated(*result->error);
        if (stale)
            text += TestCasesPanel::tr(" (of an earlier text)");
        for (const asl::Mismatch& mismatch : result->mismatches) {
            ListRow row;
            row.glyph = Theme::statusIcon(Status::Failed);
            row.glyphColor = Theme::current().statusBorder(Status::Failed);
            row.title = translated(asl::said(mismatch));
            rows.push_back(std::move(row));
        }
    }
    verdict->setText(text);
    reasons->show(std::move(rows));
    showDifference(0);
}

/// Expected against actual; of a case that passed its output.
void TestCasesPanel::Private::showDifference(int row)
{
    const std::optional<std::size_t> index = current();
    const ResultPointer result = index ? results[*index] : nullptr;
    if (!result) {
        difference->show({}, std::nullopt);
        return;
    }
    if (static_cast<std::size_t>(row) < result->mismatches.size()) {
        reasons->setCurrentRow(row);
        const asl::Mismatch& mismatch = result->mismatches[static_cast<std::size_t>(row)];
        const asl::Expectation& expect = result->testCase.expect;
        if (mismatch.what == "Output" && expect.output && result->view->output) {
            difference->show(*result->view->output, *expect.output);
            return;
        }
        difference->show(mismatch.actual.isUndefined() ? asl::Data::null() : mismatch.actual, mismatch.expected);
        return;
    }
    difference->show(result->view && result->view->output ? *result->view->output : asl::Data(), std::nullopt);
}

void TestCasesPanel::Private::showCoverage()
{
    std::vector<ListRow> rows;
    uncovered.clear();
    if (coverage) {
        const std::pair<Kind, QString> kinds[] = {{Kind::State, TestCasesPanel::tr("States")}, {Kind::Transition, TestCasesPanel::tr("Transitions")},
                                                  {Kind::ChoiceRule, TestCasesPanel::tr("Choice rules")}, {Kind::Catcher, TestCasesPanel::tr("Catchers")},
                                                  {Kind::Retrier, TestCasesPanel::tr("Retriers")}};
        for (const auto& [kind, name] : kinds) {
            const asl::CoverageCount count = coverage->count(kind);
            ListRow row;
            row.glyph = QStringLiteral("coverage");
            row.glyphColor = color(count.covered == count.total ? Token::Ok : Token::Warn);
            row.title = name;
            row.value = TestCasesPanel::tr("%1 of %2").arg(count.covered).arg(count.total);
            row.valueColor = color(Token::Text2);
            rows.push_back(std::move(row));
            uncovered.push_back(asl::noId);
        }
        for (const asl::CoverageItem& item : coverage->items()) {
            if (item.hits > 0 || (item.kind != Kind::State && coverage->hitsOfState(item.state) == 0))
                continue;
            ListRow row;
            row.glyph = QStringLiteral("ui-arrow-right");
            row.glyphColor = color(Token::Warn);
            row.title = translated(asl::coverageTitle(*coverage, item));
            rows.push_back(std::move(row));
            uncovered.push_back(item.state);
        }
    }
    paint->setEnabled(bool(coverage));
    covered->show(std::move(rows));
}

void TestCasesPanel::Private::takeCoverage()
{
    controller.setCoverage(paint->isChecked() ? coverage : nullptr);
}

/// The definition is another one now.
void TestCasesPanel::Private::forgetResults()
{
    if (!mocks)
        return;
    run.stop();
    const bool hadResults = std::any_of(results.begin(), results.end(), [](const ResultPointer& result) { return bool(result); });
    if (!hadResults && !coverage) {
        findCases();
        return;
    }
    stale = true;
    coverage.reset();
    showCases();
    showCase();
    showCoverage();
    takeCoverage();
}

} // namespace designer
