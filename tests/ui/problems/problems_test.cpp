// The problem list: counts, filter, jumps and fixes.

#include "ui/problems/problem_model.h"
#include "ui/problems/problems_panel.h"
#include "ui/problems/switched_off_dialog.h"
#include "ui/support/qt_text.h"
#include "ui/support/rule_dialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace designer;

namespace {

const char* const faulty = R"({
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "Nowhere", "Sconds": 1},
    "B": {"Type": "Wait", "Seconds": "soon", "End": true}
  }
})";

struct Bench
{
    Bench()
    {
        workspace.open(*asl::Document::open(faulty));
        panel.show();
    }
    bool isReady()
    {
        return QTest::qWaitFor([&] { return workspace.diagnostics().size() >= 3; });
    }
    Workspace workspace;
    ProblemsPanel panel{workspace};
    QListView* list = panel.findChild<QListView*>();

    QModelIndex rowWith(const char* text)
    {
        return list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, QString::fromUtf8(text), 1, Qt::MatchContains).value(0);
    }
    /// Chooses an entry of the menu over a place of the list.
    void choose(const QPoint& place, const char* text)
    {
        emit list->customContextMenuRequested(place);
        auto* menu = panel.findChild<QMenu*>();
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text().startsWith(QString::fromUtf8(text)))
                action->trigger();
        menu->close();
        QTRY_VERIFY(!panel.findChild<QMenu*>());
    }
};

} // namespace

class ProblemsTest : public QObject
{
    Q_OBJECT

private slots:
    void countsAreAnnounced();
    void searchAndSeveritiesFilter();
    void clickJumps();
    void keysWalkRoundTheList();
    void fixesAreApplied();
    void rulesAreExplained_data();
    void rulesAreExplained();
    void rulesAreSwitchedOffAndBroughtBack();
    void aRowKeepsItsPlaceWhileItIsPressed();
    void solvedProblemsGo();
};

void ProblemsTest::countsAreAnnounced()
{
    Bench bench;
    QSignalSpy counts(&bench.panel, &ProblemsPanel::countsChanged);
    QVERIFY(bench.isReady());
    QVERIFY(!counts.isEmpty());
    QCOMPARE(counts.last()[0].toInt() + counts.last()[1].toInt() + counts.last()[2].toInt(), static_cast<int>(bench.workspace.diagnostics().size()));
    QCOMPARE(bench.list->model()->rowCount(), static_cast<int>(bench.workspace.diagnostics().size()));
}

void ProblemsTest::searchAndSeveritiesFilter()
{
    Bench bench;
    QVERIFY(bench.isReady());
    auto* search = bench.panel.findChild<QLineEdit*>();
    search->setText(QStringLiteral("nowhere"));
    QCOMPARE(bench.list->model()->rowCount(), 1);
    search->clear();
    for (QToolButton* button : bench.panel.findChildren<QToolButton*>())
        if (button->isCheckable())
            button->setChecked(false);
    QCOMPARE(bench.list->model()->rowCount(), 0);
}

void ProblemsTest::clickJumps()
{
    Bench bench;
    QVERIFY(bench.isReady());
    QSignalSpy revealed(&bench.workspace, &Workspace::revealRequested);
    const QModelIndexList wanted = bench.list->model()->match(bench.list->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Nowhere"), 1, Qt::MatchContains);
    QVERIFY(!wanted.isEmpty());
    QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, bench.list->visualRect(wanted.first()).topLeft() + QPoint(60, 10));
    QCOMPARE(revealed.size(), 1);
    const auto range = revealed.first().first().value<asl::TextRange>();
    QCOMPARE(bench.workspace.text().substr(range.begin, range.size()), std::string("\"Nowhere\""));
    QVERIFY(bench.workspace.selection().current());
    QCOMPARE(bench.workspace.selection().current()->name, std::string("A"));
}

void ProblemsTest::keysWalkRoundTheList()
{
    Bench bench;
    QVERIFY(bench.isReady());
    QCOMPARE(bench.panel.nextAction()->shortcut(), QKeySequence(Qt::Key_F8));
    const int count = bench.list->model()->rowCount();
    for (int step = 0; step < count; ++step) {
        bench.panel.nextAction()->trigger();
        QCOMPARE(bench.list->currentIndex().row(), step);
    }
    bench.panel.nextAction()->trigger();
    QCOMPARE(bench.list->currentIndex().row(), 0);
    bench.panel.previousAction()->trigger();
    QCOMPARE(bench.list->currentIndex().row(), count - 1);
}

