#pragma once
// StageRail: the stages of a visit's data as stops on a rail: reached, not set, ahead; what changed at each.

#include "ui/simulator/data_diff.h"
#include "ui/simulator/visit_data.h"

#include <QWidget>

namespace designer {

class StageRail final : public QWidget
{
    Q_OBJECT

public:
    struct Stop
    {
        QString name;
        bool reached = false;
        bool set = false;
        QString text;      ///< "6 keys", "not set", "—"
        DiffCounts counts; ///< against the stop before; shown instead of the text when there are any

        friend bool operator==(const Stop&, const Stop&) = default;
    };

    explicit StageRail(QWidget* parent = nullptr);

    void show(std::vector<Stop> stops, int current);
    using QWidget::show;
    int current() const { return m_current; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

signals:
    void chosen(int stop);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect column(int stop) const;
    int stopAt(const QPoint& position) const;
    void choose(int stop);

    std::vector<Stop> m_stops;
    int m_current = 0;
};

} // namespace designer
