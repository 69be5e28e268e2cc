#include "ui/simulator/run_clock.h"

#include "ui/simulator/run_words.h"
#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>

namespace designer {

namespace {

constexpr int frameHeight = 28;

QFont clockFont()
{
    QFont face = font(FontRole::Code);
    face.setPointSizeF(font(FontRole::Body).pointSizeF());
    face.setWeight(QFont::DemiBold);
    return face;
}

} // namespace

RunClock::RunClock(SimulationController& controller, QAction* nextEvent, QWidget* parent) : QWidget(parent), m_controller(controller)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(nextEvent);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_next = button;
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("The run's own clock: waits take no time"));
    connect(&controller, &SimulationController::viewChanged, this, [this] {
        const asl::RunViewPointer& view = m_controller.view();
        setAccessibleName(view ? tr("Virtual time %1").arg(clockText(view->now - view->started)) : QString());
        update();
    });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

int RunClock::clockWidth() const
{
    return 8 + 20 + 6 + QFontMetrics(clockFont()).horizontalAdvance(QStringLiteral("00:00:00.000")) + 8
        + QFontMetrics(designer::font(FontRole::Caption)).horizontalAdvance(tr("virtual")) + 10;
}

QSize RunClock::sizeHint() const
{
    return {clockWidth() + m_next->sizeHint().width() + 6, Theme::current().height(frameHeight)};
}

void RunClock::resizeEvent(QResizeEvent*)
{
    m_next->setGeometry(clockWidth() + 2, 2, width() - clockWidth() - 4, height() - 4);
}

void RunClock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), 5, color(Token::Field), color(Token::Border));
    painter.drawPixmap(8, (height() - 18) / 2, glyph(QStringLiteral("sim-virtual-time"), 18, color(Token::Text2), devicePixelRatioF()));
    const asl::RunViewPointer& view = m_controller.view();
    QRect place(34, 0, width(), height());
    painter.setFont(clockFont());
    painter.setPen(color(Token::Text));
    const QString time = clockText(view ? view->now - view->started : 0);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, time);
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(time) + 8);
    painter.setFont(designer::font(FontRole::Caption));
    painter.setPen(color(Token::Text2));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, tr("virtual"));
    painter.fillRect(QRectF(clockWidth(), 1, hairline(devicePixelRatioF()), height() - 2), color(Token::Border));
}

} // namespace designer
