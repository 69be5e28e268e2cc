#include "ui/support/form_fields.h"

#include "ui/support/code_preview.h"
#include "ui/support/expression_colors.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"

#include <QKeyEvent>
#include <QListView>
#include <QStylePainter>
#include <QWheelEvent>

#include <cmath>

namespace designer {

namespace {

/// While something is typed that the document does not have yet, undo means that; else it means the document's stack.
template <class Field>
void keepUndoKeysWhileEdited(Field* field)
{
    field->installEventFilter(new UndoKeys(field));
    const auto update = [field] { field->setProperty(UndoKeys::keepsProperty, field->isEdited()); };
    QObject::connect(field, &Field::textChanged, field, update);
    QObject::connect(field, &Field::committed, field, update);
}

/// Has it the focus of its window? Another window may be active for a while.
bool isBeingEdited(const QWidget& field)
{
    return field.window()->focusWidget() == &field;
}

bool isEnter(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// A menu or a popup takes the focus for a moment; so does another window. Neither is leaving the field.
bool isLeaving(const QFocusEvent& event)
{
    return event.reason() != Qt::PopupFocusReason && event.reason() != Qt::ActiveWindowFocusReason && event.reason() != Qt::MenuBarFocusReason;
}

} // namespace

FormLine::FormLine(QWidget* parent) : QLineEdit(parent)
{
    keepUndoKeysWhileEdited(this);
    connect(this, &QLineEdit::textChanged, this, &FormLine::colorExpression);
    connect(&Theme::current(), &Theme::changed, this, &FormLine::colorExpression);
}

void FormLine::setFieldName(const QString& name)
{
    m_fieldName = name;
    colorExpression();
}

/// A line edit has no highlighter, but shows text in the formats of an input method: one that composes nothing.
void FormLine::colorExpression()
{
    if (m_composing || isReadOnly() || m_fieldName.isEmpty())
        return;
    QList<QInputMethodEvent::Attribute> formats;
    if (holdsExpression(text(), m_fieldName)) {
        for (const ColoredSpan& span : expressionSpans(text(), 0, Escapes::None)) {
            QTextCharFormat format;
            format.setForeground(color(span.color));
            formats.append({QInputMethodEvent::TextFormat, span.begin - cursorPosition(), span.length, format});
        }
    }
    QInputMethodEvent nothing(QString(), formats);
    QLineEdit::inputMethodEvent(&nothing);
}

void FormLine::setValue(const QString& value)
{
    const bool typing = isEdited() && isBeingEdited(*this);
    m_value = value;
    if (!typing && text() != value) {
        const int cursor = cursorPosition();
        setText(value);
        if (hasFocus())
            setCursorPosition(std::min(cursor, static_cast<int>(value.size())));
        else
            setCursorPosition(0); // the beginning is what is looked for
    }
    setProperty(UndoKeys::keepsProperty, isEdited());
}

void FormLine::restore()
{
    setText(m_value);
    emit restored();
}

void FormLine::commit()
{
    if (text() != m_value)
        emit committed(text());
}

void FormLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isEdited()) {
        restore();
        return;
    }
    if (isEnter(*event)) {
        commit();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FormLine::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (isLeaving(*event)) {
        m_composing = false;
        commit();
        emit left();
    }
}

void FormLine::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    colorExpression();
}

FormText::FormText(Kind kind, int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), m_leastLines(leastLines), m_mostLines(mostLines)
{
    setProperty(fieldProperty, true);
    setAttribute(Qt::WA_Hover);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false); // the rounded frame paints the ground
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a form is narrow, and a line of it is read whole
    if (kind == Kind::Code) {
        useCodeFont(*this);
        new JsonHighlighter(document());
    }
    keepUndoKeysWhileEdited(this);
    connect(this, &QPlainTextEdit::textChanged, this, &FormText::fitHeight);
    fitHeight();
}

void FormText::setMostLines(int lines)
{
    if (lines == m_mostLines)
        return;
    m_mostLines = lines;
    fitHeight();
}

void FormText::setValue(const QString& value)
{
    const bool typing = isEdited() && isBeingEdited(*this);
    m_value = value;
    if (!typing && toPlainText() != value) {
        const int position = textCursor().position();
        setPlainText(value);
        if (hasFocus()) {
            QTextCursor cursor = textCursor();
            cursor.setPosition(std::min(position, static_cast<int>(value.size())));
            setTextCursor(cursor);
        }
    }
    setProperty(UndoKeys::keepsProperty, isEdited());
}

void FormText::restore()
{
    setPlainText(m_value);
    emit restored();
}

void FormText::commit()
{
    if (toPlainText() != m_value)
        emit committed(toPlainText());
}

QSize FormText::sizeHint() const
{
    const int line = static_cast<int>(std::ceil(QFontMetricsF(font()).lineSpacing()));
    const int shown = std::clamp(static_cast<int>(document()->size().height()), m_leastLines, m_mostLines);
    return {120, shown * line + 2 * static_cast<int>(document()->documentMargin()) + 2 * frameWidth() + 4};
}

void FormText::fitHeight()
{
    const bool scrolls = document()->size().height() > m_mostLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int wanted = sizeHint().height();
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void FormText::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isEdited()) {
        restore();
        return;
    }
    if (isEnter(*event) && event->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void FormText::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    update(); // the frame shows the focus
}

void FormText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
    if (isLeaving(*event)) {
        m_composing = false;
        commit();
        emit left();
    }
}

void FormText::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void FormText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    // Not at once: a layout that is being carried out does not hear of another height.
    QMetaObject::invokeMethod(this, &FormText::fitHeight, Qt::QueuedConnection);
}

FormCombo::FormCombo(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({16, 16});
    if (auto* list = qobject_cast<QListView*>(view()))
        list->setUniformItemSizes(true); // a machine may have thousands of states to choose from
}

void FormCombo::showOnly(const QIcon& icon, const QString& text, const QVariant& data)
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(icon, text, data);
    m_populated = false;
    setToolTip(text);
}

void FormCombo::populate()
{
    if (m_populated || !m_populate)
        return;
    const QSignalBlocker quiet(this);
    m_populated = true;
    clear();
    m_populate();
}

void FormCombo::showPopup()
{
    populate();
    QComboBox::showPopup();
}

void FormCombo::keyPressEvent(QKeyEvent* event)
{
    populate();
    QComboBox::keyPressEvent(event);
}

void FormCombo::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    populate();
    QComboBox::wheelEvent(event);
}

} // namespace designer
