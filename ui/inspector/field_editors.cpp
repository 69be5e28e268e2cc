#include "ui/inspector/field_editors.h"

#include "ui/inspector/box_list.h"
#include "ui/inspector/condition_editor.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/form.h"
#include "ui/inspector/form_completion.h"
#include "ui/inspector/json_editor.h"
#include "ui/inspector/lambda_editor.h"
#include "ui/inspector/next_editor.h"
#include "ui/inspector/state_combo.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QMenu>
#include <QVBoxLayout>

namespace designer {

namespace {

using asl::NodeKind;
using asl::Shape;

bool isCode(const FieldPlace& place)
{
    if (!place.field)
        return false;
    switch (place.field->shape) {
    case Shape::Path:
    case Shape::NullablePath:
    case Shape::ReferencePath:
    case Shape::NullableReferencePath:
    case Shape::PathOrIntrinsic:
    case Shape::Expression:
    case Shape::Timestamp:
    case Shape::Resource: return true;
    case Shape::Text:
    case Shape::LongText:
    case Shape::StateName:
    case Shape::Boolean:
    case Shape::True:
    case Shape::WholeNumber:
    case Shape::Number:
    case Shape::OneOf:
    case Shape::ErrorNames:
    case Shape::AnyJson:
    case Shape::PayloadTemplate:
    case Shape::Assignments:
    case Shape::ItemsExpression:
    case Shape::StringList:
    case Shape::TextMatches:
    case Shape::Object:
    case Shape::ObjectList:
    case Shape::States: break;
    }
    return false;
}

void fill(FieldEditor* editor, QWidget* content)
{
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(content);
    editor->setFocusProxy(content);
}

class LineEditor final : public FieldEditor
{
public:
    LineEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_line(new FormLine(this))
    {
        fill(this, m_line);
        new FormCompletion(host, *m_line, [this] { return m_place.pointer; });
        connect(m_line, &FormLine::committed, this, &LineEditor::write);
        connect(m_line, &FormLine::restored, this, [this] { setProblem({}); });
        connect(m_line, &FormLine::textChanged, this, &FieldEditor::typed);
        connect(m_line, &FormLine::left, this, [this] {
            if (!m_place.isWritten() && m_line->text().isEmpty())
                m_host.forget(m_place.pointer);
        });
    }
    void commitPending() override { m_line->commit(); }
    void setError(bool error) override
    {
        m_hasProblem = error;
        paintError();
    }
    std::optional<std::string> typedJson() const override
    {
        if (!m_line->isEdited())
            return {};
        const auto json = jsonForLine(m_place, toUtf8(m_line->text()));
        return json ? *json : std::string();
    }

protected:
    void refresh() override
    {
        const QString line = lineFor(m_place);
        m_line->setValue(line);
        const bool expression = m_place.field && (m_place.field->expressionAllowed && line.startsWith(u"{%"));
        m_line->setFont(designer::font(isCode(m_place) || expression || line.contains(u"${") ? FontRole::Code : FontRole::Body));
        if (m_place.field)
            m_line->setPlaceholderText(fieldPlaceholder(*m_place.field));
        m_line->setAccessibleName(fieldLabel(m_place.name));
        m_line->setFieldName(toQString(m_place.name));
        if (!m_line->isEdited())
            setProblem({});
    }

private:
    void write(const QString& text)
    {
        // An optional field that is emptied goes away.
        if (text.trimmed().isEmpty() && m_place.field && !m_place.field->required && m_place.field->shape != Shape::TextMatches) {
            m_host.remove(m_place);
            return;
        }
        const asl::Result<std::string> json = jsonForLine(m_place, toUtf8(text));
        setProblem(json ? QString() : translated(json.error().message));
        if (json && *json != m_place.raw())
            m_host.write(m_place, *json);
        if (json)
            m_line->setValue(lineFor(m_place)); // also when the document took it differently, or not at all
    }

