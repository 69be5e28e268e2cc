#pragma once
// Workspace: one open document as its panels share it: snapshot, undo stack, selection, diagnostics. Panels do not know
// each other; they meet here.

#include "core/data/json.h"
#include "core/document/edits.h"
#include "core/document/snapshot.h"
#include "core/query/outcome.h"
#include "core/validation/validate.h"
#include "ui/workspace/lane.h"
#include "ui/workspace/last_references.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

#include <map>
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

    /// Texts above this size are patient: their snapshots are built on the analysis lane after a pause in typing.
    static constexpr std::size_t patientSize = 2 * 1024 * 1024;
    /// Typing in texts above this size gets its snapshot from the analysis lane, too, but without waiting for a pause.
    static constexpr std::size_t largeSize = 64 * 1024;

    /// Replaces the whole document (open, revert): clears undo and selection. Emits textChanged and snapshotChanged with an
    /// empty patch and `reset` true.
    void open(asl::Document document);

    const asl::SnapshotPointer& snapshot() const { return m_snapshot; }
    /// The present text. Newer than the snapshot's for a moment when the document is patient.
    const std::string& text() const { return *m_text; }
    /// The snapshot of text(), read at once where a lane is still at it: for what must not miss the last key (runs, exports).
    const asl::SnapshotPointer& presentSnapshot();
    const std::shared_ptr<const std::string>& sharedText() const { return m_text; }
    bool isPatient() const { return m_text->size() > patientSize; }

    /// Where the document lies on disk, empty for a new one. Set by the application; panels find files beside it.
    const QString& filePath() const { return m_filePath; }
    /// In a file with several definitions (a template): which one this is. Empty: the file is the definition.
    const QString& machineName() const { return m_machineName; }
    /// Both together, as people write them: FILE or FILE#Machine. What is kept for a definition is kept under this name.
    QString definitionName() const;
    void setFilePath(const QString& path, const QString& machineName = {});
    /// The same definition in a file whose other parts were changed, or (null) in one of its own. No step of undo.
    void setRegion(std::shared_ptr<const asl::Region> region);

    /// Pushes the edit on the undo stack, which applies it; then selects edit.select. Empty patches do nothing. False (and
    /// a message by `refused`) when the document is read-only.
    bool apply(const asl::Edit& edit, QObject* author = nullptr);
    /// The same for an edit whose patch was made for text() rather than for the snapshot (typing).
    bool applyToText(const asl::Edit& edit, QObject* author = nullptr);
    /// The same for an edit that may have failed: says the error by `refused`.
    bool apply(const asl::Result<asl::Edit>& edit, QObject* author = nullptr);
    /// Changes the text without an undo step of its own. Only EditCommand calls this. `region`: the definition's place in its
    /// file afterwards, where that is known (undo); null: it follows from the patch.
    void replace(const asl::TextPatch& patch, std::shared_ptr<const asl::Region> region = nullptr);

    QUndoStack* undoStack() { return &m_undoStack; }
    /// A merge key for an Edit that no other edit has: those that share it and follow each other are one step of undo.
    int newMergeKey() { return ++m_lastMergeKey; }
    bool isModified() const { return !m_undoStack.isClean(); }

    const Selection& selection() const { return m_selection; }
    void select(Selection selection, QObject* author = nullptr);
    void select(const asl::StatePath& state, QObject* author = nullptr);
    /// Asks every view to bring a byte range to the front (from the problem list, a search, the event list).
    void reveal(asl::TextRange range);

    /// Of the present text; while newer ones are being found, the former ones with their ranges mapped through the patches.
    const std::vector<asl::Diagnostic>& diagnostics() const { return m_diagnostics; }

    /// Values of ${Tokens} for runs and exports. Kept by the application, never in the file.
    const asl::data::TokenValues& tokenValues() const { return m_tokenValues; }
    void setTokenValues(asl::data::TokenValues values);
    /// What a template says of tokens whose value only the service knows.
    struct TokenOrigin
    {
        QString function;                   ///< as it is written: !GetAtt Table.Arn
        std::optional<asl::Data> standIn;   ///< a value of its kind
    };
    using TokenOrigins = std::map<std::string, TokenOrigin>;
    const TokenOrigins& tokenOrigins() const { return m_tokenOrigins; }
    void setTokenOrigins(TokenOrigins origins) { m_tokenOrigins = std::move(origins); }

    /// What core needs from the host; set once by the application.
    const asl::query::Platform& platform() const { return m_platform; }
    void setPlatform(asl::query::Platform platform) { m_platform = std::move(platform); }

    void setReadOnly(const QString& reason); ///< empty: editable
    const QString& whyReadOnly() const { return m_readOnlyReason; }

    /// The kind of machine, and the rules that are switched off for this document (kept by the application).
    const asl::ValidateOptions& validateOptions() const { return m_validateOptions; }
    void setValidateOptions(asl::ValidateOptions options);
    Lane& analysisLane() { return m_analysisLane; }
    Lane& layoutLane() { return *m_layoutLane; }
    /// One for the whole program: Graphviz bears one call at a time.
    static std::shared_ptr<Lane> sharedLayoutLane();

