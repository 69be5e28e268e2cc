#pragma once
// Snapshot: one revision of a document with everything read from it. Immutable; any thread may read it.

#include "core/model/state_machine.h"
#include "core/support/result.h"
#include "core/text/line_index.h"
#include "core/text/syntax_tree.h"
#include "core/text/text_patch.h"

#include <cstdint>
#include <memory>
#include <string>

namespace asl {

class Region;

class Snapshot
{
public:
    Snapshot(std::uint64_t revision, std::shared_ptr<const std::string> text, TextSyntax syntax = TextSyntax::Json,
             std::shared_ptr<const Region> region = nullptr);

    std::uint64_t revision() const { return m_revision; }
    const std::string& text() const { return m_tree.text(); }
    TextSyntax syntax() const { return m_tree.syntax(); }
    const SyntaxTree& tree() const { return m_tree; }
    const StateMachine& machine() const { return m_machine; }
    const LineIndex& lines() const { return m_lines; }
    /// Where in its file the text stands, when the file is larger (a template).
    const std::shared_ptr<const Region>& region() const { return m_region; }

private:
    std::uint64_t m_revision;
    SyntaxTree m_tree;
    StateMachine m_machine;
    LineIndex m_lines;
    std::shared_ptr<const Region> m_region;
};

using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// The next revision: the same definition with another text, or with a change of its text.
SnapshotPointer revised(const Snapshot& snapshot, std::shared_ptr<const std::string> text);
SnapshotPointer revised(const Snapshot& snapshot, const TextPatch& patch);
/// Whether a change of the text can be made: in a template some places stand for something else.
Result<void> canChange(const Snapshot& snapshot, const TextPatch& patch);

/// The current revision of one text. Invariant: the text is valid UTF-8.
class Document
{
public:
    /// Fails on bytes that are not UTF-8 (with line, column and the byte) and on more than 4 GiB.
    static Result<Document> open(std::string bytes, TextSyntax syntax = TextSyntax::Json);
    /// A definition inside a larger file.
    static Document open(std::shared_ptr<const Region> region, TextSyntax syntax);
    Document() : Document(std::make_shared<const Snapshot>(1, std::make_shared<const std::string>())) {}

    const SnapshotPointer& snapshot() const { return m_snapshot; }
    /// Applies a patch made for the current text; the new snapshot has the next revision.
    const SnapshotPointer& replace(const TextPatch& patch);

private:
    explicit Document(SnapshotPointer snapshot) : m_snapshot(std::move(snapshot)) {}
    SnapshotPointer m_snapshot;
};

} // namespace asl
