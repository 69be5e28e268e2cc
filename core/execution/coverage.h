#pragma once
// Coverage: which parts of a definition executions went through, counted from the records of their visits.

#include "core/execution/run_view.h"

#include <array>

namespace asl {

struct CoverageItem
{
    enum class Kind : std::uint8_t { State, Transition, ChoiceRule, Catcher, Retrier };

    Kind kind = Kind::State;
    StateId state = noId;
    TransitionId transition = noId; ///< of a Transition, ChoiceRule or Catcher
    NodeId node = noNode;           ///< what it is in the text
    std::uint64_t hits = 0;         ///< visits; passages; matches; errors caught; retries
};
constexpr std::size_t coverageKindCount = 5;
std::string_view coverageName(CoverageItem::Kind kind); ///< "choiceRules"

struct CoverageCount
{
    std::size_t covered = 0;
    std::size_t total = 0;
};

class Coverage
{
public:
    explicit Coverage(SnapshotPointer snapshot);

    /// Adds an execution of the same snapshot.
    void add(const RunView& view);

    const SnapshotPointer& snapshot() const { return m_snapshot; }
    /// In the order of the text; a Choice Rule and a Catcher count as a Transition too.
    const std::vector<CoverageItem>& items() const { return m_items; }
    CoverageCount count(CoverageItem::Kind kind) const;
    std::uint64_t hitsOfState(StateId state) const { return m_items[m_itemOfState[state]].hits; }
    std::uint64_t hitsOfTransition(TransitionId transition) const;

private:
    void hit(std::size_t item, std::uint64_t times = 1) { m_items[item].hits += times; }

    static constexpr std::size_t none = ~std::size_t(0);
    SnapshotPointer m_snapshot;
    std::vector<CoverageItem> m_items;
    std::vector<std::size_t> m_itemOfState;
    std::vector<std::array<std::size_t, 2>> m_itemsOfTransition; ///< as a Transition, and as a rule or catcher
    std::vector<std::size_t> m_firstRetrier;                     ///< by state
};

/// {"states": {"covered", "total", "items": [{"pointer", "state", "hits"}]}, "transitions": …, …}
Data coverageData(const Coverage& coverage);
/// What an item is called: `state "A"`, `"A": way to "B"`, `"A": Choice rule 2`, `"A": catcher 1`, `"A": retrier 1`.
Message coverageTitle(const Coverage& coverage, const CoverageItem& item);

} // namespace asl
