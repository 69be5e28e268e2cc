#include "ui/simulator/data_tree.h"

#include "core/data/json.h"
#include "ui/support/icons.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int rowHeight = 24;
constexpr int markColumn = 22;
constexpr int indentStep = 16;
constexpr int toggleColumn = 16;
constexpr int buttonSide = 24;
constexpr std::size_t longestCell = 400;  ///< characters of a value that a row can show at most

QRect toggleRect(const QRect& row, int depth)
{
    return {row.left() + markColumn + depth * indentStep, row.top(), toggleColumn, row.height()};
}

QRect copyRect(const QRect& row, int fromRight)
{
    return {row.right() - 4 - buttonSide * (fromRight + 1), row.top(), buttonSide, row.height()};
}

class DataDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, Theme::current().height(rowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const DataRows::Row& row = static_cast<const DataRows*>(index.model())->row(index.row());
        const DataDiff& node = *row.node;
        paintMark(*painter, option.rect, node);
        QStyle::State state = option.state;
        state.setFlag(QStyle::State_HasFocus, option.widget && option.widget->hasFocus());
        if (state.testFlag(QStyle::State_Selected) || node.mark() == DataDiff::Mark::Same || node.hasInnerChanges())
            paintRow(*painter, option.rect, state);

        const qreal ratio = painter->device()->devicePixelRatioF();
        if (node.hasChildren()) {
            const QRect toggle = toggleRect(option.rect, row.depth);
            const QString name = row.expanded ? QStringLiteral("ui-chevron-down") : QStringLiteral("ui-chevron-right");
            painter->drawPixmap(toggle.left() + 2, toggle.top() + (toggle.height() - 12) / 2, glyph(name, 12, color(Token::Text2), ratio));
        }
        QRect place = option.rect.adjusted(markColumn + row.depth * indentStep + toggleColumn, 0, -8, 0);
        const bool hovered = state.testFlag(QStyle::State_MouseOver);
        if (hovered) {
            painter->drawPixmap(copyRect(option.rect, 0).left() + 4, place.top() + (place.height() - 16) / 2, glyph(QStringLiteral("ui-copy"), 16, color(Token::Text2), ratio));
            place.setRight(copyRect(option.rect, 0).left() - 4);
            if (static_cast<const DataTree*>(option.widget)->isEditable()) {
                painter->drawPixmap(copyRect(option.rect, 1).left() + 4, place.top() + (place.height() - 16) / 2, glyph(QStringLiteral("ui-edit"), 16, color(Token::Text2), ratio));
                place.setRight(copyRect(option.rect, 1).left() - 4);
            }
        }
        const auto& model = *static_cast<const DataRows*>(index.model());
        if (const QString note = model.note(row); !note.isEmpty() && !hovered) {
            painter->setFont(font(FontRole::Caption));
            painter->setPen(color(Token::Text2));
            const QString shown = painter->fontMetrics().elidedText(note, Qt::ElideRight, place.width() * 2 / 5);
            painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shown);
            place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(shown) - 8);
        }
        painter->setFont(font(FontRole::Code));
        const bool named = row.depth == 0 && model.hasNamedValues();
        paintKey(*painter, place, node, named ? Token::SExpr : Token::SKey);
        paintValue(*painter, place, row);
    }

