#pragma once
// What a YAML scalar means (YAML 1.2, core schema), and how a text is written as one.

#include "core/text/syntax_tree.h"
#include "core/text/yaml_events.h"

#include <string>
#include <string_view>

namespace asl {

/// A scalar as JSON says it.
struct YamlValue
{
    NodeKind kind = NodeKind::Null;
    std::string json;
};

/// What a plain scalar means. `.inf` and `.nan`, which JSON does not have, are texts. Exactly one ${Token} is a
/// Substitution.
YamlValue plainYamlValue(std::string_view text);
/// What a scalar with its quotes and tag means; a tag of one's own (!Ref, !GetAtt) makes it a Substitution.
YamlValue yamlValue(const YamlEvent& scalar);
/// Of a tag that is not YAML's own: the name of the token that stands for its value. !Sub keeps its text.
std::string tokenOfTag(std::string_view tag, std::string_view argument);

/// How a scalar may be written in its place.
struct YamlScalarPlace
{
    bool isKey = false;
    bool inFlow = false;  ///< in a collection with brackets
    bool oneLine = false; ///< no block scalar: something follows in the line
    std::string indent;   ///< of the lines of a block scalar
    std::string lineEnd = "\n";
};

/// A text as a scalar that is read back as the same text. `habit`: the quotes to use where they can hold it.
std::string yamlScalar(std::string_view text, YamlEvent::Style habit, const YamlScalarPlace& place);
/// The style of the scalar that begins with these bytes.
YamlEvent::Style yamlStyleOf(std::string_view source);

} // namespace asl
