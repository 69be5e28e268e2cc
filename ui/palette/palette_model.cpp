#include "ui/palette/palette_model.h"

#include "ui/support/style.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

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
    refreshTiles(m_entries);
    // The tiles hold colours of the theme.
    connect(&Theme::current(), &Theme::changed, this, [this] {
        refreshTiles(m_entries);
        refreshTiles(m_typed);
    });
}

namespace {

/// 0: every word begins a word of the entry, 1: every word stands somewhere in it, 2: one does not.
int distance(const QString& text, const QStringList& words)
{
    int result = 0;
    for (const QString& word : words) {
        const bool begins = text.startsWith(word) || text.contains(u' ' + word);
        if (!begins && !text.contains(word))
            return 2;
        result = begins ? result : 1;
    }
    return result;
}

} // namespace

/// "rekognition DetectLabels": of a service whose actions nobody has listed, the one that is written behind it.
void PaletteModel::addTyped(const QStringList& words)
{
    constexpr std::size_t most = 8;
    m_typed.clear();
    static const QRegularExpression actionName(QStringLiteral("^[A-Za-z][a-z0-9]*[A-Z][A-Za-z0-9]*$"));
    if (words.size() < 2 || !actionName.match(words.last()).hasMatch())
        return;
    QStringList service = words.mid(0, words.size() - 1);
    for (QString& word : service)
        word = word.toLower();
    for (const PaletteEntry& entry : m_entries)
        if (entry.resource.ends_with(':') && distance(entry.searched, service) == 0 && m_typed.size() < most)
            m_typed.push_back(withAction(entry, words.last()));
}

/// What begins as it was typed comes before what only holds it somewhere, group by group.
void PaletteModel::show(PaletteEntry::Kind kind, const QString& search)
{
    beginResetModel();
    m_rows.clear();
    const QStringList typed = search.split(u' ', Qt::SkipEmptyParts);
    const QStringList words = search.toLower().split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<QString, std::vector<const PaletteEntry*>>> groups;
    for (const int wanted : {0, 1}) {
        for (const PaletteEntry& entry : m_entries) {
            if (words.isEmpty() ? entry.kind != kind || wanted == 1 : distance(entry.searched, words) != wanted)
                continue;
            auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == entry.group; });
            if (group == groups.end())
                group = groups.insert(groups.end(), {entry.group, {}});
            group->second.push_back(&entry);
        }
    }
    addTyped(typed);
    for (const PaletteEntry& entry : m_typed) {
        const auto shown = [&](const auto& group) {
            return std::any_of(group.second.begin(), group.second.end(), [&](const PaletteEntry* other) { return other->resource == entry.resource; });
        };
        if (std::any_of(groups.begin(), groups.end(), shown))
            continue;
        if (groups.empty() || groups.back().first != entry.group)
            groups.push_back({entry.group, {}});
        groups.back().second.push_back(&entry);
    }
    for (const auto& [head, entries] : groups) {
        // A list with a single group needs no head: the tab says it.
        if (!words.isEmpty() || kind == PaletteEntry::Kind::Action)
            m_rows.push_back({head, nullptr});
        for (const PaletteEntry* entry : entries)
            m_rows.push_back({{}, entry});
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
