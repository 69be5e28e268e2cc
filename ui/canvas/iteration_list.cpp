#include "ui/canvas/iteration_list.h"

#include "ui/support/icons.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

constexpr int popupWidth = 236;
constexpr int rowHeight = 28;
constexpr int mostRows = 12;
constexpr int mostListed = 1000; ///< of one status; a search finds the others
constexpr int iterationRole = Qt::UserRole;

constexpr asl::VisitStatus worstFirst[] = {asl::VisitStatus::Failed, asl::VisitStatus::Aborted, asl::VisitStatus::Running,
                                           asl::VisitStatus::Caught, asl::VisitStatus::Succeeded, asl::VisitStatus::Waiting};

QIcon statusIcon(Status status)
{
    QPixmap pixmap = glyph(Theme::statusIcon(status), 16, Theme::current().statusBorder(status), qApp->devicePixelRatio());
    return QIcon(pixmap);
}

} // namespace

IterationList::IterationList(const MapProgress& progress, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_progress(progress), m_filter(new QComboBox(this)), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Iterations"));
    setFixedWidth(popupWidth);
    m_search->setPlaceholderText(tr("Find iteration"));
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(rowHeight * mostRows);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    m_filter->setAccessibleName(tr("Which iterations"));
    m_filter->addItem(tr("All iterations"));
    for (const asl::VisitStatus status : worstFirst)
        if (status == asl::VisitStatus::Failed || status == asl::VisitStatus::Running || std::count(m_progress.children.begin(), m_progress.children.end(), status) > 0)
            m_filter->addItem(statusIcon(statusOf(status)), Theme::statusWord(statusOf(status)), static_cast<int>(status));
    connect(m_search, &QLineEdit::textChanged, this, &IterationList::fill);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &IterationList::fill);
    connect(m_list, &QListWidget::itemClicked, this, &IterationList::choose);
    fill();
}

void IterationList::fill()
{
    const QString wanted = m_search->text();
    const QVariant only = m_filter->currentData();
    m_list->clear();
    const quint32 started = quint32(m_progress.children.size());
    for (const asl::VisitStatus status : worstFirst) {
        if (only.isValid() && only.toInt() != static_cast<int>(status))
            continue;
        std::vector<quint32> members;
        quint32 count = 0;
        for (quint32 i = 0; i < m_progress.count; ++i) {
            const asl::VisitStatus of = i < started ? m_progress.children[i] : asl::VisitStatus::Waiting;
            if (of != status)
                continue;
            ++count;
            if (int(members.size()) < mostListed && QString::number(i).contains(wanted))
                members.push_back(i);
        }
        if (members.empty())
            continue;
        const bool notStarted = status == asl::VisitStatus::Waiting;
        const QString word = notStarted ? tr("Not started or waiting") : Theme::statusWord(statusOf(status));
        auto* head = new QListWidgetItem(tr("%1 (%2)", "status, count").arg(word).arg(count), m_list);
        head->setFlags(Qt::NoItemFlags);
        for (quint32 index : members) {
            auto* item = new QListWidgetItem(statusIcon(statusOf(status)), tr("#%1").arg(index), m_list);
            item->setData(iterationRole, index);
            item->setSizeHint(QSize(0, rowHeight));
            if (index == m_progress.shown)
                m_list->setCurrentItem(item);
        }
    }
    if (!m_list->currentItem() && m_list->count() > 1)
        m_list->setCurrentRow(1);
}

void IterationList::openAt(QPoint globalPosition)
{
    adjustSize();
    move(globalPosition);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void IterationList::choose(QListWidgetItem* item)
{
    if (!item || !item->data(iterationRole).isValid())
        return;
    const quint32 iteration = item->data(iterationRole).toUInt();
    emit chosen(iteration);
    close();
}

bool IterationList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentItem()); return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down ? 1 : -1;
        for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
            if (m_list->item(row)->flags() != Qt::NoItemFlags) {
                m_list->setCurrentRow(row);
                break;
            }
        return true;
    }
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace designer
