#include "ui/inspector/lambda_editor.h"

#include "ui/inspector/field_row.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>

namespace designer {

namespace {

using asl::Field;
using asl::Shape;

// Members of the API's request: not in the language table, which ends at Parameters.
constexpr Field functionName = {.name = "FunctionName", .shape = Shape::Text, .required = true, .expressionAllowed = true,
                                .summary = ASL_TEXT("language", "The name or ARN of the function.")};
constexpr Field functionNamePath = {.name = "FunctionName.$", .shape = Shape::PathOrIntrinsic, .required = true,
                                    .summary = ASL_TEXT("language", "Where in the input the name of the function is found.")};
constexpr Field payload = {.name = "Payload", .shape = Shape::PayloadTemplate, .required = true, .expressionAllowed = true,
                           .summary = ASL_TEXT("language", "What the function is given.")};
constexpr Field payloadPath = {.name = "Payload.$", .shape = Shape::PathOrIntrinsic, .required = true,
                               .summary = ASL_TEXT("language", "Where in the input the payload is found.")};

constexpr std::string_view wholeInput = "{% $states.input %}";

/// The member as it is written: a path when it has one.
FieldPlace written(const FieldPlace& parameters, const Field& constant, const Field& path)
{
    ObjectPlace object = parameters.object;
    object.node = parameters.value;
    object.pointer = parameters.pointer;
    object.fields = {};
    object.groups = {};
    const FieldPlace atPath = fieldPlace(object, path);
    return atPath.isWritten() ? atPath : fieldPlace(object, constant);
}

} // namespace

bool isLambdaInvoke(const FieldPlace& resource)
{
    if (resource.kind() != asl::NodeKind::String)
        return false;
    const std::string arn = resource.tree().stringValue(resource.value);
    const asl::ResourceInfo info = asl::resourceInfo(arn);
    return info.kind == asl::ResourceInfo::Kind::Integration && info.service == "lambda" && info.action == "invoke";
}

FieldPlace payloadPlace(const ObjectPlace& state)
{
    return memberPlace(state, state.language == asl::QueryLanguage::JSONata ? "Arguments" : "Parameters");
}

LambdaEditor::LambdaEditor(FormHost& host, QWidget* parent)
    : FieldEditor(host, parent), m_function(new FieldRow(host, EditorKind::Line, true, this)),
      m_payload(new FieldRow(host, EditorKind::Json, true, this)), m_choice(new FormCombo(this))
{
    m_choice->setAccessibleName(tr("Payload"));
    m_choice->addItem(tr("Use state input"));
    m_choice->addItem(tr("Enter payload"));
    m_choice->addItem(tr("No payload"));
    connect(m_choice, &QComboBox::activated, this, [this](int index) { choose(static_cast<Payload>(index)); });

    auto* label = new ThemedLabel(tr("Payload"), FontRole::Body, Token::Text2, this);
    label->setFixedWidth(96);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_choice, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_function);
    column->addLayout(row);
    column->addWidget(m_payload);
}

void LambdaEditor::commitPending()
{
    m_function->commitPending();
    m_payload->commitPending();
}

LambdaEditor::Payload LambdaEditor::present() const
{
    const FieldPlace place = written(m_place, payload, payloadPath);
    if (!place.isWritten())
        return Payload::None;
    if (place.kind() == asl::NodeKind::String) {
        const std::string text = place.tree().stringValue(place.value);
        if (place.name == "Payload.$" ? text == "$" : text == wholeInput)
            return Payload::StateInput;
    }
    return Payload::Own;
}

void LambdaEditor::refresh()
{
    setEnabled(m_place.kind() == asl::NodeKind::Object || !m_place.isWritten());
    m_function->show(written(m_place, functionName, functionNamePath));
    const Payload now = present();
    m_choice->setCurrentIndex(static_cast<int>(now));
    const FieldPlace own = written(m_place, payload, payloadPath);
    if (now == Payload::Own)
        m_payload->show(own);
    m_payload->setVisible(now == Payload::Own);
}

void LambdaEditor::choose(Payload wanted)
{
    if (wanted == present())
        return;
    const bool jsonata = m_place.object.language == asl::QueryLanguage::JSONata;
    EditSequence edits(m_host.snapshotPointer());
    if (!m_place.isWritten())
        edits.then([&](const asl::Snapshot& snapshot) { return asl::setValue(snapshot, m_place.pointer, "{}"); });
    for (const std::string_view name : {"Payload", "Payload.$"}) {
        const std::string pointer = joined(m_place.pointer, name);
        edits.then([&](const asl::Snapshot& snapshot) -> asl::Result<asl::Edit> {
            return snapshot.tree().atPointer(pointer) ? asl::removeValue(snapshot, pointer) : asl::Result<asl::Edit>(asl::Edit{});
        });
    }
    const auto set = [&](std::string_view name, std::string_view json) {
        edits.then([&, name, json](const asl::Snapshot& snapshot) { return asl::setValue(snapshot, joined(m_place.pointer, name), json); });
    };
    switch (wanted) {
    case Payload::StateInput:
        if (jsonata)
            set("Payload", asl::quoted(wholeInput));
        else
            set("Payload.$", "\"$\"");
        break;
    case Payload::Own: set("Payload", R"({"key": "value"})"); break;
    case Payload::None: break;
    }
    m_host.apply(edits.finished(ASL_TEXT("core", "Change payload")));
}

} // namespace designer