signals:
    /// `patch` turns the former text into text(). Comes at once, before the snapshot of that text.
    void textChanged(const asl::TextPatch& patch, bool reset, QObject* author);
    /// `patch` turns the former text into the present one. `author` made the change (null: undo, redo, outside).
    void snapshotChanged(const asl::SnapshotPointer& snapshot, const asl::TextPatch& patch, bool reset, QObject* author);
    void selectionChanged(const designer::Selection& selection, QObject* author);
    void diagnosticsChanged();
    void tokenValuesChanged();
    void revealRequested(asl::TextRange range);
    void refused(const QString& message); ///< for the status line
    void filePathChanged(const QString& path);
    void readOnlyChanged();
    void validateOptionsChanged();

private:
    asl::Result<void> canApply(const asl::TextPatch& patch) const;
    void publish(asl::SnapshotPointer snapshot); ///< of the present text
    void buildOnLane();
    void buildNow();
    void requestDiagnostics();
    void takeDiagnostics(std::vector<asl::Diagnostic> diagnostics);

    asl::SnapshotPointer m_snapshot;
    std::shared_ptr<const std::string> m_text;
    asl::TextPatch m_pending; ///< from the snapshot's text to m_text, while the lane reads the present text
    QObject* m_pendingAuthor = nullptr;
    bool m_building = false;  ///< the lane is reading a text
    bool m_atOnce = false;    ///< the edit being applied needs its snapshot when apply() returns
    QTimer m_pause;           ///< in typing, before a patient snapshot is built
    QString m_filePath;
    QString m_machineName;
    QUndoStack m_undoStack;
    Selection m_selection;
    std::vector<asl::Diagnostic> m_diagnostics;
    asl::data::TokenValues m_tokenValues;
    TokenOrigins m_tokenOrigins;
    asl::query::Platform m_platform;
    QString m_readOnlyReason;
    asl::ValidateOptions m_validateOptions;
    QObject* m_author = nullptr;
    int m_lastMergeKey = 1 << 20; ///< above the keys that panels choose themselves
    quint64 m_opened = 0;                           ///< counts open(): results for an earlier document are dropped
    bool m_diagnosticsRunning = false;
    bool m_diagnosticsStale = false; ///< other rules count since they were asked for
    std::vector<asl::TextPatch> m_sinceDiagnostics; ///< patches since the text whose diagnostics are being found
    Lane m_analysisLane{"analysis"};
    LastReferences m_formerSnapshots{m_analysisLane};
    std::shared_ptr<Lane> m_layoutLane = sharedLayoutLane();
};

} // namespace designer
