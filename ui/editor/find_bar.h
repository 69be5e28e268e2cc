#pragma once
// FindBar: looks for a text in the code, forwards and backwards.

#include <QTimer>
#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace designer {

class TextView;
class Workspace;

class FindBar final : public QWidget
{
    Q_OBJECT

public:
    FindBar(TextView& view, Workspace& workspace, QWidget* parent = nullptr);

    void open(); ///< with the selected text, if it is on one line
    void close();
    void next();
    void previous();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();
    void show(qsizetype match);
    void step(int direction);

    TextView& m_view;
    Workspace& m_workspace;
    QLineEdit* m_field;
    QToolButton* m_caseSensitive;
    QLabel* m_count;
    QTimer m_again; ///< searches anew after the text changed
    std::vector<std::size_t> m_matches; ///< bytes where they begin
    std::size_t m_matchSize = 0;
    std::size_t m_from = 0; ///< byte from which a typed text is looked for
};

} // namespace designer
