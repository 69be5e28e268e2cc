#pragma once
// RenameField: a real line edit over the name of a card, so that input methods compose as everywhere.

#include "core/document/snapshot.h"

#include <QLineEdit>

namespace designer {

class Workspace;

class RenameField final : public QLineEdit
{
    Q_OBJECT

public:
    RenameField(Workspace& workspace, asl::StatePath state, QWidget* parent);

    const asl::StatePath& state() const { return m_state; }

signals:
    /// Committed, or given up. The field removes itself afterwards.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void check();
    bool commit();
    void finish();

    Workspace& m_workspace;
    asl::StatePath m_state;
    bool m_finished = false;
};

} // namespace designer
