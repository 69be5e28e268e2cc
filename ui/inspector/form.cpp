#include "ui/inspector/form.h"

#include "ui/inspector/field_row.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/lambda_editor.h"
#include "ui/support/flow_layout.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int rowGap = 8;

/// Fields that stand at the end of a form: they say least.
constexpr std::string_view lastFields[] = {"Comment", "QueryLanguage", "Version", "Type"};

bool comesLast(std::string_view name)
{
    return std::find(std::begin(lastFields), std::end(lastFields), name) != std::end(lastFields);
}

bool isNextOrEnd(std::string_view name)
{
    return name == "Next" || name == "End";
}

/// Members of a Choice Rule that the condition editor shows.
bool isCondition(const asl::Field& field)
{
    return field.name == "And" || field.name == "Or" || field.name == "Not" || field.name == "Variable" || asl::comparisonOperator(field.name) != nullptr;
}

/// Another field of the same "one of these" group is written already.
bool isReplaced(const ObjectPlace& object, std::string_view name)
{
    for (const asl::FieldGroup& group : object.groups) {
        if (group.rule == asl::FieldGroup::Rule::AtLeastOne || std::find(group.fields.begin(), group.fields.end(), name) == group.fields.end())
            continue;
        for (const std::string_view other : group.fields)
            if (other != name && memberPlace(object, other).isWritten())
                return true;
    }
    return false;
}

/// The first of a group that the language has.
std::string_view firstOf(const asl::FieldGroup& group, const ObjectPlace& object)
{
    for (const std::string_view name : group.fields) {
        const asl::Field* field = asl::findField(object.fields, name);
        if (field && field->replacedBy.empty() && asl::existsIn(field->languages, object.language))
            return name;
    }
    return {};
}

/// The others of a group are reached from the row of its first.
bool isSecondChoice(const ObjectPlace& object, std::string_view name)
{
    for (const asl::FieldGroup& group : object.groups)
        if (group.rule != asl::FieldGroup::Rule::AtLeastOne && firstOf(group, object) != name
            && std::find(group.fields.begin(), group.fields.end(), name) != group.fields.end())
            return true;
    return false;
}

/// The first of a group of which one must be written, while none is.
bool isFirstMissing(const ObjectPlace& object, std::string_view name)
{
    for (const asl::FieldGroup& group : object.groups)
        if (group.rule == asl::FieldGroup::Rule::ExactlyOne && firstOf(group, object) == name)
            return !isReplaced(object, name);
    return false;
}

} // namespace

Form::Form(FormHost& host, QWidget* parent)
    : QWidget(parent), m_host(host), m_column(new QVBoxLayout(this)), m_offers(new QWidget(this)), m_offerFlow(new FlowLayout(16, 0, m_offers))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(rowGap);
    m_column->addWidget(m_offers);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    m_offers->setSizePolicy(policy);
}

/// In JSONata the condition is one expression, a field like others.
bool Form::hasConditionEditor(const ObjectPlace& object) const
{
    return m_options.isRule && object.language == asl::QueryLanguage::JSONPath;
}

bool Form::isInSection(const asl::Field& field) const
{
    return !m_options.section || field.section == *m_options.section;
}

bool Form::isShown(const ObjectPlace& object, const FieldPlace& place) const
{
    const asl::Field& field = *place.field;
    if (place.isWritten() || m_host.isWished(place.pointer))
        return true;
    if (!asl::existsIn(field.languages, object.language) || !field.replacedBy.empty())
        return false;
    return field.required || isFirstMissing(object, field.name);
}

std::vector<Form::RowSpec> Form::specs(const ObjectPlace& object) const
{
    std::vector<RowSpec> rows;
    std::vector<RowSpec> last;
    bool hasCondition = false;
    bool hasNext = false;
    for (const asl::Field& field : object.fields) {
        if (!isInSection(field))
            continue;
        const FieldPlace place = fieldPlace(object, field);
        if (m_options.isState && isNextOrEnd(field.name)) {
            if (!std::exchange(hasNext, true))
                last.insert(last.begin(), {"Next", fieldPlace(object, *asl::findField(object.fields, "Next")), EditorKind::Next});
            continue;
        }
        if (hasConditionEditor(object) && isCondition(field)) {
            if (!std::exchange(hasCondition, true)) {
                FieldPlace rule = place;
                rule.value = object.node;
                rule.pointer = object.pointer;
                rows.push_back({"(condition)", std::move(rule), EditorKind::Condition});
            }
            continue;
        }
        if (!isShown(object, place))
            continue;
        const EditorKind kind = place.isWritten() && m_host.isShownAsJson(place.pointer) ? EditorKind::Json : editorKind(place);
        // A row is used again as long as its editor can show the value.
        RowSpec row{std::string(field.name) + '#' + std::to_string(static_cast<int>(kind)), place, kind};
        (comesLast(field.name) ? last : rows).push_back(std::move(row));
        if (m_options.isState && field.name == "Resource" && isLambdaInvoke(place))
            rows.push_back({"(payload)", payloadPlace(object), EditorKind::LambdaPayload});
    }
    rows.insert(rows.end(), std::make_move_iterator(last.begin()), std::make_move_iterator(last.end()));
    if (!m_options.section || *m_options.section == asl::Section::Configuration)
        addUnknown(object, rows);
    return rows;
}

