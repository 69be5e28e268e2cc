#include "ui/support/code_preview.h"

#include "ui/support/json_highlighter.h"
#include "ui/support/theme.h"

#include <QTextBlock>

namespace designer {

CodePreview::CodePreview(int lines, QWidget* parent) : QPlainTextEdit(parent)
{
    useCodeFont(*this);
    new JsonHighlighter(document());
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::ArrowCursor);
    document()->setDocumentMargin(0);
    setFixedHeight(lines * QFontMetrics(font()).lineSpacing() + 4);
}

void useCodeFont(QPlainTextEdit& edit)
{
    edit.setFont(designer::font(FontRole::Code));
    edit.setTabStopDistance(QFontMetricsF(edit.font()).horizontalAdvance(u' ') * 4);
}

} // namespace designer
