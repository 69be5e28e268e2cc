#pragma once
// PaletteModel: the entries that are shown, under their group heads; PaletteDelegate paints them.

#include "ui/palette/palette_entries.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace designer {

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PaletteModel(QObject* parent = nullptr);

    /// Entries of one kind; with a search text, those of every kind that fit it.
    void show(PaletteEntry::Kind kind, const QString& search);
    const PaletteEntry* entry(const QModelIndex& index) const; ///< null for a group head
    QModelIndex firstEntry() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        QString head;                         ///< of a group; empty for an entry
        const PaletteEntry* entry = nullptr;
    };
    void addTyped(const QStringList& words);

    std::vector<PaletteEntry> m_entries;
    std::vector<PaletteEntry> m_typed; ///< actions of SDK services that only the search names
    std::vector<Row> m_rows;
};

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace designer
