// Any text as YAML: read, checked, edited; as a template, too.

#include "core/document/edits.h"
#include "core/document/template.h"
#include "core/support/assert.h"
#include "core/support/utf8.h"
#include "core/validation/validate.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    if (asl::invalidUtf8(text))
        return 0;
    const auto shared = std::make_shared<const std::string>(text);
    const asl::Snapshot snapshot(1, shared, asl::TextSyntax::Yaml);
    const asl::SyntaxTree json = asl::SyntaxTree::parse(std::string(snapshot.tree().raw(snapshot.tree().root())));
    ASL_ASSERT(json.errors().empty(), "what YAML says can be written in JSON");
    (void)asl::validate(snapshot);
    for (asl::StateId state = 0; state < snapshot.machine().states().size() && state < 4; ++state) {
        const asl::StatePath path = snapshot.machine().path(state);
        for (const auto& edit : {asl::renameState(snapshot, path, "x: y"), asl::deleteState(snapshot, path), asl::duplicateState(snapshot, path),
                                 asl::setField(snapshot, path, "Comment", "\"a\\nb\"")})
            if (edit)
                ASL_ASSERT(asl::applied(asl::applied(text, edit->patch), asl::inverse(text, edit->patch)) == text, "an edit can be undone");
    }
    if (const auto found = asl::readTemplate(shared, asl::TextSyntax::Yaml))
        for (const asl::TemplateMachine& machine : found->machines)
            if (machine.region) {
                const asl::Region changed = machine.region->patched(asl::TextPatch::replacing({0, 0}, "x\n"));
                ASL_ASSERT(changed.fault() || changed.text() == "x\n" + machine.region->text(), "a region follows its text");
            }
    return 0;
}
