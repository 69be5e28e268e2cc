#include "ui/editor/editor_completion.h"

#include "ui/editor/text_view.h"
#include "ui/workspace/workspace.h"

namespace designer {

QWidget* EditorField::widget() const { return &m_view; }

std::optional<TextPlace> EditorField::placeAt(std::size_t byte) const
{
    const asl::SnapshotPointer& snapshot = m_workspace.snapshot();
    if (snapshot->text() != m_workspace.text())
        return {};
    return TextPlace{snapshot, byte, {}, {}};
}

std::optional<TextPlace> EditorField::place() const
{
    if (m_view.isReadOnly() || m_view.textCursor().hasSelection())
        return {};
    return placeAt(m_view.cursorByte());
}

QRect EditorField::line() const
{
    const QRect cursor = m_view.cursorRect();
    return {m_view.viewport()->mapToGlobal(cursor.topLeft()), cursor.size()};
}

void EditorField::accept(const asl::CompletionItem& item, std::size_t)
{
    asl::Edit edit;
    edit.label = {ASL_TEXT("core", "Write %1"), {item.label}};
    edit.patch = item.patch;
    if (m_workspace.apply(edit, nullptr))
        m_view.goTo(item.selection, !item.selection.empty(), false);
}

} // namespace designer
