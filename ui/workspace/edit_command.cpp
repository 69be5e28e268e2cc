#include "ui/workspace/edit_command.h"

#include "core/document/region.h"
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
    const auto before = m_workspace.snapshot()->region();
    m_workspace.replace(m_forward);
    if (before)
        noteRegion(before);
}

void EditCommand::undo()
{
    const bool isKnown = m_regionBefore && m_workspace.snapshot()->region() == m_regionAfter;
    m_workspace.replace(m_backward, isKnown ? m_regionBefore : nullptr);
}

void EditCommand::noteRegion(std::shared_ptr<const asl::Region> before)
{
    const auto after = m_workspace.snapshot()->region();
    const bool comesBack = after->patched(m_backward).host() == before->host();
    m_regionBefore = comesBack ? nullptr : std::move(before);
    m_regionAfter = comesBack ? nullptr : after;
}

bool EditCommand::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const EditCommand&>(*next); // QUndoStack compares the ids, and only we give any
    const std::string& after = m_workspace.text();
    const std::string between = asl::applied(after, later.m_backward);
    const std::string before = asl::applied(between, m_backward);
    if (later.m_regionBefore && !m_regionBefore) // the text between the two gives the former bytes
        m_regionBefore = std::make_shared<const asl::Region>(later.m_regionBefore->patched(m_backward));
    m_regionAfter = m_regionBefore ? m_workspace.snapshot()->region() : nullptr;
    m_forward = asl::composed(before, m_forward, later.m_forward);
    m_backward = asl::composed(after, later.m_backward, m_backward);
    setText(later.text());
    return true;
}

} // namespace designer
