#include "app/desktop/status_line.h"

#include "app/desktop/document_view.h"
#include "ui/canvas/canvas_view.h"
#include "ui/editor/code_editor.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace designer {

namespace {

constexpr int messageTime = 8000; // ms
constexpr int laterTime = 40;     // ms
constexpr int glyphSize = 14;

QLabel* smallLabel() { return new ThemedLabel({}, FontRole::Small, Token::Text2); }

QToolButton* flatButton(const QString& tip)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({glyphSize, glyphSize});
    return button;
}

QString lineEndName(const std::string& text)
{
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string::npos || text[end] == '\n')
        return QStringLiteral("LF");
    return end + 1 < text.size() && text[end + 1] == '\n' ? QStringLiteral("CRLF") : QStringLiteral("CR");
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_problems(flatButton(tr("Show the problems"))), m_validGlyph(new QLabel), m_valid(smallLabel()), m_language(smallLabel()),
      m_counts(smallLabel()), m_hint(smallLabel()), m_state(smallLabel()), m_place(flatButton(tr("Go to line"))), m_lineEnd(smallLabel()),
      m_encoding(smallLabel()), m_zoom(flatButton(tr("Zoom to 100 %"))), m_saved(smallLabel())
{
    setSizeGripEnabled(false);
    m_encoding->setText(QStringLiteral("UTF-8"));
    const auto part = [](std::initializer_list<QWidget*> widgets) {
        auto* whole = new QWidget;
        auto* row = new QHBoxLayout(whole);
        row->setContentsMargins(6, 0, 10, 0);
        row->setSpacing(14);
        for (QWidget* widget : widgets)
            row->addWidget(widget);
        return whole;
    };
    auto* valid = new QWidget;
    auto* validRow = new QHBoxLayout(valid);
    validRow->setContentsMargins(0, 0, 0, 0);
    validRow->setSpacing(4);
    validRow->addWidget(m_validGlyph);
    validRow->addWidget(m_valid);
    addWidget(part({m_problems, valid, m_language, m_counts, m_hint}));
    addPermanentWidget(part({m_state, m_place, m_lineEnd, m_encoding, m_zoom, m_saved}));
    m_later.setSingleShot(true);
    m_later.setInterval(laterTime);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (!m_document)
            return;
        showMachine();
        showPlace();
    });
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
    connect(m_place, &QToolButton::clicked, this, &StatusLine::placeClicked);
    connect(m_zoom, &QToolButton::clicked, this, &StatusLine::zoomClicked);
    connect(&Theme::current(), &Theme::changed, this, &StatusLine::applyTheme);
    applyTheme();
    setDocument(nullptr);
}

void StatusLine::applyTheme()
{
    setFixedHeight(Theme::current().height(24));
    for (QToolButton* button : {m_problems, m_place, m_zoom})
        button->setFont(designer::font(FontRole::Small));
    showProblems();
}

void StatusLine::setDocument(DocumentView* document)
{
    if (m_document) {
        m_document->workspace().disconnect(this);
        m_document->workspace().disconnect(&m_later);
        m_document->editor().disconnect(&m_later);
        m_document->workspace().undoStack()->disconnect(this);
        if (m_document->canvas())
            m_document->canvas()->disconnect(this);
    }
    m_document = document;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_problems, m_validGlyph, m_valid, m_language, m_counts, m_state, m_place, m_lineEnd,
                                                           m_encoding, m_zoom, m_saved})
        widget->setVisible(document);
    m_hint->hide();
    clearMessage();
    if (!document)
        return;
    Workspace& workspace = document->workspace();
    connect(&workspace, &Workspace::diagnosticsChanged, this, &StatusLine::showProblems);
    connect(&workspace, &Workspace::snapshotChanged, &m_later, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::selectionChanged, &m_later, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::filePathChanged, this, &StatusLine::showSaved);
    connect(&workspace, &Workspace::refused, this, &StatusLine::say);
    connect(workspace.undoStack(), &QUndoStack::cleanChanged, this, &StatusLine::showSaved);
    connect(&document->editor(), &CodeEditor::cursorMoved, &m_later, qOverload<>(&QTimer::start));
    if (document->canvas())
        connect(document->canvas(), &CanvasView::zoomChanged, this, &StatusLine::showZoom);
    m_later.start();
    showProblems();
    showZoom();
    showSaved();
}

void StatusLine::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_counts->setVisible(m_document && hint.isEmpty());
    m_language->setVisible(m_document && hint.isEmpty());
}

void StatusLine::say(const QString& message)
{
    showMessage(message, messageTime);
}

void StatusLine::showProblems()
{
    if (!m_document)
        return;
    int counts[3] = {};
    for (const asl::Diagnostic& diagnostic : m_document->workspace().diagnostics())
        ++counts[static_cast<int>(diagnostic.severity)];
    const auto [errors, warnings, infos] = counts;
    const auto put = [&](const QString& name, Token token, const QString& text) {
        m_problems->setIcon(icon(name, token));
        m_problems->setText(text);
    };
    if (errors > 0)
        put(QStringLiteral("problem-error"), Token::Err, tr("%n error(s)", nullptr, errors));
    else if (warnings > 0)
        put(QStringLiteral("problem-warning"), Token::Warn, tr("%n warning(s)", nullptr, warnings));
    else if (infos > 0)
        put(QStringLiteral("problem-info"), Token::Info, tr("%n note(s)", nullptr, infos));
    else
        put(QStringLiteral("problem-info"), Token::Text2, tr("No problems"));
    m_valid->setVisible(errors == 0);
    m_validGlyph->setVisible(errors == 0);
    m_valid->setText(tr("Valid"));
    m_validGlyph->setPixmap(glyph(QStringLiteral("status-succeeded"), glyphSize, color(Token::Ok), devicePixelRatioF()));
}

void StatusLine::showMachine()
{
    const asl::StateMachine& machine = m_document->workspace().snapshot()->machine();
    m_language->setText(machine.language() == asl::QueryLanguage::JSONata ? QStringLiteral("JSONata") : QStringLiteral("JSONPath"));
    const auto tasks = std::count_if(machine.states().begin(), machine.states().end(), [](const asl::State& s) { return s.type == asl::StateType::Task; });
    m_counts->setText(tr("%1 · %2").arg(tr("%n state(s)", nullptr, static_cast<int>(machine.states().size())),
                                        tr("%n task(s)", nullptr, static_cast<int>(tasks))));
    const asl::StatePath* current = m_document->workspace().selection().current();
    m_state->setText(current ? fontMetrics().elidedText(toQString(current->name), Qt::ElideRight, 240) : QString());
    m_lineEnd->setText(lineEndName(m_document->workspace().text()));
}

void StatusLine::showPlace()
{
    const asl::LineColumn place = m_document->editor().cursor();
    m_place->setText(tr("Ln %1, Col %2").arg(place.line).arg(place.column));
}

void StatusLine::showZoom()
{
    const CanvasView* canvas = m_document->canvas();
    m_zoom->setVisible(canvas);
    if (canvas)
        m_zoom->setText(tr("%1%").arg(qRound(canvas->zoom() * 100)));
}

void StatusLine::showSaved()
{
    const Workspace& workspace = m_document->workspace();
    m_saved->setText(m_document->isFileGone() ? tr("Deleted outside") : workspace.isModified() ? tr("Changed") : workspace.filePath().isEmpty() ? tr("Not saved yet") : tr("Saved"));
}

} // namespace designer
