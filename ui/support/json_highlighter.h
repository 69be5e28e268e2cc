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

/// Is the content of a string (without quotes) a path, an intrinsic call or a JSONata expression?
bool looksLikeExpression(QStringView content);
/// The colour of a whole value written as JSON text.
QColor valueColor(QStringView json);

} // namespace designer
