#pragma once
// NextEditor: where a state leads: a state of its scope, or the end.

#include "ui/inspector/field_editors.h"

namespace designer {

class StateCombo;

class NextEditor final : public FieldEditor
{
    Q_OBJECT

public:
    NextEditor(FormHost& host, QWidget* parent);
    void setError(bool error) override;

protected:
    void refresh() override;

private:
    void leadTo(const std::string& name);

    StateCombo* m_combo;
};

} // namespace designer
