#include "ui/editor/language_tools.h"

#include "ui/editor/reference_list.h"
#include "ui/editor/rename_box.h"
#include "ui/editor/text_view.h"
#include "ui/support/completion_popup.h"
#include "ui/support/hover_card.h"
#include "ui/support/qt_text.h"
#include "ui/support/rule_dialog.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QTextBlock>

namespace designer {

LanguageTools::LanguageTools(TextView& view, Workspace& workspace, SimulationController& simulation, QObject* parent)
    : QObject(parent), m_view(view), m_workspace(workspace), m_service(workspace, simulation, this), m_field(view, workspace),
      m_completion(m_service, m_field, this), m_card(new HoverCard(&view))
{
    view.viewport()->installEventFilter(this);
    view.viewport()->setMouseTracking(true);
    view.installEventFilter(this);
    connect(&workspace, &Workspace::snapshotChanged, this, [this] { m_completion.settled(); });
    connect(&workspace, &Workspace::textChanged, m_card, &QWidget::hide);
    connect(&view, &TextView::definitionWanted, this, qOverload<std::size_t>(&LanguageTools::goToDefinition));
    connect(m_card, &HoverCard::fixChosen, this, [this](const asl::Edit& fix) { m_workspace.apply(fix, this); });
    connect(m_card, &HoverCard::helpWanted, this, [this](const asl::RuleInfo& rule) { (new RuleDialog(rule, &m_view))->show(); });
}

QRect LanguageTools::cursorRect() const { return m_field.line(); }

std::optional<std::size_t> LanguageTools::byteAtPoint(QPoint position) const
{
    const int row = m_view.rowAtY(position.y());
    if (row < 0)
        return {};
    QTextCursor cursor = m_view.cursorForPosition(position);
    QRect rect = m_view.cursorRect(cursor);
    if (rect.left() > position.x() && cursor.positionInBlock() > 0) { // the nearest gap is behind the character
        cursor.movePosition(QTextCursor::PreviousCharacter);
        rect = m_view.cursorRect(cursor);
    }
    const bool behindLine = cursor.atBlockEnd();
    return behindLine || cursor.blockNumber() != row ? std::nullopt : std::optional(m_view.byteAt(cursor.position()));
}

void LanguageTools::explain()
{
    explainAt(m_view.cursorByte(), cursorRect());
}

void LanguageTools::explainAt(std::size_t byte, const QRect& word)
{
    const auto place = m_field.placeAt(byte);
    if (!place)
        return;
    m_service.explain(this, *place, [this, asked = *place, word](const std::optional<asl::Hover>& hover) {
        if (asked.snapshot != m_workspace.snapshot() || m_completion.popup().isVisible())
            return;
        std::vector<asl::Diagnostic> problems;
        for (const asl::Diagnostic& diagnostic : m_workspace.diagnostics())
            if (diagnostic.range.contains(asked.offset))
                problems.push_back(diagnostic);
        m_card->open(hover, problems, word);
    });
}

void LanguageTools::withName(std::size_t byte, const std::function<void(const NameAnswer&)>& use)
{
    const auto place = m_field.placeAt(byte);
    if (!place)
        return;
    m_service.findName(this, *place, [this, asked = place->snapshot, use](const NameAnswer& answer) {
        if (asked == m_workspace.snapshot())
            use(answer);
    });
}

void LanguageTools::goToDefinition() { goToDefinition(m_view.cursorByte()); }

void LanguageTools::goToDefinition(std::size_t byte)
{
    withName(byte, [this](const NameAnswer& answer) {
        std::vector<asl::Reference> definitions;
        for (const asl::Reference& reference : answer.references)
            if (reference.defines)
                definitions.push_back(reference);
        if (definitions.size() == 1)
            m_view.goTo({definitions.front().range.begin, definitions.front().range.begin}, false);
        else
            listPlaces(definitions);
    });
}

void LanguageTools::findReferences()
{
    withName(m_view.cursorByte(), [this](const NameAnswer& answer) { listPlaces(answer.references); });
}

void LanguageTools::listPlaces(const std::vector<asl::Reference>& references)
{
    if (references.empty()) {
        emit m_workspace.refused(tr("There is no name of a state or variable here."));
        return;
    }
    auto* list = new ReferenceList(*m_workspace.snapshot(), references, &m_view);
    connect(list, &ReferenceList::chosen, this, [this](asl::TextRange range) {
        m_view.setFocus(Qt::OtherFocusReason);
        m_view.goTo(range, true);
    });
    list->openAt(cursorRect());
}

void LanguageTools::rename()
{
    withName(m_view.cursorByte(), [this](const NameAnswer& answer) {
        if (!answer.thing) {
            emit m_workspace.refused(tr("There is no name of a state or variable here."));
            return;
        }
        auto* box = new RenameBox(toQString(answer.thing->name), &m_view);
        connect(box, &RenameBox::entered, this, [this, box, thing = *answer.thing](const QString& name) { renameTo(thing, name, box); });
        box->openAt(cursorRect());
    });
}

void LanguageTools::renameTo(const asl::NamedThing& thing, const QString& name, RenameBox* box)
{
    const QPointer<RenameBox> open(box);
    const auto work = [snapshot = m_workspace.snapshot(), thing, newName = toUtf8(name)](const std::stop_token&) {
        if (thing.kind == asl::NamedThing::Kind::Variable)
            return asl::renameVariable(*snapshot, thing, newName);
        return asl::renameState(*snapshot, {snapshot->machine().scopePath(thing.scope), thing.name}, newName);
    };
    const auto done = [this, open, asked = m_workspace.snapshot()](const asl::Result<asl::Edit>& edit) {
        if (!open)
            return;
        if (!edit) {
            open->setProblem(translated(edit.error().message));
            return;
        }
        open->close();
        m_view.setFocus(Qt::OtherFocusReason);
        if (asked == m_workspace.snapshot())
            m_workspace.apply(*edit, this);
    };
    m_workspace.analysisLane().run(this, work, done, QStringLiteral("rename"));
}

bool LanguageTools::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view) {
        if (event->type() == QEvent::KeyPress)
            m_card->hide();
        return QObject::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto byte = byteAtPoint(help->pos())) {
            QRect word = m_view.cursorRect(m_view.cursorForPosition(help->pos()));
            word.setRect(help->pos().x() - 8, word.top(), 16, word.height());
            explainAt(*byte, QRect(m_view.viewport()->mapToGlobal(word.topLeft()), word.size()));
        }
        return true;
    }
    if (event->type() == QEvent::MouseMove)
        m_card->pointerMoved(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
    else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) {
        m_card->hide();
        m_completion.close();
    } else if (event->type() == QEvent::Leave) {
        m_card->pointerMoved(QCursor::pos());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace designer
