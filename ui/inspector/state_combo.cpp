#include "ui/inspector/state_combo.h"

#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/support/tile.h"

namespace designer {

namespace {

enum Choice { StateChoice, EndChoice };
constexpr int nameRole = Qt::UserRole + 1;

QIcon iconOf(const asl::Snapshot& snapshot, asl::StateId id)
{
    return tileIcon(tileOf(snapshot.tree(), snapshot.machine().state(id)));
}

} // namespace

StateCombo::StateCombo(QWidget* parent) : FormCombo(parent)
{
    setPopulate([this] { addStates(); });
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (itemData(index).toInt() == EndChoice)
            emit endChosen();
        else if (itemData(index, nameRole).isValid())
            emit stateChosen(toUtf8(itemData(index, nameRole).toString()));
    });
}

void StateCombo::show(asl::SnapshotPointer snapshot, asl::ScopeId scope, std::optional<std::string> name, bool isEnd)
{
    m_snapshot = std::move(snapshot);
    m_scope = scope;
    m_name = std::move(name);
    m_isEnd = isEnd;
    if (isEnd) {
        showOnly({}, tr("Go to end"), EndChoice);
    } else if (!m_name || m_name->empty()) {
        showOnly({}, tr("Choose a state"));
    } else {
        const auto& states = m_snapshot->machine().scope(m_scope).byName;
        const auto found = states.find(*m_name);
        const bool token = m_name->find("${") != std::string::npos;
        showOnly(found != states.end() ? iconOf(*m_snapshot, found->second) : token ? QIcon() : icon(QStringLiteral("problem-error"), Token::Err), toQString(*m_name));
    }
}

void StateCombo::addStates()
{
    if (!m_snapshot)
        return;
    const asl::Scope& scope = m_snapshot->machine().scope(m_scope);
    int current = -1;
    for (const asl::StateId id : scope.states) {
        const std::string& name = m_snapshot->machine().state(id).name;
        addItem(iconOf(*m_snapshot, id), toQString(name), StateChoice);
        setItemData(count() - 1, toQString(name), nameRole);
        if (m_name == name)
            current = count() - 1;
    }
    if (m_name && !m_name->empty() && current < 0 && !m_isEnd) { // a missing state, or a token: kept until another is chosen
        addItem(toQString(*m_name), StateChoice);
        setItemData(count() - 1, toQString(*m_name), nameRole);
        current = count() - 1;
    }
    if (m_endOffered) {
        addItem(tr("Go to end"), EndChoice);
        if (m_isEnd)
            current = count() - 1;
    }
    setCurrentIndex(current);
}

} // namespace designer
