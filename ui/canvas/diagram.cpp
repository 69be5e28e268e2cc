#include "ui/canvas/diagram.h"

#include <algorithm>
#include <cmath>

namespace designer {

namespace {

constexpr qreal cellSize = 600;
constexpr int manyCells = 400; ///< an area of more cells is better answered by looking at everything

quint64 cellKey(int column, int row) { return (quint64(quint32(column)) << 32) | quint32(row); }
int cellOf(qreal position) { return int(std::floor(position / cellSize)); }

} // namespace

void Diagram::Grid::add(const QRectF& rect, quint32 index)
{
    for (int row = cellOf(rect.top()); row <= cellOf(rect.bottom()); ++row)
        for (int column = cellOf(rect.left()); column <= cellOf(rect.right()); ++column)
            cells[cellKey(column, row)].push_back(index);
}

std::vector<quint32> Diagram::Grid::in(const QRectF& area, std::size_t count) const
{
    std::vector<quint32> found;
    const int left = cellOf(area.left());
    const int right = cellOf(area.right());
    const int top = cellOf(area.top());
    const int bottom = cellOf(area.bottom());
    if (qint64(right - left + 1) * (bottom - top + 1) > manyCells) {
        for (std::size_t i = 0; i < count; ++i)
            found.push_back(quint32(i));
        return found;
    }
    for (int row = top; row <= bottom; ++row)
        for (int column = left; column <= right; ++column)
            if (const auto cell = cells.constFind(cellKey(column, row)); cell != cells.constEnd())
                found.insert(found.end(), cell->begin(), cell->end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void Diagram::buildIndex()
{
    for (quint32 i = 0; i < nodes.size(); ++i) {
        m_nodeGrid.add(nodes[i].outline, i);
        if (nodes[i].kind == asl::layout::BoxKind::State)
            m_byPath[nodes[i].path] = i; // of two with one name the later one counts, as in the machine
    }
    for (quint32 i = 0; i < edges.size(); ++i) {
        m_edgeGrid.add(edges[i].bounds, i);
        if (edges[i].hasWay)
            m_byWay[edges[i].way] = i;
    }
}

std::vector<quint32> Diagram::nodesIn(const QRectF& area) const
{
    std::vector<quint32> found = m_nodeGrid.in(area, nodes.size());
    std::erase_if(found, [&](quint32 index) { return !nodes[index].outline.intersects(area); });
    return found;
}

std::vector<quint32> Diagram::edgesIn(const QRectF& area) const
{
    std::vector<quint32> found = m_edgeGrid.in(area, edges.size());
    std::erase_if(found, [&](quint32 index) { return !edges[index].bounds.intersects(area); });
    return found;
}

quint32 Diagram::find(const asl::StatePath& path) const
{
    const auto found = m_byPath.find(path);
    return found == m_byPath.end() ? asl::noId : found->second;
}

quint32 Diagram::find(const asl::TransitionPath& path) const
{
    const auto found = m_byWay.find(path);
    return found == m_byWay.end() ? asl::noId : found->second;
}

} // namespace designer
