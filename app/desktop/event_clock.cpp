#include "app/desktop/event_clock.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>

#include <ctime>

namespace designer {

namespace {

Q_LOGGING_CATEGORY(slow, "stepwright.slow")

QString description(const char* className, QEvent::Type type)
{
    const char* typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2").arg(typeName ? QString::fromLatin1(typeName) : QString::number(type), QString::fromLatin1(className));
}

double workedMs()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
    return 0;
#endif
}

} // namespace

void EventClock::reset()
{
    m_event = {};
    m_frame = {};
}

bool EventClock::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0) // a part of the event that is being measured
        return QApplication::notify(receiver, event);
    ++m_depth;
    const QEvent::Type type = event->type();
    const char* className = receiver->metaObject()->className(); // the receiver may be gone afterwards
    QElapsedTimer clock;
    clock.start();
    const double workedBefore = workedMs();
    const bool result = QApplication::notify(receiver, event);
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    const double workMs = workedMs() - workedBefore;
    --m_depth;
    const bool paints = type == QEvent::UpdateRequest || type == QEvent::Paint || type == QEvent::Expose;
    Longest& longest = paints ? m_frame : m_event;
    if (workMs > longest.workMs || (workMs == longest.workMs && ms > longest.ms))
        longest = {ms, workMs, description(className, type)};
    if (m_logging && ms > (paints ? longestFrame : longestEvent))
        qCWarning(slow).noquote() << description(className, type) << "took" << ms << "ms";
    return result;
}

} // namespace designer
