// Any text at any place: what may be written there, what stands there, and another name for it. The first byte says the
// syntax, the next two the place.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/item_writer.h"
#include "core/completion/references.h"
#include "core/document/edits.h"
#include "core/support/assert.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <cstdint>

namespace {

using namespace asl;

bool isBoundary(const std::string& text, std::size_t offset)
{
    return offset >= text.size() || (text[offset] & '\xC0') != '\x80';
}

void checkPatch(const std::string& text, const TextPatch& patch)
{
    std::size_t end = 0;
    for (const Replacement& replacement : patch.replacements()) {
        ASL_ASSERT(replacement.range.begin >= end && replacement.range.end >= replacement.range.begin &&
                       replacement.range.end <= text.size(),
                   "a change lies in the text, in order");
        ASL_ASSERT(isBoundary(text, replacement.range.begin) && isBoundary(text, replacement.range.end),
                   "a change takes whole characters");
        end = replacement.range.end;
    }
    const std::string after = applied(text, patch);
    ASL_ASSERT(!invalidUtf8(after), "what is written is UTF-8");
    ASL_ASSERT(applied(after, inverse(text, patch)) == text, "a change can be undone");
}

/// Half-typed names in YAML are a text of several lines, as far as YAML can tell; one of them written out leaves the
/// others.
bool isInLinesWithoutQuotes(const Snapshot& snapshot, std::size_t offset)
{
    const std::string& text = snapshot.text();
    if (snapshot.syntax() != TextSyntax::Yaml)
        return false;
    const std::size_t begin = offset == 0 ? 0 : text.find_last_of("\r\n", offset - 1) + 1;
    const std::size_t end = std::min(text.find_first_of("\r\n", offset), text.size());
    for (NodeId id = 0; id < snapshot.tree().size(); ++id) {
        const TextRange range = snapshot.tree().node(id).range();
        const bool isPlain = snapshot.tree().kind(id) == NodeKind::String && !range.empty() &&
                             std::string_view("\"'|>").find(text[range.begin]) == std::string_view::npos;
        if (isPlain && range.begin <= end && range.end >= begin &&
            text.substr(range.begin, range.size()).find_first_of("\r\n") != std::string::npos)
            return true;
    }
    return false;
}

void checkItem(const Snapshot& snapshot, const CompletionItem& item, bool staysReadable)
{
    checkPatch(snapshot.text(), item.patch);
    const SnapshotPointer after = revised(snapshot, item.patch);
    const TextRange selected = item.selection;
    ASL_ASSERT(selected.begin <= selected.end && selected.end <= after->text().size(), "what is selected is there");
    ASL_ASSERT(isBoundary(after->text(), selected.begin) && isBoundary(after->text(), selected.end),
               "whole characters are selected");
    ASL_ASSERT(after->text().find(completion::cursorMark) == std::string::npos, "the cursor's mark is not written");
    ASL_ASSERT(!staysReadable || after->tree().errors().empty(), "a text that can be read stays one");
}

void checkNames(const Snapshot& snapshot, std::size_t offset)
{
    const auto thing = namedThingAt(snapshot, offset);
    if (!thing)
        return;
    const std::vector<Reference> references = referencesTo(snapshot, *thing);
    ASL_ASSERT(!references.empty(), "what has a name stands somewhere");
    for (const Reference& reference : references)
        ASL_ASSERT(reference.range.begin <= reference.range.end && reference.range.end <= snapshot.text().size(),
                   "a name lies in the text");
    if (thing->kind == NamedThing::Kind::State) {
        for (const StateId id : snapshot.machine().scope(thing->scope).states)
            if (snapshot.machine().state(id).name == thing->name)
                if (const auto edit = renameState(snapshot, snapshot.machine().path(id), "New name: 1"))
                    checkPatch(snapshot.text(), edit->patch);
    } else if (const auto edit = renameVariable(snapshot, *thing, "newName")) {
        checkPatch(snapshot.text(), edit->patch);
        ASL_ASSERT(!snapshot.tree().errors().empty() || revised(snapshot, edit->patch)->tree().errors().empty(),
                   "another name breaks nothing");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size < 3)
        return 0;
    const std::string text(reinterpret_cast<const char*>(bytes) + 3, size - 3);
    if (invalidUtf8(text) || text.find(completion::cursorMark) != std::string::npos)
        return 0;
    std::size_t offset = (bytes[1] | static_cast<std::size_t>(bytes[2]) << 8) % (text.size() + 1);
    while (!isBoundary(text, offset))
        --offset;
    const Snapshot snapshot(1, std::make_shared<const std::string>(text),
                            bytes[0] % 2 == 0 ? TextSyntax::Json : TextSyntax::Yaml);
    const Completions found = completionsAt(snapshot, offset);
    ASL_ASSERT(found.word.begin <= found.word.end && found.word.end == offset, "what is typed ends at the cursor");
    const std::size_t step = std::max<std::size_t>(1, found.items.size() / 16);
    const bool staysReadable = snapshot.tree().errors().empty() && !isInLinesWithoutQuotes(snapshot, offset);
    for (std::size_t i = 0; i < found.items.size(); i += step)
        checkItem(snapshot, found.items[i], staysReadable);
    if (const auto hover = hoverAt(snapshot, offset)) {
        ASL_ASSERT(hover->range.contains(offset) && hover->range.end <= text.size(), "what is explained stands there");
        ASL_ASSERT(!hover->title.empty() && !hover->lines.empty(), "an explanation says something");
    }
    checkNames(snapshot, offset);
    return 0;
}
