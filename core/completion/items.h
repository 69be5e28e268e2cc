#pragma once
// Items: collects what fits what is typed, and puts the best first.

#include "core/completion/item_writer.h"
#include "core/completion/matching.h"
#include "core/completion/meaning.h"
#include "core/language/catalogue.h"

#include <map>

namespace asl::completion {

/// What the parts of completion share.
struct Request
{
    const Snapshot& snapshot;
    const Site& site;
    const Meaning& meaning;
    const SeenData& seen;
};

class Items
{
public:
    static constexpr std::size_t most = 1000; ///< no one reads more
    /// Names of a document that fit equally well: who types on sees others.
    static constexpr std::size_t mostAlike = 200;

    Items(const Snapshot& snapshot, const Site& site) : m_writer(snapshot, site) {}

    /// What narrows the items from now on.
    void narrowBy(std::string_view typed) { m_typed = typed; }
    ItemWriter& writer() { return m_writer; }

    /// `fill(item)` says the rest, and is called only when the label fits. A smaller rank comes before a greater one.
    template <class Fill>
    void add(CompletionItem::Kind kind, std::string label, int rank, Fill fill)
    {
        const auto distance = mismatch(label, m_typed);
        if (!distance || (kind != CompletionItem::Kind::Resource && ++m_alike[{kind, *distance}] > mostAlike))
            return;
        Found& found = m_found.emplace_back();
        found.order = *distance * 1000 + rank;
        found.item.label = std::move(label);
        found.item.kind = kind;
        fill(found.item);
    }

    std::vector<CompletionItem> take();

private:
    struct Found
    {
        int order = 0;
        CompletionItem item;
    };
    ItemWriter m_writer;
    std::string m_typed;
    std::vector<Found> m_found;
    std::map<std::pair<CompletionItem::Kind, int>, std::size_t> m_alike;
};

/// The names and starting values of members (members.cpp): fields, states, variables, parameters.
void addMembers(const Request& request, Items& items);
/// Whole values (values.cpp): closed sets, names of states and errors, resources.
void addValues(const Request& request, Items& items);
/// Inside an expression, and the beginning of one (expression_items.cpp). False: there is none. `word`: where the piece begins
/// that narrows the items, in the value.
bool addExpression(const Request& request, Items& items, std::size_t& word);

/// The JSON with which a field begins; may hold the cursor mark.
std::string starterJson(const Field& field);

/// The integration that the object of a field (Parameters, Arguments) calls; null: none, or not known.
const Integration* calledBy(const SyntaxTree& tree, NodeId object);

/// What the value of a parameter looks like, the names and items (empty) leading to it; null: nothing is known.
const ValueShape* parameterShape(const Integration& called, const std::vector<std::string>& inside);

} // namespace asl::completion
