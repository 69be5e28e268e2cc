#pragma once
// TimelineChart: a bar per visit on the run's clock, and the playhead.

#include "ui/simulator/run_history.h"

#include <QAbstractScrollArea>

#include <functional>
#include <optional>

namespace designer {

class TimelineChart final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineChart(const RunHistory& history, QWidget* parent = nullptr);

    /// `shown` is the moment at which the run is looked at.
    void show(const asl::RunViewPointer& shown, std::optional<asl::VisitId> selected);
    using QWidget::show;

    QSize sizeHint() const override { return {620, 170}; }

signals:
    void visitChosen(asl::VisitId visit);
    void eventChosen(qint64 id); ///< go to this moment
    void beginningChosen(asl::VisitId visit); ///< go to the moment at which it began
    void stepChosen(quint64 step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// Where things are: by the clock, or by event where no time passes.
    double unitAt(asl::VirtualTime time, std::int64_t event) const;
    double beginningOf(const asl::VisitRecord& visit) const;
    double lastUnit() const;
    double playheadUnit() const;
    int xOf(double unit) const;
    QRect barRect(int row, const asl::VisitRecord& visit) const;
    std::optional<asl::VisitId> visitAt(const QPoint& position) const;
    int rowAt(int y) const;
    qint64 eventNear(int x) const;
    int rulerHeight() const;
    int rowHeight() const;
    void updateScrollBar();
    void dragPlayhead(int x);
    void forEachTick(const std::function<void(int x, const QString& text)>& tick) const;
    void paintHairlines(QPainter& painter) const;
    void paintRuler(QPainter& painter) const;
    void paintRow(QPainter& painter, int row) const;
    void paintEdits(QPainter& painter, int row) const;
    void paintBar(QPainter& painter, const QRect& bar, const asl::VisitRecord& visit) const;
    void paintPlayhead(QPainter& painter) const;
    QString barText(const asl::VisitRecord& visit, asl::VisitId id) const;

    enum class Drag { None, Column, Playhead };

    const RunHistory& m_history;
    asl::RunViewPointer m_shown;
    std::optional<asl::VisitId> m_selected;
    int m_nameColumn = 188;
    Drag m_drag = Drag::None;
    qint64 m_draggedTo = 0;
};

} // namespace designer
