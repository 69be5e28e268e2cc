#pragma once
// DiagramLayout: where everything of a DiagramGraph stands and how its edges run.

#include "core/layout/diagram_graph.h"

#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace asl::layout {

/// One piece of an edge's way, from where the last piece ended: a straight line, or a cubic when `curve`.
struct PathPiece
{
    bool curve = false;
    Point control1;
    Point control2;
    Point to;
    friend bool operator==(const PathPiece&, const PathPiece&) = default;
};

struct NodePlace
{
    Rect box;    ///< the card, pill, dot or placeholder; of a container its header
    Rect frame;  ///< of a container, else empty
    /// What it takes up in its scope.
    Rect outline() const { return united(box, frame); }
    friend bool operator==(const NodePlace&, const NodePlace&) = default;
};

struct EdgePlace
{
    Point start;
    std::vector<PathPiece> pieces;  ///< at least one
    Rect label;                     ///< empty: none
    bool back = false;              ///< leads to the same or an earlier rank

    Point end() const { return pieces.empty() ? start : pieces.back().to; }
    friend bool operator==(const EdgePlace&, const EdgePlace&) = default;
};

struct DiagramLayout
{
    std::vector<NodePlace> nodes;   ///< by index in the graph
    std::vector<EdgePlace> edges;
    Rect bounds;                    ///< of everything, without a margin
};

struct ScopeLayout;

/// Layouts of scopes by what they depend on, so that an edit moves only what it must and costs only what it touched.
class LayoutCache
{
public:
    LayoutCache();
    ~LayoutCache();
    LayoutCache(const LayoutCache&) = delete;
    LayoutCache& operator=(const LayoutCache&) = delete;

private:
    friend class LayoutMaker;
    std::unordered_map<std::string, std::shared_ptr<const ScopeLayout>> m_present; ///< used by the last layout
    std::unordered_map<std::string, std::shared_ptr<const ScopeLayout>> m_former;
};

/// Places everything, scopes from the inside out. `stop` is looked at between scopes: the result is then empty.
DiagramLayout layout(const DiagramGraph& graph, LayoutCache* cache = nullptr, std::stop_token stop = {});

} // namespace asl::layout
