#include "ui/canvas/run_overlay.h"

#include "core/execution/visible_data.h"

namespace designer {

namespace {

using asl::layout::BoxKind;

class OverlayMaker
{
public:
    OverlayMaker(const asl::RunView& run, const Diagram& diagram, std::optional<asl::VisitId> focus,
                 const ShownIterations& chosen, const OverlayIndex& index)
        : m_run(run), m_visits(*run.visits), m_diagram(diagram), m_index(index), m_focus(focus), m_shown(chosen)
    {
        m_overlay.look.active = true;
        m_overlay.look.nodes.assign(diagram.nodes.size(), std::nullopt);
        m_overlay.look.passes.assign(diagram.edges.size(), 0);
        m_overlay.visitOfNode.assign(diagram.nodes.size(), asl::noId);
    }

    RunOverlay make()
    {
        showFocus();
        for (quint32 node = 0; node < m_diagram.nodes.size(); ++node)
            if (m_diagram.nodes[node].kind == BoxKind::State)
                m_overlay.look.nodes[node] = Status::NotReached;
        for (asl::VisitId id = 0; id < m_visits.size(); ++id)
            take(id);
        takeInnerStates();
        takeEnds();
        takeMaps();
        takePause();
        takePlaces();
        return std::move(m_overlay);
    }

private:
    void showFocus()
    {
        std::optional<asl::VisitId> focus = m_focus;
        if (!focus && !m_run.active.empty())
            focus = m_run.active.front().visit;
        if (!focus || *focus >= m_visits.size())
            return;
        const asl::VisitRecord& visit = m_visits[*focus];
        const quint32 node = m_index.nodeOfState[visit.state];
        if (node == asl::noId)
            return;
        const std::vector<quint32>& maps = m_index.mapsAround[node];
        for (std::size_t i = 0; i < maps.size() && i < visit.iteration.size(); ++i)
            m_shown.try_emplace(m_diagram.nodes[maps[i]].path, visit.iteration[i]);
    }

    bool isShown(const asl::VisitRecord& visit, quint32 node)
    {
        const std::vector<quint32>& maps = m_index.mapsAround[node];
        for (std::size_t i = 0; i < maps.size() && i < visit.iteration.size(); ++i) {
            // Without a choice the first iteration met is the one to show.
            const auto [shown, isNew] = m_shown.try_emplace(m_diagram.nodes[maps[i]].path, visit.iteration[i]);
            if (shown->second != visit.iteration[i])
                return false;
        }
        return true;
    }

    void take(asl::VisitId id)
    {
        const asl::VisitRecord& visit = m_visits[id];
        const quint32 node = m_index.nodeOfState[visit.state];
        if (node == asl::noId || !isShown(visit, node))
            return;
        m_overlay.look.nodes[node] = statusOf(visit.status);
        m_overlay.visitOfNode[node] = id;
        if (!visit.left)
            return;
        for (quint32 way : m_index.waysOut[node])
            if (m_diagram.edges[way].way.kind == visit.left->kind && m_diagram.edges[way].way.index == visit.left->index)
                ++m_overlay.look.passes[way];
    }

    /// Start edges and the ways of states whose first visit says that their scope was entered.
    void takeInnerStates()
    {
        for (quint32 i = 0; i < m_diagram.edges.size(); ++i) {
            const EdgeShape& edge = m_diagram.edges[i];
            const bool entered = m_diagram.nodes[edge.from].kind == BoxKind::Start
                && m_overlay.look.nodes[edge.to].value_or(Status::NotReached) != Status::NotReached;
            if (!entered)
                continue;
            m_overlay.look.passes[i] = 1;
            if (m_diagram.nodes[edge.from].owner == asl::noId)
                m_overlay.look.nodes[edge.from] = Status::Succeeded;
        }
    }

    void takeEnds()
    {
        if (m_run.status != asl::RunStatus::Succeeded)
            return;
        for (quint32 i = 0; i < m_diagram.nodes.size(); ++i)
            if (m_diagram.nodes[i].kind == BoxKind::End && m_diagram.nodes[i].owner == asl::noId)
                m_overlay.look.nodes[i] = Status::Succeeded;
    }

    /// Also of Maps that have ended: their iterations can still be looked at.
    void takeMaps()
    {
        for (quint32 node = 0; node < m_diagram.nodes.size(); ++node) {
            const asl::VisitId visit = m_overlay.visitOfNode[node];
            if (visit == asl::noId || m_diagram.nodes[node].frame.isEmpty()
                || m_diagram.snapshot->machine().state(m_diagram.nodes[node].state).type != asl::StateType::Map)
                continue;
            asl::ChildProgress progress = asl::progressOf(m_run, visit);
            if (progress.count == 0)
                continue;
            const auto shown = m_shown.find(m_diagram.nodes[node].path);
            m_overlay.look.maps[node] = {shown == m_shown.end() ? 0 : shown->second, progress.count, std::move(progress.children)};
        }
    }

