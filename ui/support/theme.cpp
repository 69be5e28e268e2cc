#include "ui/support/theme.h"

#include "ui/support/style.h"

#include <QApplication>
#include <QCoreApplication>

#include <array>
#include <cmath>

namespace designer {

namespace {

/// One value for each Theme::Variant, in its order.
using Values = std::array<QRgb, 4>;

// Light, dark, high contrast dark, high contrast light.
constexpr Values tokens[] = {
    {0xf1f3f5, 0x161a20, 0x000000, 0xffffff}, // Window
    {0xfafbfc, 0x1a1f26, 0x000000, 0xffffff}, // Surface
    {0xffffff, 0x232931, 0x000000, 0xffffff}, // Raised
    {0xffffff, 0x12161b, 0x000000, 0xffffff}, // Field
    {0xfcfcfd, 0x12161b, 0x000000, 0xffffff}, // Canvas
    {0xdfe3e8, 0x262d35, 0x000000, 0xffffff}, // Dots
    {0xe3e7eb, 0x272e36, 0xffffff, 0x000000}, // Sep
    {0xcfd5db, 0x353d47, 0xffffff, 0x000000}, // Border
    {0x838d98, 0x717c88, 0xffffff, 0x000000}, // Control
    {0x16191f, 0xf2f4f7, 0xffffff, 0x000000}, // Text
    {0x5a6470, 0xaab3bd, 0xe6e6e6, 0x1f1f1f}, // Text2
    {0x68727e, 0x8e98a4, 0xc8c8c8, 0x3d3d3d}, // Placeholder
    {0x9aa3ad, 0x5f6975, 0xa0a0a0, 0x6b6b6b}, // Disabled
    {0x3457d5, 0x8fa8ff, 0xffd400, 0x0a2fa8}, // Accent
    {0x3457d5, 0x4263dc, 0xffd400, 0x0a2fa8}, // AccentFill
    {0x2a49bb, 0x4a6ae2, 0xffe566, 0x061f73}, // AccentHover
    {0x213b9c, 0x3853c0, 0xe6bf00, 0x04164f}, // AccentPressed
    {0xffffff, 0xffffff, 0x000000, 0xffffff}, // OnAccent
    {0xe8edfc, 0x232f55, 0x3a3000, 0xdfe6ff}, // AccentSoft
    {0xd6dffa, 0x2d3c6e, 0x554700, 0xc7d3ff}, // AccentSoft2
    {0xe9ecef, 0x262d36, 0x2b2b2b, 0xe6e6e6}, // Hover
    {0xdde1e6, 0x2f3741, 0x3d3d3d, 0xd0d0d0}, // Pressed
    {0x3457d5, 0x8fa8ff, 0xffd400, 0x0a2fa8}, // Focus
    {0x6b7580, 0x8a95a1, 0xffffff, 0x000000}, // Edge
    {0x3c4650, 0xc3cbd4, 0xffffff, 0x000000}, // EdgeVisited
    {0x9a5b00, 0xf0b64d, 0xffc14d, 0x6b3d00}, // Catch
    {0xffffff, 0x1b2027, 0x000000, 0xffffff}, // Label
    {0xb4bcc5, 0x4a545f, 0xffffff, 0x000000}, // LabelBorder
    {0xffffff, 0x1b2027, 0x000000, 0xffffff}, // Card
    {0x77818c, 0x7d8894, 0xffffff, 0x000000}, // CardBorder
    {0xf6f7f9, 0x161b21, 0x000000, 0xffffff}, // Container
    {0x87919c, 0x5f6a76, 0xffffff, 0x000000}, // ContainerBorder
    {0xeef1f4, 0x262d36, 0x1f1f1f, 0xeeeeee}, // Pill
    {0xeef2fd, 0x26304f, 0x1f1f1f, 0xeeeeee}, // FlowTile
    {0x3457d5, 0xa9bcff, 0xffd400, 0x0a2fa8}, // FlowGlyph
    {0xb3261e, 0xff8a80, 0xff8f86, 0x8a0f0a}, // Err
    {0x8a5200, 0xf0b64d, 0xffc14d, 0x6b3d00}, // Warn
    {0x0b63b6, 0x5ab0ff, 0x6cc0ff, 0x063f7a}, // Info
    {0x1d7a35, 0x5ccf7a, 0x62e686, 0x0b4f1e}, // Ok
    {0x0b4f8a, 0x8cc4ff, 0x8cc4ff, 0x063f7a}, // SKey
    {0x1b6b3a, 0x8fd6a4, 0x8fe6a8, 0x0b4f1e}, // SStr
    {0x9a4a00, 0xf0b36b, 0xffc14d, 0x6b3300}, // SNum
    {0x7a2fb0, 0xcda6ff, 0xd9bcff, 0x55148a}, // SKw
    {0xa3195b, 0xff9cc8, 0xffa8d0, 0x7a0f42}, // SExpr
    {0xdff3e2, 0x12351d, 0x00300f, 0xe2f7e6}, // AddBg
    {0xfde3df, 0x431817, 0x3d0000, 0xffe6e2}, // DelBg
    {0xfff0d1, 0x3d2b08, 0x332200, 0xfff2d6}, // ChgBg
    {0xf4f6fd, 0x1d2431, 0x1f1f1f, 0xeef1ff}, // Line
};
static_assert(std::size(tokens) == static_cast<std::size_t>(Token::Count), "a row for every token");

struct StatusColors
{
    const char* icon;
    const char* word;
    QRgb lightFill, darkFill; ///< in high contrast the fill is that of the card
    Values border;
};

constexpr StatusColors statuses[] = {
    {"", QT_TRANSLATE_NOOP("designer::Theme", "Not reached"), 0xffffff, 0x1b2027, {0x77818c, 0x7d8894, 0xffffff, 0x000000}},
    {"status-running", QT_TRANSLATE_NOOP("designer::Theme", "Running"), 0xd6ecff, 0x10314f, {0x0b63b6, 0x5ab0ff, 0x6cc0ff, 0x063f7a}},
    {"status-waiting", QT_TRANSLATE_NOOP("designer::Theme", "Waiting"), 0xefe5ff, 0x2c2145, {0x6b3fc0, 0xb794ff, 0xcfb4ff, 0x451a94}},
    {"status-succeeded", QT_TRANSLATE_NOOP("designer::Theme", "Succeeded"), 0xdff3e2, 0x12351d, {0x1d7a35, 0x5ccf7a, 0x62e686, 0x0b4f1e}},
    {"status-caught", QT_TRANSLATE_NOOP("designer::Theme", "Error caught"), 0xfff0d1, 0x3d2b08, {0x9a5b00, 0xf0b64d, 0xffc14d, 0x6b3d00}},
    {"status-failed", QT_TRANSLATE_NOOP("designer::Theme", "Failed"), 0xfde3df, 0x431817, {0xb3261e, 0xff8a80, 0xff8f86, 0x8a0f0a}},
    {"status-aborted", QT_TRANSLATE_NOOP("designer::Theme", "Aborted"), 0xe9ebee, 0x2a2f36, {0x5c6670, 0x98a2ad, 0xc8ccd2, 0x333a41}},
};
static_assert(std::size(statuses) == static_cast<std::size_t>(Status::Count), "a row for every status");

struct Family
{
    QLatin1String name;
    QRgb tile;
};

constexpr Family families[] = {
    {QLatin1String("compute"), 0xb4540a},  {QLatin1String("messaging"), 0xb02a6b}, {QLatin1String("database"), 0x2d5bc4},
    {QLatin1String("storage"), 0x3a7a2a},  {QLatin1String("workflow"), 0x8a3b8f},  {QLatin1String("ml"), 0x0f766e},
    {QLatin1String("analytics"), 0x6a45c0}, {QLatin1String("network"), 0x4a5a8c},  {QLatin1String("security"), 0xa8323a},
};
constexpr QRgb genericFamily = 0x566170;

const StatusColors& row(Status status) { return statuses[static_cast<std::size_t>(status)]; }

} // namespace

Theme& Theme::current()
{
    static Theme theme;
    return theme;
}

Theme::Variant Theme::preferred(const QPalette& systemPalette)
{
    return systemPalette.color(QPalette::Window).lightness() < 128 ? Variant::Dark : Variant::Light;
}

void Theme::setVariant(Variant variant)
{
    if (variant == m_variant)
        return;
    m_variant = variant;
    if (m_application)
        install(*m_application);
    emit changed();
}

void Theme::install(QApplication& application)
{
    if (!m_application) {
        application.setStyle(new Style);
        connect(&application, &QObject::destroyed, this, [this] { m_application = nullptr; });
    }
    m_application = &application;
    application.setFont(font(FontRole::Body));
    application.setPalette(palette());
    application.setStyleSheet(styleSheet(*this));
}

QColor Theme::color(Token token) const
{
    return QColor(tokens[static_cast<std::size_t>(token)][static_cast<std::size_t>(m_variant)]);
}

QColor Theme::statusFill(Status status) const
{
    if (isHighContrast())
        return color(Token::Card);
    return QColor(isDark() ? row(status).darkFill : row(status).lightFill);
}

QColor Theme::statusBorder(Status status) const
{
    return QColor(row(status).border[static_cast<std::size_t>(m_variant)]);
}

QString Theme::statusIcon(Status status)
{
    return QString::fromLatin1(row(status).icon);
}

QString Theme::statusWord(Status status)
{
    return QCoreApplication::translate("designer::Theme", row(status).word);
}

QColor Theme::familyColor(const QString& family) const
{
    for (const Family& candidate : families)
        if (candidate.name == family)
            return QColor(candidate.tile);
    return QColor(genericFamily);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token, Token disabled) {
        palette.setColor(QPalette::Active, role, color(token));
        palette.setColor(QPalette::Inactive, role, color(token));
        palette.setColor(QPalette::Disabled, role, color(disabled));
    };
    set(QPalette::Window, Token::Window, Token::Window);
    set(QPalette::WindowText, Token::Text, Token::Disabled);
    set(QPalette::Base, Token::Field, Token::Surface);
    set(QPalette::AlternateBase, Token::Surface, Token::Surface);
    set(QPalette::Text, Token::Text, Token::Disabled);
    set(QPalette::Button, Token::Raised, Token::Surface);
    set(QPalette::ButtonText, Token::Text, Token::Disabled);
    set(QPalette::BrightText, Token::OnAccent, Token::Disabled);
    set(QPalette::PlaceholderText, Token::Placeholder, Token::Disabled);
    set(QPalette::Highlight, Token::AccentSoft2, Token::Hover);
    set(QPalette::HighlightedText, Token::Text, Token::Disabled);
    set(QPalette::Link, Token::Accent, Token::Disabled);
    set(QPalette::LinkVisited, Token::Accent, Token::Disabled);
    set(QPalette::Light, Token::Raised, Token::Raised);
    set(QPalette::Midlight, Token::Sep, Token::Sep);
    set(QPalette::Mid, Token::Border, Token::Sep);
    set(QPalette::Dark, Token::Control, Token::Sep);
    set(QPalette::Shadow, Token::Border, Token::Sep);
    palette.setColor(QPalette::All, QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::All, QPalette::ToolTipText, color(Token::Text));
    return palette;
}

qreal hairline(qreal devicePixelRatio)
{
    return std::max(1.0, std::floor(devicePixelRatio)) / devicePixelRatio;
}

} // namespace designer
