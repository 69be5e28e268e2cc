#include "ui/simulator/json_field.h"

#include "core/text/line_index.h"
#include "core/text/text_style.h"
#include "ui/support/code_preview.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"

#include <QVBoxLayout>

namespace designer {

JsonField::JsonField(const QString& name, const QString& text, QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this))
{
    m_text->setProperty(fieldProperty, true);
    m_text->setProperty(UndoKeys::keepsProperty, true);
    m_text->setAccessibleName(name);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    useCodeFont(*m_text);
    new JsonHighlighter(m_text->document());
    m_text->setPlainText(text);
    m_problem->setElideMode(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &JsonField::check);
    check();
}

void JsonField::check()
{
    const std::string text = toUtf8(m_text->toPlainText());
    m_value = asl::data::parse(text);
    QString problem;
    if (!m_value) {
        problem = translated(m_value.error().message);
        if (m_value.error().range) {
            const asl::LineColumn place = asl::LineIndex(text).at(text, m_value.error().range->begin);
            problem = tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(problem);
        }
    }
    m_problem->setText(problem);
    mark(m_value ? std::nullopt : m_value.error().range, text);
    emit checked(m_value.hasValue());
}

/// A wave under the mistake; where it has no width, under the character before it.
void JsonField::mark(std::optional<asl::TextRange> range, const std::string& text)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (range) {
        const auto at = [&text](std::size_t byte) { return static_cast<int>(toQString(std::string_view(text).substr(0, byte)).size()); };
        const int begin = at(range->begin);
        const int end = at(range->end);
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(end > begin ? begin : std::max(0, begin - 1));
        mark.cursor.setPosition(end > begin ? end : begin, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(color(Token::Err));
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void JsonField::layOut()
{
    if (m_value)
        m_text->setPlainText(toQString(asl::formatted(toUtf8(m_text->toPlainText()), {}, {})));
}

} // namespace designer
