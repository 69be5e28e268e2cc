#include "ui/support/completion_popup.h"

#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int mostRows = 10;
constexpr int rowHeight = 24, leastWidth = 240, mostWidth = 520, helpWidth = 280, margin = 4;
constexpr int badgeWidth = 22, gap = 12;

/// One letter for what an item is, and its colour.
struct KindMark
{
    QChar letter;
    Token color;
};
KindMark markOf(asl::CompletionItem::Kind kind)
{
    using Kind = asl::CompletionItem::Kind;
    switch (kind) {
    case Kind::Field: return {u'F', Token::SKey};
    case Kind::Value: return {u'V', Token::SStr};
    case Kind::State:
    case Kind::NewState: return {u'S', Token::Accent};
    case Kind::Error: return {u'E', Token::Err};
    case Kind::Resource: return {u'R', Token::SStr};
    case Kind::Parameter: return {u'P', Token::SKey};
    case Kind::Function: return {u'f', Token::SKw};
    case Kind::Variable: return {u'$', Token::SExpr};
    case Kind::Member: return {u'.', Token::SExpr};
    case Kind::Snippet: return {u'%', Token::SExpr};
    }
    return {u' ', Token::Text2};
}

QString kindWord(asl::CompletionItem::Kind kind)
{
    using Kind = asl::CompletionItem::Kind;
    switch (kind) {
    case Kind::Field: return CompletionPopup::tr("Field");
    case Kind::Value: return CompletionPopup::tr("Value");
    case Kind::State: return CompletionPopup::tr("State");
    case Kind::NewState: return CompletionPopup::tr("New state");
    case Kind::Error: return CompletionPopup::tr("Error name");
    case Kind::Resource: return CompletionPopup::tr("Resource");
    case Kind::Parameter: return CompletionPopup::tr("Parameter");
    case Kind::Function: return CompletionPopup::tr("Function");
    case Kind::Variable: return CompletionPopup::tr("Variable");
    case Kind::Member: return CompletionPopup::tr("Data");
    case Kind::Snippet: return CompletionPopup::tr("Expression");
    }
    return {};
}

class CompletionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {leastWidth, Theme::current().height(rowHeight)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace

class CompletionModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<asl::CompletionItem> items)
    {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_items.size()); }
    const asl::CompletionItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const asl::CompletionItem& shown = item(index.row());
        if (role == Qt::DisplayRole)
            return toQString(shown.label);
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1, %2, %3").arg(toQString(shown.label), kindWord(shown.kind), helpText(shown.detail));
        return {};
    }

private:
    std::vector<asl::CompletionItem> m_items;
};

namespace {

void CompletionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const asl::CompletionItem& item = static_cast<const CompletionModel*>(index.model())->item(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        paintRounded(*painter, QRectF(option.rect).adjusted(margin, 0, -margin, 0), 4, color(selected ? Token::AccentSoft : Token::Hover));
    const KindMark mark = markOf(item.kind);
    QRect rect = option.rect.adjusted(margin + 4, 0, -margin - 6, 0);
    painter->setFont(designer::font(FontRole::CaptionStrong));
    painter->setPen(color(mark.color));
    painter->drawText(QRect(rect.left(), rect.top(), badgeWidth - 6, rect.height()), Qt::AlignCenter, mark.letter);
    rect.setLeft(rect.left() + badgeWidth);
    const QFont labelFont = designer::font(FontRole::Code);
    const QFontMetrics labelMetrics(labelFont);
    const QString label = labelMetrics.elidedText(toQString(item.label), Qt::ElideRight, rect.width());
    painter->setFont(labelFont);
    painter->setPen(color(Token::Text));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, label);
    rect.setLeft(rect.left() + labelMetrics.horizontalAdvance(label) + gap);
    const QFont detailFont = designer::font(FontRole::Caption);
    painter->setFont(detailFont);
    painter->setPen(color(Token::Text2));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, QFontMetrics(detailFont).elidedText(helpText(item.detail), Qt::ElideRight, std::max(0, rect.width())));
    painter->restore();
}

int widthOf(const asl::CompletionItem& item)
{
    const int label = QFontMetrics(designer::font(FontRole::Code)).horizontalAdvance(toQString(item.label));
    const QString detail = helpText(item.detail);
    const int behind = detail.isEmpty() ? 0 : gap + QFontMetrics(designer::font(FontRole::Caption)).horizontalAdvance(detail);
    return 2 * (1 + margin) + 10 + badgeWidth + label + behind + gap / 2;
}

} // namespace

