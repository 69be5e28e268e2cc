#include "ui/workspace/completion_session.h"

#include "ui/support/completion_popup.h"

#include <QKeyEvent>
#include <QWidget>

namespace designer {

namespace {

bool isSame(const TextPlace& a, const TextPlace& b)
{
    return a.snapshot == b.snapshot && a.offset == b.offset && a.pointer == b.pointer && a.json == b.json;
}

/// What is typed of the word, in the text that was asked about.
std::string_view typedWord(const TextPlace& place, const asl::TextRange& word, std::size_t begin)
{
    const std::string_view text = place.pointer ? std::string_view(place.json) : std::string_view(place.snapshot->text());
    if (word.begin < begin || word.end - begin > text.size())
        return {};
    return text.substr(word.begin - begin, word.size());
}

bool isEnterOrTab(const QKeyEvent& event)
{
    const bool plain = !(event.modifiers() & ~Qt::KeypadModifier);
    return plain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab);
}

bool isTrigger(const QKeyEvent& event) { return event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier; }

} // namespace

CompletionSession::CompletionSession(LanguageService& service, CompletionField& field, QObject* parent)
    : QObject(parent), m_service(service), m_field(field), m_popup(new CompletionPopup(field.widget()))
{
    field.widget()->installEventFilter(this);
    connect(m_popup, &CompletionPopup::chosen, this, &CompletionSession::accept);
}

void CompletionSession::trigger()
{
    m_byUser = true;
    ask();
}

void CompletionSession::close()
{
    m_wanted = false;
    m_waits = false;
    m_byUser = false;
    m_acceptSoon.clear();
    m_popup->hide();
}

void CompletionSession::settled()
{
    if (m_waits)
        ask();
}

void CompletionSession::ask()
{
    m_wanted = true;
    const auto place = m_field.place();
    m_waits = !place;
    if (place)
        m_service.complete(this, *place, [this, asked = *place](CompletionAnswer answer) { show(asked, std::move(answer)); });
}

void CompletionSession::show(const TextPlace& asked, CompletionAnswer answer)
{
    const auto now = m_field.place();
    if (!m_wanted || !m_field.widget()->hasFocus())
        return;
    if (!now || !isSame(*now, asked))
        return ask();
    std::vector<asl::CompletionItem>& items = answer.completions.items;
    const std::string_view word = typedWord(asked, answer.completions.word, answer.begin);
    // What is written out already needs no list; Enter is a new line then.
    const bool isDone = !m_byUser && !items.empty() && !word.empty() && items.front().label == word;
    if (items.empty() || isDone)
        return close();
    m_shown = asked;
    m_begin = answer.begin;
    m_popup->open(std::move(items), m_field.line());
    if (!m_acceptSoon.empty())
        accept();
}

void CompletionSession::accept()
{
    const asl::CompletionItem* current = m_popup->current();
    if (!current)
        return;
    const auto now = m_field.place();
    if (!now || !isSame(*now, m_shown)) { // typed on since: the item is wanted as it would be now
        m_acceptSoon = current->label;
        return ask();
    }
    if (!m_acceptSoon.empty() && current->label != m_acceptSoon)
        return close();
    const asl::CompletionItem item = *current;
    close();
    m_field.accept(item, m_begin);
    if (item.goesOn)
        ask();
}

bool CompletionSession::takesKey(const QKeyEvent& event) const
{
    if (isTrigger(event))
        return true;
    if (!m_popup->isOpen())
        return false;
    switch (event.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: return !(event.modifiers() & ~Qt::KeypadModifier);
    default: return isEnterOrTab(event);
    }
}

bool CompletionSession::keyPressed(QKeyEvent& event)
{
    if (isTrigger(event)) {
        trigger();
        return true;
    }
    if (m_popup->isOpen()) {
        if (event.key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (isEnterOrTab(event)) {
            accept();
            return true;
        }
        if (takesKey(event) && m_popup->move(event))
            return true;
    }
    const QString text = event.text();
    const bool writes = !text.isEmpty() && text.front().isPrint() && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool erases = event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete;
    const bool isModifier = event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control || event.key() == Qt::Key_Alt || event.key() == Qt::Key_AltGr;
    if (writes || (erases && m_popup->isOpen()))
        QMetaObject::invokeMethod(this, [this, character = writes ? text.front() : QChar()] { typed(character); }, Qt::QueuedConnection);
    else if (!isModifier)
        close();
    return false;
}

/// Behind what something is to be chosen; and letters begin a word, of which there is a list or not.
void CompletionSession::typed(QChar character)
{
    const QChar before = std::exchange(m_before, character);
    const bool behindColon = character == u' ' && (before == u':' || before == u'-');
    const bool begins = character.isLetter() || QStringLiteral("\"$.:").contains(character) || behindColon;
    if (m_popup->isOpen() || m_wanted || (begins && !character.isNull()))
        ask();
}

bool CompletionSession::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (takesKey(*static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: return keyPressed(*static_cast<QKeyEvent*>(event));
    case QEvent::FocusOut:
    case QEvent::Hide: close(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace designer
