#include "ui/canvas/painting.h"

#include "ui/support/icons.h"
#include "ui/support/severity.h"
#include "ui/support/style.h"

#include <QPainter>

#include <cmath>

namespace designer {

namespace {

constexpr qreal cardRadius = 8;
constexpr qreal frameRadius = 12;
constexpr qreal tileInset = 10;
constexpr qreal tileSide = 32;
constexpr qreal textX = 52;
constexpr qreal titleBaseline = 21;
constexpr qreal nameBaseline = 38;
constexpr qreal statusIcon = 18;
constexpr qreal problemGlyph = 16;
constexpr qreal edgeMargin = 8;
constexpr qreal ringGap = 2;
constexpr qreal hatchPitch = 8;
constexpr qreal constantNameSize = 11;
constexpr qreal unreachableOpacity = 0.6;
constexpr qreal movedOpacity = 0.2;
constexpr qreal ghostOpacity = 0.5;

QColor withAlpha(QColor color, qreal alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

bool highContrast() { return Theme::current().isHighContrast(); }

} // namespace

Detail detailAt(qreal scale)
{
    return scale < 0.25 ? Detail::Shapes : scale < 0.5 ? Detail::Names : scale < 0.6 ? Detail::Cards : Detail::Everything;
}

DiagramPainter::DiagramPainter(QPainter& painter, const Diagram& diagram, qreal zoom, qreal devicePixelRatio)
    : m_painter(painter), m_diagram(diagram), m_zoom(zoom), m_ratio(devicePixelRatio), m_detail(detailAt(zoom))
{
}

/// Below 100 % lines stay one device pixel wide.
QPen DiagramPainter::pen(const QColor& color, qreal width) const
{
    QPen pen(color, width);
    if (m_zoom < 1 && width <= 1.25) {
        pen.setWidthF(1);
        pen.setCosmetic(true);
    }
    return pen;
}

QRectF DiagramPainter::snapped(const QRectF& rect) const
{
    const qreal scale = m_zoom * m_ratio;
    const auto snap = [scale](qreal value) { return std::round(value * scale) / scale; };
    return QRectF(QPointF(snap(rect.left()), snap(rect.top())), QPointF(snap(rect.right()), snap(rect.bottom())));
}

void DiagramPainter::rounded(const QRectF& rect, qreal radius, const Frame& frame)
{
    QPen line = pen(frame.line, frame.width);
    if (!frame.dashes.isEmpty()) {
        line.setDashPattern(frame.dashes);
        line.setCapStyle(Qt::FlatCap);
    }
    const qreal inset = (line.isCosmetic() ? 1 / (m_zoom * m_ratio) : frame.width) / 2;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(line);
    m_painter.setBrush(frame.fill);
    m_painter.drawRoundedRect(snapped(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

DiagramPainter::Frame DiagramPainter::frameOf(const NodeShape& node, const NodeLook& look) const
{
    const Theme& theme = Theme::current();
    const qreal least = highContrast() ? 2 : 1;
    if (look.status) {
        Frame frame{highContrast() ? color(Token::Card) : theme.statusFill(*look.status), theme.statusBorder(*look.status),
                    highContrast() ? 3.0 : 1.0, {}};
        switch (*look.status) {
        case Status::NotReached: frame.dashes = {4, 3}; break;
        case Status::Running:
        case Status::Failed: frame.width = std::max(frame.width, 2.0); break;
        case Status::Waiting: frame.dashes = {8, 3, 2, 3}; break;
        case Status::Succeeded:
        case Status::Caught:
        case Status::Aborted:
        case Status::Count: break;
        }
        for (qreal& dash : frame.dashes)
            dash /= frame.width;
        return frame;
    }
    if (look.problem == asl::Severity::Error)
        return {highContrast() ? color(Token::Card) : theme.statusFill(Status::Failed), color(Token::Err), least, {}};
    Frame frame{color(Token::Card), color(look.hovered ? Token::Text2 : Token::CardBorder), least, {}};
    if (!node.reachable)
        frame.dashes = {2 / least, 3 / least};
    return frame;
}

void DiagramPainter::container(const NodeShape& node, const NodeLook& look)
{
    Frame frame{color(Token::Container), color(Token::ContainerBorder), highContrast() ? 2.0 : 1.0, {}};
    if (look.status && *look.status != Status::NotReached) {
        frame.line = Theme::current().statusBorder(*look.status);
        frame.width = 1.25;
    }
    if (m_detail == Detail::Shapes) {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(pen(frame.line, 1));
        m_painter.setBrush(frame.fill);
        m_painter.drawRect(node.frame);
        return;
    }
    if (look.faded)
        m_painter.setOpacity(movedOpacity);
    rounded(node.frame, frameRadius, frame);
    m_painter.setOpacity(1);
}

void DiagramPainter::node(const NodeShape& node, const NodeLook& look)
{
    switch (node.kind) {
    case asl::layout::BoxKind::Start:
    case asl::layout::BoxKind::End: pill(node, look); break;
    case asl::layout::BoxKind::Placeholder: placeholder(node, look); break;
    case asl::layout::BoxKind::State: card(node, look); break;
    }
}

void DiagramPainter::card(const NodeShape& node, const NodeLook& look)
{
    const Frame frame = frameOf(node, look);
    if (m_detail == Detail::Shapes) {
        const asl::State& state = m_diagram.snapshot->machine().state(node.state);
        QColor fill = withAlpha(color(Token::CardBorder), 0.45);
        if (look.status)
            fill = frame.fill;
        else if (state.type == asl::StateType::Task)
            fill = tileOf(m_diagram.snapshot->tree(), state).fill;
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(look.selected ? pen(color(Token::Accent), 1) : look.status ? pen(frame.line, 1) : QPen(Qt::NoPen));
        m_painter.setBrush(look.selected ? color(Token::Accent) : fill);
        m_painter.drawRect(node.box);
        return;
    }
    const qreal opacity = look.faded ? movedOpacity : 1;
    m_painter.setOpacity(opacity);
    if (node.folded)
        foldedStack(node, frame);
    rounded(node.box, cardRadius, frame);
    m_painter.setOpacity(opacity * (node.reachable ? 1 : unreachableOpacity));
    cardContent(node, look);
    m_painter.setOpacity(opacity);
    if (node.folded)
        foldedPill(node);
    if (look.damaged) {
        QPainterPath clip;
        clip.addRoundedRect(node.box, cardRadius, cardRadius);
        m_painter.save();
        m_painter.setClipPath(clip, Qt::IntersectClip);
        m_painter.setPen(QPen(withAlpha(color(Token::Err), 0.2), 2));
        for (qreal x = node.box.left() - node.box.height(); x < node.box.right(); x += hatchPitch)
            m_painter.drawLine(QPointF(x, node.box.bottom()), QPointF(x + node.box.height(), node.box.top()));
        m_painter.restore();
    }
    m_painter.setOpacity(1);
    if (!look.faded)
        marks(node, look);
}

void DiagramPainter::cardContent(const NodeShape& node, const NodeLook& look)
{
    const asl::State& state = m_diagram.snapshot->machine().state(node.state);
    Tile tile = tileOf(m_diagram.snapshot->tree(), state);
    if (look.status && *look.status != Status::NotReached && state.type != asl::StateType::Task)
        tile.fill = withAlpha(color(Token::Card), 0.55);
    const QPointF corner = node.box.topLeft();
    paintTile(m_painter, QRectF(corner + QPointF(tileInset, tileInset), QSizeF(tileSide, tileSide)), tile);

    m_painter.setPen(color(Token::Text));
    if (m_detail == Detail::Names) {
        QFont small = font(FontRole::BodyStrong);
        small.setPixelSize(std::max(1, qRound(constantNameSize / m_zoom)));
        m_painter.setFont(small);
        const QRectF room(corner.x() + textX, node.box.top(), node.box.width() - textX - edgeMargin, node.box.height());
        m_painter.save();
        m_painter.setClipRect(room, Qt::IntersectClip);
        m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, node.name);
        m_painter.restore();
    } else {
        const bool titleToo = m_detail == Detail::Everything;
        m_painter.setFont(font(FontRole::BodyStrong));
        if (!titleToo) {
            m_painter.drawText(QRectF(corner.x() + textX, node.box.top(), node.box.width() - textX, node.box.height()),
                               Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, node.name);
        } else {
            m_painter.drawText(corner + QPointF(textX, nameBaseline), node.name);
            m_painter.setFont(font(FontRole::Caption));
            m_painter.setPen(color(Token::Text2));
            m_painter.drawText(corner + QPointF(textX, titleBaseline), node.title);
        }
    }
    qreal right = node.box.width() - edgeMargin;
    if (look.status && *look.status != Status::NotReached) {
        paintGlyph(m_painter, Theme::statusIcon(*look.status),
                   QRectF(corner.x() + right - statusIcon, node.box.center().y() - statusIcon / 2, statusIcon, statusIcon),
                   Theme::current().statusBorder(*look.status));
    } else if (look.problem) {
        paintGlyph(m_painter, severityGlyph(*look.problem),
                   QRectF(corner.x() + right - problemGlyph, node.box.center().y() - problemGlyph / 2, problemGlyph, problemGlyph),
                   color(severityToken(*look.problem)));
        right -= problemGlyph + 4;
    }
    if (m_detail == Detail::Everything)
        badges(node, right);
}

void DiagramPainter::badges(const NodeShape& node, qreal right)
{
    constexpr qreal glyphSide = 12;
    qreal shift = 0;
    if (!node.badges.empty())
        shift = std::min(0.0, right - node.badges.front().rect.right());
    m_painter.setFont(font(FontRole::Badge));
    for (const BadgeShape& badge : node.badges) {
        const QRectF rect = badge.rect.translated(node.box.topLeft() + QPointF(shift, 0));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(Token::Pill));
        m_painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
        QRectF text = rect;
        if (!badge.glyph.isEmpty()) {
            paintGlyph(m_painter, badge.glyph, QRectF(rect.left() + 3, rect.top() + 2, glyphSide, glyphSide), color(Token::Text2));
            text.setLeft(rect.left() + 3 + glyphSide);
        }
        m_painter.setPen(color(Token::Text2));
        m_painter.drawText(text, Qt::AlignCenter, badge.text);
    }
}

void DiagramPainter::pill(const NodeShape& node, const NodeLook& look)
{
    if (node.box.isEmpty())
        return;
    Frame frame{color(Token::Pill), color(Token::CardBorder), highContrast() ? 2.0 : 1.0, {}};
    if (look.status && *look.status != Status::NotReached) {
        frame.fill = Theme::current().statusFill(*look.status);
        frame.line = Theme::current().statusBorder(*look.status);
    }
    rounded(node.box, std::min(node.box.width(), node.box.height()) / 2, frame);
    if (node.name.isEmpty() || m_detail <= Detail::Names)
        return;
    m_painter.setFont(font(FontRole::Small));
    m_painter.setPen(color(Token::Text));
    m_painter.drawText(node.box, Qt::AlignCenter, node.name);
}

void DiagramPainter::placeholder(const NodeShape& node, const NodeLook& look)
{
    Frame frame{color(Token::Canvas), color(node.missingTarget ? Token::Err : Token::CardBorder), 1, {5, 4}};
    QColor text = color(Token::Text2);
    if (look.drop == Drop::Allowed) {
        frame = {color(Token::AccentSoft), color(Token::Accent), 2, {2.5, 2}};
        text = color(Token::Accent);
    } else if (look.drop == Drop::Refused) {
        frame = {Theme::current().statusFill(Status::Failed), color(Token::Err), 2, {2.5, 2}};
        text = color(Token::Err);
    } else if (look.hovered) {
        frame.line = color(Token::Text2);
    }
    rounded(node.box, cardRadius, frame);
    if (m_detail <= Detail::Names)
        return;
    QFont face = font(FontRole::Small);
    const bool latin = std::all_of(node.name.cbegin(), node.name.cend(), [](QChar c) { return c.unicode() < 0x2e80; });
    face.setItalic(latin && !node.missingTarget);
    m_painter.setFont(face);
    m_painter.setPen(node.missingTarget ? color(Token::Err) : text);
    m_painter.drawText(node.box, Qt::AlignCenter, node.name);
    marks(node, look);
}

void DiagramPainter::foldedStack(const NodeShape& node, const Frame& frame)
{
    Frame outline = frame;
    outline.width = 1;
    for (const qreal inset : {8.0, 4.0})
        rounded(node.box.adjusted(inset, inset, -inset, inset), cardRadius, outline);
}

void DiagramPainter::foldedPill(const NodeShape& node)
{
    constexpr qreal glyphSide = 12;
    const QFontMetricsF metrics(font(FontRole::CaptionMedium));
    const qreal width = metrics.horizontalAdvance(node.foldedText) + glyphSide + 6 + 2 * 12;
    QRectF pill(0, 0, width, 20);
    pill.moveCenter(QPointF(node.outline.center().x(), node.outline.bottom() - 10));
    rounded(pill, 10, {color(Token::Label), color(Token::LabelBorder), 1, {}});
    if (m_detail <= Detail::Names)
        return;
    paintGlyph(m_painter, QStringLiteral("unfold"), QRectF(pill.left() + 12, pill.center().y() - glyphSide / 2, glyphSide, glyphSide),
               color(Token::Text2));
    m_painter.setFont(font(FontRole::CaptionMedium));
    m_painter.setPen(color(Token::Text2));
    m_painter.drawText(pill.adjusted(12 + glyphSide + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, node.foldedText);
}

/// What stands around a card: rings, the breakpoint, the mark of the place where a run is paused.
void DiagramPainter::marks(const NodeShape& node, const NodeLook& look)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    QRectF around = node.box;
    qreal radius = cardRadius;
    const auto ring = [&](const QColor& line, const QList<qreal>& dashes = {}) {
        around.adjust(-ringGap - 2, -ringGap - 2, ringGap + 2, ringGap + 2);
        radius += 3;
        QPen stroke(line, highContrast() ? 3 : 2);
        if (!dashes.isEmpty())
            stroke.setDashPattern(dashes);
        m_painter.setPen(stroke);
        m_painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius);
    };
    if (look.paused)
        ring(color(Token::Text));
    if (look.selected)
        ring(color(look.viewHasFocus ? Token::Accent : Token::CardBorder));
    else if (look.focused && look.viewHasFocus)
        ring(color(Token::Accent), {2, 1.5});
    qreal left = node.box.left() - 12;
    if (look.paused || look.places > 0) {
        constexpr qreal width = 17;
        constexpr qreal height = 16;
        const QPointF tip(around.left() - 8, around.center().y());
        QPolygonF arrow;
        arrow << tip << tip + QPointF(-6, -height / 2) << tip + QPointF(-width, -height / 2)
              << tip + QPointF(-width, height / 2) << tip + QPointF(-6, height / 2);
        m_painter.setPen(QPen(color(Token::Warn), 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(color(look.paused ? Token::Warn : Token::Canvas));
        m_painter.drawPolygon(arrow);
        if (look.places > 1 && m_detail > Detail::Names) {
            m_painter.setFont(font(FontRole::Badge));
            m_painter.setPen(color(look.paused ? Token::Canvas : Token::Warn));
            m_painter.drawText(QRectF(tip.x() - width, tip.y() - height / 2, width - 4, height), Qt::AlignCenter,
                               look.places > 9 ? QStringLiteral("9+") : QString::number(look.places));
        }
        m_painter.setBrush(Qt::NoBrush);
        left = tip.x() - width - 10;
    }
    if (look.breakpoint == Breakpoint::None)
        return;
    const QPointF center(left, node.box.center().y());
    m_painter.setPen(QPen(color(Token::Err), look.breakpoint == Breakpoint::Active ? 0 : 1.5));
    m_painter.setBrush(look.breakpoint == Breakpoint::Active ? QBrush(color(Token::Err)) : QBrush(Qt::NoBrush));
    m_painter.drawEllipse(center, 6, 6);
    if (look.breakpoint == Breakpoint::Conditional)
        for (const qreal dy : {-1.5, 1.5})
            m_painter.drawLine(center + QPointF(-3, dy), center + QPointF(3, dy));
}

void DiagramPainter::ghost(const QRectF& box, const CardFace& face)
{
    rounded(box, cardRadius, {color(Token::AccentSoft), color(Token::Accent), 2, {}});
    m_painter.setOpacity(highContrast() ? 1 : ghostOpacity);
    paintTile(m_painter, QRectF(box.topLeft() + QPointF(tileInset, tileInset), QSizeF(tileSide, tileSide)), face.tile);
    m_painter.setFont(font(FontRole::Caption));
    m_painter.setPen(color(Token::Text2));
    m_painter.drawText(box.topLeft() + QPointF(textX, titleBaseline), face.title);
    m_painter.setFont(font(FontRole::BodyStrong));
    m_painter.setPen(color(Token::Text));
    m_painter.drawText(box.topLeft() + QPointF(textX, nameBaseline), face.name);
    m_painter.setOpacity(1);
}

} // namespace designer
