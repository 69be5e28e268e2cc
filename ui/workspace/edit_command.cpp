#include "ui/workspace/edit_command.h"

#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

namespace designer {

EditCommand::EditCommand(Workspace& workspace, const asl::Edit& edit)
    : QUndoCommand(translated(edit.label)), m_workspace(workspace), m_forward(edit.patch),
      m_backward(asl::inverse(workspace.text(), edit.patch)), m_mergeKey(edit.mergeKey)
{
}

void EditCommand::redo()
{
    m_workspace.replace(m_forward);
}

void EditCommand::undo()
{
    m_workspace.replace(m_backward);
}

bool EditCommand::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const EditCommand&>(*next); // QUndoStack compares the ids, and only we give any
    const std::string& after = m_workspace.text();
    const std::string between = asl::applied(after, later.m_backward);
    const std::string before = asl::applied(between, m_backward);
    m_forward = asl::composed(before, m_forward, later.m_forward);
    m_backward = asl::composed(after, later.m_backward, m_backward);
    setText(later.text());
    return true;
}

} // namespace designer
