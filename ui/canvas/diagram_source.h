#pragma once
// DiagramSource: the drawing of a workspace, kept up to date on its layout lane. While the text is damaged it decides what
// stays drawn.

#include "ui/canvas/diagram.h"
#include "ui/workspace/last_references.h"

#include <QObject>

#include <functional>
#include <set>

namespace designer {

class Workspace;

class DiagramSource final : public QObject
{
    Q_OBJECT

public:
    explicit DiagramSource(Workspace& workspace, QObject* parent = nullptr);
    ~DiagramSource() override;

    const DiagramPointer& diagram() const { return m_diagram; }
    const DiagramOptions& options() const { return m_options; }
    void setOptions(DiagramOptions options);
    /// States whose text is damaged: drawn as they last were.
    const std::set<asl::StatePath>& damaged() const { return m_damaged; }
    /// The present text has lost scopes or states by damage: the drawing is the last sound one.
    bool isHeld() const { return m_held; }

    /// Makes a drawing of another text (what an edit would lead to); only the latest asked for comes back.
    void preview(const asl::SnapshotPointer& snapshot, std::function<void(DiagramPointer)> done);

signals:
    void changed(bool reset);
    void damageChanged();

private:
    void takeSnapshot(const asl::SnapshotPointer& snapshot, bool reset);
    void request(bool reset);
    bool keepsDrawing(const asl::Snapshot& snapshot);

    Workspace& m_workspace;
    DiagramOptions m_options;
    DiagramPointer m_diagram;
    std::set<asl::StatePath> m_damaged;
    bool m_held = false;
    bool m_resetPending = false;
    std::shared_ptr<DiagramCaches> m_caches; ///< only touched on the lane
    LastReferences m_formerDiagrams;
};

} // namespace designer
