// Makes a Diagram of a snapshot: texts, their widths, the layout, and the shapes to paint.

#include "ui/canvas/diagram.h"

#include "core/layout/card_text.h"
#include "core/layout/metrics.h"
#include "core/model/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>
#include <set>
#include <tuple>

namespace designer {

namespace {

namespace metrics = asl::layout::metrics;
using asl::layout::BoxKind;

constexpr qreal badgeGap = 4;
constexpr std::size_t mostBadges = 4;
constexpr qreal badgeTop = 8;
constexpr qreal badgeHeight = 16;
constexpr qreal badgeMargin = 8;
constexpr qreal pillPadding = 18;
constexpr qreal boundsMargin = 12; ///< heads, rings and count pills beside a line
constexpr qreal headLength = 8;

QString glyphOf(asl::layout::Badge::Kind kind)
{
    switch (kind) {
    case asl::layout::Badge::Kind::Catch: return QStringLiteral("sim-catch");
    case asl::layout::Badge::Kind::Retry: return QStringLiteral("sim-retry");
    case asl::layout::Badge::Kind::Mock: return QStringLiteral("sim-mock");
    case asl::layout::Badge::Kind::Comment: return QStringLiteral("ui-comment");
    case asl::layout::Badge::Kind::Language: return {};
    }
    return {};
}

QRectF toQt(const asl::layout::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }
QPointF toQt(const asl::layout::Point& point) { return {point.x, point.y}; }

class DiagramMaker
{
    Q_DECLARE_TR_FUNCTIONS(DiagramMaker)

public:
    DiagramMaker(const asl::SnapshotPointer& snapshot, const DiagramFonts& fonts, const DiagramOptions& options,
                 DiagramCaches* caches, std::stop_token stop)
        : m_snapshot(snapshot), m_machine(snapshot->machine()), m_options(options),
          m_caches(caches ? caches : &m_ownCaches), m_stop(std::move(stop)), m_title(fonts.title), m_name(fonts.name),
          m_badge(fonts.badge), m_label(fonts.label), m_pill(fonts.pill)
    {
    }

    DiagramPointer make()
    {
        measure();
        if (m_stop.stop_requested())
            return nullptr;
        asl::layout::GraphOptions graphOptions{m_options.folded, m_options.direction, m_options.inRun};
        m_graph = asl::layout::graphOf(m_machine, m_sizes, graphOptions);
        m_layout = asl::layout::layout(m_graph, &m_caches->layouts, m_stop);
        if (m_stop.stop_requested())
            return nullptr;
        auto diagram = std::make_shared<Diagram>();
        diagram->snapshot = m_snapshot;
        diagram->direction = m_options.direction;
        diagram->bounds = toQt(m_layout.bounds);
        for (std::uint32_t i = 0; i < m_graph.nodes.size(); ++i)
            diagram->nodes.push_back(nodeShape(i));
        for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i)
            diagram->edges.push_back(edgeShape(i, diagram->nodes));
        diagram->buildIndex();
        return diagram;
    }

private:
    struct CardTexts
    {
        QString title;
        QString name;
        std::vector<BadgeShape> badges; ///< from the right; rectangles have their widths only
        qreal badgesWidth = 0;
    };

    qreal width(const QFontMetricsF& metricsOfFont, QChar role, const QString& text)
    {
        const QString key = role + text;
        const auto known = m_caches->widths.constFind(key);
        if (known != m_caches->widths.constEnd())
            return *known;
        return *m_caches->widths.insert(key, metricsOfFont.horizontalAdvance(text));
    }

    void measure()
    {
        m_sizes.start = pillSize(tr("Start"));
        m_sizes.end = pillSize(tr("End"));
        for (asl::StateId id = 0; id < m_machine.states().size() && !m_stop.stop_requested(); ++id) {
            CardTexts texts = textsOf(id);
            const qreal title = width(m_title, u't', texts.title);
            const qreal name = width(m_name, u'n', texts.name);
            const auto size = asl::layout::cardSize(title, texts.badgesWidth, name, m_options.inRun);
            m_sizes.cards.push_back(size);
            fit(texts, size.width);
            m_texts.push_back(std::move(texts));
        }
        for (const asl::Transition& transition : m_machine.transitions()) {
            const QString text = oneLine(translated(asl::transitionLabel(m_snapshot->tree(), transition)));
            m_labels.push_back(text);
            m_sizes.labels.push_back(text.isEmpty() ? asl::layout::Size{}
                                                    : asl::layout::labelSize(width(m_label, u'l', text),
                                                                             transition.kind == asl::TransitionKind::Catch));
        }
    }

    static QString oneLine(const QString& text) { return text.simplified(); }

    asl::layout::Size pillSize(const QString& text)
    {
        return {std::max(metrics::minimumPillWidth, 2 * std::ceil(width(m_pill, u'p', text) / 2 + pillPadding)), metrics::pillHeight};
    }

