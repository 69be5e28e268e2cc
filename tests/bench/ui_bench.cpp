// How long the longest event and the longest frame of the window are while a definition is opened, typed in and scrolled.
// `ui_bench [FILE…]`; the budget is 8 ms an event and 16 ms a frame (ARCHITECTURE.md section 10).

#include "app/desktop/appearance.h"
#include "app/desktop/event_clock.h"
#include "app/desktop/main_window.h"
#include "app/desktop/samples.h"
#include "ui/canvas/canvas_view.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/text_view.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <clocale>
#include <cstdio>
#include <optional>
#include <utility>

using namespace designer;

namespace {

constexpr int keys = 60;
constexpr int scrollSteps = 120;
constexpr int pause = 20; // ms between two keys or wheel notches

void report(EventClock& clock, const char* what)
{
    const auto line = [](const char* name, const char* kind, const EventClock::Longest& longest, double budget) {
        std::printf("  %-18s %s %7.2f ms %-4s (%.2f ms on the wall; %s)\n", name, kind, longest.workMs, longest.workMs > budget ? "OVER" : "ok",
                    longest.ms, qPrintable(longest.what));
    };
    line(what, "event", clock.event(), EventClock::longestEvent);
    line("", "frame", clock.frame(), EventClock::longestFrame);
    std::fflush(stdout);
    clock.reset();
}

void wheel(QWidget* widget, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QPointF at = widget->rect().center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
    QTest::qWait(pause);
}

/// How long a change of the text waits at most until problems are shown that know of it: until they have been shown twice,
/// because the first ones may be those of an earlier text.
class Freshness
{
public:
    explicit Freshness(Workspace& workspace)
    {
        m_clock.start();
        QObject::connect(&workspace, &Workspace::textChanged, &m_context, [this] { remember(m_young); });
        QObject::connect(&workspace, &Workspace::diagnosticsChanged, &m_context, [this] {
            if (m_old)
                m_longest = std::max(m_longest, m_clock.nsecsElapsed() - *m_old);
            m_old = std::exchange(m_young, std::nullopt);
            ++m_times;
        });
    }
    void report() const { std::printf("  %-18s       %7.2f ms behind the text at most, %d times\n", "problems", static_cast<double>(m_longest) / 1e6, m_times); }

private:
    void remember(std::optional<qint64>& oldest) const
    {
        if (!oldest)
            oldest = m_clock.nsecsElapsed();
    }

    QObject m_context;
    QElapsedTimer m_clock;
    std::optional<qint64> m_young; ///< the first change since the last problems
    std::optional<qint64> m_old;   ///< the first change before those
    qint64 m_longest = 0;
    int m_times = 0;
};

void type(TextView& view)
{
    for (int i = 0; i < keys; ++i) {
        QTest::keyClick(&view, "x\"y: 1,\b"[i % 8] == '\b' ? Qt::Key(Qt::Key_Backspace) : Qt::Key(Qt::Key_A + i % 26));
        QTest::qWait(pause);
    }
}

void measure(EventClock& clock, const QString& path)
{
    std::printf("%s\n", qPrintable(QFileInfo(path).fileName()));
    MainWindow window;
    window.show();
    QTest::qWait(300);
    clock.reset();

    window.openFile(path);
    const bool opened = QTest::qWaitFor([&] { return window.current() && window.current()->isComplete() && window.current()->editor().view().isFilled(); }, 30000);
    QTest::qWait(3000); // the drawing, the problems
    report(clock, opened ? "open" : "open (not finished)");
    if (!opened)
        return;

    TextView& view = window.current()->editor().view();
    const std::size_t middle = view.map().textSize() / 2;
    view.setFocus();
    view.goTo({middle, middle}, false);
    QTest::qWait(300);
    clock.reset();
    {
        const Freshness freshness(window.current()->workspace());
        type(view);
        QTest::qWait(1000);
        report(clock, "type in the text");
        freshness.report();
    }

    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QTest::qWait(pause);
    }
    report(clock, "undo");

    window.current()->setArrangement(DocumentView::Arrangement::Text);
    QTest::qWait(500);
    clock.reset();
    for (int i = 0; i < scrollSteps; ++i)
        wheel(view.viewport(), i % 3 == 0 ? 240 : -480);
    report(clock, "scroll the text");
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 3);
    QTest::qWait(200);
    report(clock, "jump in the text");

    window.current()->setArrangement(DocumentView::Arrangement::Graph);
    CanvasView& canvas = *window.current()->canvas();
    QTest::qWait(500);
    clock.reset();
    for (int i = 0; i < scrollSteps; ++i)
        wheel(canvas.viewport(), i % 3 == 0 ? 240 : -480);
    report(clock, "scroll the graph");
    for (int i = 0; i < 30; ++i)
        wheel(canvas.viewport(), i < 15 ? 120 : -120, Qt::ControlModifier);
    report(clock, "zoom the graph");
    canvas.fit();
    QTest::qWait(500);
    report(clock, "fit the graph");
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    EventClock clock(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Stepwright"));
    QCoreApplication::setApplicationName(QStringLiteral("ui_bench"));
    installAppearance(clock);
    QStringList files = QCoreApplication::arguments().mid(1);
    if (files.isEmpty()) {
        QFile sample(samples().back().definition);
        const QString copy = settings.filePath(QStringLiteral("sample.asl.json"));
        sample.copy(copy);
        files << copy;
    }
    for (const QString& file : files)
        measure(clock, file);
    return 0;
}
