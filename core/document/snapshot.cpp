#include "core/document/snapshot.h"

#include "core/document/region.h"
#include "core/support/utf8.h"

#include <limits>

namespace asl {

Snapshot::Snapshot(std::uint64_t revision, std::shared_ptr<const std::string> text, TextSyntax syntax,
                   std::shared_ptr<const Region> region)
    : m_revision(revision), m_tree(SyntaxTree::parse(std::move(text), syntax)), m_machine(StateMachine::read(m_tree)),
      m_lines(m_tree.text()), m_region(std::move(region))
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

SnapshotPointer revised(const Snapshot& snapshot, std::shared_ptr<const std::string> text)
{
    std::shared_ptr<const Region> region;
    if (snapshot.region())
        region = std::make_shared<const Region>(snapshot.region()->patched(difference(snapshot.text(), *text)));
    return std::make_shared<const Snapshot>(snapshot.revision() + 1, std::move(text), snapshot.syntax(), std::move(region));
}

SnapshotPointer revised(const Snapshot& snapshot, const TextPatch& patch)
{
    std::shared_ptr<const Region> region;
    if (snapshot.region())
        region = std::make_shared<const Region>(snapshot.region()->patched(patch));
    return std::make_shared<const Snapshot>(snapshot.revision() + 1, std::make_shared<const std::string>(applied(snapshot.text(), patch)),
                                            snapshot.syntax(), std::move(region));
}

Result<void> canChange(const Snapshot& snapshot, const TextPatch& patch)
{
    if (!snapshot.region())
        return {};
    const auto mapped = snapshot.region()->toHost(patch);
    return mapped ? Result<void>() : Result<void>(mapped.error());
}

Result<Document> Document::open(std::string bytes, TextSyntax syntax)
{
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max())
        return Error{ASL_TEXT("core", "The file is larger than 4 GiB. A definition may have at most 1 MiB."), {}};
    if (const auto bad = invalidUtf8(bytes)) {
        const LineColumn place = LineIndex(bytes).at(bytes, *bad);
        return Error{{ASL_TEXT("core", "Line %1, column %2: the byte %3 is not UTF-8. Save the file as UTF-8 and open it again."),
                      {std::to_string(place.line), std::to_string(place.column), hexByte(bytes[*bad])}},
                     TextRange{*bad, *bad + 1}};
    }
    return Document(std::make_shared<const Snapshot>(1, std::make_shared<const std::string>(std::move(bytes)), syntax));
}

Document Document::open(std::shared_ptr<const Region> region, TextSyntax syntax)
{
    auto text = std::make_shared<const std::string>(region->text());
    return Document(std::make_shared<const Snapshot>(1, std::move(text), syntax, std::move(region)));
}

const SnapshotPointer& Document::replace(const TextPatch& patch)
{
    m_snapshot = revised(*m_snapshot, patch);
    return m_snapshot;
}

} // namespace asl