    /// The place that is followed, else the one that goes on next.
    void takePause()
    {
        if (m_run.status != asl::RunStatus::Running || m_run.active.empty())
            return;
        asl::VisitId visit = m_run.active.front().visit;
        for (const asl::ActivePlace& place : m_run.active)
            if (place.visit == m_focus)
                visit = place.visit;
        if (visit < m_visits.size())
            if (const quint32 node = m_index.nodeOfState[m_visits[visit].state]; node != asl::noId && m_overlay.visitOfNode[node] == visit)
                m_overlay.look.paused = node;
    }

    /// All of them, whichever iterations are shown; what is folded away stands for what is inside.
    void takePlaces()
    {
        if (m_run.active.size() < 2)
            return;
        for (const asl::ActivePlace& place : m_run.active)
            if (const quint32 node = nodeOfPlace(m_run, m_index, place.visit); node != asl::noId)
                ++m_overlay.look.places[node];
    }

    const asl::RunView& m_run;
    const asl::VisitRecords& m_visits;
    const Diagram& m_diagram;
    const OverlayIndex& m_index;
    std::optional<asl::VisitId> m_focus;
    ShownIterations m_shown;
    RunOverlay m_overlay;
};

void build(OverlayIndex& index, const asl::SnapshotPointer& run, const DiagramPointer& diagram)
{
    if (index.run == run && index.diagram == diagram)
        return;
    index = {run, diagram, {}, {}, {}};
    for (asl::StateId id = 0; id < run->machine().states().size(); ++id)
        index.nodeOfState.push_back(diagram->find(run->machine().path(id)));
    index.mapsAround.resize(diagram->nodes.size());
    for (quint32 node = 0; node < diagram->nodes.size(); ++node) {
        const quint32 owner = diagram->nodes[node].owner; // containers come before what they hold
        if (owner == asl::noId)
            continue;
        index.mapsAround[node] = index.mapsAround[owner];
        if (diagram->snapshot->machine().state(diagram->nodes[owner].state).type == asl::StateType::Map)
            index.mapsAround[node].push_back(owner);
    }
    index.waysOut.resize(diagram->nodes.size());
    for (quint32 edge = 0; edge < diagram->edges.size(); ++edge)
        if (diagram->edges[edge].hasWay)
            index.waysOut[diagram->edges[edge].from].push_back(edge);
}

} // namespace

quint32 nodeOfPlace(const asl::RunView& run, const OverlayIndex& index, asl::VisitId visit)
{
    for (; visit < run.visits->size(); visit = (*run.visits)[visit].parent)
        if (const asl::StateId state = (*run.visits)[visit].state; state < index.nodeOfState.size() && index.nodeOfState[state] != asl::noId)
            return index.nodeOfState[state];
    return asl::noId;
}

RunOverlay overlayOf(const asl::Coverage& coverage, const DiagramPointer& diagram, OverlayIndex& index)
{
    build(index, coverage.snapshot(), diagram);
    RunOverlay overlay;
    overlay.look.active = true;
    overlay.look.nodes.assign(diagram->nodes.size(), std::nullopt);
    overlay.look.passes.assign(diagram->edges.size(), 0);
    overlay.visitOfNode.assign(diagram->nodes.size(), asl::noId);
    for (quint32 node = 0; node < diagram->nodes.size(); ++node)
        if (diagram->nodes[node].kind == BoxKind::State)
            overlay.look.nodes[node] = Status::NotReached;
    const asl::StateMachine& machine = coverage.snapshot()->machine();
    for (asl::StateId state = 0; state < machine.states().size(); ++state) {
        const quint32 node = index.nodeOfState[state];
        if (node == asl::noId || coverage.hitsOfState(state) == 0)
            continue;
        overlay.look.nodes[node] = Status::Succeeded;
        for (const asl::TransitionId out : machine.state(state).transitions)
            for (const quint32 way : index.waysOut[node])
                if (diagram->edges[way].way.kind == machine.transition(out).kind && diagram->edges[way].way.index == machine.transition(out).index)
                    overlay.look.passes[way] = static_cast<int>(std::min<std::uint64_t>(coverage.hitsOfTransition(out), 1'000'000));
    }
    for (quint32 i = 0; i < diagram->edges.size(); ++i)
        if (diagram->nodes[diagram->edges[i].from].kind == BoxKind::Start
            && overlay.look.nodes[diagram->edges[i].to].value_or(Status::NotReached) != Status::NotReached)
            overlay.look.passes[i] = 1;
    return overlay;
}

RunOverlay overlayOf(const asl::RunView& run, const DiagramPointer& diagram, std::optional<asl::VisitId> focus,
                     const ShownIterations& chosen, OverlayIndex& index)
{
    build(index, run.snapshot, diagram);
    return OverlayMaker(run, *diagram, focus, chosen, index).make();
}

} // namespace designer
