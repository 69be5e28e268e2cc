// The type scale: the system's interface and fixed fonts with CJK fallbacks, in the roles of the design system.

#include "ui/support/theme.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>

#include <array>
#include <cmath>
#include <optional>

namespace designer {

namespace {

struct Role
{
    qreal factor; ///< of the body size
    QFont::Weight weight;
};

Role describe(FontRole role)
{
    switch (role) {
    case FontRole::Title: return {1.4, QFont::DemiBold};
    case FontRole::Heading: return {1.15, QFont::DemiBold};
    case FontRole::Body: return {1, QFont::Normal};
    case FontRole::BodyStrong: return {1, QFont::DemiBold};
    case FontRole::BodyMedium: return {1, QFont::Medium};
    case FontRole::Small: return {0.92, QFont::Normal};
    case FontRole::Caption: return {0.85, QFont::Normal};
    case FontRole::CaptionMedium: return {0.85, QFont::Medium};
    case FontRole::CaptionStrong: return {0.85, QFont::DemiBold};
    case FontRole::Badge: return {0.77, QFont::DemiBold};
    case FontRole::Code: return {0.92, QFont::Normal};
    }
    return {1, QFont::Normal};
}

/// Shared characters take Chinese shapes unless the Japanese face comes first, except where the locale is Chinese or Korean.
QStringList withCjkFallback(const QString& family, const QStringList& japanese)
{
    const QLocale::Language language = QLocale().language();
    const bool ownShapes = language == QLocale::Chinese || language == QLocale::Korean;
    return ownShapes ? QStringList{family} : QStringList{family} + japanese;
}

QString fixedFamily()
{
    const QString system = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    const QString actual = QFontInfo(QFont(system)).family();
    if (QFontDatabase::isSmoothlyScalable(actual) && QFontDatabase::isFixedPitch(actual))
        return system;
    for (const char* name : {"JetBrains Mono NL", "JetBrains Mono", "Cascadia Mono", "Source Code Pro", "Noto Sans Mono", "DejaVu Sans Mono"})
        if (QFontDatabase::hasFamily(QString::fromLatin1(name)))
            return QString::fromLatin1(name);
    return system;
}

struct Faces
{
    QFont interface;
    QFont mono;
};

const Faces& faces()
{
    static const Faces faces = [] {
        Faces found{QFontDatabase::systemFont(QFontDatabase::GeneralFont), QFontDatabase::systemFont(QFontDatabase::GeneralFont)};
        found.interface.setFamilies(withCjkFallback(found.interface.family(),
            {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans JP"), QStringLiteral("Source Han Sans JP"),
             QStringLiteral("IPAexGothic"), QStringLiteral("Hiragino Sans"), QStringLiteral("Yu Gothic UI"), QStringLiteral("Meiryo")}));
        found.mono.setFamilies(withCjkFallback(fixedFamily(),
            {QStringLiteral("Noto Sans Mono CJK JP"), QStringLiteral("Source Han Code JP"), QStringLiteral("IPAGothic"), QStringLiteral("MS Gothic")}));
        found.mono.setStyleHint(QFont::Monospace);
        found.mono.setFixedPitch(true);
        return found;
    }();
    return faces;
}

constexpr qreal smallestPixels = 9;
constexpr qreal designedBodyPixels = 13;

qreal bodyPixels()
{
    static const qreal pixels = QFontInfo(faces().interface).pixelSize();
    return pixels;
}

QFont made(FontRole role)
{
    const Role description = describe(role);
    QFont font = role == FontRole::Code ? faces().mono : faces().interface;
    if (role != FontRole::Body) {
        const qreal factor = std::max(description.factor, smallestPixels / bodyPixels());
        if (font.pixelSize() > 0)
            font.setPixelSize(qRound(font.pixelSize() * factor));
        else
            font.setPointSizeF(std::round(font.pointSizeF() * factor * 2) / 2);
        font.setWeight(description.weight);
    }
    return font;
}

} // namespace

QFont Theme::font(FontRole role) const
{
    static std::array<std::optional<QFont>, static_cast<std::size_t>(FontRole::Code) + 1> fonts;
    std::optional<QFont>& found = fonts[static_cast<std::size_t>(role)];
    if (!found)
        found = made(role);
    return *found;
}

int Theme::height(int designed) const
{
    const qreal factor = bodyPixels() / designedBodyPixels;
    return factor <= 1 ? designed : static_cast<int>(std::ceil(designed * factor / 2)) * 2;
}

} // namespace designer
