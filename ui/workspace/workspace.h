#pragma once
// Workspace: one open document as its panels share it: snapshot, undo stack, selection, diagnostics. Panels do not know
// each other; they meet here.

#include "core/data/json.h"
#include "core/document/edits.h"
#include "core/document/snapshot.h"
#include "core/query/outcome.h"
#include "core/validation/validate.h"
#include "ui/workspace/lane.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace designer {

/// What is selected. Every part may be empty; an empty state with no transition means the workflow itself.
struct Selection
{
    std::vector<asl::StatePath> states;              ///< the last one is the current one
    std::optional<asl::TransitionPath> transition;   ///< an edge or its label

    const asl::StatePath* current() const { return states.empty() ? nullptr : &states.back(); }
    friend bool operator==(const Selection&, const Selection&) = default;
};

class Workspace final : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Replaces the whole document (open, revert): clears undo and selection. Emits snapshotChanged with an empty patch and
    /// `reset` true.
    void open(asl::Document document);

    const asl::SnapshotPointer& snapshot() const { return m_document.snapshot(); }
    const std::string& text() const { return snapshot()->text(); }

    /// Pushes the edit on the undo stack, which applies it; then selects edit.select. Empty patches do nothing. False (and
    /// a message by `refused`) when the document is read-only.
    bool apply(const asl::Edit& edit, QObject* author = nullptr);
    /// The same for an edit that may have failed: says the error by `refused`.
    bool apply(const asl::Result<asl::Edit>& edit, QObject* author = nullptr);
    /// Changes the text without an undo step of its own. Only EditCommand calls this.
    void replace(const asl::TextPatch& patch);

    QUndoStack* undoStack() { return &m_undoStack; }

    const Selection& selection() const { return m_selection; }
    void select(Selection selection, QObject* author = nullptr);
    void select(const asl::StatePath& state, QObject* author = nullptr);
    /// Asks every view to bring a byte range to the front (from the problem list, a search, the event list).
    void reveal(asl::TextRange range);

    /// Of the present text; while newer ones are being found, the former ones with their ranges mapped through the patches.
    const std::vector<asl::Diagnostic>& diagnostics() const { return m_diagnostics; }

    /// Values of ${Tokens} for runs and exports. Kept beside the file by the application, never in it.
    const asl::data::TokenValues& tokenValues() const { return m_tokenValues; }
    void setTokenValues(asl::data::TokenValues values);

    /// What core needs from the host; set once by the application.
    const asl::query::Platform& platform() const { return m_platform; }
    void setPlatform(asl::query::Platform platform) { m_platform = std::move(platform); }

    void setReadOnly(QString reason); ///< empty: editable
    Lane& analysisLane() { return m_analysisLane; }
    Lane& layoutLane() { return m_layoutLane; }

signals:
    /// `patch` turns the former text into the present one. `author` made the change (null: undo, redo, outside).
    void snapshotChanged(const asl::SnapshotPointer& snapshot, const asl::TextPatch& patch, bool reset, QObject* author);
    void selectionChanged(const designer::Selection& selection, QObject* author);
    void diagnosticsChanged();
    void tokenValuesChanged();
    void revealRequested(asl::TextRange range);
    void refused(const QString& message); ///< for the status line

private:
    void requestDiagnostics();

    asl::Document m_document;
    QUndoStack m_undoStack;
    Selection m_selection;
    std::vector<asl::Diagnostic> m_diagnostics;
    asl::data::TokenValues m_tokenValues;
    asl::query::Platform m_platform;
    QString m_readOnlyReason;
    QObject* m_author = nullptr;
    Lane m_analysisLane{"analysis"};
    Lane m_layoutLane{"layout"};
};

} // namespace designer
