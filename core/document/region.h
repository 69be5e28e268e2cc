#pragma once
// Region: a definition inside a larger file (a template). The definition is a text of its own; the region knows which
// bytes of the file it is made of, with the indentation, escapes or parts to undo. Changes of the definition become
// changes of just these bytes.

#include "core/support/result.h"
#include "core/text/text_patch.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

/// How the definition is written in the file.
enum class RegionCoding : std::uint8_t {
    Lines,        ///< as it is, further right
    JsonString,   ///< inside a string in double quotes
    SingleQuoted, ///< inside a YAML string in single quotes
};

/// Invariant: the pieces lie side by side in the host, from `begin` on; what they say, one after the other, is the
/// definition.
class Region
{
public:
    /// The definition's text is collected piece by piece.
    Region(std::shared_ptr<const std::string> host, std::size_t begin, RegionCoding coding, std::string indent);

    /// A definition that can be read but not written back, and why.
    static Region readOnly(std::shared_ptr<const std::string> host, TextRange range, std::string text, Error reason);

    /// Takes the next bytes of the host as they are, as a line of Lines (its indentation left out), …
    void addSame(std::size_t hostSize);
    void addIndent(std::size_t hostSize);
    /// … as one escape, or as something that only stands for `inner` and can only be replaced as a whole. Where `inner`
    /// comes to stand elsewhere, `again` is written; empty: the same bytes.
    void addEscape(std::string_view inner, std::size_t hostSize);
    void addOpaque(std::string_view inner, std::size_t hostSize, std::string again = {});
    void addGap(std::size_t hostSize); ///< what says nothing
    /// Takes lines up to `end`, without indentation; those from the second on, and the first when `firstToo`.
    void addLines(std::size_t end, bool firstToo);

    /// The same definition where another host has it at `begin`, byte for byte as here.
    Region moved(std::shared_ptr<const std::string> host, std::size_t begin) const;

    const std::string& host() const { return *m_host; }
    const std::string& text() const { return m_text; } ///< the definition
    std::size_t hostBegin() const { return m_begin; }
    std::size_t hostEnd() const { return m_end; }

    /// The change of the host that a change of the definition asks for; refused inside what stands for something else.
    Result<TextPatch> toHost(const TextPatch& patch) const;
    /// The region after a change of the definition. One that cannot be mapped leaves a region with `fault`.
    Region patched(const TextPatch& patch) const;
    const std::optional<Error>& whyReadOnly() const { return m_readOnly; }
    /// Why the definition can no longer be written to its file.
    const std::optional<Error>& fault() const { return m_fault; }

    std::size_t toHost(std::size_t position) const;
    TextRange toHost(TextRange range) const;

private:
    enum class Kind : std::uint8_t { Same, Indent, Escape, Opaque };
    struct Piece
    {
        Kind kind;
        std::size_t innerSize, hostSize;
    };
    /// What something opaque is in the host, so that it can be written again.
    struct Opaque
    {
        std::string host;
        std::string again;
        std::size_t column =
            0; ///< of its last line, when it begins with a line end: it must stand further right than its key
    };
    void add(Piece piece, std::string_view inner);
    Result<void> replace(const Replacement& replacement, TextPatch& patch, std::string& host);
    Result<std::size_t> splitAt(std::size_t inner);
    bool goesWithItsBlank(std::size_t begin, std::string_view text) const;
    std::size_t hostOf(std::size_t piece) const;
    std::string encoded(std::string_view text, bool indentFirst, bool restFollows, std::vector<Piece>& pieces) const;
    void encodePlain(std::string_view text, std::size_t column, std::string& out, std::vector<Piece>& pieces) const;
    bool atLineBegin(std::size_t inner) const { return inner > 0 ? m_text[inner - 1] == '\n' : m_firstHasIndent; }

    std::shared_ptr<const std::string> m_host;
    std::string m_text;
    std::size_t m_begin = 0, m_end = 0;
    RegionCoding m_coding = RegionCoding::Lines;
    std::string m_indent;
    bool m_firstHasIndent = false;
    std::vector<Piece> m_pieces;
    std::map<std::string, Opaque, std::less<>> m_opaque; ///< by what stands for it
    std::optional<Error> m_readOnly, m_fault;
};

} // namespace asl
