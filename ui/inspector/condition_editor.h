#pragma once
// ConditionEditor: what a Choice Rule tests: a comparison, or And, Or, Not of others, as deep as they go.

#include "ui/inspector/field_editors.h"

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace designer {

class FieldRow;
class FormCombo;
class LinkButton;
class LiveLines;
class ThemedLabel;

/// One rule or nested rule.
class ConditionForm final : public QWidget
{
    Q_OBJECT

public:
    ConditionForm(FormHost& host, int depth, QWidget* parent);
    /// A button beside the first line takes this condition away.
    void setRemovable(const QString& toolTip);
    /// `rule` is the object that holds the condition.
    void show(const ObjectPlace& rule);
    using QWidget::show;
    void commitPending();

signals:
    void removeClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Kind { None, Comparison, And, Or, Not, Json };
    Kind kindOf(const ObjectPlace& rule) const;
    void build(Kind kind);
    QWidget* firstLine(QWidget* content);
    void showComparison();
    void showList();
    void showValue(const asl::ComparisonOperator* comparison);
    void addOperators();
    void chooseOperator(const asl::ComparisonOperator& comparison);
    void chooseList(bool all);

    FormHost& m_host;
    int m_depth;
    QString m_removeToolTip; ///< empty: it cannot be taken away by itself
    Kind m_kind = Kind::None;
    ObjectPlace m_rule;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr; ///< everything of the present kind
    FieldRow* m_variable = nullptr;
    FormCombo* m_operator = nullptr;
    FieldRow* m_value = nullptr;
    EditorKind m_valueKind = EditorKind::Line;
    FormCombo* m_list = nullptr;
    FieldEditor* m_json = nullptr;
    QVBoxLayout* m_items = nullptr;
    std::vector<ConditionForm*> m_children;
};

class ConditionEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ConditionEditor(FormHost& host, QWidget* parent);
    void commitPending() override { m_form->commitPending(); }

protected:
    void refresh() override;

private:
    void combine(std::string_view with);
    void negate();

    ConditionForm* m_form;
    LiveLines* m_live; ///< whether the whole rule holds
};

/// The problems of a rule's condition: at the rule itself and in the members that make its condition, without those that
/// rows inside show.
std::vector<const asl::Diagnostic*> conditionProblems(const FormHost& host, const std::string& rule);

} // namespace designer
