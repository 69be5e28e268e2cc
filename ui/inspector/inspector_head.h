#pragma once
// InspectorHead: tile, name and kind of what the form is about; the name can be edited in place.

#include "core/document/snapshot.h"
#include "ui/support/tile.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace designer {

class FormLine;
class ThemedLabel;

class InspectorHead final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorHead(QWidget* parent = nullptr);

    void showState(const asl::Snapshot& snapshot, asl::StateId state);
    void showWorkflow(const asl::Snapshot& snapshot, const QString& name);
    void startRenaming();
    void commitPending();
    /// Why the name cannot be taken; empty: it can.
    void setRefusal(const QString& reason);
    void setEditable(bool editable);
    /// A button before those for the state.
    void addButton(QWidget* button);

signals:
    void renamed(const QString& name);
    void duplicateClicked();
    void deleteClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void stopRenaming();
    void showTexts(const QString& name, const QString& kind, bool isState);

    QHBoxLayout* m_row;
    Tile m_tile;
    bool m_isState = false;
    ThemedLabel* m_name;
    ThemedLabel* m_kind;
    FormLine* m_edit;
    ThemedLabel* m_refusal;
    QToolButton* m_rename;
    QToolButton* m_duplicate;
    QToolButton* m_delete;
};

} // namespace designer
