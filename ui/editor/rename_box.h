#pragma once
// RenameBox: a field over the text in which a state or variable gets another name. It says why a name cannot be taken.

#include "ui/support/floating_frame.h"

class QLineEdit;

namespace designer {

class ThemedLabel;

class RenameBox final : public FloatingFrame
{
    Q_OBJECT

public:
    RenameBox(const QString& name, QWidget* parent);

    void openAt(const QRect& word); ///< in global coordinates
    void setProblem(const QString& reason);
    QString problem() const;
    QLineEdit* field() const { return m_field; }

signals:
    void entered(const QString& name);

private:
    QLineEdit* m_field;
    ThemedLabel* m_problem;
};

} // namespace designer
