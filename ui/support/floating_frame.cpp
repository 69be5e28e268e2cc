#include "ui/support/floating_frame.h"

#include "ui/support/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace designer {

namespace {

constexpr int distance = 3;

} // namespace

FloatingFrame::FloatingFrame(QWidget* parent, Qt::WindowFlags flags) : QFrame(parent, flags) {}

void FloatingFrame::placeAt(const QRect& line, int shift)
{
    QPoint corner(line.left() + shift, line.bottom() + distance);
    if (const QScreen* screen = QGuiApplication::screenAt(line.center())) {
        const QRect available = screen->availableGeometry();
        const int above = line.top() - height() - distance;
        if (corner.y() + height() > available.bottom() && above >= available.top())
            corner.setY(above);
        corner.setX(std::clamp(corner.x(), available.left(), std::max(available.left(), available.right() - width())));
    }
    move(corner);
}

void FloatingFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Raised));
    painter.setPen(QPen(color(Token::Border), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace designer
