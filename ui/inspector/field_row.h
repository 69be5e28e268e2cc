#pragma once
// FieldRow: label, editor, and the problems under it.

#include "ui/inspector/field_editors.h"

#include <QWidget>

class QBoxLayout;
class QToolButton;

namespace designer {

class LiveLines;
class ProblemLines;
class ThemedLabel;

class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    FieldRow(FormHost& host, EditorKind kind, bool nested, QWidget* parent);

    void show(const FieldPlace& place);
    using QWidget::show;
    void commitPending() { m_editor->commitPending(); }
    void showProblems();
    void focusEditor();
    /// Instead of the field's own name.
    void setLabel(const QString& text);
    /// Without its label the field has the whole width; its name stays for screen readers and tooltips.
    void setLabelShown(bool shown);
    const std::string& pointer() const { return m_place.pointer; }

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void updateButtons(bool hovered);
    void offerAlternatives();
    void showRefusal(const QString& reason);
    void showLiveValues();
    QToolButton* addButton(const QString& glyphName, const QString& text, int glyphSize);
    void makeCodeButton();
    void makeHoverButtons();
    std::vector<const asl::Field*> alternatives() const;

    FormHost& m_host;
    EditorKind m_kind;
    FieldPlace m_place;
    QBoxLayout* m_row;
    QWidget* m_head;
    ThemedLabel* m_label;
    QToolButton* m_switch = nullptr;
    QToolButton* m_code = nullptr;
    QToolButton* m_remove = nullptr;
    FieldEditor* m_editor;
    ProblemLines* m_problems;
    ThemedLabel* m_refused = nullptr;
    LiveLines* m_live = nullptr;
    QString m_ownLabel;
    bool m_labelAbove = false;
    bool m_hasError = false; ///< among its problems
};

/// Starts a field that is not written: an object or a list gets its starter at once, others a row to fill in.
void addField(FormHost& host, const FieldPlace& place);

} // namespace designer
