#pragma once
// DataTree: a value as rows of keys and values, with marks for what was added, removed and changed against another value.

#include "ui/simulator/data_diff.h"

#include <QAbstractListModel>
#include <QListView>

#include <map>
#include <optional>

namespace designer {

/// The rows that are open, flattened.
class DataRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        const DataDiff* node = nullptr;
        int depth = 0;
        bool expanded = false;
    };
    using QAbstractListModel::QAbstractListModel;

    void show(DataDiff root);
    void clear();
    const Row& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    void setExpanded(int index, bool expanded); ///< remembered by path
    std::string path(int index) const;
    void setNamedValues() { m_namedValues = true; }
    bool hasNamedValues() const { return m_namedValues; }
    void setNotes(std::map<std::string, QString> notes) { m_notes = std::move(notes); }
    QString note(const Row& row) const; ///< of an outermost row

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void appendChildren(std::vector<Row>& rows, const DataDiff& node, int depth, int& room) const;

    std::unique_ptr<DataDiff> m_root;
    std::vector<Row> m_rows;
    std::map<std::string, bool> m_expandedByUser;
    std::map<std::string, QString> m_notes; ///< by key
    bool m_namedValues = false;
};

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

public slots:
    void goToNextDifference();     ///< F7
    void goToPreviousDifference(); ///< Shift+F7

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

    DataRows* m_model;
    asl::Data m_value;
    std::optional<asl::Data> m_before;
};

/// The value in one line: a scalar as JSON, "6 keys", "3 items".
QString valueSummary(const asl::Data& value);
/// Its colour in code.
QColor valueInk(const asl::Data& value);
/// "+2 −1 ~1" in the colours of the marks, from `x` on; answers where it ends.
int paintCounts(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const DiffCounts& counts);
QString countsText(const DiffCounts& counts);

} // namespace designer
