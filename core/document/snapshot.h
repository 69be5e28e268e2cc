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

class Snapshot
{
public:
    Snapshot(std::uint64_t revision, std::shared_ptr<const std::string> text);

    std::uint64_t revision() const { return m_revision; }
    const std::string& text() const { return m_tree.text(); }
    const SyntaxTree& tree() const { return m_tree; }
    const StateMachine& machine() const { return m_machine; }
    const LineIndex& lines() const { return m_lines; }

private:
    std::uint64_t m_revision;
    SyntaxTree m_tree;
    StateMachine m_machine;
    LineIndex m_lines;
};

using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// The current revision of one text. Invariant: the text is valid UTF-8.
class Document
{
public:
    /// Fails on bytes that are not UTF-8 (with line, column and the byte) and on more than 4 GiB.
    static Result<Document> open(std::string bytes);
    Document() : Document(std::make_shared<const Snapshot>(1, std::make_shared<const std::string>())) {}

    const SnapshotPointer& snapshot() const { return m_snapshot; }
    /// Applies a patch made for the current text; the new snapshot has the next revision.
    const SnapshotPointer& replace(const TextPatch& patch);

private:
    explicit Document(SnapshotPointer snapshot) : m_snapshot(std::move(snapshot)) {}
    SnapshotPointer m_snapshot;
};

} // namespace asl
