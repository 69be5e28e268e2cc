#pragma once
// FormCompletion: completion and hover in the text fields of a form: a line, which is a string of the document, JSON,
// or a list of strings.

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
    enum class Holds {
        String,
        Json,
        Strings ///< a list of them, one a line
    };

    /// `pointer` is asked for each time: a field shows other places in its life. An empty one: nothing is offered.
    FormCompletion(FormHost& host, QLineEdit& line, std::function<std::string()> pointer);
    FormCompletion(FormHost& host, QPlainTextEdit& text, std::function<std::string()> pointer,
                   Holds holds = Holds::Json);

    const CompletionSession& session() const { return m_session; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FormCompletion(FormHost& host, QWidget& field, QLineEdit* line, QPlainTextEdit* text, Holds holds,
                   std::function<std::string()> pointer);

    QWidget* widget() const override { return &m_widget; }
    std::optional<TextPlace> place() const override;
    QRect line() const override;
    void accept(const asl::CompletionItem& item, std::size_t begin) override;

    QString text() const;
    int cursor() const;
    std::optional<TextPlace> placeAt(int cursor) const;
    std::string jsonOf(const QString& text) const;
    std::size_t placeIn(const QString& textBefore) const;
    void replaceText(const std::string& after, asl::TextRange selection);
    void explain(QPoint position);

    FormHost& m_host;
    QWidget& m_widget;
    QLineEdit* m_line;
    QPlainTextEdit* m_text;
    Holds m_holds;
    std::function<std::string()> m_pointer;
    CompletionSession m_session;
    HoverCard* m_card;
};

} // namespace designer
