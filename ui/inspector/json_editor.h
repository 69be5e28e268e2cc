#pragma once
// JsonEditor: any value as JSON text, with comments and tokens kept as they are written.

#include "ui/inspector/field_editors.h"

namespace designer {

class FormText;

class JsonEditor final : public FieldEditor
{
    Q_OBJECT

public:
    JsonEditor(FormHost& host, QWidget* parent);
    void commitPending() override;
    void setError(bool error) override;
    std::optional<std::string> typedJson() const override;

protected:
    void refresh() override;

private:
    void write(const QString& text);
    void replace(const std::string& json);
    void setProblem(const QString& reason);

    FormText* m_text;
    bool m_hasProblem = false;
    bool m_isRefused = false;
};

/// The bytes of a value without the indentation of the line on which it begins; of YAML what it says, as JSON.
std::string outdented(const asl::SyntaxTree& tree, asl::NodeId value);
/// The same text with that indentation put back.
std::string indented(const std::string& text, std::string_view indent, std::string_view lineEnd);

} // namespace designer
