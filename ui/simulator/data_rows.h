#pragma once
// DataRows: the rows of a DataTree that are open, flattened.

#include "ui/simulator/data_diff.h"

#include <QAbstractListModel>

#include <map>

namespace designer {

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

} // namespace designer
