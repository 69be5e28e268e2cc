#include "ui/palette/palette_panel.h"

#include "core/document/new_machine.h"
#include "core/text/text_style.h"
#include "ui/palette/palette_list.h"
#include "ui/support/code_preview.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/segmented_control.h"
#include "ui/support/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int previewLines = 4;

PaletteEntry::Kind kindOf(int tab)
{
    return static_cast<PaletteEntry::Kind>(tab);
}

/// Where Enter puts a new state.
asl::Place placeFor(const Workspace& workspace)
{
    const Selection& selection = workspace.selection();
    if (selection.transition)
        return asl::OnTransition{*selection.transition};
    if (const asl::StatePath* state = selection.current())
        return asl::AfterState{*state};
    return asl::AtStart{};
}

} // namespace

PalettePanel::PalettePanel(Workspace& workspace, QWidget* parent)
    : GroundWidget(Token::Surface, parent), m_workspace(workspace), m_model(new PaletteModel(this)), m_search(new QLineEdit(this)),
      m_tabs(new SegmentedControl({tr("Actions"), tr("Flow"), tr("Patterns")}, this)),
      m_list(new PaletteList(workspace, *m_model, this)), m_preview(new CodePreview(previewLines, this))
{
    m_search->setPlaceholderText(tr("Search states and actions"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Token::Text2), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 12, 12, 4);
    top->setSpacing(8);
    top->addWidget(m_search);
    top->addWidget(m_tabs);

    auto* inserts = new QHBoxLayout;
    inserts->addWidget(new ThemedLabel(tr("Inserts"), FontRole::CaptionStrong, Token::Text2));
    inserts->addStretch();
    auto* hint = new ThemedLabel(tr("drag, or press Enter"), FontRole::Caption, Token::Text2);
    inserts->addWidget(hint);
    auto* bottom = new QVBoxLayout;
    bottom->setContentsMargins(12, 8, 12, 8);
    bottom->setSpacing(4);
    bottom->addLayout(inserts);
    bottom->addWidget(m_preview);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(new Hairline(Token::Sep, this));
    column->addLayout(bottom);
    setMinimumWidth(200);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::showEntries);
    connect(m_tabs, &SegmentedControl::currentChanged, this, &PalettePanel::showEntries);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PalettePanel::showPreview);
    connect(m_list, &QListView::activated, this, &PalettePanel::insertCurrent);
    connect(&m_workspace, &Workspace::snapshotChanged, this, [this, language = asl::languageOfNewState(*m_workspace.snapshot())]() mutable {
        const asl::QueryLanguage before = std::exchange(language, asl::languageOfNewState(*m_workspace.snapshot()));
        if (before != language)
            showPreview();
    });
    showEntries();
}

void PalettePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PalettePanel::showEntries()
{
    m_model->show(kindOf(m_tabs->currentIndex()), m_search->text());
    m_list->setCurrentIndex(m_model->firstEntry());
    m_list->scrollToTop();
    showPreview();
}

void PalettePanel::showPreview()
{
    const PaletteEntry* entry = m_model->entry(m_list->currentIndex());
    if (!entry) {
        m_preview->setPlainText({});
        return;
    }
    const asl::NewState state = stateOf(*entry, *m_workspace.snapshot()).state;
    m_preview->setPlainText(toQString(asl::quoted(state.name) + ": " + asl::formatted(state.json, {}, {})));
}

void PalettePanel::insertCurrent()
{
    const PaletteEntry* entry = m_model->entry(m_list->currentIndex());
    if (!entry)
        return;
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    m_workspace.apply(asl::insertState(snapshot, placeFor(m_workspace), stateOf(*entry, snapshot).state), this);
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return GroundWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool inSearch = watched == m_search;
    if (inSearch && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        insertCurrent();
        return true;
    }
    if (inSearch && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    // The arrows walk the list while one types on.
    if (inSearch && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return GroundWidget::eventFilter(watched, event);
}

} // namespace designer
