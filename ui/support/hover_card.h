#pragma once
// HoverCard: what a word means, with its problems on top and what can be done about them. It stays while the pointer is over
// it, so that its links can be reached.

#include "core/completion/hover.h"
#include "core/validation/diagnostic.h"
#include "core/validation/rule_info.h"
#include "ui/support/floating_frame.h"

#include <QTimer>

class QVBoxLayout;

namespace designer {

class HoverCard final : public FloatingFrame
{
    Q_OBJECT

public:
    explicit HoverCard(QWidget* parent);

    /// Shows the card below (or above) the word, which is in global coordinates. Nothing to say: it is closed.
    void open(const std::optional<asl::Hover>& hover, const std::vector<asl::Diagnostic>& problems, const QRect& word);
    /// The pointer moved elsewhere: closes the card unless it is over the word or the card.
    void pointerMoved(QPoint globalPosition);

signals:
    void fixChosen(const asl::Edit& fix);
    void helpWanted(const asl::RuleInfo& rule);

protected:
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addProblem(const asl::Diagnostic& problem);
    void addMeaning(const asl::Hover& hover);

    QVBoxLayout* m_column;
    QRect m_word;
    QTimer m_leaving;
};

} // namespace designer
