#include "ui/canvas/diagram_source.h"

#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

namespace designer {

namespace {

QString layoutKey() { return QStringLiteral("layout"); }
QString previewKey() { return QStringLiteral("preview"); }

} // namespace

DiagramSource::DiagramSource(Workspace& workspace, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_caches(std::make_shared<DiagramCaches>()), m_formerDiagrams(workspace.layoutLane())
{
    connect(&workspace, &Workspace::snapshotChanged, this,
            [this](const asl::SnapshotPointer& snapshot, const asl::TextPatch&, bool reset) { takeSnapshot(snapshot, reset); });
    takeSnapshot(workspace.snapshot(), true);
}

DiagramSource::~DiagramSource() = default;

void DiagramSource::setOptions(DiagramOptions options)
{
    m_options = std::move(options);
    request(false);
}

void DiagramSource::takeSnapshot(const asl::SnapshotPointer& snapshot, bool reset)
{
    std::set<asl::StatePath> damaged;
    if (!snapshot->tree().errors().empty())
        for (asl::StateId id = 0; id < snapshot->machine().states().size(); ++id)
            if (snapshot->machine().state(id).damaged)
                damaged.insert(snapshot->machine().path(id));
    const bool wasHeld = m_held;
    m_held = false;
    const bool keeps = !reset && m_diagram && !snapshot->tree().errors().empty() && keepsDrawing(*snapshot);
    if (keeps && m_held) // what the text has lost is drawn as damaged
        for (const NodeShape& node : m_diagram->nodes)
            if (node.kind == asl::layout::BoxKind::State && snapshot->machine().find(node.path) == asl::noId)
                damaged.insert(node.path);
    if (damaged != m_damaged || wasHeld != m_held) {
        m_damaged = std::move(damaged);
        emit damageChanged();
    }
    if (!keeps)
        request(reset);
}

/// While there are syntax errors, a drawing whose states are all still there, or partly lost, is not made anew: missing
/// quotes must not let things jump or vanish.
bool DiagramSource::keepsDrawing(const asl::Snapshot& snapshot)
{
    const asl::StateMachine& drawn = m_diagram->snapshot->machine();
    const std::size_t shown = drawn.states().size();
    std::size_t found = 0;
    for (asl::ScopeId id = 0; id < drawn.scopes().size(); ++id) {
        const asl::ScopeId now = snapshot.machine().findScope(drawn.scopePath(id));
        if (now == asl::noId)
            continue;
        for (asl::StateId state : drawn.scope(id).states)
            found += snapshot.machine().scope(now).byName.contains(drawn.state(state).name);
    }
    m_held = found < shown;
    return m_held || found == snapshot.machine().states().size();
}

void DiagramSource::request(bool reset)
{
    m_resetPending = m_resetPending || reset;
    const asl::SnapshotPointer snapshot = m_workspace.snapshot();
    m_workspace.layoutLane().run(
        this,
        [snapshot, fonts = DiagramFonts::current(), options = m_options, caches = m_caches](std::stop_token stop) {
            return makeDiagram(snapshot, fonts, options, caches.get(), stop);
        },
        [this](DiagramPointer diagram) {
            if (!diagram || diagram->snapshot->revision() != m_workspace.snapshot()->revision())
                return; // a newer one is on its way
            m_formerDiagrams.take(std::exchange(m_diagram, std::move(diagram)));
            emit changed(std::exchange(m_resetPending, false));
        },
        layoutKey());
}

void DiagramSource::preview(const asl::SnapshotPointer& snapshot, std::function<void(DiagramPointer)> done)
{
    m_workspace.layoutLane().run(
        this,
        [snapshot, fonts = DiagramFonts::current(), options = m_options](std::stop_token stop) {
            return makeDiagram(snapshot, fonts, options, nullptr, stop);
        },
        [done = std::move(done)](DiagramPointer diagram) {
            if (diagram)
                done(std::move(diagram));
        },
        previewKey());
}

} // namespace designer
