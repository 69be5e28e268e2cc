#pragma once
// ProblemModel: the diagnostics with their places; ProblemFilter: those of the chosen severities that hold the search text;
// ProblemDelegate paints a row.

#include "core/document/snapshot.h"
#include "core/validation/diagnostic.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <vector>

namespace designer {

class ProblemModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TextRole = Qt::DisplayRole, PlaceRole = Qt::UserRole, CodeRole, SeverityRole, HasFixRole };

    using QAbstractListModel::QAbstractListModel;

    void show(asl::SnapshotPointer snapshot, const std::vector<asl::Diagnostic>& diagnostics);
    const asl::Diagnostic& diagnostic(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int count(asl::Severity severity) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    /// What a row says is put together when it is looked at: a broken text has thousands of problems.
    asl::SnapshotPointer m_snapshot;
    std::vector<asl::Diagnostic> m_rows;
};

class ProblemFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSeverityShown(asl::Severity severity, bool shown);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_shown[3] = {true, true, true};
    QString m_text;
};

class ProblemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where a click on the row means its fixes.
    static QRect fixRect(const QRect& row);
};

} // namespace designer