    void setProblem(const QString& reason)
    {
        m_isRefused = !reason.isEmpty();
        paintError();
        emit refused(reason);
    }

    void paintError()
    {
        m_line->setProperty(errorProperty, m_hasProblem || m_isRefused);
        m_line->update();
    }

    FormLine* m_line;
    bool m_hasProblem = false;
    bool m_isRefused = false;
};

class LongTextEditor final : public FieldEditor
{
public:
    LongTextEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_text(new FormText(FormText::Kind::Prose, 2, 10, this))
    {
        fill(this, m_text);
        connect(m_text, &FormText::committed, this, [this](const QString& text) {
            if (text.isEmpty() && !(m_place.field && m_place.field->required))
                m_host.remove(m_place);
            else
                m_host.write(m_place, asl::quoted(toUtf8(text)));
        });
        connect(m_text, &FormText::textChanged, this, &FieldEditor::typed);
        connect(m_text, &FormText::left, this, [this] {
            if (!m_place.isWritten() && m_text->toPlainText().isEmpty())
                m_host.forget(m_place.pointer);
        });
    }
    void commitPending() override { m_text->commit(); }
    void setError(bool error) override
    {
        m_text->setProperty(errorProperty, error);
        m_text->update();
    }
    std::optional<std::string> typedJson() const override
    {
        return m_text->isEdited() ? std::optional(asl::quoted(toUtf8(m_text->toPlainText()))) : std::nullopt;
    }

protected:
    void refresh() override
    {
        m_text->setValue(lineFor(m_place));
        m_text->setAccessibleName(fieldLabel(m_place.name));
    }

private:
    FormText* m_text;
};

/// A closed set of values: OneOf and booleans. What else stands in the text is offered as well, so that it is not lost.
class ValuesEditor final : public FieldEditor
{
public:
    ValuesEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_combo(new FormCombo(this))
    {
        fill(this, m_combo);
        m_combo->setPopulate([this] { addValues(); });
        connect(m_combo, &QComboBox::activated, this, [this] {
            const std::string json = toUtf8(m_combo->currentData().toString());
            if (!json.empty() && json != m_place.raw())
                m_host.write(m_place, json);
        });
    }
    void setError(bool error) override
    {
        m_combo->setProperty(errorProperty, error);
        m_combo->update();
    }

protected:
    void refresh() override
    {
        m_combo->showOnly({}, lineFor(m_place), toQString(m_place.raw()));
        m_combo->setAccessibleName(fieldLabel(m_place.name));
    }

private:
    void addValues()
    {
        const bool named = m_place.field && m_place.field->shape == Shape::OneOf;
        if (named) {
            for (const std::string_view value : m_place.field->values)
                m_combo->addItem(toQString(value), toQString(asl::quoted(value)));
        } else {
            m_combo->addItem(QStringLiteral("true"), QStringLiteral("true"));
            if (!m_place.field || m_place.field->shape != Shape::True)
                m_combo->addItem(QStringLiteral("false"), QStringLiteral("false"));
        }
        const QString present = toQString(m_place.raw());
        if (m_combo->findData(present) < 0 && m_place.isWritten())
            m_combo->addItem(lineFor(m_place), present);
        m_combo->setCurrentIndex(m_place.isWritten() ? m_combo->findData(present) : -1);
    }

