#pragma once
// GroupHead: the head of a group of rows in a panel.

#include "ui/support/labels.h"

#include <QHBoxLayout>

namespace designer {

/// "Active places  2", with room for a button at the right.
class GroupHead final : public QWidget
{
    Q_OBJECT

public:
    GroupHead(const QString& title, QWidget* parent);

    void setCount(int count);
    void addWidget(QWidget* widget) { m_row->addWidget(widget); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    ThemedLabel* m_count;
};

} // namespace designer
