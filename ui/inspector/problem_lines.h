#pragma once
// ProblemLines: what is wrong with a field or a state: a line for each problem with its severity's glyph and its fixes.

#include "core/validation/diagnostic.h"

#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace designer {

class FormHost;

class ProblemLines final : public QWidget
{
    Q_OBJECT

public:
    ProblemLines(FormHost& host, int spacing, QWidget* parent);

    /// Lines that say the same stay, and a fix that is just being pressed stays until it is let go: writing what was typed
    /// in another field, on the way to the button, must not take the button away.
    void show(const std::vector<const asl::Diagnostic*>& problems);
    using QWidget::show;

private:
    void rebuild();
    bool isPressed() const;
    QWidget* line(const asl::Diagnostic& problem);
    void apply(const asl::Message& problem, const asl::Message& fix);

    FormHost& m_host;
    std::vector<asl::Diagnostic> m_problems; ///< of the present text; the buttons look their fix up here
    QString m_shown;                         ///< what the lines say
    QVBoxLayout* m_column;
};

} // namespace designer
