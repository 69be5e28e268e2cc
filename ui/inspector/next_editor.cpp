#include "ui/inspector/next_editor.h"

#include "ui/inspector/field_words.h"
#include "ui/inspector/state_combo.h"
#include "ui/support/style.h"

#include <QVBoxLayout>

namespace designer {

NextEditor::NextEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_combo(new StateCombo(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_combo);
    setFocusProxy(m_combo);
    m_combo->setEndOffered(true);
    m_combo->setAccessibleName(fieldLabel("Next"));
    connect(m_combo, &StateCombo::stateChosen, this, &NextEditor::leadTo);
    connect(m_combo, &StateCombo::endChosen, this, [this] { leadTo({}); });
}

void NextEditor::setError(bool error)
{
    m_combo->setProperty(errorProperty, error);
    m_combo->update();
}

void NextEditor::refresh()
{
    const FieldPlace end = memberPlace(m_place.object, "End");
    const bool isEnd = end.kind() == asl::NodeKind::True && !m_place.isWritten();
    const bool hasTarget = m_place.kind() == asl::NodeKind::String;
    m_combo->show(m_place.object.snapshot, m_place.object.scope, hasTarget ? std::optional(m_place.tree().stringValue(m_place.value)) : std::nullopt, isEnd);
}

void NextEditor::leadTo(const std::string& name)
{
    const FieldPlace end = memberPlace(m_place.object, "End");
    if (m_place.kind() == asl::NodeKind::String && m_place.tree().stringValue(m_place.value) == name)
        return;
    if (name.empty() && end.kind() == asl::NodeKind::True && !m_place.isWritten())
        return;
    const FieldPlace& former = name.empty() ? m_place : end;
    EditSequence edits(m_host.snapshotPointer());
    if (former.isWritten())
        edits.then([&](const asl::Snapshot& snapshot) { return asl::removeValue(snapshot, former.pointer); });
    edits.then([&](const asl::Snapshot& snapshot) {
        return asl::setValue(snapshot, name.empty() ? end.pointer : m_place.pointer, name.empty() ? "true" : asl::quoted(name));
    });
    m_host.apply(edits.finished());
}

} // namespace designer
