#include "core/document/snapshot.h"

#include "core/support/utf8.h"

#include <limits>

namespace asl {

Snapshot::Snapshot(std::uint64_t revision, std::shared_ptr<const std::string> text)
    : m_revision(revision), m_tree(SyntaxTree::parse(std::move(text))), m_machine(StateMachine::read(m_tree)),
      m_lines(m_tree.text())
{
}

namespace {

std::string hexByte(char byte)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4], digits[value & 15]};
}

} // namespace

Result<Document> Document::open(std::string bytes)
{
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max())
        return Error{ASL_TEXT("core", "The file is larger than 4 GiB. A definition may have at most 1 MiB."), {}};
    if (const auto bad = invalidUtf8(bytes)) {
        const LineColumn place = LineIndex(bytes).at(bytes, *bad);
        return Error{{ASL_TEXT("core", "Line %1, column %2: the byte %3 is not UTF-8. Save the file as UTF-8 and open it again."),
                      {std::to_string(place.line), std::to_string(place.column), hexByte(bytes[*bad])}},
                     TextRange{*bad, *bad + 1}};
    }
    return Document(std::make_shared<const Snapshot>(1, std::make_shared<const std::string>(std::move(bytes))));
}

const SnapshotPointer& Document::replace(const TextPatch& patch)
{
    m_snapshot = std::make_shared<const Snapshot>(
        m_snapshot->revision() + 1, std::make_shared<const std::string>(applied(m_snapshot->text(), patch)));
    return m_snapshot;
}

} // namespace asl
