#include "ui/support/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <map>
#include <memory>

/// The resources lie in a static library: nothing but this call makes the linker take them along.
static void takeResourcesAlong() { Q_INIT_RESOURCE(stepwright); }

namespace designer {

namespace {

constexpr qreal smallGlyph = 14;

QByteArray source(const QString& name)
{
    static QHash<QString, QByteArray> read;
    static const bool taken = (takeResourcesAlong(), true);
    Q_UNUSED(taken);
    if (const auto found = read.constFind(name); found != read.constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return *read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

/// One parsed picture for every name, colour and stroke: parsing costs more than drawing.
QSvgRenderer& renderer(const QString& name, const QColor& color, bool small)
{
    static std::map<std::tuple<QString, QRgb, bool>, std::unique_ptr<QSvgRenderer>> renderers;
    std::unique_ptr<QSvgRenderer>& found = renderers[{name, color.rgb(), small}];
    if (!found) {
        QByteArray svg = source(name);
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        if (small) // thin lines vanish in glyphs of 12 and 14 px
            svg.replace("stroke-width=\"1.75\"", "stroke-width=\"2\"");
        found = std::make_unique<QSvgRenderer>(svg);
    }
    return *found;
}

void render(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color, bool small)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * color.alphaF());
    renderer(name, color, small).render(&painter, rect);
    painter.restore();
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(QString name, Token normal) : m_name(std::move(name)), m_normal(normal) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        paintGlyph(*painter, m_name, square, colorFor(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // The size is in device pixels already.
        return glyph(m_name, qRound(std::min(size.width(), size.height()) / scale), colorFor(mode, state), scale);
    }

    QIconEngine* clone() const override { return new GlyphEngine(m_name, m_normal); }
    QString key() const override { return QStringLiteral("designer-glyph"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return source(m_name).isEmpty(); }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return color(Token::Disabled);
        // A glyph that has a meaning by its colour keeps it.
        const bool plain = m_normal == Token::Text || m_normal == Token::Text2;
        if ((mode == QIcon::Selected || state == QIcon::On) && plain)
            return color(Token::Accent);
        return color(m_normal);
    }

    QString m_name;
    Token m_normal;
};

} // namespace

QIcon icon(const QString& name, Token normal)
{
    return QIcon(new GlyphEngine(name, normal));
}

QPixmap glyph(const QString& name, int size, const QColor& color, qreal devicePixelRatio)
{
    const int side = qRound(size * devicePixelRatio);
    const QString key = QStringLiteral("glyph/%1/%2/%3/%4").arg(name).arg(side).arg(color.rgba(), 0, 16).arg(size <= smallGlyph);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        render(painter, name, QRectF(0, 0, side, side), color, size <= smallGlyph);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintGlyph(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color)
{
    render(painter, name, rect, color, rect.width() <= smallGlyph);
}

} // namespace designer
