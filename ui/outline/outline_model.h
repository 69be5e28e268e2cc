#pragma once
// OutlineModel: the states of a machine as a tree: Parallel holds branches, Map and branches hold states.

#include "core/document/snapshot.h"

#include <QAbstractItemModel>

#include <optional>
#include <string>
#include <vector>

namespace designer {

class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    /// Resets the tree only when its names, types or places changed.
    void show(const asl::SnapshotPointer& snapshot);
    std::optional<asl::StatePath> stateAt(const QModelIndex& index) const;
    QModelIndex indexOf(const asl::StatePath& state) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    /// A state, or a branch of a Parallel.
    struct Node
    {
        asl::StateId state = asl::noId; ///< noId: a branch
        asl::ScopeId scope = asl::noId; ///< of a branch
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };
    void build();
    void addStates(asl::ScopeId scope, int parent);
    const Node& node(const QModelIndex& index) const;

    asl::SnapshotPointer m_snapshot;
    std::vector<Node> m_nodes; ///< [0] is the machine, which is not shown
    std::vector<int> m_nodeOfState;
    std::string m_signature;
};

} // namespace designer