private:
    static void paintMark(QPainter& painter, const QRect& rect, const DataDiff& node)
    {
        Token ground = Token::AddBg;
        Token ink = Token::Ok;
        QString sign = QStringLiteral("+");
        if (node.mark() == DataDiff::Mark::Removed) {
            ground = Token::DelBg;
            ink = Token::Err;
            sign = QStringLiteral("−");
        } else if (node.mark() == DataDiff::Mark::Changed && !node.hasInnerChanges()) {
            ground = Token::ChgBg;
            ink = Token::Warn;
            sign = QStringLiteral("~");
        } else if (node.mark() != DataDiff::Mark::Added) {
            return;
        }
        painter.fillRect(rect, color(ground));
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), color(ink));
        painter.setFont(font(FontRole::Code));
        painter.setPen(color(ink));
        painter.drawText(QRect(rect.left() + 6, rect.top(), markColumn - 6, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, sign);
    }

    static void paintPart(QPainter& painter, QRect& place, const QString& text, const QColor& ink)
    {
        if (place.width() <= 0)
            return;
        painter.setPen(ink);
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(shown));
    }

    static void paintKey(QPainter& painter, QRect& place, const DataDiff& node, Token ink)
    {
        const bool removed = node.mark() == DataDiff::Mark::Removed;
        if (node.index() >= 0)
            paintPart(painter, place, QString::number(node.index()), color(Token::Text2));
        else if (!node.key().empty() || node.isMember())
            paintPart(painter, place, toQString(node.key()), color(removed ? Token::Text2 : ink));
        else
            return;
        paintPart(painter, place, QStringLiteral(": "), color(Token::Text2));
    }

    static void paintValue(QPainter& painter, QRect& place, const DataRows::Row& row)
    {
        const DataDiff& node = *row.node;
        if (node.hasInnerChanges() && !row.expanded) {
            const int left = paintCounts(painter, place, Qt::AlignRight, node.counts());
            place.setRight(left - 8);
        }
        if (node.mark() == DataDiff::Mark::Changed && !node.hasInnerChanges()) {
            paintPart(painter, place, valueSummary(node.before()), color(Token::Text2));
            paintPart(painter, place, QStringLiteral(" → "), color(Token::Text2));
        }
        const bool removed = node.mark() == DataDiff::Mark::Removed;
        paintPart(painter, place, valueSummary(node.value()), removed ? color(Token::Text2) : valueInk(node.value()));
    }
};

} // namespace

// ---- View

DataTree::DataTree(QWidget* parent) : QListView(parent), m_model(new DataRows(this))
{
    setModel(m_model);
    setItemDelegate(new DataDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
    setAccessibleName(tr("Value"));
}

void DataTree::show(const asl::Data& value, const std::optional<asl::Data>& before)
{
    if (value == m_value && value.isUndefined() == m_value.isUndefined() && before == m_before && m_model->rowCount() > 0)
        return;
    m_value = value;
    m_before = before;
    if (value.isUndefined())
        m_model->clear();
    else if (before)
        m_model->show(DataDiff(*before, value));
    else
        m_model->show(DataDiff(value));
}

void DataTree::setNamedValues()
{
    m_model->setNamedValues();
}

void DataTree::goToNextDifference() { step(1); }
void DataTree::goToPreviousDifference() { step(-1); }

void DataTree::step(int direction)
{
    const int count = m_model->rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() : direction > 0 ? -1 : count;
    for (int row = from + direction; row >= 0 && row < count; row += direction) {
        const DataDiff& node = *m_model->row(row).node;
        if (node.mark() == DataDiff::Mark::Same || (node.hasInnerChanges() && m_model->row(row).expanded))
            continue;
        setCurrentIndex(m_model->index(row));
        return;
    }
}

void DataTree::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    if (row < 0 || event->modifiers() & Qt::ControlModifier) {
        if (event->matches(QKeySequence::Copy) && row >= 0)
            return copyValue(row);
        return QListView::keyPressEvent(event);
    }
    const DataRows::Row& shown = m_model->row(row);
    switch (event->key()) {
    case Qt::Key_Right:
        m_model->setExpanded(row, true);
        return;
    case Qt::Key_Left:
        if (shown.expanded) {
            m_model->setExpanded(row, false);
            return;
        }
        for (int above = row - 1; above >= 0; --above) {
            if (m_model->row(above).depth < shown.depth) {
                setCurrentIndex(m_model->index(above));
                return;
            }
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openValue(row);
        return;
    case Qt::Key_F2:
        edit(row);
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void DataTree::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (index.isValid() && event->button() == Qt::LeftButton) {
        const DataRows::Row& row = m_model->row(index.row());
        const QRect rect = visualRect(index);
        if (row.node->hasChildren() && toggleRect(rect, row.depth).contains(position)) {
            m_model->setExpanded(index.row(), !row.expanded);
            return;
        }
        if (copyRect(rect, 0).contains(position))
            return copyValue(index.row());
        if (m_editable && copyRect(rect, 1).contains(position))
            return edit(index.row());
    }
    QListView::mousePressEvent(event);
}

void DataTree::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid())
        openValue(index.row());
}

void DataTree::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = index.row();
    if (m_editable)
        menu->addAction(icon(QStringLiteral("ui-edit")), tr("Edit value…"), this, [this, row] { edit(row); });
    menu->addAction(icon(QStringLiteral("ui-copy")), tr("Copy value"), this, [this, row] { copyValue(row); });
    menu->addAction(tr("Copy path"), this, [this, row] { copyPath(row); });
    menu->popup(event->globalPos());
}