    CardTexts textsOf(asl::StateId id)
    {
        CardTexts texts;
        texts.title = oneLine(translated(asl::cardTitle(m_snapshot->tree(), m_machine, id)));
        texts.name = oneLine(toQString(m_machine.state(id).name));
        std::vector<asl::layout::Badge> badges = asl::layout::badges(m_snapshot->tree(), m_machine, id);
        const std::size_t left = badges.size() > mostBadges ? badges.size() - (mostBadges - 1) : 0;
        badges.resize(badges.size() - left);
        for (const asl::layout::Badge& badge : badges)
            addBadge(texts, {glyphOf(badge.kind), toQString(badge.text), {}},
                     asl::layout::badgeWidth(badge, width(m_badge, u'b', toQString(badge.text))));
        if (left > 0) {
            const QString more = tr("+%1").arg(left);
            addBadge(texts, {{}, more, {}}, std::ceil(width(m_badge, u'b', more)) + 12);
        }
        return texts;
    }

    static void addBadge(CardTexts& texts, BadgeShape badge, qreal badgeWidth)
    {
        badge.rect = QRectF(0, badgeTop, badgeWidth, badgeHeight);
        texts.badgesWidth += badgeWidth + (texts.badges.empty() ? 0 : badgeGap);
        texts.badges.push_back(std::move(badge));
    }

    /// Cuts the texts of a card to its width and places its badges.
    void fit(CardTexts& texts, qreal cardWidth)
    {
        qreal right = cardWidth - badgeMargin - (m_options.inRun ? metrics::statusIconRoom : 0);
        for (BadgeShape& badge : texts.badges) {
            badge.rect.moveRight(right);
            right = badge.rect.left() - badgeGap;
        }
        const qreal room = cardWidth - metrics::cardTextX - (m_options.inRun ? metrics::statusIconRoom : 0);
        const qreal titleRoom = texts.badges.empty() ? room - metrics::cardTextMargin : right - metrics::cardTextX;
        texts.title = cut(m_title, texts.title, titleRoom);
        texts.name = cut(m_name, texts.name, room - metrics::cardTextMargin);
    }

    static QString cut(const QFontMetricsF& font, const QString& text, qreal room)
    {
        return font.elidedText(text, Qt::ElideRight, room + 0.5);
    }

    NodeShape nodeShape(std::uint32_t index) const
    {
        const auto& node = m_graph.nodes[index];
        const auto& place = m_layout.nodes[index];
        NodeShape shape;
        shape.kind = node.kind;
        shape.state = node.state;
        shape.box = toQt(place.box);
        shape.frame = toQt(place.frame);
        shape.outline = toQt(place.outline());
        shape.folded = node.folded;
        shape.reachable = node.reachable;
        shape.owner = m_graph.scopes[node.scope].owner;
        for (std::uint32_t owner = shape.owner; owner != asl::noId; owner = m_graph.scopes[m_graph.nodes[owner].scope].owner)
            ++shape.depth;
        switch (node.kind) {
        case BoxKind::Start: shape.name = shape.owner == asl::noId ? tr("Start") : QString(); break;
        case BoxKind::End: shape.name = shape.owner == asl::noId ? tr("End") : QString(); break;
        case BoxKind::State: fillState(shape); break;
        case BoxKind::Placeholder: fillPlaceholder(shape, node.transition); break;
        }
        return shape;
    }

    void fillState(NodeShape& shape) const
    {
        shape.path = m_machine.path(shape.state);
        const CardTexts& texts = m_texts[shape.state];
        shape.title = texts.title;
        shape.name = texts.name;
        shape.badges = texts.badges;
        if (!shape.folded)
            return;
        shape.box.setHeight(shape.box.height() - metrics::foldedExtra);
        shape.foldedText = foldedText(shape.state);
    }

    QString foldedText(asl::StateId id) const
    {
        const asl::State& state = m_machine.state(id);
        int inside = 0;
        std::vector<asl::ScopeId> open = state.scopes;
        while (!open.empty()) {
            const asl::Scope& scope = m_machine.scope(open.back());
            open.pop_back();
            inside += int(scope.states.size());
            for (asl::StateId child : scope.states)
                open.insert(open.end(), m_machine.state(child).scopes.begin(), m_machine.state(child).scopes.end());
        }
        const QString states = inside == 1 ? tr("1 state") : tr("%1 states").arg(inside);
        if (state.type != asl::StateType::Parallel)
            return states;
        const QString branches = state.scopes.size() == 1 ? tr("1 branch") : tr("%1 branches").arg(state.scopes.size());
        return tr("%1 · %2", "branches · states").arg(branches, states);
    }

