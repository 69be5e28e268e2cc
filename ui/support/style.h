#pragma once
// Style: Fusion with the measures and states of the design system; and the one application style sheet.

#include "ui/support/theme.h"

#include <QProxyStyle>

namespace designer {

/// Dynamic property (bool) of a field that has an error: its frame is drawn in the error colour.
inline constexpr const char* errorProperty = "designerError";
/// Dynamic property (bool) of a tab bar in a narrow panel: its tabs stand closer.
inline constexpr const char* compactTabsProperty = "designerCompactTabs";
/// Dynamic property (bool) of a scroll area or frame in a form: it is drawn as a field.
inline constexpr const char* fieldProperty = "designerField";

class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap name, const QStyleOption* option, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
};

/// Strokes or fills a rounded rectangle whose outline lies inside `rect`.
void paintRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line = Qt::transparent, qreal width = 1);
/// The frame and ground of a field in one of its states.
void paintField(QPainter& painter, const QRect& rect, QStyle::State state, bool error);
/// The ground of a list row in one of its states; nothing at rest.
void paintRow(QPainter& painter, const QRect& rect, QStyle::State state, qreal radius = 0);

/// The sheet for menu bar, tool bar, docks, tabs, status bar and tooltip, with the theme's colours.
QString styleSheet(const Theme& theme);

} // namespace designer
