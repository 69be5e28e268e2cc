#pragma once
// DataTree: a value as rows of keys and values, with marks for what was added, removed and changed against another value.

#include "ui/simulator/data_part.h"
#include "ui/simulator/data_rows.h"

#include <QListView>

#include <optional>

namespace designer {

class DataTree final : public QListView
{
    Q_OBJECT

public:
    explicit DataTree(QWidget* parent = nullptr);

    /// `before`: Undefined: no comparison. Nothing happens when the same is shown already.
    void show(const asl::Data& value, const std::optional<asl::Data>& before);
    using QWidget::show;
    /// The rows are named values: the outermost keys are whole paths ("$$.State.Name").
    void setNamedValues();
    /// Said at the right end of outermost rows, by key: where a value comes from. Before show().
    void setNotes(std::map<std::string, QString> notes) { m_model->setNotes(std::move(notes)); }

    /// Its values can be changed: a double-click or Enter on a scalar, F2 or the menu on anything.
    void setEditable(bool editable);
    bool isEditable() const { return m_editable; }

public slots:
    void goToNextDifference();     ///< F7
    void goToPreviousDifference(); ///< Shift+F7

signals:
    void editWanted(const designer::DataPart& part);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void step(int direction);
    void copyValue(int row);
    void copyPath(int row);
    void openValue(int row);
    void edit(int row);

    DataRows* m_model;
    asl::Data m_value;
    std::optional<asl::Data> m_before;
    bool m_editable = false;
};

/// The value in one line: a scalar as JSON, "6 keys", "3 items".
QString valueSummary(const asl::Data& value);
/// Its colour in code.
QColor valueInk(const asl::Data& value);
/// "+2 −1 ~1" in the colours of the marks, from `x` on; answers where it ends.
int paintCounts(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const DiffCounts& counts);
QString countsText(const DiffCounts& counts);

} // namespace designer
