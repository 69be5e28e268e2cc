#include "ui/canvas/quick_add.h"

#include "core/document/new_machine.h"
#include "ui/support/qt_text.h"
#include "ui/support/tile.h"
#include "ui/workspace/workspace.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int popupWidth = 236;
constexpr int rowHeight = 28;
constexpr int tileSize = 22;
constexpr int indexRole = Qt::UserRole;

} // namespace

QuickAdd::QuickAdd(Workspace& workspace, asl::Place place, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_place(std::move(place)), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Add a state"));
    m_search->setPlaceholderText(tr("Add a state"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(tileSize, tileSize));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_list);
    for (const asl::StateTypeInfo& type : asl::stateTypes()) {
        const asl::NewState state = asl::newState(type.type, asl::languageOfNewState(*workspace.snapshot()));
        auto* item = new QListWidgetItem(tileIcon(tileOf(type.type)), tr("%1 state").arg(toQString(type.name)), m_list);
        item->setData(indexRole, int(m_states.size()));
        item->setToolTip(translatedWord(type.summary));
        item->setSizeHint(QSize(0, rowHeight));
        m_states.push_back(state);
    }
    m_list->setCurrentRow(0);
    setFixedWidth(popupWidth);
    m_list->setFixedHeight(rowHeight * m_list->count() + 4);
    connect(m_search, &QLineEdit::textChanged, this, &QuickAdd::filter);
    connect(m_list, &QListWidget::itemClicked, this, &QuickAdd::choose);
}

void QuickAdd::openAt(QPoint globalPosition)
{
    adjustSize();
    QRect place(globalPosition, size());
    if (const QScreen* screen = QGuiApplication::screenAt(globalPosition)) {
        const QRect available = screen->availableGeometry();
        place.moveLeft(std::clamp(place.left(), available.left(), std::max(available.left(), available.right() - place.width())));
        place.moveTop(std::clamp(place.top(), available.top(), std::max(available.top(), available.bottom() - place.height())));
    }
    move(place.topLeft());
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void QuickAdd::filter(const QString& text)
{
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const QString name = toQString(m_states[std::size_t(item->data(indexRole).toInt())].name);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive) && !name.contains(text, Qt::CaseInsensitive));
        if (!item->isHidden() && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
}

void QuickAdd::choose(QListWidgetItem* item)
{
    if (!item || item->isHidden())
        return;
    const asl::NewState state = m_states[std::size_t(item->data(indexRole).toInt())];
    const asl::Place place = m_place;
    emit chosen(state, place);
    close();
}

bool QuickAdd::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(m_list->currentItem());
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        int row = m_list->currentRow();
        do
            row += key == Qt::Key_Down ? 1 : -1;
        while (row >= 0 && row < m_list->count() && m_list->item(row)->isHidden());
        if (row >= 0 && row < m_list->count())
            m_list->setCurrentRow(row);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace designer
