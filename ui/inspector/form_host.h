#pragma once
// What the parts of a form share: where they are in the text, how their edits reach the document, which fields were asked
// for but are not written yet, and the problems of their places.

#include "core/document/edits.h"
#include "ui/inspector/live_values.h"
#include "ui/workspace/language_service.h"
#include "ui/workspace/workspace.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>

namespace designer {

/// An object of the text that a form shows, with the rows of the language table for it.
struct ObjectPlace
{
    asl::SnapshotPointer snapshot;
    asl::NodeId node = asl::noNode;
    std::string pointer;               ///< JSON pointer of the object
    std::span<const asl::Field> fields;
    std::span<const asl::FieldGroup> groups;
    asl::QueryLanguage language = asl::QueryLanguage::JSONPath;
    asl::ScopeId scope = 0;            ///< whose states can be targets

    const asl::SyntaxTree& tree() const { return snapshot->tree(); }
};

/// A member of such an object; `value` is noNode while it is not in the text.
struct FieldPlace
{
    ObjectPlace object;
    const asl::Field* field = nullptr; ///< null: a member that the table does not know
    std::string name;
    asl::NodeId value = asl::noNode;
    std::string pointer;

    const asl::SyntaxTree& tree() const { return object.snapshot->tree(); }
    bool isWritten() const { return value != asl::noNode; }
    asl::NodeKind kind() const { return isWritten() ? tree().kind(value) : asl::NodeKind::Missing; }
    std::string_view raw() const { return isWritten() ? tree().raw(value) : std::string_view(); }
};

FieldPlace fieldPlace(const ObjectPlace& object, const asl::Field& field);
FieldPlace memberPlace(const ObjectPlace& object, std::string_view name);
/// The object inside a field (of `type`), or at an index of a list. A scope inside gives its own states as targets.
ObjectPlace inside(const FieldPlace& place, asl::ObjectType type);
ObjectPlace itemOf(const FieldPlace& list, std::size_t index, asl::NodeId item, asl::ObjectType type);
/// A JSON pointer with one more step.
std::string joined(std::string_view pointer, std::string_view step);

/// Several edits, each made for the result of the one before, as one edit.
class EditSequence
{
public:
    explicit EditSequence(asl::SnapshotPointer snapshot) : m_first(snapshot), m_present(std::move(snapshot)) {}
    EditSequence& then(const std::function<asl::Result<asl::Edit>(const asl::Snapshot&)>& make);
    /// Labelled like the first edit unless `label` says more.
    asl::Result<asl::Edit> finished(asl::Message label = {}) const;

private:
    asl::SnapshotPointer m_first;
    asl::SnapshotPointer m_present;
    asl::Edit m_edit;
    std::optional<asl::Error> m_error;
};

class FormHost final : public QObject
{
    Q_OBJECT

public:
    FormHost(Workspace& workspace, SimulationController& simulation, QObject* parent)
        : QObject(parent), m_workspace(workspace), m_live(workspace, simulation, this), m_language(workspace, simulation, this) {}

    Workspace& workspace() { return m_workspace; }
    LiveValues& live() { return m_live; }
    LanguageService& language() { return m_language; }
    const asl::Snapshot& snapshot() const { return *m_workspace.snapshot(); }
    asl::SnapshotPointer snapshotPointer() const { return m_workspace.snapshot(); }

    bool apply(const asl::Result<asl::Edit>& edit);
    /// Writes a value: replaces the bytes of the one that is there, or adds the member.
    bool write(const FieldPlace& place, std::string_view json);
    bool remove(const FieldPlace& place);

    /// A field that somebody wants to fill in: it gets a row although the text does not have it.
    void wish(const std::string& pointer);
    void forget(const std::string& pointer);
    bool isWished(const std::string& pointer) const { return m_wishes.contains(pointer); }
    /// The object of the form has another place: its state was renamed or moved.
    void follow(const std::string& from, const std::string& to);
    void forgetAll() { m_wishes.clear(); m_openItems.clear(); m_asJson.clear(); }

    /// Which box of a list is open; one at a time.
    std::optional<std::size_t> openItem(const std::string& list) const;
    void setOpenItem(const std::string& list, std::optional<std::size_t> index);

    /// Fields that are shown as JSON instead of a form.
    bool isShownAsJson(const std::string& pointer) const { return m_asJson.contains(pointer); }
    void showAsJson(const std::string& pointer, bool asJson);

    /// Problems exactly at a place, or there and anywhere inside it.
    std::vector<const asl::Diagnostic*> problemsAt(const std::string& pointer, bool inside) const;

signals:
    /// The form has to be built again: a wish, an opened box.
    void layoutChanged();
    /// The row of this pointer shall get the focus once it is there.
    void focusWanted(const std::string& pointer);

private:
    Workspace& m_workspace;
    LiveValues m_live;
    LanguageService m_language;
    std::set<std::string> m_wishes;
    std::set<std::string> m_asJson;
    std::map<std::string, std::optional<std::size_t>> m_openItems;
};

} // namespace designer