    FormCombo* m_combo;
};

class StateNameEditor final : public FieldEditor
{
public:
    StateNameEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_combo(new StateCombo(this))
    {
        fill(this, m_combo);
        connect(m_combo, &StateCombo::stateChosen, this, [this](const std::string& name) {
            if (!m_place.isWritten() || m_place.tree().stringValue(m_place.value) != name)
                m_host.write(m_place, asl::quoted(name));
        });
    }
    void setError(bool error) override
    {
        m_combo->setProperty(errorProperty, error);
        m_combo->update();
    }

protected:
    void refresh() override
    {
        m_combo->show(m_place.object.snapshot, m_place.object.scope, m_place.isWritten() ? std::optional(m_place.tree().stringValue(m_place.value)) : std::nullopt);
        m_combo->setAccessibleName(fieldLabel(m_place.name));
    }

private:
    StateCombo* m_combo;
};

/// A list of strings, one a line.
class StringsEditor final : public FieldEditor
{
public:
    StringsEditor(FormHost& host, QWidget* parent)
        : FieldEditor(host, parent), m_text(new FormText(FormText::Kind::Prose, 1, 8, this)), m_add(new LinkButton(FieldEditor::tr("Add error name"), this))
    {
        fill(this, m_text);
        m_text->setFont(designer::font(FontRole::Code));
        m_add->setGlyph(QStringLiteral("add"));
        layout()->addWidget(m_add);
        connect(m_text, &FormText::committed, this, [this](const QString& text) { write(text.split(u'\n', Qt::SkipEmptyParts)); });
        connect(m_add, &LinkButton::clicked, this, &StringsEditor::offerErrorNames);
        new FormCompletion(host, *m_text, [this] { return m_place.pointer; }, FormCompletion::Holds::Strings);
    }
    void commitPending() override { m_text->commit(); }
    void setError(bool error) override
    {
        m_text->setProperty(errorProperty, error);
        m_text->update();
    }

protected:
    void refresh() override
    {
        m_text->setValue(present().join(u'\n'));
        m_text->setAccessibleName(fieldLabel(m_place.name));
        m_add->setVisible(m_place.field && m_place.field->shape == Shape::ErrorNames);
    }

private:
    QStringList present() const
    {
        QStringList names;
        if (m_place.isWritten())
            for (const asl::NodeId item : m_place.tree().children(m_place.value))
                names << toQString(m_place.tree().stringValue(item));
        return names;
    }

    void write(const QStringList& lines)
    {
        const QStringList before = present();
        QStringList after;
        for (const QString& line : lines)
            if (!line.trimmed().isEmpty())
                after << line.trimmed();
        if (after == before && m_place.isWritten())
            return;
        // One line changed: only that item's bytes change. Else the list is written anew.
        if (after.size() == before.size()) {
            EditSequence edits(m_host.snapshotPointer());
            for (qsizetype index = 0; index < after.size(); ++index)
                if (after[index] != before[index])
                    edits.then([&](const asl::Snapshot& snapshot) {
                        return asl::setValue(snapshot, joined(m_place.pointer, std::to_string(index)), asl::quoted(toUtf8(after[index])));
                    });
            m_host.apply(edits.finished());
            return;
        }
        std::string json = "[";
        for (const QString& name : after)
            json += (json.size() > 1 ? "," : "") + asl::quoted(toUtf8(name));
        m_host.write(m_place, json + "]");
    }

    void offerErrorNames()
    {
        m_text->commit();
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        const QStringList names = present();
        for (const asl::ErrorName& error : asl::reservedErrorNames()) {
            const QString name = toQString(error.name);
            if (names.contains(name))
                continue;
            QAction* action = menu->addAction(name, this, [this, name] { write(present() << name); });
            action->setToolTip(translatedWord(error.summary));
        }
        menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
    }

