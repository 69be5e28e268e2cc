#include "ui/canvas/rename_field.h"

#include "core/document/edits.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/workspace.h"

#include <QKeyEvent>
#include <QStyle>
#include <QToolTip>

namespace designer {

RenameField::RenameField(Workspace& workspace, asl::StatePath state, QWidget* parent)
    : QLineEdit(parent), m_workspace(workspace), m_state(std::move(state))
{
    setProperty(UndoKeys::keepsProperty, true); // what is typed here is no part of the document yet
    setAccessibleName(tr("Name of the state"));
    setText(toQString(m_state.name));
    selectAll();
    connect(this, &QLineEdit::textEdited, this, &RenameField::check);
}

void RenameField::check()
{
    const auto allowed = text() == toQString(m_state.name) ? asl::Result<void>()
                                                           : asl::canRename(*m_workspace.snapshot(), m_state, toUtf8(text()));
    const QString reason = allowed ? QString() : translated(allowed.error().message);
    setProperty(errorProperty, !allowed);
    style()->polish(this);
    update();
    setToolTip(reason);
    if (reason.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(QPoint(0, height())), reason, this);
}

bool RenameField::commit()
{
    if (text() == toQString(m_state.name))
        return true;
    return m_workspace.apply(asl::renameState(*m_workspace.snapshot(), m_state, toUtf8(text())), this);
}

void RenameField::finish()
{
    if (std::exchange(m_finished, true))
        return;
    emit finished();
    deleteLater();
}

void RenameField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (commit())
            finish();
        else
            check();
        event->accept();
        return;
    case Qt::Key_Escape:
        finish();
        event->accept();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

/// Leaving commits a good name and drops a bad one.
void RenameField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || m_finished)
        return;
    if (text() != toQString(m_state.name) && asl::canRename(*m_workspace.snapshot(), m_state, toUtf8(text())))
        commit();
    finish();
}

} // namespace designer
