#include "ui/inspector/form_completion.h"

#include "core/text/written_text.h"
#include "ui/support/hover_card.h"
#include "ui/support/qt_text.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace designer {

namespace {

/// The changes of a value, which begins at `begin` of its document.
asl::TextPatch ofValue(const asl::TextPatch& patch, std::size_t begin)
{
    std::vector<asl::Replacement> replacements = patch.replacements();
    for (asl::Replacement& replacement : replacements) {
        replacement.range.begin -= begin;
        replacement.range.end -= begin;
    }
    return asl::TextPatch::ofSorted(std::move(replacements));
}

/// A list of strings as lines, and a place in it.
struct Lines
{
    std::string text;
    std::size_t place = 0;
};

Lines linesOf(const std::string& json, std::size_t place)
{
    Lines lines;
    const asl::SyntaxTree tree = asl::SyntaxTree::parse(json);
    for (const asl::NodeId item : tree.children(tree.root())) {
        lines.text += item == tree.node(tree.root()).firstChild ? "" : "\n";
        const asl::TextRange range = tree.node(item).range();
        const asl::WrittenText written = asl::writtenText(json, asl::TextSyntax::Json, range);
        if (range.begin <= place)
            lines.place = lines.text.size() + written.offsetAt(place);
        lines.text += written.value;
    }
    return lines;
}

int unitsOf(std::string_view utf8)
{
    return static_cast<int>(toQString(utf8).size());
}

} // namespace

FormCompletion::FormCompletion(FormHost& host, QLineEdit& line, std::function<std::string()> pointer)
    : FormCompletion(host, line, &line, nullptr, Holds::String, std::move(pointer))
{
}

FormCompletion::FormCompletion(FormHost& host, QPlainTextEdit& text, std::function<std::string()> pointer, Holds holds)
    : FormCompletion(host, text, nullptr, &text, holds, std::move(pointer))
{
    text.viewport()->installEventFilter(this);
    text.viewport()->setMouseTracking(true);
}

FormCompletion::FormCompletion(FormHost& host, QWidget& field, QLineEdit* line, QPlainTextEdit* text, Holds holds,
                               std::function<std::string()> pointer)
    : QObject(&field), m_host(host), m_widget(field), m_line(line), m_text(text), m_holds(holds),
      m_pointer(std::move(pointer)), m_session(host.language(), *this, this), m_card(new HoverCard(&field))
{
    field.installEventFilter(this);
    connect(&host.workspace(), &Workspace::snapshotChanged, this, [this] {
        m_card->hide();
        m_session.settled();
    });
}

QString FormCompletion::text() const
{
    return m_line ? m_line->text() : m_text->toPlainText();
}

int FormCompletion::cursor() const
{
    return m_line ? m_line->cursorPosition() : m_text->textCursor().position();
}

std::string FormCompletion::jsonOf(const QString& text) const
{
    switch (m_holds) {
    case Holds::String:
        return asl::quoted(toUtf8(text));
    case Holds::Json:
        return toUtf8(text);
    case Holds::Strings:
        break;
    }
    std::string json;
    for (const QString& line : text.split(u'\n'))
        json += (json.empty() ? "[" : ", ") + asl::quoted(toUtf8(line));
    return json + "]";
}

/// Behind this text, in the JSON: what closes it is not there yet.
std::size_t FormCompletion::placeIn(const QString& textBefore) const
{
    const std::size_t size = jsonOf(textBefore).size();
    return m_holds == Holds::Json ? size : m_holds == Holds::String ? size - 1 : size - 2;
}

std::optional<TextPlace> FormCompletion::placeAt(int cursor) const
{
    const std::string pointer = m_pointer();
    const Workspace& workspace = m_host.workspace();
    if (pointer.empty() || workspace.snapshot()->text() != workspace.text())
        return {};
    return TextPlace{workspace.snapshot(), placeIn(text().left(cursor)), pointer, jsonOf(text())};
}

std::optional<TextPlace> FormCompletion::place() const
{
    const bool isLocked = m_line ? m_line->isReadOnly() || m_line->hasSelectedText()
                                 : m_text->isReadOnly() || m_text->textCursor().hasSelection();
    return isLocked ? std::nullopt : placeAt(cursor());
}

QRect FormCompletion::line() const
{
    if (m_text) {
        const QRect rect = m_text->cursorRect();
        return {m_text->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    const QRect rect = m_line->inputMethodQuery(Qt::ImCursorRectangle).toRect();
    return {m_line->mapToGlobal(QPoint(rect.left(), 0)), QSize(rect.width(), m_line->height())};
}

void FormCompletion::accept(const asl::CompletionItem& item, std::size_t begin)
{
    const std::string before = jsonOf(text());
    const std::string after = asl::applied(before, ofValue(item.patch, begin));
    const asl::TextRange selection{item.selection.begin - begin, item.selection.end - begin};
    if (m_line) {
        const asl::WrittenText written = asl::writtenText(after, asl::TextSyntax::Json, {0, after.size()});
        const std::string_view value = written.value;
        const int from = unitsOf(value.substr(0, written.offsetAt(selection.begin)));
        const int to = unitsOf(value.substr(0, written.offsetAt(selection.end)));
        m_line->selectAll();
        m_line->insert(toQString(value));
        m_line->setSelection(from, to - from);
        if (from == to)
            m_line->setCursorPosition(from);
        return;
    }
    if (m_holds == Holds::Json)
        return replaceText(after, selection);
    const Lines lines = linesOf(after, selection.end);
    replaceText(lines.text, {lines.place, lines.place});
}

void FormCompletion::replaceText(const std::string& after, asl::TextRange selection)
{
    const std::string before = toUtf8(text());
    const asl::TextPatch change = asl::difference(before, after);
    const auto& parts = change.replacements();
    QTextCursor cursor(m_text->document());
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) { // so that places stay
        cursor.setPosition(unitsOf(std::string_view(before).substr(0, part->range.begin)));
        cursor.setPosition(unitsOf(std::string_view(before).substr(0, part->range.end)), QTextCursor::KeepAnchor);
        cursor.insertText(toQString(part->text));
    }
    cursor.setPosition(unitsOf(std::string_view(after).substr(0, selection.end)));
    cursor.setPosition(unitsOf(std::string_view(after).substr(0, selection.begin)),
                       selection.empty() ? QTextCursor::MoveAnchor : QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
}

void FormCompletion::explain(QPoint position)
{
    const int at = m_line ? m_line->cursorPositionAt(position) : m_text->cursorForPosition(position).position();
    const auto asked = placeAt(at);
    if (!asked)
        return;
    const QRect word(m_widget.mapToGlobal(position) - QPoint(8, 12), QSize(16, 24));
    m_host.language().explain(this, *asked, [this, asked = *asked, at, word](const std::optional<asl::Hover>& hover) {
        const auto now = placeAt(std::min(at, static_cast<int>(text().size())));
        if (now && now->snapshot == asked.snapshot && now->json == asked.json)
            m_card->open(hover, {}, word);
    });
}

bool FormCompletion::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        if (m_text && watched == m_text)
            break; // the viewport has it, too
        explain(static_cast<QHelpEvent*>(event)->pos());
        return true;
    case QEvent::MouseMove:
        m_card->pointerMoved(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        break;
    case QEvent::Leave:
        m_card->pointerMoved(QCursor::pos());
        break;
    case QEvent::MouseButtonPress:
        m_session.close();
        [[fallthrough]];
    case QEvent::KeyPress:
    case QEvent::Wheel:
    case QEvent::Hide:
        m_card->hide();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace designer
