#include "ui/inspector/condition_editor.h"

#include "ui/inspector/condition_edits.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/live_lines.h"
#include "ui/inspector/field_words.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace designer {

namespace {

constexpr int deepest = 8; ///< what lies deeper is shown as JSON
constexpr int labelWidth = 96;

QWidget* labelled(const QString& text, QWidget* field, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* label = new ThemedLabel(text, FontRole::Body, Token::Text2, row);
    label->setFixedWidth(labelWidth);
    layout->addWidget(label);
    layout->addWidget(field, 1);
    return row;
}

} // namespace

ConditionForm::ConditionForm(FormHost& host, int depth, QWidget* parent)
    : QWidget(parent), m_host(host), m_depth(depth), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(depth > 0 ? 12 : 0, 0, 0, 0);
    m_column->setSpacing(8);
}

void ConditionForm::paintEvent(QPaintEvent*)
{
    if (m_depth > 0) // the parts of a list stand behind a line
        QPainter(this).fillRect(QRect(2, 0, 1, height()), color(Token::Border));
}

ConditionForm::Kind ConditionForm::kindOf(const ObjectPlace& rule) const
{
    const asl::SyntaxTree& tree = rule.tree();
    if (m_depth > deepest || tree.kind(rule.node) != asl::NodeKind::Object)
        return Kind::Json;
    const auto isA = [&](std::string_view name, asl::NodeKind kind) {
        const asl::NodeId node = tree.find(rule.node, name);
        return node != asl::noNode && tree.kind(node) == kind;
    };
    if (isA("And", asl::NodeKind::Array))
        return Kind::And;
    if (isA("Or", asl::NodeKind::Array))
        return Kind::Or;
    if (isA("Not", asl::NodeKind::Object))
        return Kind::Not;
    return Kind::Comparison;
}

void ConditionForm::show(const ObjectPlace& rule)
{
    m_rule = rule;
    const Kind kind = kindOf(rule);
    const bool bothLists = (kind == Kind::And || kind == Kind::Or) && (m_kind == Kind::And || m_kind == Kind::Or);
    if (kind != m_kind && !bothLists)
        build(kind);
    m_kind = kind;
    switch (kind) {
    case Kind::Comparison: showComparison(); break;
    case Kind::And:
    case Kind::Or:
    case Kind::Not: showList(); break;
    case Kind::Json: {
        FieldPlace place;
        place.object = rule;
        place.value = rule.node;
        place.pointer = rule.pointer;
        m_json->show(place);
        break;
    }
    case Kind::None: break;
    }
    setVisible(true);
}

void ConditionForm::setRemovable(const QString& toolTip)
{
    m_removeToolTip = toolTip;
}

/// The button stands beside the first line only: deep conditions keep the width for what they say.
QWidget* ConditionForm::firstLine(QWidget* content)
{
    if (m_removeToolTip.isEmpty())
        return content;
    auto* line = new QWidget(m_content);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(content, 1);
    QToolButton* remove = iconButton(QStringLiteral("ui-close"), m_removeToolTip, line);
    remove->setIconSize({12, 12});
    row->addWidget(remove, 0, Qt::AlignTop);
    connect(remove, &QToolButton::clicked, this, &ConditionForm::removeClicked);
    return line;
}

