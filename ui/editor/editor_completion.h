#pragma once
// EditorField: the code editor as a field of completion; what is accepted is one step of undo.

#include "ui/workspace/completion_session.h"

namespace designer {

class TextView;

class EditorField final : public CompletionField
{
public:
    EditorField(TextView& view, Workspace& workspace) : m_view(view), m_workspace(workspace) {}

    QWidget* widget() const override;
    std::optional<TextPlace> place() const override;
    QRect line() const override;
    void accept(const asl::CompletionItem& item, std::size_t begin) override;

    /// A place of the text; nothing while the document is being read.
    std::optional<TextPlace> placeAt(std::size_t byte) const;

private:
    TextView& m_view;
    Workspace& m_workspace;
};

} // namespace designer
