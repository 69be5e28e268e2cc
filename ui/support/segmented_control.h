#pragma once
// SegmentedControl: a closed set of two to four views, one of which is shown.

#include <QButtonGroup>
#include <QWidget>

namespace designer {

class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList& labels, QWidget* parent = nullptr);

    int currentIndex() const { return m_group.checkedId(); }
    void setCurrentIndex(int index); ///< emits currentChanged when it changes

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup m_group;
};

} // namespace designer