void ConditionForm::build(Kind kind)
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_children.clear();
    m_variable = m_value = nullptr;
    m_operator = m_list = nullptr;
    m_json = nullptr;
    m_content = new QWidget(this);
    m_column->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    switch (kind) {
    case Kind::Comparison:
        m_variable = new FieldRow(m_host, EditorKind::Line, true, m_content);
        m_operator = new FormCombo(m_content);
        m_operator->setAccessibleName(tr("Operator"));
        m_operator->setPopulate([this] { addOperators(); });
        connect(m_operator, &QComboBox::activated, this, [this] {
            if (const auto* chosen = asl::comparisonOperator(toUtf8(m_operator->currentData().toString())))
                chooseOperator(*chosen);
        });
        m_variable->setLabelShown(m_depth == 0);
        column->addWidget(firstLine(m_variable));
        column->addWidget(m_depth == 0 ? labelled(tr("Operator"), m_operator, m_content) : m_operator);
        break;
    case Kind::And:
    case Kind::Or:
        m_list = new FormCombo(m_content);
        m_list->addItems({tr("All of these are true"), tr("At least one is true")});
        m_list->setAccessibleName(tr("How the conditions are combined"));
        connect(m_list, &QComboBox::activated, this, [this](int index) { chooseList(index == 0); });
        column->addWidget(firstLine(m_list));
        m_items = new QVBoxLayout;
        m_items->setSpacing(12);
        column->addLayout(m_items);
        if (m_depth > 0) { // the outermost list is extended by the links below it
            auto* more = new LinkButton(tr("Add condition"), m_content);
            more->setGlyph(QStringLiteral("add"));
            connect(more, &LinkButton::clicked, this, [this] { m_host.apply(combined(m_rule, m_kind == Kind::And ? "And" : "Or")); });
            column->addWidget(more);
        }
        break;
    case Kind::Not:
        column->addWidget(firstLine(new ThemedLabel(tr("This is not true"), FontRole::Body, Token::Text2, m_content)));
        m_items = new QVBoxLayout;
        column->addLayout(m_items);
        break;
    case Kind::Json:
        m_json = createEditor(EditorKind::Json, m_host, m_content);
        column->addWidget(firstLine(m_json));
        break;
    case Kind::None: break;
    }
    m_content->show();
}

void ConditionForm::showComparison()
{
    const asl::Field* variable = asl::findField(m_rule.fields, "Variable");
    if (variable)
        m_variable->show(fieldPlace(m_rule, *variable));
    const asl::ComparisonOperator* comparison = operatorOf(m_rule);
    m_operator->showOnly({}, comparison ? operatorPhrase(*comparison) : tr("Choose an operator"), comparison ? toQString(comparison->name) : QString());
    showValue(comparison);
}

void ConditionForm::showValue(const asl::ComparisonOperator* comparison)
{
    const asl::Field* field = comparison ? asl::findField(m_rule.fields, comparison->name) : nullptr;
    if (!field) {
        if (m_value)
            m_value->hide();
        return;
    }
    const FieldPlace place = fieldPlace(m_rule, *field);
    const EditorKind kind = editorKind(place);
    if (!m_value || m_valueKind != kind) {
        if (m_value) {
            m_value->hide();
            m_value->deleteLater();
        }
        m_value = new FieldRow(m_host, kind, true, m_content);
        m_value->setLabel(tr("Value"));
        m_value->setLabelShown(m_depth == 0);
        m_valueKind = kind;
        m_content->layout()->addWidget(m_value);
    }
    m_value->show(place);
}

void ConditionForm::addOperators()
{
    const asl::ComparisonOperator* present = operatorOf(m_rule);
    for (const asl::ComparisonOperator& comparison : asl::comparisonOperators()) {
        m_operator->addItem(operatorPhrase(comparison), toQString(comparison.name));
        m_operator->setItemData(m_operator->count() - 1, translatedWord(comparison.summary), Qt::ToolTipRole);
    }
    m_operator->setCurrentIndex(present ? m_operator->findData(toQString(present->name)) : -1);
}

void ConditionForm::chooseOperator(const asl::ComparisonOperator& comparison)
{
    if (&comparison != operatorOf(m_rule))
        m_host.apply(withOperator(m_rule, comparison));
}

void ConditionForm::chooseList(bool all)
{
    const bool wasAll = m_kind == Kind::And;
    if (all != wasAll)
        m_host.apply(withList(m_rule, wasAll ? "And" : "Or", all ? "And" : "Or"));
}

