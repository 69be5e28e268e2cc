#include "ui/workspace/workspace.h"

#include "core/document/region.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/edit_command.h"
#include "ui/workspace/follow.h"

#include <chrono>

namespace designer {

namespace {

constexpr std::chrono::milliseconds pauseInTyping{250};

asl::SnapshotPointer next(const asl::Snapshot& snapshot, const std::shared_ptr<const std::string>& text, const asl::TextPatch& patch)
{
    return snapshot.region() ? revised(snapshot, patch) : revised(snapshot, text);
}

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent), m_snapshot(asl::Document().snapshot()), m_text(m_snapshot->tree().sharedText())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &Workspace::buildOnLane);
}

Workspace::~Workspace()
{
    m_undoStack.blockSignals(true); // going, it would say that it is clean, to those who would look at what is going too
}

std::shared_ptr<Lane> Workspace::sharedLayoutLane()
{
    static std::weak_ptr<Lane> present;
    std::shared_ptr<Lane> lane = present.lock();
    if (!lane)
        present = lane = std::make_shared<Lane>("layout");
    return lane;
}

void Workspace::open(asl::Document document)
{
    ++m_opened;
    m_snapshot = document.snapshot();
    m_text = m_snapshot->tree().sharedText();
    m_pending = {};
    m_building = false;
    m_pause.stop();
    m_undoStack.clear();
    m_diagnostics.clear();
    m_diagnosticsRunning = false;
    const bool hadSelection = m_selection != Selection{};
    m_selection = {};
    emit textChanged({}, true, nullptr);
    emit snapshotChanged(m_snapshot, {}, true, nullptr);
    if (hadSelection)
        emit selectionChanged(m_selection, nullptr);
    emit diagnosticsChanged();
    requestDiagnostics();
}

QString Workspace::definitionName() const
{
    return m_machineName.isEmpty() ? m_filePath : m_filePath + QLatin1Char('#') + m_machineName;
}

void Workspace::setFilePath(const QString& path, const QString& machineName)
{
    if (path == m_filePath && machineName == m_machineName)
        return;
    m_filePath = path;
    m_machineName = machineName;
    emit filePathChanged(path);
}

void Workspace::setRegion(std::shared_ptr<const asl::Region> region)
{
    ASL_ASSERT(!region || region->text() == *m_text, "the region holds the present definition");
    publish(std::make_shared<const asl::Snapshot>(presentSnapshot()->revision() + 1, m_text, m_snapshot->syntax(), std::move(region)));
}

/// In a template some places stand for something else.
asl::Result<void> Workspace::canApply(const asl::TextPatch& patch) const
{
    if (!m_snapshot->region())
        return {};
    return canChange(*m_snapshot, m_pending.empty() ? patch : asl::composed(m_snapshot->text(), m_pending, patch));
}

bool Workspace::apply(const asl::Edit& edit, QObject* author)
{
    const QScopedValueRollback atOnce(m_atOnce, !isPatient());
    if (m_pending.empty())
        return applyToText(edit, author);
    const auto moved = rebased(edit.patch, m_pending);
    if (!moved) {
        emit refused(tr("The text is just being changed at this place. Try again in a moment."));
        return false;
    }
    asl::Edit present = edit;
    present.patch = *moved;
    return applyToText(present, author);
}

bool Workspace::applyToText(const asl::Edit& edit, QObject* author)
{
    if (!m_readOnlyReason.isEmpty()) {
        emit refused(m_readOnlyReason);
        return false;
    }
    if (const auto possible = canApply(edit.patch); !possible) {
        emit refused(translated(possible.error().message));
        return false;
    }
    if (!edit.patch.empty()) {
        m_author = author;
        m_undoStack.push(new EditCommand(*this, edit));
        m_author = nullptr;
    }
    if (edit.select && m_snapshot->machine().find(*edit.select) != asl::noId)
        select(*edit.select, author);
    return true;
}

bool Workspace::apply(const asl::Result<asl::Edit>& edit, QObject* author)
{
    if (edit)
        return apply(*edit, author);
    emit refused(translated(edit.error().message));
    return false;
}

