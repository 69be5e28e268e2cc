#include "ui/inspector/field_row.h"

#include "core/language/expressions.h"
#include "ui/inspector/condition_editor.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/item_words.h"
#include "ui/inspector/live_lines.h"
#include "ui/inspector/problem_lines.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>

namespace designer {

namespace {

constexpr int labelWidth = 96;
constexpr int narrowForm = 276; ///< below a panel width of 300 all labels go above

bool hasFormAndJson(EditorKind kind, const FieldPlace& place)
{
    if (!place.field || !place.isWritten())
        return false;
    const EditorKind form = editorKind(place);
    return (form == EditorKind::Object || form == EditorKind::Boxes) && (kind == form || kind == EditorKind::Json);
}

/// Does the editor show a value in which something may be computed? Others leave that to the rows inside them.
bool mayCompute(EditorKind kind, const FieldPlace& place)
{
    const bool isValue = kind == EditorKind::Line || kind == EditorKind::LongText || kind == EditorKind::Json;
    return isValue && place.field && asl::expressionForm(*place.field, place.object.language) != asl::ExpressionForm::None;
}

/// These editors say themselves what they are about.
bool hasOwnLabel(EditorKind kind)
{
    return kind == EditorKind::Condition || kind == EditorKind::LambdaPayload;
}

/// What a new list or object starts with.
std::string starterOf(const FieldPlace& place)
{
    const asl::Field& field = *place.field;
    if (field.shape == asl::Shape::ObjectList)
        return "[" + newItem(field.object, place.object.language) + "]";
    switch (field.object) {
    case asl::ObjectType::ItemProcessor: return R"({"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"","States":{}})";
    case asl::ObjectType::ProcessorConfig: return R"({"Mode":"INLINE"})";
    case asl::ObjectType::ItemReader: return R"({"Resource":"arn:aws:states:::s3:getObject"})";
    case asl::ObjectType::ItemBatcher: return R"({"MaxItemsPerBatch":10})";
    case asl::ObjectType::ResultWriter: return R"({"Resource":"arn:aws:states:::s3:putObject"})";
    case asl::ObjectType::WriterConfig: return R"({"Transformation":"NONE","OutputType":"JSON"})";
    case asl::ObjectType::StateMachine:
    case asl::ObjectType::Branch:
    case asl::ObjectType::State:
    case asl::ObjectType::Retrier:
    case asl::ObjectType::Catcher:
    case asl::ObjectType::ChoiceRule:
    case asl::ObjectType::NestedRule:
    case asl::ObjectType::ReaderConfig:
    case asl::ObjectType::Credentials:
    case asl::ObjectType::None: break;
    }
    return "{}";
}

} // namespace

void addField(FormHost& host, const FieldPlace& place)
{
    const EditorKind kind = editorKind(place.field->shape);
    if (kind == EditorKind::Object || kind == EditorKind::Boxes) {
        if (host.write(place, starterOf(place)) && kind == EditorKind::Boxes)
            host.setOpenItem(place.pointer, 0);
    } else {
        host.wish(place.pointer);
    }
}

FieldRow::FieldRow(FormHost& host, EditorKind kind, bool nested, QWidget* parent)
    : QWidget(parent), m_host(host), m_kind(kind), m_row(new QBoxLayout(QBoxLayout::LeftToRight)), m_head(new QWidget(this)),
      m_label(new ThemedLabel({}, isLong(kind) && !nested ? FontRole::BodyStrong : FontRole::Body, isLong(kind) && !nested ? Token::Text : Token::Text2, m_head)),
      m_editor(createEditor(kind, host, this)), m_problems(new ProblemLines(host, 2, this))
{
    m_label->setElideMode(Qt::ElideRight);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    head->addWidget(m_label, 1);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_head, 0, Qt::AlignTop);
    m_row->addWidget(m_editor, 1);
    m_head->setFixedHeight(Theme::current().height(28));
    m_head->setVisible(!hasOwnLabel(kind));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_problems);

    connect(m_editor, &FieldEditor::refused, this, &FieldRow::showRefusal);
    connect(m_editor, &FieldEditor::typed, &host.live(), &LiveValues::askSoon);
}

// A form has many rows, and a selected state shall show its form at once: what most rows do not need is made when it is.

void FieldRow::showRefusal(const QString& reason)
{
    if (!m_refused && reason.isEmpty())
        return;
    if (!m_refused) {
        m_refused = new ThemedLabel({}, FontRole::Small, Token::Err, this);
        m_refused->setWordWrap(true);
        static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_refused);
    }
    m_refused->setText(reason);
    m_refused->setVisible(!reason.isEmpty());
}

QToolButton* FieldRow::addButton(const QString& glyphName, const QString& text, int glyphSize)
{
    QToolButton* button = iconButton(glyphName, text, m_head);
    button->setFixedSize(20, 24);
    button->setIconSize({glyphSize, glyphSize});
    m_head->layout()->addWidget(button);
    return button;
}

void FieldRow::makeCodeButton()
{
    m_code = addButton(QStringLiteral("ui-code"), tr("Show as JSON"), 16);
    m_code->setCheckable(true);
    connect(m_code, &QToolButton::clicked, this, [this](bool asJson) {
        m_editor->commitPending();
        m_host.showAsJson(m_place.pointer, asJson);
    });
}

