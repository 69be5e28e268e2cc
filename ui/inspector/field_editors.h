#pragma once
// One editor for every shape of the language table.

#include "ui/inspector/form_host.h"

#include <QWidget>

namespace designer {

/// Edits one member. Shows what the text says, keeps what is being typed, and turns a commit into one edit.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(FormHost& host, QWidget* parent) : QWidget(parent), m_host(host) {}

    /// The place as it is now; called after each change of the document.
    void show(const FieldPlace& place);
    virtual void commitPending() {}
    virtual void setError(bool error) { Q_UNUSED(error); }
    /// What is being typed, as JSON; nothing: the value stands in the document.
    virtual std::optional<std::string> typedJson() const { return {}; }

signals:
    /// What has been typed cannot be written; empty: it can.
    void refused(const QString& reason);
    void typed();

protected:
    virtual void refresh() = 0;

    FormHost& m_host;
    FieldPlace m_place;
};

enum class EditorKind {
    Line,      ///< one line: text, path, number, expression, token
    LongText,
    StateName,
    Values,    ///< a closed set
    Strings,   ///< one string a line
    Json,
    Object,    ///< the form of the object inside
    Boxes,     ///< a list of objects
    States,    ///< the states of a scope: edited on the canvas
    // These stand for several fields at once:
    Next,          ///< Next or End
    Condition,     ///< Variable, operator and value, And, Or, Not
    LambdaPayload  ///< FunctionName and Payload inside Parameters or Arguments
};

/// The editor for a shape.
EditorKind editorKind(asl::Shape shape);
/// The editor for what the text holds: JSON when the value has another kind than the shape says.
EditorKind editorKind(const FieldPlace& place);
/// Is the editor too tall or wide to stand beside its label?
bool isLong(EditorKind kind);

FieldEditor* createEditor(EditorKind kind, FormHost& host, QWidget* parent);

/// The JSON for something typed into one line, or why it cannot be written. `wasBareToken`: a lone token stays without quotes.
asl::Result<std::string> jsonForLine(const FieldPlace& place, const std::string& typed);
/// What one line shows for the value.
QString lineFor(const FieldPlace& place);

} // namespace designer
