#include "core/text/yaml_events.h"

#include <yaml.h>

#include <algorithm>
#include <span>

namespace asl {

struct YamlEvents::Parser
{
    yaml_parser_t parser;
    bool usable = false;
};

namespace {

std::string textOf(const yaml_char_t* text)
{
    return text ? std::string(reinterpret_cast<const char*>(text)) : std::string();
}

YamlEvent::Style styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return YamlEvent::Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return YamlEvent::Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return YamlEvent::Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return YamlEvent::Style::Folded;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
        break;
    }
    return YamlEvent::Style::Plain;
}

/// What libyaml says, and what we say.
struct Words
{
    std::string_view theirs;
    const char* ours;
};

constexpr Words words[] = {
    {"did not find expected key",
     ASL_TEXT("core", "A key with its colon is expected here. Check the indentation of this line.")},
    {"could not find expected ':'", ASL_TEXT("core", "The colon behind this key is missing.")},
    {"mapping values are not allowed in this context",
     ASL_TEXT("core",
              "\"key: value\" cannot stand here. Check the indentation, or put a text that holds a colon in quotes.")},
    {"did not find expected '-' indicator",
     ASL_TEXT("core", "An item of the list above, with its \"-\", is expected here. Check the indentation.")},
    {"block sequence entries are not allowed in this context",
     ASL_TEXT("core", "An item with \"-\" cannot stand here. Begin a line with it.")},
    {"did not find expected ',' or ']'", ASL_TEXT("core", "A comma or ] is expected here.")},
    {"did not find expected ',' or '}'", ASL_TEXT("core", "A comma or } is expected here.")},
    {"found unexpected end of stream", ASL_TEXT("core", "The quote that closes this text is missing.")},
    {"found unexpected document indicator", ASL_TEXT("core", "The quote that closes this text is missing.")},
    {"found unknown escape character",
     ASL_TEXT("core", "YAML does not know this escape. Write \\\\ for a backslash, or use single quotes.")},
    {"found a tab character where an indentation space is expected",
     ASL_TEXT("core", "YAML allows no tabs in the indentation. Use spaces.")},
    {"found a tab character that violates indentation",
     ASL_TEXT("core", "YAML allows no tabs in the indentation. Use spaces.")},
    {"control characters are not allowed",
     ASL_TEXT("core", "Control characters are not allowed in YAML. Write an escape in double quotes.")},
    {"did not find expected <document start>",
     ASL_TEXT("core", "The value ends above; this line belongs to nothing. Check its indentation.")},
    {"found undefined tag handle", ASL_TEXT("core", "The prefix of this tag is not declared.")},
    {"found duplicate %YAML directive", ASL_TEXT("core", "The %YAML directive stands twice.")},
    {"found incompatible YAML document", ASL_TEXT("core", "This version of YAML is not known.")},
};

} // namespace

YamlEvents::YamlEvents(std::string_view text) : m_text(text), m_parser(std::make_unique<Parser>())
{
    m_parser->usable = yaml_parser_initialize(&m_parser->parser) == 1;
    if (!m_parser->usable) {
        m_fault = YamlFault{0, 0, ASL_TEXT("core", "There is not enough memory to read the text.")};
        return;
    }
    yaml_parser_set_encoding(&m_parser->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&m_parser->parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

YamlEvents::~YamlEvents()
{
    if (m_parser->usable)
        yaml_parser_delete(&m_parser->parser);
}

std::size_t YamlEvents::byteAt(std::size_t character)
{
    if (character < m_character)
        m_character = m_byte = 0;
    for (; m_character < character && m_byte < m_text.size(); ++m_character) {
        ++m_byte;
        while (m_byte < m_text.size() && (static_cast<unsigned char>(m_text[m_byte]) & 0xC0) == 0x80)
            ++m_byte;
    }
    return m_byte;
}

void YamlEvents::noteFault()
{
    const yaml_parser_t& parser = m_parser->parser;
    const std::string_view problem = parser.problem ? parser.problem : "";
    YamlFault fault;
    if (parser.error == YAML_READER_ERROR) {
        fault.position = fault.cause = std::min(parser.problem_offset, m_text.size());
    } else {
        fault.position = byteAt(parser.problem_mark.index);
        const std::string_view context = parser.context ? parser.context : "";
        fault.cause = context.starts_with("while scanning") ? byteAt(parser.context_mark.index) : fault.position;
    }
    const auto known =
        std::find_if(std::begin(words), std::end(words), [&](const Words& row) { return row.theirs == problem; });
    const char here = fault.position < m_text.size() ? m_text[fault.position] : '\0';
    if (problem == "found character that cannot start any token" && here == '\t')
        fault.message = ASL_TEXT("core", "YAML allows no tabs in the indentation. Use spaces.");
    else if (problem == "found character that cannot start any token")
        fault.message = {ASL_TEXT("core", "A value cannot begin with %1. Put the text in quotes."),
                         {std::string(1, here)}};
    else if (known != std::end(words))
        fault.message = known->ours;
    else
        fault.message = {ASL_TEXT("core", "This is no YAML: %1."),
                         {std::string(problem.empty() ? "out of memory" : problem)}};
    m_fault = std::move(fault);
}

std::optional<YamlEvent> YamlEvents::next()
{
    while (!m_fault) {
        yaml_event_t event;
        if (yaml_parser_parse(&m_parser->parser, &event) != 1) {
            noteFault();
            break;
        }
        YamlEvent found;
        bool told = true;
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            found.kind = YamlEvent::Kind::DocumentStart;
            break;
        case YAML_ALIAS_EVENT:
            found.kind = YamlEvent::Kind::Alias;
            found.anchor = textOf(event.data.alias.anchor);
            break;
        case YAML_SCALAR_EVENT:
            found.kind = YamlEvent::Kind::Scalar;
            found.style = styleOf(event.data.scalar.style);
            found.anchor = textOf(event.data.scalar.anchor);
            found.tag = textOf(event.data.scalar.tag);
            found.value.assign(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
            break;
        case YAML_SEQUENCE_START_EVENT:
            found.kind = YamlEvent::Kind::SequenceStart;
            found.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
            found.anchor = textOf(event.data.sequence_start.anchor);
            found.tag = textOf(event.data.sequence_start.tag);
            break;
        case YAML_MAPPING_START_EVENT:
            found.kind = YamlEvent::Kind::MappingStart;
            found.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
            found.anchor = textOf(event.data.mapping_start.anchor);
            found.tag = textOf(event.data.mapping_start.tag);
            break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            found.kind = YamlEvent::Kind::CollectionEnd;
            break;
        case YAML_STREAM_END_EVENT:
        case YAML_NO_EVENT:
            yaml_event_delete(&event);
            return std::nullopt;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            told = false;
            break;
        }
        if (told)
            found.range = {byteAt(event.start_mark.index), byteAt(event.end_mark.index)};
        yaml_event_delete(&event);
        if (told)
            return found;
    }
    return std::nullopt;
}

} // namespace asl