void Workspace::replace(const asl::TextPatch& patch, std::shared_ptr<const asl::Region> region)
{
    QObject* const author = m_author;
    const auto before = m_text;
    m_text = std::make_shared<const std::string>(asl::applied(*before, patch));
    follow(m_diagnostics, patch);
    if (m_diagnosticsRunning)
        m_sinceDiagnostics.push_back(patch);
    emit textChanged(patch, false, author);
    m_pendingAuthor = m_pending.empty() || m_pendingAuthor == author ? author : nullptr;
    m_pending = m_pending.empty() ? patch : asl::composed(m_snapshot->text(), m_pending, patch);
    if (region)
        publish(std::make_shared<const asl::Snapshot>(m_snapshot->revision() + 1, m_text, m_snapshot->syntax(), std::move(region)));
    else if (m_snapshot->region()) // a template is small, and its undo looks at each of its snapshots
        buildNow();
    else if (isPatient())
        m_pause.start();
    else if (m_text->size() > largeSize && !m_atOnce)
        buildOnLane();
    else
        buildNow();
}

const asl::SnapshotPointer& Workspace::presentSnapshot()
{
    if (!m_pending.empty())
        buildNow();
    return m_snapshot;
}

void Workspace::buildNow()
{
    m_pause.stop();
    publish(next(*m_snapshot, m_text, m_pending));
}

void Workspace::buildOnLane()
{
    if (m_building)
        return;
    m_building = true;
    m_analysisLane.run(
        this,
        [snapshot = m_snapshot, text = m_text](std::stop_token) { return revised(*snapshot, text); },
        [this, opened = m_opened](asl::SnapshotPointer snapshot) {
            if (opened != m_opened)
                return;
            m_building = false;
            if (m_pending.empty()) // an edit that could not wait was faster
                return;
            if (snapshot->tree().sharedText() == m_text)
                publish(std::move(snapshot));
            else if (!isPatient()) // somebody typed on
                buildOnLane();
            else if (!m_pause.isActive())
                m_pause.start();
        });
}

void Workspace::publish(asl::SnapshotPointer snapshot)
{
    const asl::TextPatch patch = std::exchange(m_pending, {});
    QObject* const author = std::exchange(m_pendingAuthor, nullptr);
    asl::SnapshotPointer before = std::exchange(m_snapshot, std::move(snapshot));
    Selection selection = followed(m_selection, *before, *m_snapshot, patch);
    const bool selectionMoved = selection != m_selection;
    m_selection = std::move(selection);
    emit snapshotChanged(m_snapshot, patch, false, author);
    if (selectionMoved)
        emit selectionChanged(m_selection, author);
    requestDiagnostics();
    m_formerSnapshots.take(std::move(before));
}

void Workspace::select(Selection selection, QObject* author)
{
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    emit selectionChanged(m_selection, author);
}

void Workspace::select(const asl::StatePath& state, QObject* author)
{
    select(Selection{{state}, std::nullopt}, author);
}

void Workspace::reveal(asl::TextRange range)
{
    emit revealRequested(range);
}

void Workspace::setTokenValues(asl::data::TokenValues values)
{
    m_tokenValues = std::move(values);
    emit tokenValuesChanged();
}

void Workspace::setReadOnly(const QString& reason)
{
    if (reason == m_readOnlyReason)
        return;
    m_readOnlyReason = reason;
    emit readOnlyChanged();
}

void Workspace::setValidateOptions(asl::ValidateOptions options)
{
    m_validateOptions = std::move(options);
    emit validateOptionsChanged();
    m_diagnosticsStale = m_diagnosticsRunning;
    requestDiagnostics();
}

/// One request at a time, and the next only when its answer is there: somebody who types without pause gets answers too.
void Workspace::requestDiagnostics()
{
    if (m_diagnosticsRunning)
        return;
    m_diagnosticsRunning = true;
    m_sinceDiagnostics.clear();
    if (!m_pending.empty())
        m_sinceDiagnostics.push_back(m_pending);
    m_analysisLane.run(
        this,
        [snapshot = m_snapshot, options = m_validateOptions](std::stop_token stop) { return asl::validate(*snapshot, options, stop); },
        [this, opened = m_opened, revision = m_snapshot->revision()](std::vector<asl::Diagnostic> diagnostics) {
            if (opened != m_opened)
                return;
            m_diagnosticsRunning = false;
            takeDiagnostics(std::move(diagnostics));
            if (revision != m_snapshot->revision() || std::exchange(m_diagnosticsStale, false))
                requestDiagnostics();
        },
        // Only open() asks while an answer is under way; the former document's is of no use then.
        QStringLiteral("diagnostics"));
}

void Workspace::takeDiagnostics(std::vector<asl::Diagnostic> diagnostics)
{
    for (const asl::TextPatch& patch : std::exchange(m_sinceDiagnostics, {}))
        follow(diagnostics, patch);
    m_diagnostics = std::move(diagnostics);
    emit diagnosticsChanged();
}

} // namespace designer
