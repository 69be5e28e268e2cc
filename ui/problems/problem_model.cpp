#include "ui/problems/problem_model.h"

#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/support/severity.h"
#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr int padding = 12;
constexpr int glyphSide = 16;
constexpr int fixSide = 24;

/// "Choice › Choices/0/Next, line 12": the state by name, the rest as the way into it.
QString placeOf(const asl::Snapshot& snapshot, const asl::Diagnostic& diagnostic)
{
    const QString line = ProblemModel::tr("line %1").arg(snapshot.lines().at(snapshot.text(), std::min(diagnostic.range.begin, snapshot.text().size())).line);
    const asl::StateId id = snapshot.machine().stateAt(snapshot.tree(), diagnostic.range.begin);
    if (id == asl::noId)
        return line;
    return ProblemModel::tr("%1, %2").arg(toQString(snapshot.machine().state(id).name), line);
}

} // namespace

void ProblemModel::show(asl::SnapshotPointer snapshot, const std::vector<asl::Diagnostic>& diagnostics)
{
    const auto same = [](const asl::Diagnostic& a, const asl::Diagnostic& b) {
        return a.code == b.code && a.severity == b.severity && a.pointer == b.pointer && a.message == b.message && a.fixes.size() == b.fixes.size();
    };
    // The same problems of a newer text keep their rows: one that is just being clicked must not go away meanwhile.
    if (!m_rows.empty() && std::equal(diagnostics.begin(), diagnostics.end(), m_rows.begin(), m_rows.end(), same)) {
        m_snapshot = std::move(snapshot);
        m_rows = diagnostics;
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_rows = diagnostics;
    endResetModel();
}

int ProblemModel::count(asl::Severity severity) const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const asl::Diagnostic& row) { return row.severity == severity; }));
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const asl::Diagnostic& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TextRole:
    case Qt::ToolTipRole: return translated(row.message);
    case PlaceRole: return placeOf(*m_snapshot, row);
    case CodeRole: return toQString(row.code);
    case SeverityRole: return static_cast<int>(row.severity);
    case HasFixRole: return !row.fixes.empty();
    case Qt::AccessibleTextRole: return tr("%1: %2 (%3)").arg(severityWord(row.severity), translated(row.message), placeOf(*m_snapshot, row));
    default: return {};
    }
}

void ProblemFilter::setSeverityShown(asl::Severity severity, bool shown)
{
    m_shown[static_cast<int>(severity)] = shown;
    invalidateFilter();
}

void ProblemFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool ProblemFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_shown[index.data(ProblemModel::SeverityRole).toInt()])
        return false;
    if (m_text.isEmpty())
        return true;
    for (const int role : {int(ProblemModel::TextRole), int(ProblemModel::PlaceRole), int(ProblemModel::CodeRole)})
        if (index.data(role).toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    return false;
}

QRect ProblemDelegate::fixRect(const QRect& row)
{
    return QRect(row.right() - padding - fixSide + 1, row.top() + (row.height() - fixSide) / 2, fixSide, fixSide);
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyle::State state = option.state;
    state.setFlag(QStyle::State_HasFocus, option.widget && option.widget->hasFocus());
    paintRow(*painter, option.rect, state);
    const auto severity = static_cast<asl::Severity>(index.data(ProblemModel::SeverityRole).toInt());
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRect place = option.rect.adjusted(padding, 0, -padding, 0);
    painter->drawPixmap(place.left(), place.top() + (place.height() - glyphSide) / 2, glyph(severityGlyph(severity), glyphSide, color(severityToken(severity)), ratio));
    place.setLeft(place.left() + glyphSide + 8);

    const QRect fix = fixRect(option.rect);
    if (index.data(ProblemModel::HasFixRole).toBool())
        painter->drawPixmap(fix.left() + 4, fix.top() + 4, glyph(QStringLiteral("problem-fix"), 16, color(Token::Accent), ratio));
    place.setRight(fix.left() - 8);

    painter->setFont(font(FontRole::Small));
    const QFontMetrics small = painter->fontMetrics();
    const QString where = small.elidedText(index.data(ProblemModel::PlaceRole).toString(), Qt::ElideMiddle, place.width() * 2 / 5);
    painter->setPen(color(Token::Text2));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, where);
    place.setRight(place.right() - small.horizontalAdvance(where) - 16);

    painter->setFont(font(FontRole::Body));
    painter->setPen(color(Token::Text));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, Theme::current().height(30)};
}

} // namespace designer
