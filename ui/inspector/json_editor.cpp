#include "ui/inspector/json_editor.h"

#include "core/text/text_style.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/form_completion.h"
#include "ui/support/form_fields.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int leastLines = 2;
constexpr int mostLines = 16;
constexpr std::size_t longest = 65'536; ///< bytes; a form is no place for more
constexpr int mostLinesOfWhole = 200; ///< a state as JSON has the form for itself

} // namespace

std::string outdented(const asl::SyntaxTree& tree, asl::NodeId value)
{
    const std::string_view raw = tree.raw(value);
    if (tree.syntax() == asl::TextSyntax::Yaml)
        return asl::formatted(raw, asl::TextStyle{}, {});
    const std::string_view indent = asl::lineIndent(tree.text(), tree.node(value).begin);
    std::string text;
    for (std::size_t at = 0; at < raw.size();) {
        const char character = raw[at];
        if (character == '\r' && at + 1 < raw.size() && raw[at + 1] == '\n') {
            ++at;
            continue;
        }
        text += character;
        ++at;
        if (character == '\n' && raw.substr(at).starts_with(indent))
            at += indent.size();
    }
    return text;
}

std::string indented(const std::string& text, std::string_view indent, std::string_view lineEnd)
{
    std::string result;
    for (const char character : text) {
        if (character == '\n')
            (result += lineEnd) += indent;
        else
            result += character;
    }
    return result;
}

JsonEditor::JsonEditor(FormHost& host, QWidget* parent)
    : FieldEditor(host, parent), m_text(new FormText(FormText::Kind::Code, leastLines, mostLines, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    setFocusProxy(m_text);
    new FormCompletion(host, *m_text, [this] { return m_place.pointer; });
    connect(m_text, &FormText::committed, this, &JsonEditor::write);
    connect(m_text, &FormText::restored, this, [this] { setProblem({}); });
    connect(m_text, &FormText::textChanged, this, &FieldEditor::typed);
    connect(m_text, &FormText::left, this, [this] {
        if (!m_place.isWritten() && m_text->toPlainText().trimmed().isEmpty())
            m_host.forget(m_place.pointer);
    });
}

void JsonEditor::commitPending()
{
    m_text->commit();
}

void JsonEditor::setError(bool error)
{
    m_hasProblem = error;
    m_text->setProperty(errorProperty, m_hasProblem || m_isRefused);
    m_text->update();
}

std::optional<std::string> JsonEditor::typedJson() const
{
    return m_text->isEdited() ? std::optional(toUtf8(m_text->toPlainText())) : std::nullopt;
}

void JsonEditor::refresh()
{
    m_text->setMostLines(m_place.name.empty() ? mostLinesOfWhole : mostLines);
    const bool tooLong = m_place.raw().size() > longest;
    m_text->setReadOnly(tooLong);
    m_text->setPlaceholderText(tooLong ? tr("Too long for a form: edit it in the text.") : QString());
    m_text->setValue(m_place.isWritten() && !tooLong ? toQString(outdented(m_place.tree(), m_place.value)) : QString());
    m_text->setAccessibleName(fieldLabel(m_place.name));
    if (!m_text->isEdited())
        setProblem({});
}

void JsonEditor::write(const QString& text)
{
    if (m_text->isReadOnly())
        return;
    const std::string json = toUtf8(text.trimmed());
    if (json.empty()) {
        if (m_place.field && m_place.field->required)
            setProblem(tr("Enter a value as JSON."));
        else
            m_host.remove(m_place);
        return;
    }
    const asl::SyntaxTree tree = asl::SyntaxTree::parse(json);
    if (!tree.errors().empty()) {
        setProblem(translated(tree.errors().front().message));
        return;
    }
    setProblem({});
    if (m_place.isWritten())
        replace(json);
    else
        m_host.write(m_place, json);
    m_text->setValue(m_place.isWritten() ? toQString(outdented(m_place.tree(), m_place.value)) : QString());
}

/// Only what was changed, with comments and layout as they were typed; in YAML in the habits of the text.
void JsonEditor::replace(const std::string& json)
{
    const asl::SyntaxTree& tree = m_place.tree();
    if (tree.syntax() == asl::TextSyntax::Yaml) {
        const auto edit = asl::setValue(m_host.snapshot(), m_place.pointer, json);
        return edit ? static_cast<void>(m_host.apply(edit)) : setProblem(translated(edit.error().message));
    }
    const std::size_t begin = tree.node(m_place.value).begin;
    const std::string_view before = tree.raw(m_place.value);
    const std::string_view indent = asl::lineIndent(tree.text(), begin);
    const bool windows = before.find("\r\n") != std::string_view::npos;
    const asl::TextPatch change = asl::difference(before, indented(json, indent, windows ? "\r\n" : "\n"));
    asl::Edit edit;
    edit.label = m_place.name.empty() ? asl::Message(ASL_TEXT("core", "Change JSON")) : asl::Message(ASL_TEXT("core", "Set %1"), {m_place.name});
    for (const asl::Replacement& part : change.replacements())
        edit.patch = asl::TextPatch::replacing({part.range.begin + begin, part.range.end + begin}, part.text);
    m_host.apply(asl::Result<asl::Edit>(edit));
}

void JsonEditor::setProblem(const QString& reason)
{
    m_isRefused = !reason.isEmpty();
    m_text->setProperty(errorProperty, m_hasProblem || m_isRefused);
    m_text->update();
    emit refused(reason);
}

} // namespace designer
