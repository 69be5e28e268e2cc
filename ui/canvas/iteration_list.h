#pragma once
// IterationList: the iterations of a Map in a run, grouped by status, worst first.

#include "ui/canvas/run_overlay.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace designer {

class IterationList final : public QFrame
{
    Q_OBJECT

public:
    IterationList(const MapProgress& progress, QWidget* parent);

    void openAt(QPoint globalPosition);

signals:
    void chosen(quint32 iteration);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose(QListWidgetItem* item);

    MapProgress m_progress;
    QComboBox* m_filter;
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace designer
