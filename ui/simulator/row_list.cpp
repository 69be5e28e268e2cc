#include "ui/simulator/row_list.h"

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace designer {

namespace {

constexpr int padding = 12;
constexpr int glyphSide = 16;
constexpr int indentStep = 16;
constexpr int buttonSide = 24;
constexpr int lowRow = 30;
constexpr int highRow = 40;
constexpr int mostVisible = 480; ///< a longer list scrolls

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const auto& row = static_cast<const RowModel*>(index.model())->row(index.row());
        return {100, Theme::current().height(row.detail.isEmpty() ? lowRow : highRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& row = static_cast<const RowModel*>(index.model())->row(index.row());
        QStyle::State state = option.state;
        state.setFlag(QStyle::State_HasFocus, option.widget && option.widget->hasFocus());
        paintRow(*painter, option.rect, state);

        QRect place = option.rect.adjusted(padding + row.indent * indentStep, 0, -padding, 0);
        const qreal ratio = painter->device()->devicePixelRatioF();
        if (!row.glyph.isEmpty())
            painter->drawPixmap(place.left(), place.top() + (place.height() - glyphSide) / 2, glyph(row.glyph, glyphSide, row.glyphColor, ratio));
        if (!row.glyph.isEmpty() || !row.code)
            place.setLeft(place.left() + glyphSide + 8);
        if (!row.button.isEmpty()) {
            if (state.testFlag(QStyle::State_MouseOver) || state.testFlag(QStyle::State_Selected))
                painter->drawPixmap(place.right() - 15, place.top() + (place.height() - glyphSide) / 2, glyph(row.button, glyphSide, color(Token::Text2), ratio));
            place.setRight(place.right() - buttonSide);
        }

        QRect first = place;
        if (!row.detail.isEmpty()) {
            first.setBottom(place.top() + place.height() / 2);
            QRect second = place;
            second.setTop(first.bottom());
            painter->setFont(font(FontRole::Caption));
            painter->setPen(color(Token::Text2));
            if (row.detailIsCode) {
                QFont code = font(FontRole::Code);
                code.setPointSizeF(font(FontRole::Caption).pointSizeF());
                painter->setFont(code);
                painter->setPen(color(Token::SExpr));
            }
            painter->drawText(second.adjusted(0, 0, 0, -4), Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(row.detail, Qt::ElideRight, place.width()));
            first.setTop(first.top() + 4);
        }
        if (!row.value.isEmpty()) {
            painter->setFont(font(FontRole::Code));
            painter->setPen(row.valueColor);
            const QString value = painter->fontMetrics().elidedText(row.value, Qt::ElideRight, first.width() * 3 / 5);
            painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, value);
            first.setRight(first.right() - painter->fontMetrics().horizontalAdvance(value) - 8);
        }
        painter->setFont(font(row.code ? FontRole::Code : row.strong ? FontRole::BodyStrong : FontRole::Body));
        painter->setPen(color(row.code ? Token::SExpr : Token::Text));
        const QString title = painter->fontMetrics().elidedText(row.title, Qt::ElideRight, first.width());
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft, title);
        if (row.titleEnd.isEmpty())
            return;
        first.setLeft(first.left() + painter->fontMetrics().horizontalAdvance(title + QLatin1Char(' ')));
        painter->setFont(font(FontRole::Body));
        painter->setPen(color(Token::Text2));
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(row.titleEnd, Qt::ElideRight, first.width()));
    }
};

} // namespace

void RowModel::show(std::vector<ListRow> rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) { // what is selected and hovered stays
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    const ListRow& shown = row(index.row());
    QString title = shown.titleEnd.isEmpty() ? shown.title : shown.title + QLatin1Char(' ') + shown.titleEnd;
    if (!shown.value.isEmpty())
        title += QStringLiteral(": ") + shown.value;
    if (role == Qt::DisplayRole)
        return title;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return shown.detail.isEmpty() ? title : title + QLatin1Char('\n') + shown.detail;
    return {};
}

RowList::RowList(const QString& accessibleName, QWidget* parent) : QListView(parent), m_model(new RowModel(this))
{
    setModel(m_model);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(accessibleName);
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { emit chosen(index.row()); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { emit chosen(index.row()); });
}

void RowList::show(std::vector<ListRow> rows)
{
    const auto count = static_cast<int>(rows.size());
    const bool resized = count != m_model->rowCount();
    m_model->show(std::move(rows));
    if (!m_scrolls)
        setVisible(count > 0);
    if (resized)
        updateGeometry();
}

void RowList::setCurrentRow(int row)
{
    if (row < 0)
        setCurrentIndex({});
    else if (row != currentRow())
        setCurrentIndex(m_model->index(row));
}

QSize RowList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount() && height < mostVisible; ++row)
        height += sizeHintForRow(row);
    return {200, std::min(height, mostVisible)};
}

QSize RowList::minimumSizeHint() const
{
    return {100, m_scrolls ? lowRow : sizeHint().height()};
}

void RowList::setScrolls()
{
    m_scrolls = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QRect RowList::buttonRect(const QModelIndex& index) const
{
    QRect rect = visualRect(index);
    rect.setLeft(rect.right() - padding - buttonSide);
    return rect;
}

void RowList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && !m_model->row(index.row()).button.isEmpty() && buttonRect(index).contains(event->position().toPoint())) {
        m_onButton = true;
        emit buttonPressed(index.row());
        return;
    }
    QListView::mousePressEvent(event);
}

/// The view would take it for a click on the row that was pressed before.
void RowList::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_onButton, false))
        QListView::mouseReleaseEvent(event);
}

void RowList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid() && !m_model->row(currentRow()).button.isEmpty()) {
        emit buttonPressed(currentRow());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace designer
