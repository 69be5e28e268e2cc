// How the style draws controls in their states (design system, section 7).

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace designer {

namespace {

constexpr qreal fieldRadius = 5;
constexpr qreal toolRadius = 6;
constexpr qreal checkRadius = 3;
constexpr qreal ringWidth = 2;

qreal lineWidth() { return Theme::current().isHighContrast() ? 2 : 1; }
qreal focusWidth() { return Theme::current().isHighContrast() ? 3 : ringWidth; }

/// Focus that came by a key: other controls than fields show their ring only then.
bool focusedByKey(QStyle::State state)
{
    return state.testFlag(QStyle::State_HasFocus) && state.testFlag(QStyle::State_KeyboardFocusChange);
}

void paintFocus(QPainter& painter, const QRectF& rect, qreal radius)
{
    paintRounded(painter, rect, radius, Qt::transparent, color(Token::Focus), focusWidth());
}

bool isDefault(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void paintButton(QPainter& painter, const QStyleOption* option)
{
    const QStyle::State state = option->state;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const bool pressed = state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On);
    const bool hovered = state.testFlag(QStyle::State_MouseOver);
    const QRectF rect(option->rect);
    if (isDefault(option)) {
        const Token fill = !enabled ? Token::Pill : pressed ? Token::AccentPressed : hovered ? Token::AccentHover : Token::AccentFill;
        paintRounded(painter, rect, fieldRadius, color(fill));
    } else if (button && button->features.testFlag(QStyleOptionButton::Flat)) {
        if (enabled && (pressed || hovered))
            paintRounded(painter, rect, fieldRadius, color(pressed ? Token::Pressed : Token::Hover));
    } else {
        const Token fill = !enabled ? Token::Surface : pressed ? Token::Pressed : hovered ? Token::Hover : Token::Raised;
        paintRounded(painter, rect, fieldRadius, color(fill), color(enabled ? Token::Control : Token::Sep), lineWidth());
    }
    if (focusedByKey(state))
        paintFocus(painter, rect, fieldRadius);
}

void paintToolButton(QPainter& painter, const QStyleOption* option)
{
    const QStyle::State state = option->state;
    const QRectF rect(option->rect);
    if (state.testFlag(QStyle::State_Enabled)) {
        if (state.testFlag(QStyle::State_Sunken))
            paintRounded(painter, rect, toolRadius, color(Token::Pressed));
        else if (state.testFlag(QStyle::State_On))
            paintRounded(painter, rect, toolRadius, color(Token::AccentSoft2));
        else if (state.testFlag(QStyle::State_MouseOver))
            paintRounded(painter, rect, toolRadius, color(Token::Hover));
    }
    if (focusedByKey(state))
        paintFocus(painter, rect, toolRadius);
}

void paintCheck(QPainter& painter, const QStyleOption* option, bool round)
{
    const QStyle::State state = option->state;
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const bool on = state.testFlag(QStyle::State_On);
    const bool partly = state.testFlag(QStyle::State_NoChange);
    const QRectF rect(option->rect);
    const qreal radius = round ? rect.width() / 2 : checkRadius;
    if (on || partly) {
        paintRounded(painter, rect, radius, color(enabled ? Token::AccentFill : Token::Pill));
        const QColor mark = color(enabled ? Token::OnAccent : Token::Disabled);
        if (round)
            paintRounded(painter, rect.adjusted(5, 5, -5, -5), 3, mark);
        else if (partly)
            paintRounded(painter, QRectF(rect.x() + 4, rect.center().y() - 1, rect.width() - 8, 2), 1, mark);
        else
            paintGlyph(painter, QStringLiteral("ui-check"), rect.adjusted(2, 2, -2, -2), mark);
    } else {
        const Token line = !enabled ? Token::Sep : state.testFlag(QStyle::State_MouseOver) ? Token::Text2 : Token::Control;
        paintRounded(painter, rect, radius, color(enabled ? Token::Field : Token::Surface), color(line), lineWidth());
    }
    if (focusedByKey(state))
        paintFocus(painter, rect.adjusted(-2, -2, 2, 2), radius + 2);
}

void paintTab(QPainter& painter, const QStyleOptionTab& tab, bool compact)
{
    const QRectF rect(tab.rect);
    const qreal inset = compact ? 4 : 8;
    if (tab.state.testFlag(QStyle::State_MouseOver) && !tab.state.testFlag(QStyle::State_Selected) && tab.state.testFlag(QStyle::State_Enabled))
        paintRounded(painter, rect.adjusted(4, 4, -4, -4), fieldRadius, color(Token::Hover));
    if (tab.state.testFlag(QStyle::State_Selected))
        painter.fillRect(QRectF(rect.x() + inset, rect.bottom() - 2, rect.width() - 2 * inset, 2), color(Token::Accent));
    if (tab.state.testFlag(QStyle::State_HasFocus) && focusedByKey(tab.state))
        paintFocus(painter, rect.adjusted(3, 3, -3, -3), fieldRadius);
}

void paintThumb(QPainter& painter, const QStyleOptionSlider& slider, QRect thumb)
{
    if (slider.maximum <= slider.minimum)
        return;
    const bool active = slider.state.testFlag(QStyle::State_MouseOver) || slider.state.testFlag(QStyle::State_Sunken);
    paintRounded(painter, QRectF(thumb).adjusted(2, 2, -2, -2), 4, color(active ? Token::Control : Token::Border));
}

} // namespace

void paintRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool stroked = line.alpha() > 0;
    painter.setBrush(fill.alpha() > 0 ? QBrush(fill) : Qt::NoBrush);
    painter.setPen(stroked ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = stroked ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintField(QPainter& painter, const QRect& rect, QStyle::State state, bool error)
{
    const bool enabled = state.testFlag(QStyle::State_Enabled) && !state.testFlag(QStyle::State_ReadOnly);
    const bool focused = enabled && state.testFlag(QStyle::State_HasFocus);
    const bool hovered = enabled && state.testFlag(QStyle::State_MouseOver);
    const Token line = !enabled ? Token::Sep : error ? Token::Err : focused ? Token::Focus : hovered ? Token::Text2 : Token::Control;
    paintRounded(painter, rect, fieldRadius, color(enabled ? Token::Field : Token::Surface), color(line), focused ? focusWidth() : lineWidth());
}

void paintRow(QPainter& painter, const QRect& rect, QStyle::State state, qreal radius)
{
    if (state.testFlag(QStyle::State_Selected))
        paintRounded(painter, rect, radius, color(state.testFlag(QStyle::State_HasFocus) ? Token::AccentSoft2 : Token::AccentSoft));
    else if (state.testFlag(QStyle::State_MouseOver) && state.testFlag(QStyle::State_Enabled))
        paintRounded(painter, rect, radius, color(Token::Hover));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            paintField(*painter, option->rect, option->state, widget && widget->property(errorProperty).toBool());
        return;
    case PE_FrameLineEdit: return; // drawn with the panel
    case PE_Frame:
        if (widget && widget->property(fieldProperty).toBool()) {
            paintField(*painter, option->rect, option->state, widget->property(errorProperty).toBool());
            return;
        }
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            paintRounded(*painter, option->rect, 0, Qt::transparent, color(Token::Border), lineWidth());
        return;
    case PE_PanelButtonCommand: paintButton(*painter, option); return;
    case PE_PanelButtonTool: paintToolButton(*painter, option); return;
    case PE_FrameDefaultButton: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintCheck(*painter, option, false); return;
    case PE_IndicatorRadioButton: paintCheck(*painter, option, true); return;
    case PE_FrameFocusRect: // fields, buttons, tabs and rows draw their own
        if (focusedByKey(option->state) && widget && qobject_cast<const QAbstractItemView*>(widget))
            paintFocus(*painter, option->rect, 4);
        return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        paintRow(*painter, option->rect, option->state);
        return;
    }
    case PE_PanelItemViewRow: return; // the item's own ground covers the row
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            QRectF box(0, 0, 12, 12);
            box.moveCenter(QRectF(option->rect).center());
            paintGlyph(*painter, option->state.testFlag(State_Open) ? QStringLiteral("ui-chevron-down") : QStringLiteral("ui-chevron-right"),
                       box, color(Token::Text2));
        }
        return;
    case PE_FrameTabBarBase: painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(Token::Border)); return;
    case PE_FrameTabWidget: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel: paintButton(*painter, option); return;
    case CE_PushButtonLabel: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        QStyleOptionButton label = *button;
        if (isDefault(option) && option->state.testFlag(State_Enabled))
            label.palette.setColor(QPalette::ButtonText, color(Token::OnAccent));
        label.state &= ~(State_Sunken | State_On);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    case CE_TabBarTabShape:
        paintTab(*painter, *qstyleoption_cast<const QStyleOptionTab*>(option), widget && widget->property(compactTabsProperty).toBool());
        return;
    case CE_TabBarTabLabel: {
        QStyleOptionTab label = *qstyleoption_cast<const QStyleOptionTab*>(option);
        const bool active = label.state.testFlag(State_Selected) || label.state.testFlag(State_MouseOver);
        label.palette.setColor(QPalette::WindowText, color(!label.state.testFlag(State_Enabled) ? Token::Disabled : active ? Token::Text : Token::Text2));
        label.state &= ~State_HasFocus; // the ring is drawn with the shape
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    case CE_HeaderSection:
        painter->fillRect(option->rect, color(option->state.testFlag(State_MouseOver) ? Token::Hover : Token::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(Token::Sep));
        return;
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, color(Token::Window)); return;
    case CE_ComboBoxLabel: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        QRect place = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        if (!combo->currentIcon.isNull()) {
            const QIcon::Mode mode = option->state.testFlag(State_Enabled) ? QIcon::Normal : QIcon::Disabled;
            combo->currentIcon.paint(painter, QRect(QPoint(place.left() + 2, place.center().y() - combo->iconSize.height() / 2), combo->iconSize), Qt::AlignCenter, mode);
            place.setLeft(place.left() + 2 + combo->iconSize.width() + 6);
        } else {
            place.setLeft(place.left() + 2);
        }
        if (!combo->editable)
            drawItemText(painter, place, Qt::AlignVCenter | Qt::AlignLeft, combo->palette, option->state.testFlag(State_Enabled),
                         combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, place.width()), QPalette::Text);
        return;
    }
    case CE_Splitter: {
        const bool vertical = option->state.testFlag(State_Horizontal); // a splitter of columns has a vertical handle
        const QPoint middle = option->rect.center();
        const QRect line = vertical ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                                    : QRect(option->rect.left(), middle.y(), option->rect.width(), 1);
        painter->fillRect(line, color(Token::Border));
        return;
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo->frame)
            paintField(*painter, option->rect, option->state, widget && widget->property(errorProperty).toBool());
        QRectF box(0, 0, 12, 12);
        box.moveCenter(QRectF(subControlRect(control, option, SC_ComboBoxArrow, widget)).center());
        paintGlyph(*painter, QStringLiteral("ui-chevron-down"), box,
                   color(option->state.testFlag(State_Enabled) ? Token::Text2 : Token::Disabled));
        return;
    }
    if (control == CC_ScrollBar) {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        paintThumb(*painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace designer
