#include "ui/editor/row_layout.h"

#include <QTextBlock>
#include <QTextLayout>

namespace designer {

QRectF RowLayout::blockBoundingRect(const QTextBlock& block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    const QTextLayout* layout = block.layout();
    if (!block.isValid() || layout->lineCount() != 1 || rect.isEmpty())
        return rect;
    QTextLine line = layout->lineAt(0);
    const qreal spare = qMax(0.0, m_rowHeight - line.height());
    line.setPosition({line.position().x(), spare / 2});
    rect.setHeight(qMax(m_rowHeight, line.height()));
    return rect;
}

} // namespace designer
