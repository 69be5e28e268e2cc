#pragma once
// JsonHighlighter: code colours of a small JSON text in a form or a preview.

#include <QSyntaxHighlighter>

namespace designer {

class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace designer
