#pragma once
// EventClock: an application object that knows how long its events take. The UI thread must not work longer than 8 ms at a
// stretch, and a painted frame not longer than 16 ms.

#include <QApplication>

namespace designer {

class EventClock final : public QApplication
{
    Q_OBJECT

public:
    static constexpr double longestEvent = 8;  // ms
    static constexpr double longestFrame = 16; // ms

    EventClock(int& argc, char** argv) : QApplication(argc, argv) {}

    struct Longest
    {
        double ms = 0;     ///< of the clock on the wall
        double workMs = 0; ///< of the processor, in this thread: what counts where other programs run too
        QString what;
    };
    /// Logs every event that takes too long.
    void setLogging(bool logging) { m_logging = logging; }
    void reset();
    const Longest& event() const { return m_event; } ///< painting excepted
    const Longest& frame() const { return m_frame; }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    bool m_logging = false;
    int m_depth = 0;
    Longest m_event;
    Longest m_frame;
};

} // namespace designer
