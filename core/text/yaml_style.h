#pragma once
// How a YAML text is laid out, and values written in its habits.

#include "core/text/syntax_tree.h"
#include "core/text/yaml_events.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace asl {

struct YamlStyle
{
    std::size_t step = 2;                             ///< blanks of one level
    bool dashesIndented = true;                       ///< the items of a list stand further right than its key
    YamlEvent::Style texts = YamlEvent::Style::Plain; ///< quotes of texts that need none
    YamlEvent::Style keys = YamlEvent::Style::Plain;
    std::string lineEnd = "\n";
    bool oneLineAtEnd =
        false; ///< something follows the value in its last line, so that it does not end in a block scalar
};

/// The habits around `container`: its own, else those of the whole text.
YamlStyle yamlStyleAt(const SyntaxTree& tree, NodeId container);

/// Behind what a value is written.
enum class YamlBehind : std::uint8_t { Nothing, Colon, Dash };

/// A value of a JSON tree as YAML, with the blank or line end that parts it from what stands before it. `indent`: the
/// column of the key or dash.
std::string yamlText(const SyntaxTree& json, NodeId node, const YamlStyle& style, std::size_t indent,
                     YamlBehind behind);
/// A whole JSON text as a YAML text in the usual layout.
/// How functions of CloudFormation ({"Ref": …}) are written: as objects, or as tags (!Ref …).
enum class YamlFunctions : std::uint8_t { AsObjects, AsTags };
std::string yamlDocument(const SyntaxTree& json, YamlFunctions functions = YamlFunctions::AsObjects);
std::string yamlKey(std::string_view key, const YamlStyle& style);

/// Whether the collection is written with brackets.
bool isFlow(const SyntaxTree& tree, NodeId container);
std::size_t yamlColumn(std::string_view text, std::size_t position);

} // namespace asl
