#pragma once
// CompletionSession: when a field with text shows what may be written, which keys mean the list, and when it goes away. The
// field keeps the focus; answers come from the analysis lane and are shown only if they are still wanted.

#include "ui/workspace/language_service.h"

#include <QRect>

class QKeyEvent;
class QWidget;

namespace designer {

class CompletionPopup;

/// What a field does for its completion.
class CompletionField
{
public:
    virtual ~CompletionField() = default;
    virtual QWidget* widget() const = 0;
    /// The cursor; nothing while the document is being read, or where nothing can be written.
    virtual std::optional<TextPlace> place() const = 0;
    virtual QRect line() const = 0; ///< of the cursor, in global coordinates
    virtual void accept(const asl::CompletionItem& item, std::size_t begin) = 0;
};

class CompletionSession final : public QObject
{
    Q_OBJECT

public:
    /// `field` outlives this.
    CompletionSession(LanguageService& service, CompletionField& field, QObject* parent);

    /// Somebody asks for the list.
    void trigger();
    void close();
    /// The document has been read: a question that had to wait is asked.
    void settled();
    const CompletionPopup& popup() const { return *m_popup; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask();
    void show(const TextPlace& asked, CompletionAnswer answer);
    void accept();
    bool takesKey(const QKeyEvent& event) const;
    bool keyPressed(QKeyEvent& event);
    void typed(QChar character);

    LanguageService& m_service;
    CompletionField& m_field;
    CompletionPopup* m_popup;
    bool m_wanted = false;
    bool m_byUser = false;     ///< asked for by key or menu, not by typing
    bool m_waits = false;      ///< for the document to be read
    std::string m_acceptSoon;  ///< chosen while a newer answer was on its way
    QChar m_before;            ///< what was typed last
    TextPlace m_shown;
    std::size_t m_begin = 0;
};

} // namespace designer
