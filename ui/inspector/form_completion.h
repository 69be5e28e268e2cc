#pragma once
// FormCompletion: completion and hover in the text fields of a form: a line, which is a string of the document, or JSON.

#include "ui/inspector/form_host.h"
#include "ui/workspace/completion_session.h"

class QLineEdit;
class QPlainTextEdit;

namespace designer {

class HoverCard;

class FormCompletion final : public QObject, private CompletionField
{
    Q_OBJECT

public:
    /// `pointer` is asked for each time: a field shows other places in its life. An empty one: nothing is offered.
    FormCompletion(FormHost& host, QLineEdit& line, std::function<std::string()> pointer);
    FormCompletion(FormHost& host, QPlainTextEdit& text, std::function<std::string()> pointer);

    const CompletionSession& session() const { return m_session; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FormCompletion(FormHost& host, QWidget& field, QLineEdit* line, QPlainTextEdit* text, std::function<std::string()> pointer);

    QWidget* widget() const override { return &m_widget; }
    std::optional<TextPlace> place() const override;
    QRect line() const override;
    void accept(const asl::CompletionItem& item, std::size_t begin) override;

    QString text() const;
    int cursor() const;
    std::optional<TextPlace> placeAt(int cursor) const;
    std::string jsonOf(const QString& text) const;
    void explain(QPoint position);

    FormHost& m_host;
    QWidget& m_widget;
    QLineEdit* m_line;
    QPlainTextEdit* m_text;
    std::function<std::string()> m_pointer;
    CompletionSession m_session;
    HoverCard* m_card;
};

} // namespace designer
