#include "ui/inspector/form_host.h"

#include "ui/support/qt_text.h"

namespace designer {

std::string joined(std::string_view pointer, std::string_view step)
{
    std::string text(pointer);
    text += '/';
    for (const char character : step) {
        if (character == '~')
            text += "~0";
        else if (character == '/')
            text += "~1";
        else
            text += character;
    }
    return text;
}

FieldPlace fieldPlace(const ObjectPlace& object, const asl::Field& field)
{
    FieldPlace place = memberPlace(object, field.name);
    place.field = &field;
    return place;
}

FieldPlace memberPlace(const ObjectPlace& object, std::string_view name)
{
    const asl::NodeId value = object.node == asl::noNode ? asl::noNode : object.tree().find(object.node, name);
    return {object, nullptr, std::string(name), value, joined(object.pointer, name)};
}

ObjectPlace inside(const FieldPlace& place, asl::ObjectType type)
{
    ObjectPlace object = place.object;
    object.node = place.value;
    object.pointer = place.pointer;
    object.fields = asl::info(type).fields;
    object.groups = asl::info(type).groups;
    const auto& scopes = place.object.snapshot->machine().scopes();
    for (asl::ScopeId id = 0; id < scopes.size(); ++id)
        if (scopes[id].node == place.value && place.isWritten())
            object.scope = id;
    return object;
}

ObjectPlace itemOf(const FieldPlace& list, std::size_t index, asl::NodeId item, asl::ObjectType type)
{
    FieldPlace place = list;
    place.value = item;
    place.pointer = joined(list.pointer, std::to_string(index));
    return inside(place, type);
}

namespace {

/// Members that stand in the text and may not stand beside `place`.
std::vector<FieldPlace> excludedBy(const FieldPlace& place)
{
    std::vector<FieldPlace> found;
    for (const asl::FieldGroup& group : place.object.groups) {
        if (group.rule == asl::FieldGroup::Rule::AtLeastOne || std::find(group.fields.begin(), group.fields.end(), place.name) == group.fields.end())
            continue;
        for (const std::string_view name : group.fields)
            if (FieldPlace other = memberPlace(place.object, name); name != place.name && other.isWritten())
                found.push_back(std::move(other));
    }
    return found;
}

/// `key` moved with the object at `from` to `to`.
std::string followed(const std::string& key, const std::string& from, const std::string& to)
{
    const bool inside = key == from || (key.starts_with(from) && key[from.size()] == '/');
    return inside ? to + key.substr(from.size()) : key;
}

} // namespace

EditSequence& EditSequence::then(const std::function<asl::Result<asl::Edit>(const asl::Snapshot&)>& make)
{
    if (m_error)
        return *this;
    const asl::Result<asl::Edit> next = make(*m_present);
    if (!next) {
        m_error = next.error();
        return *this;
    }
    const bool isFirst = m_present == m_first;
    m_edit.patch = isFirst ? next->patch : asl::composed(m_first->text(), m_edit.patch, next->patch);
    if (isFirst)
        m_edit.label = next->label;
    if (next->select)
        m_edit.select = next->select;
    m_present = revised(*m_present, next->patch);
    return *this;
}

asl::Result<asl::Edit> EditSequence::finished(asl::Message label) const
{
    if (m_error)
        return *m_error;
    asl::Edit edit = m_edit;
    if (!label.literal.empty())
        edit.label = std::move(label);
    return edit;
}

bool FormHost::apply(const asl::Result<asl::Edit>& edit)
{
    return m_workspace.apply(edit, this);
}

bool FormHost::write(const FieldPlace& place, std::string_view json)
{
    // Of a group of which only one may stand, the former one goes in the same step.
    EditSequence edits(snapshotPointer());
    if (!place.isWritten())
        for (const FieldPlace& other : excludedBy(place))
            edits.then([&](const asl::Snapshot& present) { return asl::removeValue(present, other.pointer); });
    edits.then([&](const asl::Snapshot& present) { return asl::setValue(present, place.pointer, json); });
    if (!apply(edits.finished()))
        return false;
    m_wishes.erase(place.pointer);
    return true;
}

bool FormHost::remove(const FieldPlace& place)
{
    m_wishes.erase(place.pointer);
    if (place.isWritten())
        return apply(asl::removeValue(snapshot(), place.pointer));
    emit layoutChanged();
    return true;
}

void FormHost::wish(const std::string& pointer)
{
    m_wishes.insert(pointer);
    emit layoutChanged();
    emit focusWanted(pointer);
}

void FormHost::forget(const std::string& pointer)
{
    if (m_wishes.erase(pointer) > 0)
        emit layoutChanged();
}

void FormHost::follow(const std::string& from, const std::string& to)
{
    std::set<std::string> wishes;
    for (const std::string& key : m_wishes)
        wishes.insert(followed(key, from, to));
    m_wishes = std::move(wishes);
    std::set<std::string> asJson;
    for (const std::string& key : m_asJson)
        asJson.insert(followed(key, from, to));
    m_asJson = std::move(asJson);
    std::map<std::string, std::optional<std::size_t>> open;
    for (const auto& [key, index] : m_openItems)
        open[followed(key, from, to)] = index;
    m_openItems = std::move(open);
}

std::optional<std::size_t> FormHost::openItem(const std::string& list) const
{
    const auto found = m_openItems.find(list);
    return found == m_openItems.end() ? std::nullopt : found->second;
}

void FormHost::setOpenItem(const std::string& list, std::optional<std::size_t> index)
{
    if (openItem(list) == index)
        return;
    m_openItems[list] = index;
    emit layoutChanged();
}

void FormHost::showAsJson(const std::string& pointer, bool asJson)
{
    if (asJson)
        m_asJson.insert(pointer);
    else
        m_asJson.erase(pointer);
    emit layoutChanged();
}

std::vector<const asl::Diagnostic*> FormHost::problemsAt(const std::string& pointer, bool inside) const
{
    std::vector<const asl::Diagnostic*> found;
    for (const asl::Diagnostic& diagnostic : m_workspace.diagnostics()) {
        const std::string& place = diagnostic.pointer;
        if (place == pointer || (inside && place.size() > pointer.size() && place.starts_with(pointer) && place[pointer.size()] == '/'))
            found.push_back(&diagnostic);
    }
    return found;
}

} // namespace designer
