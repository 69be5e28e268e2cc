#include "ui/outline/outline_model.h"

#include "ui/support/qt_text.h"
#include "ui/support/tile.h"

namespace designer {

namespace {

std::string signatureOf(const asl::Snapshot& snapshot)
{
    std::string signature;
    const asl::StateMachine& machine = snapshot.machine();
    for (const asl::Scope& scope : machine.scopes()) {
        signature += std::to_string(scope.owner) + ':';
        for (const asl::StateId state : scope.states) {
            const asl::SyntaxTree& tree = snapshot.tree();
            const asl::NodeId resource = tree.find(machine.state(state).node, "Resource");
            signature += machine.state(state).name + '\n' + std::to_string(machine.state(state).type ? int(*machine.state(state).type) : -1);
            if (resource != asl::noNode)
                signature += tree.raw(resource);
        }
    }
    return signature;
}

} // namespace

void OutlineModel::show(const asl::SnapshotPointer& snapshot)
{
    std::string signature = signatureOf(*snapshot);
    if (m_snapshot && signature == m_signature) {
        m_snapshot = snapshot;
        return;
    }
    beginResetModel();
    m_snapshot = snapshot;
    m_signature = std::move(signature);
    build();
    endResetModel();
}

void OutlineModel::build()
{
    m_nodes.assign(1, {});
    m_nodeOfState.assign(m_snapshot->machine().states().size(), 0);
    addStates(0, 0);
    // What is added behind is visited later: no recursion, however deep the machine.
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        if (m_nodes[i].state == asl::noId) {
            addStates(m_nodes[i].scope, static_cast<int>(i));
            continue;
        }
        const asl::State& state = m_snapshot->machine().state(m_nodes[i].state);
        for (const asl::ScopeId scope : state.scopes) {
            if (m_snapshot->machine().scope(scope).kind != asl::Scope::Kind::Branch) {
                addStates(scope, static_cast<int>(i));
                continue;
            }
            m_nodes[i].children.push_back(static_cast<int>(m_nodes.size()));
            const int row = static_cast<int>(m_nodes[i].children.size()) - 1;
            m_nodes.push_back({asl::noId, scope, static_cast<int>(i), row, {}});
        }
    }
}

void OutlineModel::addStates(asl::ScopeId scope, int parent)
{
    for (const asl::StateId state : m_snapshot->machine().scope(scope).states) {
        const int row = static_cast<int>(m_nodes[static_cast<std::size_t>(parent)].children.size());
        m_nodeOfState[state] = static_cast<int>(m_nodes.size());
        m_nodes[static_cast<std::size_t>(parent)].children.push_back(static_cast<int>(m_nodes.size()));
        m_nodes.push_back({state, asl::noId, parent, row, {}});
    }
}

const OutlineModel::Node& OutlineModel::node(const QModelIndex& index) const
{
    return m_nodes[index.isValid() ? index.internalId() : 0];
}

std::optional<asl::StatePath> OutlineModel::stateAt(const QModelIndex& index) const
{
    const asl::StateId state = index.isValid() ? node(index).state : asl::noId;
    return state == asl::noId ? std::nullopt : std::optional(m_snapshot->machine().path(state));
}

QModelIndex OutlineModel::indexOf(const asl::StatePath& state) const
{
    const asl::StateId id = m_snapshot ? m_snapshot->machine().find(state) : asl::noId;
    if (id == asl::noId)
        return {};
    const int found = m_nodeOfState[id];
    return createIndex(m_nodes[static_cast<std::size_t>(found)].row, 0, static_cast<quintptr>(found));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (m_nodes.empty() || column != 0 || row < 0 || row >= static_cast<int>(node(parent).children.size()))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(node(parent).children[static_cast<std::size_t>(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const
{
    const int parent = index.isValid() ? node(index).parent : 0;
    return parent <= 0 ? QModelIndex() : createIndex(m_nodes[static_cast<std::size_t>(parent)].row, 0, static_cast<quintptr>(parent));
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    return m_nodes.empty() ? 0 : static_cast<int>(node(parent).children.size());
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    const Node& shown = node(index);
    if (shown.state == asl::noId)
        return role == Qt::DisplayRole ? QVariant(tr("Branch %1").arg(shown.row + 1)) : QVariant();
    const asl::State& state = m_snapshot->machine().state(shown.state);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return toQString(state.name);
    case Qt::DecorationRole: return tileIcon(tileOf(m_snapshot->tree(), state));
    default: return {};
    }
}

} // namespace designer
