#pragma once
// JsonField: JSON that is no part of the document: checked while somebody types, the mistake told and marked at its place.

#include "core/data/json.h"

#include <QPlainTextEdit>

namespace designer {

class ThemedLabel;

class JsonField final : public QWidget
{
    Q_OBJECT

public:
    JsonField(const QString& name, const QString& text, QWidget* parent = nullptr);

    QString text() const { return m_text->toPlainText(); }
    const asl::Result<asl::Data>& value() const { return m_value; }
    void layOut(); ///< with line breaks and indentation, if it is JSON

signals:
    void checked(bool valid); ///< after each change

private:
    void check();
    void mark(std::optional<asl::TextRange> range, const std::string& text);

    QPlainTextEdit* m_text;
    ThemedLabel* m_problem;
    asl::Result<asl::Data> m_value{asl::Data()};
};

} // namespace designer
