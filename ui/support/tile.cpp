#include "ui/support/tile.h"

#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QIconEngine>
#include <QPainter>

namespace designer {

namespace {

class TileEngine final : public QIconEngine
{
public:
    explicit TileEngine(Tile tile) : m_tile(std::move(tile)) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override { paintTile(*painter, rect, m_tile); }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new TileEngine(m_tile); }

private:
    Tile m_tile;
};

} // namespace

Tile tileOf(asl::StateType type)
{
    Tile tile{toQString(asl::info(type).icon), color(Token::FlowTile), color(Token::FlowGlyph)};
    switch (type) {
    case asl::StateType::Succeed: tile.fill = Theme::current().statusFill(Status::Succeeded); tile.ink = color(Token::Ok); break;
    case asl::StateType::Fail: tile.fill = Theme::current().statusFill(Status::Failed); tile.ink = color(Token::Err); break;
    case asl::StateType::Task: tile.fill = Theme::current().familyColor(QStringLiteral("generic")); tile.ink = Qt::white; break;
    case asl::StateType::Parallel:
    case asl::StateType::Map:
    case asl::StateType::Pass:
    case asl::StateType::Wait:
    case asl::StateType::Choice: break;
    }
    return tile;
}

Tile tileOfResource(std::string_view arn)
{
    const asl::ResourceInfo resource = asl::resourceInfo(arn);
    switch (resource.kind) {
    case asl::ResourceInfo::Kind::Unknown: return tileOf(asl::StateType::Task);
    case asl::ResourceInfo::Kind::Activity:
        return {QStringLiteral("svc-workflow"), Theme::current().familyColor(QStringLiteral("workflow")), Qt::white};
    case asl::ResourceInfo::Kind::Lambda:
    case asl::ResourceInfo::Kind::Integration: break;
    }
    const asl::ServiceInfo& service = asl::serviceInfo(resource.kind == asl::ResourceInfo::Kind::Lambda ? "lambda" : resource.service);
    return {toQString(service.icon), Theme::current().familyColor(toQString(service.family)), Qt::white};
}

Tile tileOf(const asl::SyntaxTree& tree, const asl::State& state)
{
    if (!state.type)
        return tileOf(asl::StateType::Task);
    if (*state.type == asl::StateType::Task) {
        const asl::NodeId resource = tree.find(state.node, "Resource");
        return resource == asl::noNode ? tileOf(asl::StateType::Task) : tileOfResource(tree.stringValue(resource));
    }
    Tile tile = tileOf(*state.type);
    if (state.distributed)
        tile.glyph = QStringLiteral("state-map-distributed");
    return tile;
}

void paintTile(QPainter& painter, const QRectF& rect, const Tile& tile)
{
    const qreal side = rect.width();
    paintRounded(painter, rect, side >= 32 ? 6 : 5, tile.fill);
    const qreal glyphSide = side >= 32 ? side * 20 / 32 : side * 15 / 22;
    QRectF box(0, 0, glyphSide, glyphSide);
    box.moveCenter(rect.center());
    paintGlyph(painter, tile.glyph, box, tile.ink);
}

QIcon tileIcon(const Tile& tile)
{
    return QIcon(new TileEngine(tile));
}

} // namespace designer