    void fillPlaceholder(NodeShape& shape, asl::TransitionId transition) const
    {
        const asl::Transition& way = m_machine.transition(transition);
        shape.way = m_machine.path(way);
        shape.missingTarget = !way.targetName.empty();
        shape.name = shape.missingTarget ? cut(m_pill, tr("No state %1 here").arg(toQString(way.targetName)), shape.box.width() - 24)
                                         : tr("Drop state here");
    }

    EdgeShape edgeShape(std::uint32_t index, const std::vector<NodeShape>& nodes)
    {
        const auto& edge = m_graph.edges[index];
        EdgeShape shape;
        shape.hasWay = edge.transition != asl::noId;
        shape.from = edge.from;
        shape.to = edge.to;
        shape.isCatch = edge.isCatch;
        shape.reachable = nodes[edge.from].reachable;
        shape.place = m_layout.edges[index];
        shape.label = toQt(shape.place.label);
        if (shape.hasWay) {
            shape.way = m_machine.path(m_machine.transition(edge.transition));
            const qreal glyph = edge.isCatch ? metrics::catchGlyphRoom : 0;
            if (!shape.label.isEmpty())
                shape.labelText = cut(m_label, m_labels[edge.transition], shape.label.width() - 2 * metrics::labelPadding - glyph);
        }
        shapeLine(shape);
        return shape;
    }

    void shapeLine(EdgeShape& shape)
    {
        const auto& pieces = shape.place.pieces;
        shape.tip = toQt(shape.place.end());
        const auto& last = pieces.back();
        const QPointF before = last.curve ? toQt(last.control2)
                             : pieces.size() > 1 ? toQt(pieces[pieces.size() - 2].to) : toQt(shape.place.start);
        const QPointF way = shape.tip - before;
        const qreal length = std::hypot(way.x(), way.y());
        shape.direction = length > 0 ? way / length : QPointF(0, 1);

        QPainterPath whole(toQt(shape.place.start));
        QPainterPath line = whole;
        QPainterPath own = whole;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const auto& piece = pieces[i];
            const bool isLast = i + 1 == pieces.size();
            const bool drawn = !m_drawn.insert(keyOf(whole.currentPosition(), piece, shape.isCatch)).second;
            const QPointF to = toQt(piece.to);
            add(whole, piece, to);
            add(line, piece, isLast ? to - shape.direction * headLength : to);
            if (drawn)
                own.moveTo(line.currentPosition());
            else
                add(own, piece, line.currentPosition());
            if (isLast)
                shape.ownHead = !drawn;
        }
        shape.line = shape.isCatch ? line.toReversed() : line;
        shape.ownLine = shape.isCatch ? own.toReversed() : own;
        const QList<QPolygonF> polygons = whole.toSubpathPolygons();
        shape.outline = polygons.isEmpty() ? QPolygonF() : polygons.front();
        shape.middle = whole.pointAtPercent(0.5);
        shape.bounds = whole.boundingRect().adjusted(-boundsMargin, -boundsMargin, boundsMargin, boundsMargin).united(shape.label);
    }

    static void add(QPainterPath& path, const asl::layout::PathPiece& piece, QPointF to)
    {
        if (piece.curve)
            path.cubicTo(toQt(piece.control1), toQt(piece.control2), to);
        else
            path.lineTo(to);
    }

    using PieceKey = std::tuple<qreal, qreal, qreal, qreal, bool>;
    static PieceKey keyOf(QPointF from, const asl::layout::PathPiece& piece, bool isCatch)
    {
        return {from.x(), from.y(), piece.to.x, piece.to.y, isCatch};
    }

    asl::SnapshotPointer m_snapshot;
    const asl::StateMachine& m_machine;
    const DiagramOptions& m_options;
    DiagramCaches m_ownCaches;
    DiagramCaches* m_caches;
    std::stop_token m_stop;
    QFontMetricsF m_title, m_name, m_badge, m_label, m_pill;
    asl::layout::DiagramSizes m_sizes;
    std::vector<CardTexts> m_texts;  ///< by state
    std::vector<QString> m_labels;   ///< by transition
    asl::layout::DiagramGraph m_graph;
    asl::layout::DiagramLayout m_layout;
    std::set<PieceKey> m_drawn;      ///< pieces of edges that have their shape
};

} // namespace

DiagramFonts DiagramFonts::current()
{
    return {font(FontRole::Caption), font(FontRole::BodyStrong), font(FontRole::Badge), font(FontRole::CaptionMedium),
            font(FontRole::Small)};
}

DiagramPointer makeDiagram(const asl::SnapshotPointer& snapshot, const DiagramFonts& fonts, const DiagramOptions& options,
                           DiagramCaches* caches, std::stop_token stop)
{
    return DiagramMaker(snapshot, fonts, options, caches, std::move(stop)).make();
}

} // namespace designer
