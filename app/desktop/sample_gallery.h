#pragma once
// SampleGallery: the samples as cards with small drawings of their graphs, in at most three columns.

#include "app/desktop/samples.h"
#include "ui/canvas/diagram.h"

#include <QAbstractButton>

#include <vector>

namespace designer {

class Lane;

class SampleCard final : public QAbstractButton
{
    Q_OBJECT

public:
    SampleCard(Sample sample, QWidget* parent);

    const Sample& sample() const { return m_sample; }
    void setDiagram(DiagramPointer diagram);
    static int designedHeight();

signals:
    void arrowPressed(int key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintDrawing(QPainter& painter, const QRectF& rect) const;
    void paintTexts(QPainter& painter, const QRect& rect) const;

    Sample m_sample;
    DiagramPointer m_diagram;
};

class SampleGallery final : public QWidget
{
    Q_OBJECT

public:
    explicit SampleGallery(Lane& layoutLane, QWidget* parent = nullptr);

    /// Shows only the samples in whose texts all words of `text` stand.
    void setFilter(const QString& text);

signals:
    void chosen(const QString& id);
    void focusMoved(QWidget* card); ///< so that it can be scrolled into view

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawThumbnails(Lane& layoutLane);
    void arrange();
    void moveFocus(const SampleCard* from, int key);

    std::vector<SampleCard*> m_cards;
    std::vector<SampleCard*> m_shown;
    int m_columns = 3;
};

} // namespace designer
