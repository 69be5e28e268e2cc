#include "core/completion/completion.h"

#include "core/completion/items.h"
#include "core/document/edits.h"

#include <algorithm>

namespace asl {

namespace completion {

std::vector<CompletionItem> Items::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) { return a.order < b.order; });
    m_found.resize(std::min(m_found.size(), most));
    std::vector<CompletionItem> items;
    items.reserve(m_found.size());
    for (Found& found : m_found)
        items.push_back(std::move(found.item));
    return items;
}

namespace {

/// Half a name below or behind a name of YAML: a name, where an object belongs.
bool mayBeName(const Site& site, const Meaning& meaning)
{
    return site.kind == Site::Kind::Key || (site.block && site.isItem && meaning.object.type != ObjectType::None);
}

std::size_t contentBegin(const Site& site)
{
    const bool quotes = site.written.quoting == Quoting::Double || site.written.quoting == Quoting::Single;
    return site.range.begin + (quotes ? 1 : 0);
}

bool sameRanges(const TextPatch& a, const TextPatch& b)
{
    const auto& left = a.replacements();
    const auto& right = b.replacements();
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Replacement& one, const Replacement& other) { return one.range == other.range; });
}

/// In a template some places stand for something else: a change of a part of them is not offered.
void leaveOutWhatCannotBeWritten(const Snapshot& snapshot, std::vector<CompletionItem>& items)
{
    if (!snapshot.region())
        return;
    TextPatch asked; // most items change the same place
    bool answer = false;
    bool any = false;
    std::erase_if(items, [&](const CompletionItem& item) {
        if (!any || !sameRanges(asked, item.patch)) {
            asked = item.patch;
            answer = canChange(snapshot, item.patch).hasValue();
            any = true;
        }
        return !answer;
    });
}

} // namespace

} // namespace completion

Completions completionsAt(const Snapshot& snapshot, std::size_t offset, const SeenData& seen)
{
    using namespace completion;
    Completions result;
    offset = std::min(offset, snapshot.text().size());
    result.word = {offset, offset};
    const Site site = siteAt(snapshot, offset);
    if (site.kind == Site::Kind::Nothing)
        return result;
    const Meaning meaning = meaningAt(snapshot, site);
    const Request request{snapshot, site, meaning, seen};
    Items items(snapshot, site);
    items.narrowBy(site.typed());
    result.word.begin = std::min(contentBegin(site), offset);
    std::size_t word = 0;
    if (mayBeName(site, meaning)) {
        addMembers(request, items);
    } else if (addExpression(request, items, word)) {
        if (word < site.written.places.size())
            result.word.begin = std::min<std::size_t>(site.written.placeOf(word), offset);
    } else {
        addValues(request, items);
    }
    result.items = items.take();
    leaveOutWhatCannotBeWritten(snapshot, result.items);
    return result;
}

namespace {

std::optional<ValueInPlace> valueInJson(const Snapshot& snapshot, std::string_view pointer, std::string_view json)
{
    std::optional<NodeId> node = snapshot.tree().atPointer(pointer);
    if (!node) {
        const Result<Edit> added = setValue(snapshot, pointer, "null");
        if (!added)
            return {};
        const std::string text = applied(snapshot.text(), added->patch);
        const Snapshot with(snapshot.revision(), std::make_shared<const std::string>(text));
        return with.tree().atPointer(pointer) ? valueInJson(with, pointer, json) : std::nullopt;
    }
    const TextRange range = snapshot.tree().node(*node).range();
    std::string text = snapshot.text();
    // On lines of its own a text that is not closed ends with it.
    text.replace(range.begin, range.size(), "\n" + std::string(json) + "\n");
    return ValueInPlace{
        std::make_shared<const Snapshot>(snapshot.revision(), std::make_shared<const std::string>(std::move(text))),
        range.begin + 1};
}

} // namespace

std::optional<ValueInPlace> valueInPlace(const Snapshot& snapshot, std::string_view pointer, std::string_view json)
{
    if (snapshot.syntax() == TextSyntax::Json)
        return valueInJson(snapshot, pointer, json);
    const Snapshot asJson(snapshot.revision(),
                          std::make_shared<const std::string>(snapshot.tree().raw(snapshot.tree().root())));
    return valueInJson(asJson, pointer, json);
}

} // namespace asl
