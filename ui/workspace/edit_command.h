#pragma once
// EditCommand: the only undo command of the program: a patch and its inverse.

#include "core/document/edit.h"

#include <QUndoCommand>

namespace designer {

class Workspace;

class EditCommand final : public QUndoCommand
{
public:
    EditCommand(Workspace& workspace, const asl::Edit& edit);

    void redo() override;
    void undo() override;
    int id() const override { return m_mergeKey; } // typing merges, gestures do not
    bool mergeWith(const QUndoCommand* next) override;

private:
    Workspace& m_workspace;
    asl::TextPatch m_forward;
    asl::TextPatch m_backward;
    int m_mergeKey;
};

} // namespace designer