/// The explanation beside the list.
class CompletionHelp final : public FloatingFrame
{
public:
    explicit CompletionHelp(QWidget* parent) : FloatingFrame(parent, Qt::ToolTip), m_code(new ThemedLabel({}, FontRole::Code)), m_text(new ThemedLabel)
    {
        setAttribute(Qt::WA_ShowWithoutActivating);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(10, 8, 10, 8);
        column->setSpacing(4);
        for (ThemedLabel* label : {m_code, m_text}) {
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            column->addWidget(label);
        }
        setFixedWidth(helpWidth);
    }
    void explain(const asl::CompletionItem& item)
    {
        const QString detail = helpText(item.detail);
        m_code->setText(detail);
        m_code->setVisible(!detail.isEmpty());
        m_text->setText(helpText(item.documentation));
        m_text->setVisible(!item.documentation.empty());
        setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(helpWidth) : sizeHint().height());
    }

private:
    ThemedLabel* m_code;
    ThemedLabel* m_text;
};

QString helpText(const asl::HelpText& text)
{
    if (text.empty())
        return {};
    const std::string pattern = toUtf8(QCoreApplication::translate(text.context, text.message.literal.c_str()));
    return toQString(asl::filledIn(pattern, text.message.arguments));
}

CompletionPopup::CompletionPopup(QWidget* parent)
    : FloatingFrame(parent, Qt::ToolTip), m_model(new CompletionModel(this)), m_list(new QListView(this)), m_help(new CompletionHelp(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAccessibleName(tr("What may be written here"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1 + margin, 1, 1 + margin);
    column->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showHelp(); });
    connect(m_list, &QListView::clicked, this, [this] { emit chosen(); });
}

CompletionPopup::~CompletionPopup() = default;

int CompletionPopup::count() const { return m_model->rowCount(); }

const asl::CompletionItem* CompletionPopup::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return isVisible() && index.isValid() ? &m_model->item(index.row()) : nullptr;
}

void CompletionPopup::open(std::vector<asl::CompletionItem> items, const QRect& line)
{
    m_model->show(std::move(items));
    m_list->setCurrentIndex(m_model->index(0));
    place(line);
    show();
    showHelp();
}

/// The width of the rows that are seen first; more would let it jump while it is scrolled.
void CompletionPopup::place(const QRect& line)
{
    const int rows = std::min(count(), mostRows);
    int width = leastWidth;
    for (int row = 0; row < rows; ++row)
        width = std::max(width, widthOf(m_model->item(row)));
    if (count() > mostRows)
        width += m_list->verticalScrollBar()->sizeHint().width();
    const QSize size(std::min(width, mostWidth), rows * Theme::current().height(rowHeight) + 2 * (1 + margin));
    setFixedSize(size);
    placeAt(line, -(badgeWidth + margin + 5));
}

bool CompletionPopup::move(const QKeyEvent& event)
{
    const int row = m_list->currentIndex().row();
    const int last = count() - 1;
    int next = row;
    switch (event.key()) {
    case Qt::Key_Down: next = row == last ? 0 : row + 1; break;
    case Qt::Key_Up: next = row <= 0 ? last : row - 1; break;
    case Qt::Key_PageDown: next = std::min(last, row + mostRows - 1); break;
    case Qt::Key_PageUp: next = std::max(0, row - mostRows + 1); break;
    default: return false;
    }
    m_list->setCurrentIndex(m_model->index(next));
    return true;
}

void CompletionPopup::showHelp()
{
    const asl::CompletionItem* item = current();
    if (!item || (item->documentation.empty() && item->detail.empty())) {
        m_help->hide();
        return;
    }
    m_help->explain(*item);
    QPoint corner(geometry().right() + 3, geometry().top());
    if (const QScreen* screen = QGuiApplication::screenAt(geometry().center())) {
        const QRect available = screen->availableGeometry();
        if (corner.x() + helpWidth > available.right())
            corner.setX(geometry().left() - helpWidth - 2);
        corner.setY(std::clamp(corner.y(), available.top(), std::max(available.top(), available.bottom() - m_help->height())));
    }
    m_help->move(corner);
    m_help->show();
}

void CompletionPopup::hideEvent(QHideEvent* event)
{
    m_help->hide();
    FloatingFrame::hideEvent(event);
}

} // namespace designer