void DataTree::copyValue(int row)
{
    const asl::Data& value = m_model->row(row).node->value();
    QGuiApplication::clipboard()->setText(toQString(value.isString() ? std::string(value.text()) : asl::data::toJson(value, asl::data::Layout::Indented)));
}

void DataTree::copyPath(int row)
{
    QGuiApplication::clipboard()->setText(toQString(m_model->path(row)));
}

void DataTree::setEditable(bool editable)
{
    if (std::exchange(m_editable, editable) == editable)
        return;
    setToolTip(editable ? tr("Double-click a value to change it") : QString());
    viewport()->update();
}

void DataTree::edit(int row)
{
    const DataDiff& node = *m_model->row(row).node;
    if (!m_editable || node.mark() == DataDiff::Mark::Removed)
        return;
    DataPart part{m_value, {}, toQString(m_model->path(row)), node.value()};
    for (const DataDiff* step = &node; step->parent(); step = step->parent())
        part.steps.insert(part.steps.begin(), {step->key(), step->index()});
    emit editWanted(part);
}

/// A container opens or closes; a value that can be changed is, a text that may be cut is shown whole.
void DataTree::openValue(int row)
{
    const DataRows::Row& shown = m_model->row(row);
    if (shown.node->hasChildren()) {
        m_model->setExpanded(row, !shown.expanded);
        return;
    }
    if (m_editable)
        return edit(row);
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* text = new QPlainTextEdit(popup);
    text->setReadOnly(true);
    text->setFont(designer::font(FontRole::Code));
    const asl::Data& value = shown.node->value();
    text->setPlainText(toQString(value.isString() ? std::string(value.text()) : asl::data::toJson(value)));
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(text);
    popup->resize(width() - 24, 160);
    popup->move(viewport()->mapToGlobal(visualRect(m_model->index(row)).bottomLeft() + QPoint(12, 2)));
    popup->show();
    text->setFocus(Qt::PopupFocusReason);
}

// ---- Words

QString valueSummary(const asl::Data& value)
{
    const auto size = static_cast<int>(value.size());
    if (value.isObject())
        return size == 0 ? QStringLiteral("{ }") : size == 1 ? DataTree::tr("1 key") : DataTree::tr("%1 keys").arg(size);
    if (value.isArray())
        return size == 0 ? QStringLiteral("[ ]") : size == 1 ? DataTree::tr("1 item") : DataTree::tr("%1 items").arg(size);
    if (value.isString() && value.text().size() > longestCell)
        return toQString(asl::data::toJson(asl::Data::string(toUtf8(toQString(value.text().substr(0, longestCell)))))) + QStringLiteral("…");
    return value.isUndefined() ? QString() : toQString(asl::data::toJson(value));
}

QColor valueInk(const asl::Data& value)
{
    if (value.isObject() || value.isArray())
        return color(Token::Text2);
    if (value.isString())
        return color(Token::SStr);
    return color(value.isNumber() ? Token::SNum : Token::SKw);
}

QString countsText(const DiffCounts& counts)
{
    QStringList parts;
    if (counts.added > 0)
        parts.append(QStringLiteral("+%1").arg(counts.added));
    if (counts.removed > 0)
        parts.append(QStringLiteral("−%1").arg(counts.removed));
    if (counts.changed > 0)
        parts.append(QStringLiteral("~%1").arg(counts.changed));
    return parts.join(QLatin1Char(' '));
}

int paintCounts(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const DiffCounts& counts)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(countsText(counts));
    int x = alignment & Qt::AlignRight ? rect.right() - width : alignment & Qt::AlignHCenter ? rect.left() + (rect.width() - width) / 2 : rect.left();
    const int left = x;
    const auto part = [&](int count, const QString& sign, Token ink) {
        if (count == 0)
            return;
        const QString text = sign + QString::number(count);
        painter.setPen(color(ink));
        painter.drawText(QRect(x, rect.top(), rect.width(), rect.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += metrics.horizontalAdvance(text + QLatin1Char(' '));
    };
    part(counts.added, QStringLiteral("+"), Token::Ok);
    part(counts.removed, QStringLiteral("−"), Token::Err);
    part(counts.changed, QStringLiteral("~"), Token::Warn);
    return left;
}

} // namespace designer
