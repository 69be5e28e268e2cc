#include "ui/editor/reference_list.h"

#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int listWidth = 520, rowHeight = 28, mostRows = 10;
constexpr std::size_t longestLine = 120; ///< bytes

/// The line on which the place is, without the blanks around.
QString lineAt(const asl::Snapshot& snapshot, std::size_t place)
{
    const std::string_view text = snapshot.text();
    const std::size_t before = place == 0 ? std::string_view::npos : text.find_last_of("\r\n", place - 1);
    std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (place - begin > longestLine) {
        begin = place - longestLine / 2;
        while (begin < place && (text[begin] & '\xC0') == '\x80')
            ++begin;
    }
    const std::size_t end = std::min({text.find_first_of("\r\n", place), begin + 2 * longestLine, text.size()});
    return toQString(text.substr(begin, end - begin)).trimmed();
}

} // namespace

ReferenceList::ReferenceList(const asl::Snapshot& snapshot, const std::vector<asl::Reference>& references, QWidget* parent)
    : FloatingFrame(parent, Qt::Popup), m_references(references), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Places of the name"));
    auto* title = new ThemedLabel(tr("%n place(s)", nullptr, static_cast<int>(references.size())), FontRole::CaptionStrong, Token::Text2, this);
    title->setContentsMargins(2, 0, 2, 0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    const int height = Theme::current().height(rowHeight);
    for (const asl::Reference& reference : references) {
        const QString where = reference.state == asl::noId ? tr("Workflow") : toQString(snapshot.machine().state(reference.state).name);
        const auto line = snapshot.lines().at(snapshot.text(), reference.range.begin).line;
        auto* item = new QListWidgetItem(tr("%1   %2   %3").arg(QString::number(line), where, lineAt(snapshot, reference.range.begin)), m_list);
        item->setSizeHint(QSize(0, height));
        if (reference.defines)
            item->setFont(designer::font(FontRole::BodyStrong));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(m_list);
    setFixedWidth(listWidth);
    m_list->setFixedHeight(std::min(static_cast<int>(references.size()), mostRows) * height + 4);
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

void ReferenceList::openAt(const QRect& word)
{
    adjustSize();
    placeAt(word);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
}

void ReferenceList::choose(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_references.size())
        return;
    const asl::TextRange range = m_references[static_cast<std::size_t>(row)].range;
    close();
    emit chosen(range);
}

} // namespace designer
