#pragma once
// Gutter: the strip beside the text: line numbers, marks of cut lines, the selected states' bar, breakpoints, problems. And the
// scroll bar that shows where problems are.

#include <QScrollBar>
#include <QWidget>

#include <vector>

namespace designer {

class TextView;
class Workspace;

class Gutter final : public QWidget
{
    Q_OBJECT

public:
    Gutter(TextView& view, Workspace& workspace, QWidget* parent = nullptr);
    void setBreakpointRows(std::vector<std::size_t> rows); ///< sorted
    QSize sizeHint() const override;

signals:
    void breakpointClicked(std::size_t row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString problemsOf(std::size_t row) const;

    TextView& m_view;
    Workspace& m_workspace;
    std::vector<std::size_t> m_breakpointRows;
};

class ProblemScrollBar final : public QScrollBar
{
    Q_OBJECT

public:
    ProblemScrollBar(TextView& view, Workspace& workspace);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextView& m_view;
    Workspace& m_workspace;
};

} // namespace designer
