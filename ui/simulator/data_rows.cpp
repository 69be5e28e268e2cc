#include "ui/simulator/data_rows.h"

#include "ui/simulator/data_tree.h"
#include "ui/support/qt_text.h"

namespace designer {

namespace {

constexpr int roomAtFirst = 60; ///< rows that are opened unasked

} // namespace

void DataRows::show(DataDiff root)
{
    beginResetModel();
    m_rows.clear();
    m_root = std::make_unique<DataDiff>(std::move(root));
    const bool inner = m_root->hasChildren() && (m_root->mark() == DataDiff::Mark::Same || m_root->hasInnerChanges());
    int room = roomAtFirst;
    if (inner)
        appendChildren(m_rows, *m_root, 0, room);
    else
        m_rows.push_back({m_root.get(), 0, false});
    endResetModel();
}

void DataRows::clear()
{
    beginResetModel();
    m_rows.clear();
    m_root.reset();
    endResetModel();
}

/// What the user opened or closed stays so; else what has changes inside is open, and as much as has room.
void DataRows::appendChildren(std::vector<Row>& rows, const DataDiff& node, int depth, int& room) const
{
    constexpr int deepestUnasked = 4;
    room -= static_cast<int>(node.children().size());
    for (const auto& child : node.children()) {
        if (!child->hasChildren()) {
            rows.push_back({child.get(), depth, false});
            continue;
        }
        const auto known = m_expandedByUser.empty() ? m_expandedByUser.end() : m_expandedByUser.find(child->path("$"));
        const bool unasked = !m_namedValues && (child->hasInnerChanges() || (depth < deepestUnasked && static_cast<int>(child->value().size()) <= room
                                                          && child->mark() != DataDiff::Mark::Removed));
        const bool expanded = known != m_expandedByUser.end() ? known->second : unasked;
        rows.push_back({child.get(), depth, expanded});
        if (expanded && depth < static_cast<int>(asl::Data::maxDepth))
            appendChildren(rows, *child, depth + 1, room);
    }
}

void DataRows::setExpanded(int index, bool expanded)
{
    Row& toggled = m_rows[static_cast<std::size_t>(index)];
    if (toggled.expanded == expanded || !toggled.node->hasChildren())
        return;
    toggled.expanded = expanded;
    m_expandedByUser[toggled.node->path("$")] = expanded;
    if (expanded) {
        std::vector<Row> rows;
        int room = 0;
        appendChildren(rows, *toggled.node, toggled.depth + 1, room);
        beginInsertRows({}, index + 1, index + static_cast<int>(rows.size()));
        m_rows.insert(m_rows.begin() + index + 1, rows.begin(), rows.end());
        endInsertRows();
    } else {
        int last = index;
        while (last + 1 < rowCount() && row(last + 1).depth > toggled.depth)
            ++last;
        if (last > index) {
            beginRemoveRows({}, index + 1, last);
            m_rows.erase(m_rows.begin() + index + 1, m_rows.begin() + last + 1);
            endRemoveRows();
        }
    }
    emit dataChanged(this->index(index), this->index(index));
}

std::string DataRows::path(int index) const
{
    if (!m_namedValues)
        return row(index).node->path("$");
    int outermost = index;
    while (row(outermost).depth > 0)
        --outermost;
    // "$['$$.State.Name'].x" without what stands for the table itself.
    const std::string& name = row(outermost).node->key();
    return name + row(index).node->path("$").substr(row(outermost).node->path("$").size());
}

int DataRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DataRows::note(const Row& row) const
{
    const auto found = row.depth == 0 ? m_notes.find(row.node->key()) : m_notes.end();
    return found == m_notes.end() ? QString() : found->second;
}

QVariant DataRows::data(const QModelIndex& index, int role) const
{
    if (role == Qt::ToolTipRole) {
        const QString said = note(row(index.row()));
        return said.isEmpty() ? QVariant() : QVariant(said);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const DataDiff& node = *row(index.row()).node;
    const QString key = node.index() >= 0 ? QString::number(node.index()) : toQString(node.key());
    QString text = key.isEmpty() ? valueSummary(node.value()) : key + QStringLiteral(": ") + valueSummary(node.value());
    if (role == Qt::AccessibleTextRole) {
        switch (node.mark()) {
        case DataDiff::Mark::Same: break;
        case DataDiff::Mark::Added: text = tr("added: %1").arg(text); break;
        case DataDiff::Mark::Removed: text = tr("removed: %1").arg(text); break;
        case DataDiff::Mark::Changed: text = tr("changed: %1").arg(text); break;
        }
    }
    return text;
}

} // namespace designer