void ProblemsTest::fixesAreApplied()
{
    Bench bench;
    QVERIFY(bench.isReady());
    QModelIndex fixable;
    for (int row = 0; row < bench.list->model()->rowCount(); ++row)
        if (bench.list->model()->index(row, 0).data(ProblemModel::HasFixRole).toBool())
            fixable = bench.list->model()->index(row, 0);
    QVERIFY(fixable.isValid());
    emit bench.list->customContextMenuRequested(bench.list->visualRect(fixable).center());
    auto* menu = bench.panel.findChild<QMenu*>();
    QVERIFY(menu);
    menu->actions().first()->trigger();
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
    menu->close();
}

void ProblemsTest::rulesAreExplained_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("title");
    QTest::newRow("English") << QLocale(QLocale::English) << QStringLiteral("A transition to a state that does not exist.");
    QTest::newRow("Japanese") << QLocale(QLocale::Japanese) << QStringLiteral("存在しないステートへの遷移です。");
    QTest::newRow("without pages of its own") << QLocale(QLocale::Welsh) << QStringLiteral("A transition to a state that does not exist.");
}

void ProblemsTest::rulesAreExplained()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, title);
    QLocale::setDefault(locale);
    const auto restore = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
    Bench bench;
    QVERIFY(bench.isReady());
    QVERIFY(bench.rowWith("Nowhere").isValid());
    bench.choose(bench.list->visualRect(bench.rowWith("Nowhere")).center(), "About");
    const auto* dialog = bench.panel.findChild<RuleDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QStringList texts;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        texts << label->text();
    QCOMPARE(texts.value(0), title);
    QVERIFY(texts.contains(QStringLiteral("MISSING_TRANSITION_TARGET")));
    QVERIFY2(texts.filter(QStringLiteral("StartAt")).size() >= 2, qPrintable(texts.join(u'\n'))); // the explanation and the examples
}

void ProblemsTest::rulesAreSwitchedOffAndBroughtBack()
{
    Bench bench;
    QVERIFY(bench.isReady());
    auto* link = bench.panel.findChild<LinkButton*>();
    QVERIFY(link && link->isHidden());
    const std::string text = bench.workspace.text();
    bench.choose(bench.list->visualRect(bench.rowWith("Nowhere")).center(), "Switch off");
    QTRY_VERIFY(!bench.rowWith("Nowhere").isValid());
    QVERIFY(bench.rowWith("Sconds").isValid()); // another rule's
    QCOMPARE(bench.workspace.validateOptions().disabled, std::vector<std::string>{"MISSING_TRANSITION_TARGET"});
    QCOMPARE(bench.workspace.text(), text);
    QVERIFY(!link->isHidden());

    QTest::mouseClick(link, Qt::LeftButton);
    auto* dialog = bench.panel.findChild<SwitchedOffDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* rules = dialog->findChild<QListWidget*>();
    QCOMPARE(rules->count(), 1);
    rules->setFocus();
    QTest::keyClick(rules, Qt::Key_Space);
    QTRY_VERIFY(bench.rowWith("Nowhere").isValid());
    QVERIFY(bench.workspace.validateOptions().disabled.empty());
    QVERIFY(link->isHidden());
}

/// The text may change between press and release (a field is written when it loses the focus).
void ProblemsTest::aRowKeepsItsPlaceWhileItIsPressed()
{
    Bench bench;
    QVERIFY(bench.isReady());
    QSignalSpy clicked(bench.list, &QListView::clicked);
    QSignalSpy found(&bench.workspace, &Workspace::diagnosticsChanged);
    const QPoint place = bench.list->visualRect(bench.list->model()->index(1, 0)).center();
    QTest::mousePress(bench.list->viewport(), Qt::LeftButton, {}, place);
    bench.workspace.apply(asl::setValue(*bench.workspace.snapshot(), "/Comment", "\"x\""));
    QTRY_VERIFY(!found.isEmpty());
    QTest::mouseRelease(bench.list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(clicked.size(), 1);
}

void ProblemsTest::solvedProblemsGo()
{
    Bench bench;
    QVERIFY(bench.isReady());
    const auto before = bench.workspace.diagnostics().size();
    bench.workspace.apply(asl::setField(*bench.workspace.snapshot(), {{}, "B"}, "Seconds", "5"));
    QTRY_VERIFY(bench.workspace.diagnostics().size() < before);
    QCOMPARE(bench.list->model()->rowCount(), static_cast<int>(bench.workspace.diagnostics().size()));
}

QTEST_MAIN(ProblemsTest)
#include "problems_test.moc"