void FieldRow::makeHoverButtons()
{
    m_switch = addButton(QStringLiteral("ui-chevron-down"), tr("Use another field instead"), 12);
    m_remove = addButton(QStringLiteral("ui-close"), tr("Remove"), 12);
    connect(m_remove, &QToolButton::clicked, this, [this] { m_host.remove(m_place); });
    connect(m_switch, &QToolButton::clicked, this, &FieldRow::offerAlternatives);
}

void FieldRow::show(const FieldPlace& place)
{
    const bool moved = m_place.name != place.name;
    m_place = place;
    if (moved) {
        m_label->setText(!m_ownLabel.isEmpty() ? m_ownLabel : place.field ? fieldLabel(place.name) : toQString(place.name));
        m_head->setToolTip(place.field ? fieldHelp(*place.field) : tr("The language does not know this field."));
    }
    m_editor->show(place);
    updateButtons(underMouse());
    arrange();
    showProblems();
    showLiveValues();
    setVisible(true);
}

void FieldRow::showLiveValues()
{
    const bool wanted = mayCompute(m_kind, m_place);
    if (wanted && !m_live) {
        m_live = new LiveLines(m_host.live(), this);
        layout()->addWidget(m_live);
    }
    if (m_live) {
        m_live->setProblemIsSaid(m_hasError);
        m_live->setField(wanted ? m_place.pointer : std::string(), [this] { return m_editor->typedJson(); });
    }
}

void FieldRow::arrange()
{
    const bool above = isLong(m_kind) || width() < narrowForm || m_label->fontMetrics().horizontalAdvance(m_label->text()) > labelWidth;
    m_labelAbove = above;
    m_row->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(above ? 4 : 8);
    m_row->setAlignment(m_head, above ? Qt::Alignment() : Qt::AlignTop);
    m_head->setMinimumWidth(above ? 0 : labelWidth);
    m_head->setMaximumWidth(above ? QWIDGETSIZE_MAX : labelWidth);
    m_head->setFixedHeight(above ? 24 : Theme::current().height(28));
}

void FieldRow::updateButtons(bool hovered)
{
    const bool removable = m_place.isWritten() ? !m_place.field || !m_place.field->required : m_host.isWished(m_place.pointer);
    if (const bool hasCode = hasFormAndJson(m_kind, m_place); hasCode || m_code) {
        if (!m_code)
            makeCodeButton();
        m_code->setVisible(hasCode);
        m_code->setChecked(m_kind == EditorKind::Json);
    }
    if (hovered && !m_remove)
        makeHoverButtons();
    if (!m_remove)
        return;
    m_switch->setVisible(hovered && m_place.field && !alternatives().empty());
    m_remove->setVisible(hovered && removable && m_kind != EditorKind::Next);
}

void FieldRow::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    updateButtons(true);
}

void FieldRow::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    updateButtons(false);
}

void FieldRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

void FieldRow::setLabel(const QString& text)
{
    m_ownLabel = text;
    m_label->setText(text);
}

void FieldRow::setLabelShown(bool shown)
{
    m_head->setVisible(shown);
    m_editor->setToolTip(shown ? QString() : m_label->text());
}

void FieldRow::focusEditor()
{
    QWidget* target = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor->nextInFocusChain();
    if (target)
        target->setFocus(Qt::OtherFocusReason);
}

std::vector<const asl::Field*> FieldRow::alternatives() const
{
    std::vector<const asl::Field*> found;
    for (const asl::FieldGroup& group : m_place.object.groups) {
        if (group.rule == asl::FieldGroup::Rule::AtLeastOne || m_kind == EditorKind::Next
            || std::find(group.fields.begin(), group.fields.end(), m_place.name) == group.fields.end())
            continue;
        for (const std::string_view name : group.fields) {
            const asl::Field* field = asl::findField(m_place.object.fields, name);
            if (field && name != m_place.name && field->replacedBy.empty() && asl::existsIn(field->languages, m_place.object.language))
                found.push_back(field);
        }
    }
    return found;
}

void FieldRow::offerAlternatives()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const asl::Field* field : alternatives())
        menu->addAction(fieldLabel(field->name), this, [this, field] { addField(m_host, fieldPlace(m_place.object, *field)); });
    menu->popup(m_switch->mapToGlobal(QPoint(0, m_switch->height())));
}

void FieldRow::showProblems()
{
    // Editors with rows of their own leave to those what lies inside.
    const bool nested = m_kind == EditorKind::Object || m_kind == EditorKind::Boxes || m_kind == EditorKind::Condition || m_kind == EditorKind::LambdaPayload
        || m_kind == EditorKind::States;
    std::vector<const asl::Diagnostic*> problems;
    if (m_kind == EditorKind::Condition)
        problems = conditionProblems(m_host, m_place.pointer);
    else if (m_kind != EditorKind::LambdaPayload)
        problems = m_host.problemsAt(m_place.pointer, !nested);
    if (m_kind == EditorKind::Next)
        for (const asl::Diagnostic* more : m_host.problemsAt(joined(m_place.object.pointer, "End"), true))
            problems.push_back(more);
    const bool error = std::any_of(problems.begin(), problems.end(), [](const asl::Diagnostic* problem) { return problem->severity == asl::Severity::Error; });
    m_editor->setError(error && !nested);
    m_hasError = error;
    if (m_live)
        m_live->setProblemIsSaid(error);
    m_problems->show(problems);
}

} // namespace designer