void ConditionForm::showList()
{
    if (m_list)
        m_list->setCurrentIndex(m_kind == Kind::And ? 0 : 1);
    const std::string_view name = m_kind == Kind::And ? "And" : m_kind == Kind::Or ? "Or" : "Not";
    const FieldPlace list = memberPlace(m_rule, name);
    std::vector<ObjectPlace> parts;
    if (m_kind == Kind::Not) {
        parts.push_back(inside(list, asl::ObjectType::NestedRule));
    } else {
        for (const asl::NodeId item : list.tree().children(list.value))
            parts.push_back(itemOf(list, parts.size(), item, asl::ObjectType::NestedRule));
    }
    while (m_children.size() < parts.size()) {
        const std::size_t index = m_children.size();
        auto* child = new ConditionForm(m_host, m_depth + 1, m_content);
        child->setRemovable(m_kind == Kind::Not ? tr("Remove the negation") : tr("Remove condition"));
        connect(child, &ConditionForm::removeClicked, this, [this, index] {
            if (m_kind == Kind::Not)
                m_host.apply(negated(m_rule));
            else
                m_host.apply(withoutPart(m_rule, m_kind == Kind::And ? "And" : "Or", index));
        });
        m_items->addWidget(child);
        m_children.push_back(child);
    }
    while (m_children.size() > parts.size()) {
        m_children.back()->hide();
        m_children.back()->deleteLater();
        m_children.pop_back();
    }
    for (std::size_t index = 0; index < parts.size(); ++index)
        m_children[index]->show(parts[index]);
}

void ConditionForm::commitPending()
{
    if (m_variable)
        m_variable->commitPending();
    if (m_value && m_value->isVisible())
        m_value->commitPending();
    if (m_json)
        m_json->commitPending();
    const std::vector<ConditionForm*> children = m_children;
    for (ConditionForm* child : children)
        child->commitPending();
}

ConditionEditor::ConditionEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_form(new ConditionForm(host, 0, this)), m_live(new LiveLines(host.live(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_form);
    column->addWidget(m_live);
    m_live->setCaption(tr("The condition"));
    auto* links = new QHBoxLayout;
    links->setSpacing(12);
    const auto addLink = [&](const QString& text, const QString& glyph, const QString& toolTip, auto action) {
        auto* link = new LinkButton(text, this);
        link->setGlyph(glyph);
        link->setToolTip(toolTip);
        connect(link, &LinkButton::clicked, this, action);
        links->addWidget(link);
    };
    addLink(tr("And"), QStringLiteral("add"), tr("Another condition that must be true as well"), [this] { combine("And"); });
    addLink(tr("Or"), QStringLiteral("add"), tr("Another condition of which one must be true"), [this] { combine("Or"); });
    addLink(tr("Not"), QStringLiteral("add"), tr("Turns the condition round"), [this] { negate(); });
    links->addStretch();
    column->addLayout(links);
}

void ConditionEditor::refresh()
{
    ObjectPlace rule = m_place.object;
    rule.node = m_place.value;
    rule.pointer = m_place.pointer;
    m_form->show(rule);
    m_live->setField(m_place.pointer, {});
}

void ConditionEditor::combine(std::string_view with)
{
    m_form->commitPending();
    m_host.apply(combined(m_place.object, with));
}

void ConditionEditor::negate()
{
    m_form->commitPending();
    m_host.apply(negated(m_place.object));
}

std::vector<const asl::Diagnostic*> conditionProblems(const FormHost& host, const std::string& rule)
{
    std::vector<const asl::Diagnostic*> found;
    for (const asl::Diagnostic* problem : host.problemsAt(rule, true)) {
        const std::string_view rest = std::string_view(problem->pointer).substr(rule.size());
        const std::size_t slash = rest.find('/', 1);
        const std::string_view member = rest.empty() ? std::string_view() : rest.substr(1, slash == std::string_view::npos ? slash : slash - 1);
        // Rows show what is wrong with variables and values; the lists and nested rules have no row of their own.
        const std::string_view last = std::string_view(problem->pointer).substr(problem->pointer.rfind('/') + 1);
        const bool inList = member == "Not" || member == "And" || member == "Or";
        if (rest.empty() || (inList && last != "Variable" && !asl::comparisonOperator(last)))
            found.push_back(problem);
    }
    return found;
}

} // namespace designer
