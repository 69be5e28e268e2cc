#include "app/desktop/event_clock.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>

namespace designer {

namespace {

Q_LOGGING_CATEGORY(slow, "stepwright.slow")

QString description(const char* className, QEvent::Type type)
{
    const char* typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2").arg(typeName ? QString::fromLatin1(typeName) : QString::number(type), QString::fromLatin1(className));
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
    const bool result = QApplication::notify(receiver, event);
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    --m_depth;
    const bool paints = type == QEvent::UpdateRequest || type == QEvent::Paint || type == QEvent::Expose;
    Longest& longest = paints ? m_frame : m_event;
    if (ms > longest.ms)
        longest = {ms, description(className, type)};
    if (m_logging && ms > (paints ? longestFrame : longestEvent))
        qCWarning(slow).noquote() << description(className, type) << "took" << ms << "ms";
    return result;
}

} // namespace designer
