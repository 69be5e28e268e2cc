#pragma once
// Diagram: one finished drawing as a value: what stands where, with the texts that fit. Made on the layout lane, painted
// and asked for places on the UI thread, never changed.

#include "core/document/snapshot.h"
#include "core/layout/diagram_layout.h"
#include "core/validation/diagnostic.h"

#include <QFont>
#include <QHash>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace designer {

struct BadgeShape
{
    QString glyph;  ///< empty: text only
    QString text;
    QRectF rect;    ///< from the top left corner of the card
};

struct NodeShape
{
    asl::layout::BoxKind kind = asl::layout::BoxKind::State;
    asl::StateId state = asl::noId;          ///< in Diagram::snapshot
    asl::StatePath path;                     ///< of a state
    asl::TransitionPath way;                 ///< of a placeholder
    QRectF box;                              ///< the card, the header, the pill; of a folded container the card alone
    QRectF frame;                            ///< of a container
    QRectF outline;                          ///< all of it
    QString title;                           ///< line 1, cut to fit
    QString name;                            ///< line 2, cut to fit; text of pills and placeholders
    QString foldedText;                      ///< "3 branches · 7 states"
    std::vector<BadgeShape> badges;
    bool folded = false;
    bool reachable = true;
    bool missingTarget = false;              ///< a placeholder for a name that no state has
    int depth = 0;                           ///< of its scope
    quint32 owner = asl::noId;               ///< node of the container around it
};

struct EdgeShape
{
    bool hasWay = false;             ///< false: from a placeholder to the end
    asl::TransitionPath way;
    quint32 from = 0;                ///< nodes
    quint32 to = 0;
    bool isCatch = false;
    bool reachable = true;
    asl::layout::EdgePlace place;
    QPainterPath line;               ///< without the head; dashes are counted from the head
    QPainterPath ownLine;            ///< the same without what edges before it draw already
    bool ownHead = true;             ///< no edge before it ends at the same point
    QPolygonF outline;               ///< flattened, for hit tests and small scales
    QPointF tip;
    QPointF direction;               ///< of the head
    QPointF middle;                  ///< at half length
    QRectF label;
    QString labelText;               ///< cut to fit
    QRectF bounds;
};

class Diagram
{
public:
    asl::SnapshotPointer snapshot;
    asl::layout::Direction direction = asl::layout::Direction::Down;
    std::vector<NodeShape> nodes;    ///< containers before what they hold
    std::vector<EdgeShape> edges;
    QRectF bounds;                   ///< without a margin

    /// Calls `visit(index)` for every node or edge that may touch `area`, in drawing order.
    std::vector<quint32> nodesIn(const QRectF& area) const;
    std::vector<quint32> edgesIn(const QRectF& area) const;
    quint32 find(const asl::StatePath& path) const;       ///< noId when absent
    quint32 find(const asl::TransitionPath& path) const;  ///< an edge; noId when absent

    void buildIndex();

private:
    struct Grid
    {
        QHash<quint64, std::vector<quint32>> cells;
        void add(const QRectF& rect, quint32 index);
        std::vector<quint32> in(const QRectF& area, std::size_t count) const;
    };
    Grid m_nodeGrid;
    Grid m_edgeGrid;
    std::map<asl::StatePath, quint32> m_byPath;
    std::map<asl::TransitionPath, quint32> m_byWay;
};

using DiagramPointer = std::shared_ptr<const Diagram>;

/// The fonts in which a drawing is measured; taken from the theme on the UI thread.
struct DiagramFonts
{
    QFont title, name, badge, label, pill;
    static DiagramFonts current();
};

struct DiagramOptions
{
    std::set<asl::StatePath> folded;
    asl::layout::Direction direction = asl::layout::Direction::Down;
    bool inRun = false;  ///< room for status icons and iteration bars
};

/// What is kept from one drawing to the next. Belongs to the lane that makes drawings.
struct DiagramCaches
{
    asl::layout::LayoutCache layouts;
    QHash<QString, qreal> widths;
};

/// Measures, lays out and shapes a drawing. Null when stopped. Any thread; the caches belong to one at a time.
DiagramPointer makeDiagram(const asl::SnapshotPointer& snapshot, const DiagramFonts& fonts, const DiagramOptions& options,
                           DiagramCaches* caches = nullptr, std::stop_token stop = {});

} // namespace designer
