#pragma once
// RowButton: a row of the start page that acts: fills on hover, rings the keyboard's focus, leaves the content to others.

#include <QAbstractButton>

namespace designer {

class RowButton : public QAbstractButton
{
    Q_OBJECT

public:
    RowButton(int designedHeight, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) final;
    /// Paints what stands in the row into `rect`, which has a padding of 12 at both ends.
    virtual void paintContent(QPainter& painter, const QRect& rect) const = 0;
    void keyPressEvent(QKeyEvent* event) override; ///< Enter presses it too
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int m_designedHeight;
};

/// A command: glyph (or its place), text, its key at the right.
class CommandRow final : public RowButton
{
    Q_OBJECT

public:
    CommandRow(QString glyph, const QString& text, QString key, QWidget* parent);

protected:
    void paintContent(QPainter& painter, const QRect& rect) const override;

private:
    QString m_glyph;
    QString m_key;
};

} // namespace designer
