#pragma once
// CodePreview: a few read-only lines of JSON in code colours.

#include <QPlainTextEdit>

namespace designer {

class CodePreview final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodePreview(int lines, QWidget* parent = nullptr);
};

/// Lines of 18 px in the code font, as in the editor.
void useCodeFont(QPlainTextEdit& edit);

} // namespace designer
