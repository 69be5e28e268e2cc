#pragma once
// EditCommand: the only undo command of the program: a patch and its inverse.

#include "core/document/edit.h"

#include <QUndoCommand>

#include <memory>

namespace asl {
class Region;
}

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
    void noteRegion(std::shared_ptr<const asl::Region> before);

    Workspace& m_workspace;
    asl::TextPatch m_forward;
    asl::TextPatch m_backward;
    int m_mergeKey;
    /// In a template, where other bytes may say the same (an escape that needs none): the places before and after, when
    /// writing the former text again would not give the former bytes.
    std::shared_ptr<const asl::Region> m_regionBefore, m_regionAfter;
};

} // namespace designer
