#pragma once
// CompletionPopup: the list of what may be written, with an explanation of the current one beside it. It never takes the
// focus: the field that is typed in hands it the keys.

#include "core/completion/completion.h"
#include "ui/support/floating_frame.h"

class QKeyEvent;
class QListView;

namespace designer {

class CompletionModel;
class CompletionHelp;

class CompletionPopup final : public FloatingFrame
{
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget* parent);
    ~CompletionPopup() override;

    /// Shows the items below (or above) a line of text. `line` is in global coordinates.
    void open(std::vector<asl::CompletionItem> items, const QRect& line);
    bool isOpen() const { return isVisible(); }
    int count() const;
    const asl::CompletionItem* current() const;
    /// Up, Down, Page Up, Page Down. True when it was one of these.
    bool move(const QKeyEvent& event);

signals:
    void chosen(); ///< by mouse: the current one

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void place(const QRect& line);
    void showHelp();

    CompletionModel* m_model;
    QListView* m_list;
    CompletionHelp* m_help;
};

/// Text of core in the user's language.
QString helpText(const asl::HelpText& text);

} // namespace designer
