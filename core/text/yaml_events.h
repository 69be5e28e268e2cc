#pragma once
// YamlEvents: what stands in a YAML text, in order, with the bytes each thing takes. The only file that knows libyaml.

#include "core/support/message.h"
#include "core/support/text_range.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace asl {

struct YamlEvent
{
    enum class Kind : std::uint8_t { DocumentStart, Scalar, Alias, SequenceStart, MappingStart, CollectionEnd };
    enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    bool flow = false; ///< of a collection: written in brackets
    TextRange range;   ///< from the anchor or tag on; of a block collection and its end: where it was noticed
    std::string anchor;
    std::string tag; ///< resolved ("!Ref", "tag:yaml.org,2002:str"); empty without one
    std::string value;
};

/// Why the text is no YAML from some place on.
struct YamlFault
{
    std::size_t position = 0;
    std::size_t cause = 0; ///< where what could not be finished begins; `position` when that is the fault itself
    Message message;
};

class YamlEvents
{
public:
    /// `text` is valid UTF-8 without a byte order mark and outlives this.
    explicit YamlEvents(std::string_view text);
    ~YamlEvents();
    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    /// Nothing at the end of the text or at a fault.
    std::optional<YamlEvent> next();
    const std::optional<YamlFault>& fault() const { return m_fault; }

private:
    struct Parser;
    std::size_t byteAt(std::size_t character);
    void noteFault();

    std::string_view m_text;
    std::unique_ptr<Parser> m_parser;
    std::optional<YamlFault> m_fault;
    std::size_t m_character = 0; // libyaml counts characters; this one begins at m_byte
    std::size_t m_byte = 0;
};

} // namespace asl
