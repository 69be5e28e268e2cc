#pragma once
// LambdaEditor: what a Lambda task is given: the function, and as payload the state's input, an own one, or none.

#include "ui/inspector/field_editors.h"

namespace designer {

class FieldRow;
class FormCombo;
class ThemedLabel;

class LambdaEditor final : public FieldEditor
{
    Q_OBJECT

public:
    enum class Payload { StateInput, Own, None };

    LambdaEditor(FormHost& host, QWidget* parent);
    void commitPending() override;

protected:
    void refresh() override;

private:
    Payload present() const;
    void choose(Payload payload);

    FieldRow* m_function;
    FieldRow* m_payload;
    FormCombo* m_choice;
};

/// Is the Resource the Lambda Invoke action?
bool isLambdaInvoke(const FieldPlace& resource);
/// Parameters or Arguments, whichever the state's language has.
FieldPlace payloadPlace(const ObjectPlace& state);

} // namespace designer
