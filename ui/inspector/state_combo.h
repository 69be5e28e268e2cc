#pragma once
// StateCombo: chooses a state of a scope by name and tile.

#include "core/document/snapshot.h"
#include "ui/support/form_fields.h"

#include <optional>
#include <string>

namespace designer {

class StateCombo final : public FormCombo
{
    Q_OBJECT

public:
    explicit StateCombo(QWidget* parent = nullptr);

    /// Offers "Go to end" as well.
    void setEndOffered(bool offered) { m_endOffered = offered; }
    /// `name` is what the text says (be there such a state or not); empty optional: nothing yet.
    void show(asl::SnapshotPointer snapshot, asl::ScopeId scope, std::optional<std::string> name, bool isEnd = false);

signals:
    void stateChosen(const std::string& name);
    void endChosen();

private:
    void addStates();

    asl::SnapshotPointer m_snapshot;
    asl::ScopeId m_scope = 0;
    std::optional<std::string> m_name;
    bool m_isEnd = false;
    bool m_endOffered = false;
};

} // namespace designer
