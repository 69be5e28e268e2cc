#pragma once
// LanguageTools: what the code editor does with the word at a place: explain it, go to its definition, list its places,
// rename it.

#include "ui/editor/editor_completion.h"

#include <QObject>
#include <QPointer>

namespace designer {

class HoverCard;
class RenameBox;

class LanguageTools final : public QObject
{
    Q_OBJECT

public:
    LanguageTools(TextView& view, Workspace& workspace, SimulationController& simulation, QObject* parent);

    void complete() { m_completion.trigger(); }
    void explain();                   ///< the word at the cursor
    void goToDefinition();
    void goToDefinition(std::size_t byte);
    void findReferences();
    void rename();
    const CompletionSession& completion() const { return m_completion; }
    const HoverCard& card() const { return *m_card; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void explainAt(std::size_t byte, const QRect& word);
    void withName(std::size_t byte, const std::function<void(const NameAnswer&)>& use);
    void listPlaces(const std::vector<asl::Reference>& references);
    void renameTo(const asl::NamedThing& thing, const QString& name, RenameBox* box);
    std::optional<std::size_t> byteAtPoint(QPoint position) const;
    QRect cursorRect() const;

    TextView& m_view;
    Workspace& m_workspace;
    LanguageService m_service;
    EditorField m_field;
    CompletionSession m_completion;
    HoverCard* m_card;
};

} // namespace designer
