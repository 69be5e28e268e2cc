#pragma once
// Form: a row for every field of an object that is written, required or asked for; a quiet line offers the others.

#include "ui/inspector/field_editors.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QVBoxLayout;

namespace designer {

class FieldRow;
class FlowLayout;

class Form final : public QWidget
{
    Q_OBJECT

public:
    struct Options
    {
        std::optional<asl::Section> section; ///< only its fields; none: all
        bool isState = false;                ///< Next and End are one choice, a Lambda task gets its payload
        bool isRule = false;                 ///< the condition of a Choice Rule is one editor
        bool isNested = false;               ///< inside another field: quieter heads
    };

    Form(FormHost& host, QWidget* parent);

    /// Shows the object as it is now. Rows that stay keep what is being typed and the focus.
    void show(const ObjectPlace& object, const Options& options);
    void commitPending();
    /// Problems again, for the rows and everything in them.
    void showProblems();
    /// Gives the focus to a field; false when no row shows it.
    bool focusField(const std::string& pointer);

    /// The fields of a state that have a place in a section, in this language or written all the same.
    static bool hasRows(const ObjectPlace& object, asl::Section section);

private:
    struct RowSpec
    {
        std::string key;
        FieldPlace place;
        EditorKind editor = EditorKind::Line;
    };
    std::vector<RowSpec> specs(const ObjectPlace& object) const;
    void addUnknown(const ObjectPlace& object, std::vector<RowSpec>& rows) const;
    void showOffers(const ObjectPlace& object);
    bool hasConditionEditor(const ObjectPlace& object) const;
    bool isInSection(const asl::Field& field) const;
    bool isShown(const ObjectPlace& object, const FieldPlace& place) const;

    FormHost& m_host;
    ObjectPlace m_object;
    Options m_options;
    QVBoxLayout* m_column;
    QWidget* m_offers;
    FlowLayout* m_offerFlow;
    std::vector<std::string> m_offered;
    std::map<std::string, FieldRow*> m_rows;
    std::vector<std::string> m_order;
};

/// The form of the object in a field.
class ObjectEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ObjectEditor(FormHost& host, QWidget* parent);
    void commitPending() override { m_form->commitPending(); }
    Form* form() { return m_form; }

protected:
    void refresh() override;

private:
    Form* m_form;
};

} // namespace designer
