#include "ui/support/segmented_control.h"

#include "ui/support/style.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace designer {

namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(const QString& text, QWidget* parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFont(designer::font(FontRole::BodyMedium));
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text()) + 20, Theme::current().height(24)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (isChecked())
            paintRounded(painter, rect(), 4, color(Token::Raised), color(Token::Border));
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            paintRounded(painter, rect(), 4, Qt::transparent, color(Token::Focus), 2);
        painter.setPen(color(!isEnabled() ? Token::Disabled : isChecked() || underMouse() ? Token::Text : Token::Text2));
        painter.drawText(rect().adjusted(4, 0, -4, 0), Qt::AlignCenter | Qt::TextSingleLine, fontMetrics().elidedText(text(), Qt::ElideRight, width() - 8));
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList& labels, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    for (int index = 0; index < labels.size(); ++index) {
        auto* segment = new Segment(labels[index], this);
        m_group.addButton(segment, index);
        row->addWidget(segment);
    }
    if (!labels.isEmpty())
        m_group.button(0)->setChecked(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            emit currentChanged(index);
    });
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton* segment = m_group.button(index))
        segment->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRounded(painter, rect(), 6, color(Token::Pill));
}

} // namespace designer
