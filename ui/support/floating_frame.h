#pragma once
// FloatingFrame: the ground and edge of what floats over a text, and its place beside a line of it.

#include <QFrame>

namespace designer {

class FloatingFrame : public QFrame
{
    Q_OBJECT

public:
    FloatingFrame(QWidget* parent, Qt::WindowFlags flags);

    /// Moves it below a line (in global coordinates), or above where there is no room, and inside the screen.
    void placeAt(const QRect& line, int shift = 0);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace designer
