#include "ui/palette/palette_model.h"

#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr int headHeight = 28;
constexpr int rowHeight = 30;
constexpr int padding = 12;
constexpr int tileSide = 22;
constexpr int gap = 10;

} // namespace

PaletteModel::PaletteModel(QObject* parent) : QAbstractListModel(parent), m_entries(paletteEntries())
{
    // The tiles hold colours of the theme.
    connect(&Theme::current(), &Theme::changed, this, [this] {
        const std::vector<PaletteEntry> fresh = paletteEntries();
        for (std::size_t index = 0; index < m_entries.size(); ++index)
            m_entries[index].tile = fresh[index].tile;
    });
}

void PaletteModel::show(PaletteEntry::Kind kind, const QString& search)
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    QString group;
    for (const PaletteEntry& entry : m_entries) {
        if (words.isEmpty() && entry.kind != kind)
            continue;
        const QString text = entry.title() + u' ' + QString::fromStdString(entry.stateName) + u' ' + entry.summary;
        if (!std::all_of(words.begin(), words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            continue;
        // A list with a single group needs no head: the tab says it.
        if (entry.group != group && (!words.isEmpty() || kind == PaletteEntry::Kind::Action)) {
            group = entry.group;
            m_rows.push_back({group, nullptr});
        }
        m_rows.push_back({{}, &entry});
    }
    endResetModel();
}

const PaletteEntry* PaletteModel::entry(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].entry : nullptr;
}

QModelIndex PaletteModel::firstEntry() const
{
    for (int row = 0; row < rowCount(); ++row)
        if (entry(index(row)))
            return index(row);
    return {};
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return row.entry ? row.entry->title() : row.head;
    if (role == Qt::ToolTipRole && row.entry && !row.entry->summary.isEmpty())
        return row.entry->summary;
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    return entry(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::NoItemFlags;
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = static_cast<const PaletteModel*>(index.model());
    const PaletteEntry* entry = model->entry(index);
    QRect place = option.rect.adjusted(padding, 0, -padding, 0);
    if (!entry) {
        painter->setFont(font(FontRole::CaptionStrong));
        painter->setPen(color(Token::Text2));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        return;
    }
    QStyle::State state = option.state;
    state.setFlag(QStyle::State_HasFocus, option.widget && option.widget->hasFocus());
    paintRow(*painter, option.rect, state);

    QRectF tile(place.left(), 0, tileSide, tileSide);
    tile.moveCenter(QPointF(tile.center().x(), QRectF(option.rect).center().y()));
    paintTile(*painter, tile, entry->tile);

    place.setLeft(place.left() + tileSide + gap);
    painter->setFont(font(FontRole::Body));
    const QFontMetrics metrics = painter->fontMetrics();
    // The title is "service: name" in the user's language; the part before the name is the quieter one.
    const QString title = entry->title();
    const QString service = title.left(title.size() - entry->name.size());
    painter->setPen(color(Token::Text2));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(service, Qt::ElideRight, place.width()));
    place.setLeft(place.left() + metrics.horizontalAdvance(service));
    painter->setPen(color(Token::Text));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(entry->name, Qt::ElideRight, place.width()));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintRounded(*painter, option.rect, 4, Qt::transparent, color(Token::Focus), 2);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto* model = static_cast<const PaletteModel*>(index.model());
    return {100, Theme::current().height(model->entry(index) ? rowHeight : headHeight)};
}

} // namespace designer
