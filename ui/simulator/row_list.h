#pragma once
// RowList: a short list in a panel, as high as its rows: a glyph, a title, a second line; a button at the right on hover.

#include "ui/support/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QString>

#include <vector>

namespace designer {

struct ListRow
{
    QString glyph;
    QColor glyphColor;
    QString title;
    QString titleEnd;  ///< goes on in the second colour
    QString detail;    ///< second line; rows without one are lower
    int indent = 0;
    bool strong = false;
    QString value;     ///< at the right end, in code
    QColor valueColor;
    bool code = false; ///< the title is an expression
    bool detailIsCode = false;
    QString button;    ///< glyph of the button; empty: none
    QString buttonText;

    friend bool operator==(const ListRow&, const ListRow&) = default;
};

class RowModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<ListRow> rows);
    const ListRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ListRow> m_rows;
};

class RowList final : public QListView
{
    Q_OBJECT

public:
    explicit RowList(const QString& accessibleName, QWidget* parent = nullptr);

    void show(std::vector<ListRow> rows);
    using QWidget::show;
    void setCurrentRow(int row); ///< negative: none
    void setScrolls(); ///< it takes the room it is given instead of being as high as its rows
    int currentRow() const { return currentIndex().row(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(int row);        ///< clicked, or Enter
    void buttonPressed(int row); ///< or Delete

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect buttonRect(const QModelIndex& index) const;
    RowModel* m_model;
    bool m_scrolls = false;
    bool m_onButton = false; ///< the mouse was pressed on one
};

} // namespace designer
