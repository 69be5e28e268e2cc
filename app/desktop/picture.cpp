#include "app/desktop/picture.h"

#include "ui/canvas/render.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace designer {

namespace {

constexpr int largestImage = 32'000; ///< pixels along a side
constexpr int dotsPerInch = 96;

asl::Error problem(const char* text, const QString& argument = {})
{
    return {{text, {toUtf8(argument)}}, {}};
}

void paint(QPaintDevice& device, const Diagram& diagram, qreal scale)
{
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawPicture(painter, diagram, scale);
}

} // namespace

asl::Result<PictureFormat> pictureFormat(const QString& out)
{
    const QString ending = QFileInfo(out).suffix().toLower();
    if (out == u"-" || ending == u"svg")
        return PictureFormat::Svg;
    if (ending == u"png")
        return PictureFormat::Png;
    if (ending == u"pdf")
        return PictureFormat::Pdf;
    return problem("the name %1 does not tell the format of the picture: end it with .svg, .png or .pdf.", out);
}


asl::Result<std::string> picture(const Diagram& diagram, PictureFormat format, qreal scale, const QString& title)
{
    const QSizeF size = pictureSize(diagram) * scale;
    const QSize pixels(int(std::ceil(size.width())), int(std::ceil(size.height())));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Svg: {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(dotsPerInch);
        generator.setSize(pixels);
        generator.setViewBox(QRectF(QPointF(), size));
        generator.setTitle(title);
        paint(generator, diagram, scale);
        break;
    }
    case PictureFormat::Png: {
        if (std::max(pixels.width(), pixels.height()) > largestImage)
            return problem("the picture would be %1 pixels large, too many for PNG: use a smaller --scale, or SVG.",
                           QStringLiteral("%1 × %2").arg(pixels.width()).arg(pixels.height()));
        QImage image(pixels, QImage::Format_RGB32);
        image.fill(color(Token::Canvas));
        paint(image, diagram, scale);
        if (!image.save(&buffer, "PNG"))
            return problem("the picture could not be written as PNG.");
        break;
    }
    case PictureFormat::Pdf: {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(size * 72 / dotsPerInch, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        paint(writer, diagram, scale);
        break;
    }
    }
    return buffer.data().toStdString();
}

} // namespace designer
