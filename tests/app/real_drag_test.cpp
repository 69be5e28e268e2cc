// Drags as a person makes them: a window on a display with a window manager, the pointer moved by xdotool.

#include "app/desktop/main_window.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/palette/palette_panel.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include <clocale>

using namespace designer;

class RealDragTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paletteToPlaceholderEdgeAndBack();

private:
    void pointer(const QStringList& arguments);
    void drag(QPoint from, QPoint to);
    QPoint paletteEntry(const QString& name);
    QPoint place(QPointF scenePosition) const;
    const Diagram& diagram() const { return *static_cast<CanvasScene*>(m_canvas->scene())->diagram(); }
    QPoint card(const std::string& name) const;
    QPoint wayFrom(const std::string& name) const;
    std::vector<std::string> chain() const;

    std::unique_ptr<MainWindow> m_window;
    DocumentView* m_document = nullptr;
    CanvasView* m_canvas = nullptr;
};

/// Runs xdotool while the window goes on living.
void RealDragTest::pointer(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("xdotool"), arguments);
    QVERIFY2(process.waitForStarted(), "xdotool is missing: ./dev deps test");
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(process.exitCode(), 0);
    QTest::qWait(300); // the drawing of the result moves into place
}

void RealDragTest::drag(QPoint from, QPoint to)
{
    QStringList words;
    const auto moveTo = [&](QPoint at) {
        words << QStringLiteral("mousemove") << QString::number(at.x()) << QString::number(at.y()) << QStringLiteral("sleep") << QStringLiteral("0.05");
    };
    moveTo(from);
    words << QStringLiteral("mousedown") << QStringLiteral("1");
    constexpr int steps = 12;
    for (int step = 1; step <= steps; ++step)
        moveTo(from + (to - from) * step / steps);
    words << QStringLiteral("sleep") << QStringLiteral("0.3") << QStringLiteral("mouseup") << QStringLiteral("1");
    pointer(words);
}

QPoint RealDragTest::paletteEntry(const QString& name)
{
    PalettePanel* palette = m_document->palette();
    palette->findChild<QLineEdit*>()->setText(name);
    for (auto* list : palette->findChildren<QAbstractItemView*>())
        for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString().contains(name) && index.flags().testFlag(Qt::ItemIsDragEnabled))
                return list->viewport()->mapToGlobal(list->visualRect(index).center());
        }
    return {};
}

QPoint RealDragTest::place(QPointF scenePosition) const
{
    return m_canvas->viewport()->mapToGlobal(m_canvas->mapFromScene(scenePosition));
}

QPoint RealDragTest::card(const std::string& name) const
{
    const quint32 node = diagram().find(asl::StatePath{{}, name});
    return node == asl::noId ? QPoint() : place(diagram().nodes[node].box.center());
}

QPoint RealDragTest::wayFrom(const std::string& name) const
{
    for (const EdgeShape& edge : diagram().edges)
        if (edge.hasWay && edge.way.from == name)
            return place(edge.middle);
    return {};
}

/// Names along Next from StartAt.
std::vector<std::string> RealDragTest::chain() const
{
    const auto& machine = m_document->workspace().snapshot()->machine();
    std::vector<std::string> names;
    asl::StateId state = machine.transition(machine.scope(0).start).to;
    while (state != asl::noId && names.size() < 10) {
        names.push_back(machine.state(state).name);
        state = machine.state(state).transitions.empty() ? asl::noId : machine.transition(machine.state(state).transitions.front()).to;
    }
    return names;
}

void RealDragTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    std::setlocale(LC_NUMERIC, "C");
    Theme::current().install(*qApp);
    m_window = std::make_unique<MainWindow>();
    m_window->setGeometry(40, 40, 1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->newDocument();
    QTRY_VERIFY(m_window->current());
    m_document = m_window->current();
    QTRY_VERIFY(m_document->isComplete());
    m_canvas = m_document->canvas();
    QTRY_VERIFY(static_cast<CanvasScene*>(m_canvas->scene())->diagram() != nullptr);
    QTest::qWait(500);
}

void RealDragTest::paletteToPlaceholderEdgeAndBack()
{
    using Names = std::vector<std::string>;
    const std::string blank = m_document->workspace().text();

    drag(paletteEntry(QStringLiteral("Pass")), place(diagram().bounds.center()));
    QCOMPARE(chain(), Names{"Pass"});

    drag(paletteEntry(QStringLiteral("Wait")), wayFrom("Pass"));
    QCOMPARE(chain(), (Names{"Pass", "Wait"}));

    drag(paletteEntry(QStringLiteral("Lambda")), wayFrom("Pass"));
    QCOMPARE(chain().size(), std::size_t(3));
    const std::string task = chain().at(1);

    drag(card(task), wayFrom("Wait"));
    QCOMPARE(chain(), (Names{"Pass", "Wait", task}));

    // One undo stack for all of it, reached by the key.
    for (int i = 0; i < 4; ++i)
        pointer({QStringLiteral("key"), QStringLiteral("ctrl+z")});
    QCOMPARE(m_document->workspace().text(), blank);
    QVERIFY(m_document->workspace().undoStack()->isClean());
}

QTEST_MAIN(RealDragTest)
#include "real_drag_test.moc"