void Form::addUnknown(const ObjectPlace& object, std::vector<RowSpec>& rows) const
{
    if (object.node == asl::noNode || object.tree().kind(object.node) != asl::NodeKind::Object)
        return;
    std::set<std::string> seen;
    for (const asl::NodeId member : object.tree().children(object.node)) {
        const std::string name = object.tree().key(member);
        if (!asl::findField(object.fields, name) && seen.insert(name).second)
            rows.push_back({name + "#?", memberPlace(object, name), EditorKind::Json});
    }
}

void Form::show(const ObjectPlace& object, const Options& options)
{
    m_object = object;
    m_options = options;
    const std::vector<RowSpec> wanted = specs(object);
    std::vector<std::string> order;
    std::map<std::string, FieldRow*> former = std::move(m_rows);
    m_rows.clear();
    int position = 0;
    for (const RowSpec& spec : wanted) {
        FieldRow* row = nullptr;
        if (const auto found = former.find(spec.key); found != former.end()) {
            row = found->second;
            former.erase(found);
        } else {
            row = new FieldRow(m_host, spec.editor, options.isNested, this);
        }
        if (m_column->indexOf(row) != position) {
            m_column->removeWidget(row);
            m_column->insertWidget(position, row);
        }
        ++position;
        m_rows[spec.key] = row;
        order.push_back(spec.key);
        row->show(spec.place);
    }
    for (const auto& [key, row] : former) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_order = std::move(order);
    showOffers(object);
}

void Form::showOffers(const ObjectPlace& object)
{
    std::vector<std::string> offered;
    for (const asl::Field& field : object.fields) {
        const FieldPlace place = fieldPlace(object, field);
        const bool special = (m_options.isState && isNextOrEnd(field.name)) || (hasConditionEditor(object) && isCondition(field));
        if (!special && isInSection(field) && asl::existsIn(field.languages, object.language) && field.replacedBy.empty()
            && !isShown(object, place) && !isReplaced(object, field.name) && !isSecondChoice(object, field.name))
            offered.push_back(place.pointer);
    }
    m_offers->setVisible(!offered.empty());
    if (offered == m_offered)
        return;
    while (QLayoutItem* item = m_offerFlow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_offered = std::move(offered);
    for (const asl::Field& field : object.fields) {
        const FieldPlace place = fieldPlace(object, field);
        if (std::find(m_offered.begin(), m_offered.end(), place.pointer) == m_offered.end())
            continue;
        auto* offer = new LinkButton(tr("Add %1").arg(fieldWord(field.name)), m_offers);
        offer->setGlyph(QStringLiteral("add"));
        offer->setTokens(Token::Text2, Token::Accent);
        offer->setToolTip(fieldHelp(field));
        connect(offer, &LinkButton::clicked, this, [this, &field] { addField(m_host, fieldPlace(m_object, field)); });
        m_offerFlow->addWidget(offer);
        offer->show();
    }
    m_offers->updateGeometry();
}

void Form::commitPending()
{
    const std::vector<std::string> order = m_order; // a commit may change the rows
    for (const std::string& key : order)
        if (const auto found = m_rows.find(key); found != m_rows.end())
            found->second->commitPending();
}

void Form::showProblems()
{
    for (const auto& [key, row] : m_rows)
        row->showProblems();
    for (Form* nested : findChildren<Form*>())
        for (const auto& [key, row] : nested->m_rows)
            row->showProblems();
}

bool Form::focusField(const std::string& pointer)
{
    for (const auto& [key, row] : m_rows)
        if (row->pointer() == pointer) {
            row->focusEditor();
            return true;
        }
    for (Form* nested : findChildren<Form*>())
        for (const auto& [key, row] : nested->m_rows)
            if (row->pointer() == pointer) {
                row->focusEditor();
                return true;
            }
    return false;
}

bool Form::hasRows(const ObjectPlace& object, asl::Section section)
{
    return std::any_of(object.fields.begin(), object.fields.end(), [&](const asl::Field& field) {
        return field.section == section && (asl::existsIn(field.languages, object.language) || memberPlace(object, field.name).isWritten());
    });
}

ObjectEditor::ObjectEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_form(new Form(host, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 0, 0);
    column->addWidget(m_form);
}

void ObjectEditor::refresh()
{
    Form::Options options;
    options.isNested = true;
    m_form->show(inside(m_place, m_place.field->object), options);
}

} // namespace designer
