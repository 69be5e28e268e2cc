#pragma once
// RowLayout: a plain text layout whose rows have the height of the design system instead of the font's.

#include <QPlainTextDocumentLayout>

namespace designer {

class RowLayout final : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    explicit RowLayout(QTextDocument* document) : QPlainTextDocumentLayout(document) {}

    void setRowHeight(qreal height) { m_rowHeight = height; }
    qreal rowHeight() const { return m_rowHeight; }
    QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    qreal m_rowHeight = 18;
};

} // namespace designer