    FormText* m_text;
    LinkButton* m_add;
};

/// Where the states are: they are edited on the canvas.
class StatesEditor final : public FieldEditor
{
public:
    StatesEditor(FormHost& host, QWidget* parent) : FieldEditor(host, parent), m_label(new ThemedLabel({}, FontRole::Body, Token::Text2, this))
    {
        fill(this, m_label);
        m_label->setElideMode(Qt::ElideRight);
    }

protected:
    void refresh() override
    {
        const int count = m_place.isWritten() ? static_cast<int>(m_place.tree().node(m_place.value).childCount) : 0;
        m_label->setText(FieldEditor::tr("%1, edited on the canvas").arg(count));
    }

private:
    ThemedLabel* m_label;
};

/// Does the kind of the value fit an editor for the shape? Lines hold any scalar.
bool fits(EditorKind editor, NodeKind value, const FieldPlace& place)
{
    if (value == NodeKind::Missing)
        return true;
    const bool scalar = value != NodeKind::Array && value != NodeKind::Object;
    switch (editor) {
    case EditorKind::Line: return scalar;
    case EditorKind::LongText:
    case EditorKind::StateName: return value == NodeKind::String;
    case EditorKind::Values: return scalar;
    case EditorKind::Strings: {
        if (value != NodeKind::Array)
            return false;
        for (const asl::NodeId item : place.tree().children(place.value))
            if (place.tree().kind(item) != NodeKind::String)
                return false;
        return true;
    }
    case EditorKind::Json: return true;
    case EditorKind::Object:
    case EditorKind::States: return value == NodeKind::Object;
    case EditorKind::Boxes: return value == NodeKind::Array;
    case EditorKind::Next:
    case EditorKind::Condition:
    case EditorKind::LambdaPayload: return true;
    }
    return false;
}

} // namespace

void FieldEditor::show(const FieldPlace& place)
{
    m_place = place;
    refresh();
}

EditorKind editorKind(Shape shape)
{
    switch (shape) {
    case Shape::Text:
    case Shape::WholeNumber:
    case Shape::Number:
    case Shape::Path:
    case Shape::NullablePath:
    case Shape::ReferencePath:
    case Shape::NullableReferencePath:
    case Shape::PathOrIntrinsic:
    case Shape::Timestamp:
    case Shape::Resource:
    case Shape::Expression:
    case Shape::TextMatches: return EditorKind::Line;
    case Shape::LongText: return EditorKind::LongText;
    case Shape::StateName: return EditorKind::StateName;
    case Shape::Boolean:
    case Shape::True:
    case Shape::OneOf: return EditorKind::Values;
    case Shape::ErrorNames:
    case Shape::StringList: return EditorKind::Strings;
    case Shape::AnyJson:
    case Shape::PayloadTemplate:
    case Shape::Assignments:
    case Shape::ItemsExpression: return EditorKind::Json;
    case Shape::Object: return EditorKind::Object;
    case Shape::ObjectList: return EditorKind::Boxes;
    case Shape::States: return EditorKind::States;
    }
    return EditorKind::Json;
}

EditorKind editorKind(const FieldPlace& place)
{
    if (!place.field)
        return EditorKind::Json;
    const EditorKind kind = editorKind(place.field->shape);
    return fits(kind, place.kind(), place) ? kind : EditorKind::Json;
}

bool isLong(EditorKind kind)
{
    switch (kind) {
    case EditorKind::Line:
    case EditorKind::StateName:
    case EditorKind::Values:
    case EditorKind::States:
    case EditorKind::Next: return false;
    case EditorKind::Condition:
    case EditorKind::LambdaPayload:
    case EditorKind::LongText:
    case EditorKind::Strings:
    case EditorKind::Json:
    case EditorKind::Object:
    case EditorKind::Boxes: break;
    }
    return true;
}

FieldEditor* createEditor(EditorKind kind, FormHost& host, QWidget* parent)
{
    switch (kind) {
    case EditorKind::Line: return new LineEditor(host, parent);
    case EditorKind::LongText: return new LongTextEditor(host, parent);
    case EditorKind::StateName: return new StateNameEditor(host, parent);
    case EditorKind::Values: return new ValuesEditor(host, parent);
    case EditorKind::Strings: return new StringsEditor(host, parent);
    case EditorKind::Json: return new JsonEditor(host, parent);
    case EditorKind::Object: return new ObjectEditor(host, parent);
    case EditorKind::Boxes: return new BoxList(host, parent);
    case EditorKind::States: return new StatesEditor(host, parent);
    case EditorKind::Next: return new NextEditor(host, parent);
    case EditorKind::Condition: return new ConditionEditor(host, parent);
    case EditorKind::LambdaPayload: return new LambdaEditor(host, parent);
    }
    return new JsonEditor(host, parent);
}

} // namespace designer
