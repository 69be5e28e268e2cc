#include "app/desktop/start_page.h"

#include "app/desktop/recent_files_panel.h"
#include "app/desktop/row_button.h"
#include "app/desktop/sample_gallery.h"
#include "ui/support/icons.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int commandsWidth = 264;
constexpr int recentWidth = 344;
constexpr int narrowWidth = 1100;
constexpr int galleryMargin = 32;
constexpr int logoSize = 40;

QStringList localFiles(const QMimeData* mimeData)
{
    QStringList files;
    for (const QUrl& url : mimeData->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

QString keyOf(QKeySequence::StandardKey key) { return QKeySequence(key).toString(QKeySequence::NativeText); }

} // namespace

StartPage::StartPage(Lane& layoutLane, QWidget* parent)
    : GroundWidget(Token::Window, parent), m_gallery(new SampleGallery(layoutLane)), m_recent(new RecentFilesPanel)
{
    setAcceptDrops(true);
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(makeCommands());
    auto* line = new Hairline(Token::Sep, this);
    line->setFixedWidth(1);
    m_columns->addWidget(line);
    m_columns->addWidget(makeCentre(), 1);
    m_columns->addWidget(m_recent);
    connect(m_gallery, &SampleGallery::chosen, this, &StartPage::sampleChosen);
    connect(m_recent, &RecentFilesPanel::chosen, this, &StartPage::fileChosen);
    m_recent->setFixedWidth(recentWidth);
}

QWidget* StartPage::makeCommands()
{
    auto* panel = new GroundWidget(Token::Surface, this);
    panel->setFixedWidth(commandsWidth);
    auto* logo = new QLabel(panel);
    logo->setPixmap(icon(QStringLiteral("app-icon")).pixmap(QSize(logoSize, logoSize), devicePixelRatioF()));
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(new ThemedLabel(QStringLiteral("Stepwright"), FontRole::Title, Token::Text, panel));
    names->addWidget(new ThemedLabel(tr("Version %1 · offline").arg(QCoreApplication::applicationVersion()), FontRole::Caption, Token::Text2, panel));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 16);
    head->setSpacing(12);
    head->addWidget(logo);
    head->addLayout(names, 1);

    auto* create = new CommandRow(QStringLiteral("file-new"), tr("New workflow"), keyOf(QKeySequence::New), panel);
    auto* createWithPaths = new CommandRow(QString(), tr("New workflow with JSONPath"), {}, panel);
    auto* open = new CommandRow(QStringLiteral("file-open"), tr("Open…"), keyOf(QKeySequence::Open), panel);
    connect(create, &QAbstractButton::clicked, this, [this] { emit newRequested(asl::QueryLanguage::JSONata); });
    connect(createWithPaths, &QAbstractButton::clicked, this, [this] { emit newRequested(asl::QueryLanguage::JSONPath); });
    connect(open, &QAbstractButton::clicked, this, &StartPage::openRequested);

    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(12, 24, 12, 16);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(create);
    column->addWidget(createWithPaths);
    column->addWidget(open);
    column->addStretch(1);
    return panel;
}

QWidget* StartPage::makeCentre()
{
    auto* search = new QLineEdit;
    search->setPlaceholderText(tr("Search samples"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    search->addAction(icon(QStringLiteral("search"), Token::Text2), QLineEdit::LeadingPosition);
    search->setMinimumWidth(140);
    search->setMaximumWidth(220);
    connect(search, &QLineEdit::textChanged, m_gallery, &SampleGallery::setFilter);

    auto* remark = new ThemedLabel(tr("With inputs and answers of their tasks, ready to run"), FontRole::Body, Token::Text2);
    remark->setElideMode(Qt::ElideRight);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new ThemedLabel(tr("Samples"), FontRole::Title));
    head->addWidget(remark, 3);
    head->addWidget(search, 2);

    auto* content = new GroundWidget(Token::Window, nullptr);
    m_centre = new QVBoxLayout(content);
    m_centre->setContentsMargins(galleryMargin, 24, galleryMargin, 24);
    m_centre->setSpacing(16);
    m_centre->addLayout(head);
    m_centre->addWidget(m_gallery);
    m_centre->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_gallery, &SampleGallery::focusMoved, scroll, [scroll](QWidget* card) { scroll->ensureWidgetVisible(card, 0, 24); });
    return scroll;
}

void StartPage::setRecentFiles(const QList<RecentFile>& files) { m_recent->setFiles(files); }

void StartPage::resizeEvent(QResizeEvent* event)
{
    GroundWidget::resizeEvent(event);
    placeRecentFiles();
}

void StartPage::placeRecentFiles()
{
    const bool narrow = width() < narrowWidth;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (narrow) {
        m_columns->removeWidget(m_recent);
        m_recent->setMinimumWidth(0);
        m_recent->setMaximumWidth(QWIDGETSIZE_MAX);
        m_centre->insertWidget(m_centre->count() - 1, m_recent);
    } else {
        m_centre->removeWidget(m_recent);
        m_recent->setFixedWidth(recentWidth);
        m_columns->addWidget(m_recent);
    }
}

void StartPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_recent->setDropActive(true);
}

void StartPage::dragLeaveEvent(QDragLeaveEvent*) { m_recent->setDropActive(false); }

void StartPage::dropEvent(QDropEvent* event)
{
    m_recent->setDropActive(false);
    for (const QString& file : localFiles(event->mimeData()))
        emit fileChosen(file);
    event->acceptProposedAction();
}

} // namespace designer
