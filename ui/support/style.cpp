// Measures and hints; what is drawn lies in style_painting.cpp.

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QStyleOption>
#include <QTabBar>

namespace designer {

namespace {

constexpr int controlHeight = 28;
constexpr int tabHeight = 34;
constexpr int checkSize = 16;
constexpr int scrollBarWidth = 12;
constexpr int thumbLeast = 24;
constexpr int chevronColumn = 24;

int height(int designed) { return Theme::current().height(designed); }

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QTabBar*>(widget))
        widget->setFont(font(FontRole::BodyMedium));
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return checkSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return thumbLeast;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_SplitterWidth: return 7;
    case PM_DockWidgetSeparatorExtent: return 1;
    case PM_DefaultFrameWidth: return widget && widget->property(fieldProperty).toBool() ? 2 : 1;
    case PM_ButtonMargin: return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return 16;
    case PM_ToolBarIconSize: return 20;
    case PM_TabBarTabHSpace: return widget && widget->property(compactTabsProperty).toBool() ? 12 : 24;
    case PM_TabBarTabVSpace: return 8;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return 12;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0; // a list below the field, never over it
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_UnderlineShortcut: return widget && widget->inherits("QMenuBar") ? 0 : 1;
    case SH_Table_GridLineColor: return static_cast<int>(color(Token::Sep).rgb());
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox: result.setHeight(height(controlHeight)); break;
    case CT_ComboBox: result = {size.width() + 8 + chevronColumn + 8, height(controlHeight)}; break;
    case CT_PushButton: result = {std::max(size.width() + 24, 64), height(controlHeight)}; break;
    case CT_TabBarTab: result.setHeight(height(tabHeight)); break;
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), height(24))); break;
    default: break;
    }
    return result;
}

QIcon Style::standardIcon(StandardPixmap name, const QStyleOption* option, const QWidget* widget) const
{
    switch (name) {
    case SP_MessageBoxCritical: return icon(QStringLiteral("problem-error"), Token::Err);
    case SP_MessageBoxWarning: return icon(QStringLiteral("problem-warning"), Token::Warn);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icon(QStringLiteral("problem-info"), Token::Info);
    case SP_LineEditClearButton: return icon(QStringLiteral("ui-close"), Token::Text2);
    default: return QProxyStyle::standardIcon(name, option, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            return option->rect.adjusted(6, 2, -6, -2); // with the line edit's own margin of 2 the text is inset by 8
        return option->rect;
    case SE_PushButtonFocusRect: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect rect = option->rect;
        switch (part) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, rect, QRect(rect.right() - chevronColumn + 1, rect.top(), chevronColumn, rect.height()));
        case SC_ComboBoxEditField: return visualRect(option->direction, rect, rect.adjusted(6, 2, -chevronColumn, -2));
        default: break;
        }
    }
    if (control == CC_ScrollBar) {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const bool horizontal = slider->orientation == Qt::Horizontal;
        const int length = horizontal ? slider->rect.width() : slider->rect.height();
        const int range = slider->maximum - slider->minimum;
        const int thumb = range <= 0 ? length
            : std::clamp(static_cast<int>(qint64(slider->pageStep) * length / (range + slider->pageStep)), std::min(thumbLeast, length), length);
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - thumb, slider->upsideDown);
        const auto piece = [&](int from, int size) {
            return horizontal ? QRect(slider->rect.x() + from, slider->rect.y(), size, slider->rect.height())
                              : QRect(slider->rect.x(), slider->rect.y() + from, slider->rect.width(), size);
        };
        switch (part) {
        case SC_ScrollBarGroove: return slider->rect;
        case SC_ScrollBarSlider: return piece(start, thumb);
        case SC_ScrollBarSubPage: return piece(0, start);
        case SC_ScrollBarAddPage: return piece(start + thumb, length - start - thumb);
        default: return {}; // no arrow buttons
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace designer
