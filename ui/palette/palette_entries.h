#pragma once
// What the palette offers: flow states from the state type table, service actions and patterns with their starter JSON.

#include "core/document/edits.h"
#include "ui/support/tile.h"
#include "ui/workspace/dragged_state.h"

#include <QString>

#include <vector>

namespace designer {

struct PaletteEntry
{
    enum class Kind { Action, Flow, Pattern };
    Kind kind = Kind::Flow;
    QString group;   ///< heading under which it stands
    QString service; ///< "Lambda"; empty for flow states and patterns
    QString name;    ///< "Invoke", "Choice"
    QString summary;
    Tile tile;
    asl::StateType type = asl::StateType::Task;
    std::string stateName; ///< of the new state, before it is made unique
    std::string resource;  ///< of an action from the catalogue; an SDK service without a known action ends with its colon
    std::string jsonPath;  ///< members of the new state in a JSONPath machine; empty: they follow from the resource
    std::string jsonata;   ///< the same for a JSONata machine
    QString searched;      ///< what a search looks through, in lower case

    QString title() const; ///< "Lambda: Invoke"
};

/// Everything, in the order in which it is shown: what people use most, flow states, patterns, and the whole catalogue of
/// integrations.
const std::vector<PaletteEntry>& paletteEntries();
/// The same with the colours of the present theme.
void refreshTiles(std::vector<PaletteEntry>& entries);

/// Of an SDK service whose actions are not known: the entry for the action that somebody typed.
PaletteEntry withAction(const PaletteEntry& service, const QString& action);

/// The state to insert into `machine`; names inside (of a pattern) are made unique as well.
DraggedState stateOf(const PaletteEntry& entry, const asl::Snapshot& snapshot);

} // namespace designer
