#pragma once
// DiagramGraph: what to draw of a state machine: one small graph per scope that is shown, with the sizes of its boxes.
// Depends on the structure of the machine only, never on the order of keys in States.

#include "core/layout/geometry.h"
#include "core/model/state_machine.h"

#include <cstdint>
#include <set>
#include <vector>

namespace asl::layout {

enum class BoxKind : std::uint8_t { Start, End, State, Placeholder };
enum class Direction : std::uint8_t { Down, Right };

struct DiagramNode
{
    BoxKind kind = BoxKind::State;
    StateId state = noId;               ///< of a State
    TransitionId transition = noId;     ///< of a Placeholder: the way that leads nowhere yet
    std::uint32_t scope = 0;            ///< index in DiagramGraph::scopes
    Size size = {};                     ///< card, header of a container, pill or end dot; nothing for Start in a container
    std::vector<std::uint32_t> scopes = {}; ///< drawn inside, by index
    bool folded = false;                ///< a container drawn as a card
    bool reachable = true;
};

struct DiagramEdge
{
    TransitionId transition = noId; ///< noId: the way from a placeholder to the end
    std::uint32_t from = 0;         ///< nodes by index, both in one scope
    std::uint32_t to = 0;
    bool isCatch = false;
    Size label;                     ///< empty: none
};

struct DiagramScope
{
    ScopeId scope = 0;
    bool isItemProcessor = false;
    std::uint32_t owner = noId;          ///< node of the container; noId: the top level
    std::vector<std::uint32_t> nodes;    ///< Start first, then as a walk along the transitions meets them, End last
    std::vector<std::uint32_t> edges;    ///< grouped by `from`, in order of rules, Default, catchers
};

struct DiagramGraph
{
    std::vector<DiagramNode> nodes;
    std::vector<DiagramEdge> edges;
    std::vector<DiagramScope> scopes;    ///< [0] is the top level; a scope comes after the one around it
    Direction direction = Direction::Down;
    bool iterationBars = false;          ///< room under the header of each Map
};

/// Sizes as measured by whoever draws.
struct DiagramSizes
{
    std::vector<Size> cards;   ///< by StateId
    std::vector<Size> labels;  ///< by TransitionId; empty: none
    Size start;
    Size end;
};

struct GraphOptions
{
    std::set<StatePath> folded;
    Direction direction = Direction::Down;
    bool iterationBars = false;
};

DiagramGraph graphOf(const StateMachine& machine, const DiagramSizes& sizes, const GraphOptions& options = {});

} // namespace asl::layout
