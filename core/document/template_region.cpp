#include "core/document/template_region.h"

#include "core/document/template_values.h"
#include "core/document/trivia.h"
#include "core/text/json_string.h"
#include "core/text/text_style.h"
#include "core/text/yaml_scalar.h"
#include "core/text/yaml_style.h"

#include <algorithm>

namespace asl {

namespace {

Error cannotBeWritten(TextRange range)
{
    return {ASL_TEXT("core", "This definition can be read, but not changed: its text is written in a way that cannot "
                             "be written back. Write it as an object, or in a block (|)."),
            range};
}

// --- objects --------------------------------------------------------------------------------------------------------

/// What stands for a function in the definition: its token, or the text of Fn::Sub.
std::string standIn(const SyntaxTree& tree, const TemplateFunction& function)
{
    NodeId text = function.argument;
    if (function.name == "Sub" && tree.kind(text) == NodeKind::Array && tree.node(text).childCount > 0)
        text = tree.node(text).firstChild;
    if (function.name == "Sub" && tree.kind(text) == NodeKind::String)
        return quoted(tree.stringValue(text));
    return quoted(templateToken(tree, function));
}

/// A value in JSON, with its functions in their long form; nesting is at most SyntaxTree::maxDepth deep.
std::string longForm(const SyntaxTree& tree, NodeId node)
{
    std::string json;
    if (tree.kind(node) == NodeKind::Object || tree.kind(node) == NodeKind::Array) {
        const bool isObject = tree.kind(node) == NodeKind::Object;
        for (const NodeId child : tree.children(node))
            json += (json.empty() ? "" : ", ") + (isObject ? std::string(tree.rawKey(child)) + ": " : std::string()) +
                    longForm(tree, child);
        json = (isObject ? "{" : "[") + json + (isObject ? "}" : "]");
    } else {
        json = tree.raw(node);
    }
    const std::string_view tag = tree.tag(node);
    if (tag.size() < 2)
        return json;
    const std::string name(tag.substr(1));
    if (name == "GetAtt" && tree.kind(node) == NodeKind::String) {
        const std::string text = tree.stringValue(node);
        const std::size_t dot = std::min(text.find('.'), text.size());
        json = "[" + quoted(text.substr(0, dot)) + ", " + quoted(text.substr(std::min(dot + 1, text.size()))) + "]";
    }
    return "{" + quoted(name == "Ref" || name == "Condition" ? name : "Fn::" + name) + ": " + json + "}";
}

/// An alias whose anchor is outside of the definition: the value is put in.
bool isForeignAlias(const SyntaxTree& tree, NodeId node, TextRange definition)
{
    const TextRange range = tree.node(node).range();
    const NodeId parent = tree.node(node).parent;
    if (tree.fixed(node) != Fixed::Alias || parent == noNode || tree.fixed(parent) != Fixed::No ||
        tree.text()[range.begin] != '*')
        return false;
    const std::string anchor = "&" + tree.text().substr(range.begin + 1, range.size() - 1);
    const std::string_view inside =
        std::string_view(tree.text()).substr(definition.begin, range.begin - definition.begin);
    const std::size_t found = inside.find(anchor);
    return found == std::string_view::npos ||
           std::string_view(" \t\r\n,]}").find((std::string(inside) + " ")[found + anchor.size()]) ==
               std::string_view::npos;
}

/// A definition that is an object of the template; functions in their long form are stood in for.
Region objectRegion(const SyntaxTree& tree, NodeId object)
{
    const std::string& text = tree.text();
    const TextRange range = tree.node(object).range();
    const std::string indent = isFlow(tree, object) ? std::string(lineIndent(text, range.begin))
                                                    : std::string(yamlColumn(text, range.begin), ' ');
    Region region(tree.sharedText(), range.begin, RegionCoding::Lines, indent);
    const bool isYaml = tree.syntax() == TextSyntax::Yaml;
    NodeId id = object + 1;
    for (; id < tree.size() && tree.node(id).begin < range.end; ++id) {
        const auto function = tree.tag(id).empty() ? templateFunction(tree, id) : std::nullopt;
        const bool alias = isYaml && isForeignAlias(tree, id, range);
        if ((!function && !alias) || tree.node(id).begin < region.hostEnd() ||
            (function && tree.fixed(id) != Fixed::No))
            continue;
        const TextRange call = tree.node(id).range();
        std::string inner = alias ? std::string(tree.raw(id)) : standIn(tree, *function);
        std::size_t begin = call.begin;
        if (isYaml && trivia::startsLine(text, begin)) { // below its key
            begin = trivia::beforeSpace(text, begin);
            inner = " " + inner;
        }
        region.addLines(begin, false);
        region.addOpaque(inner, call.end - begin, isYaml ? longForm(tree, id) : std::string());
    }
    region.addLines(range.end, false);
    return region;
}

// --- texts ----------------------------------------------------------------------------------------------------------

enum class Body { Plain, Escapes, SingleQuotes, Block, Unknown };

/// How the inside of a string is written, and where it is.
struct Inside
{
    Body body = Body::Unknown;
    TextRange range;
};

Inside insideOf(const SyntaxTree& tree, NodeId node)
{
    const TextRange range = tree.node(node).range();
    const std::string_view source = std::string_view(tree.text()).substr(range.begin, range.size());
    if (source.size() < 2)
        return {};
    const bool lines = trivia::hasLineEnd(source);
    switch (yamlStyleOf(source)) {
    case YamlEvent::Style::DoubleQuoted:
        return {lines ? Body::Unknown : Body::Escapes, {range.begin + 1, range.end - 1}};
    case YamlEvent::Style::SingleQuoted:
        return {lines ? Body::Unknown : Body::SingleQuotes, {range.begin + 1, range.end - 1}};
    case YamlEvent::Style::Plain:
        return {lines ? Body::Unknown : Body::Plain, range};
    case YamlEvent::Style::Literal:
    case YamlEvent::Style::Folded:
        break;
    }
    const std::size_t lineFeed = source.find('\n');
    return {lineFeed == std::string_view::npos ? Body::Unknown : Body::Block,
            {range.begin + std::min(lineFeed, source.size() - 1) + 1, range.end}};
}

/// The inside of a string with backslashes; false when one is not JSON's.
bool addEscaped(Region& region, const std::string& text, TextRange range)
{
    std::size_t at = range.begin;
    while (at < range.end) {
        const std::size_t backslash = std::min(text.find('\\', at), range.end);
        region.addSame(backslash - at);
        if (backslash >= range.end)
            break;
        std::size_t size = 2;
        const char letter = backslash + 1 < range.end ? text[backslash + 1] : '\0';
        if (letter == 'u') {
            size = 6;
            const std::string_view high = std::string_view(text).substr(backslash, 12);
            if (high.size() == 12 && (high[2] | 0x20) == 'd' && (high[3] >= '8') && high.substr(6, 2) == "\\u")
                size = unescaped(high).size() == 4 ? 12 : 6;
        } else if (std::string_view("\"\\/bfnrt").find(letter) == std::string_view::npos) {
            return false;
        }
        if (backslash + size > range.end)
            return false;
        region.addEscape(unescaped(std::string_view(text).substr(backslash, size)), size);
        at = backslash + size;
    }
    return true;
}

void addSingleQuoted(Region& region, const std::string& text, TextRange range)
{
    for (std::size_t at = range.begin; at < range.end;) {
        const std::size_t quote = std::min(text.find('\'', at), range.end);
        region.addSame(quote - at);
        if (quote + 1 < range.end)
            region.addEscape("'", 2);
        at = quote + 2;
    }
}

std::string indentOfBlock(const std::string& text, TextRange lines)
{
    for (std::size_t line = lines.begin; line < lines.end;) {
        const std::size_t end = std::min(text.find('\n', line), lines.end);
        const std::size_t first = std::min(text.find_first_not_of(' ', line), end);
        if (first < end && text[first] != '\r')
            return std::string(first - line, ' ');
        line = end + 1;
    }
    return {};
}

Region textRegion(const SyntaxTree& tree, NodeId node)
{
    const std::string& text = tree.text();
    const Inside inside = insideOf(tree, node);
    const auto readOnly = [&] {
        return Region::readOnly(tree.sharedText(), tree.node(node).range(), tree.stringValue(node),
                                cannotBeWritten(tree.node(node).range()));
    };
    switch (inside.body) {
    case Body::Plain: {
        Region region(tree.sharedText(), inside.range.begin, RegionCoding::Lines, {});
        region.addSame(inside.range.size());
        return region;
    }
    case Body::Escapes: {
        Region region(tree.sharedText(), inside.range.begin, RegionCoding::JsonString, {});
        return addEscaped(region, text, inside.range) ? region : readOnly();
    }
    case Body::SingleQuotes: {
        Region region(tree.sharedText(), inside.range.begin, RegionCoding::SingleQuoted, {});
        addSingleQuoted(region, text, inside.range);
        return region;
    }
    case Body::Block: {
        Region region(tree.sharedText(), inside.range.begin, RegionCoding::Lines, indentOfBlock(text, inside.range));
        region.addLines(inside.range.end, true);
        return region;
    }
    case Body::Unknown:
        break;
    }
    return readOnly();
}

// --- Fn::Join -------------------------------------------------------------------------------------------------------

std::string joined(const SyntaxTree& tree, NodeId parts, const std::string& delimiter)
{
    std::string text;
    bool first = true;
    for (const NodeId part : tree.children(parts)) {
        text += first ? "" : delimiter;
        first = false;
        const auto function = templateFunction(tree, part);
        text += function                              ? templateToken(tree, *function)
                : tree.kind(part) == NodeKind::String ? tree.stringValue(part)
                                                      : std::string(tree.raw(part));
    }
    return text;
}

/// Whether the parts can be written back: texts with escapes, the first and the last of all among them.
bool canBeMapped(const SyntaxTree& tree, NodeId parts, const std::string& delimiter)
{
    if ((delimiter != "" && delimiter != "\n") || tree.node(parts).childCount == 0)
        return false;
    NodeId last = noNode;
    for (const NodeId part : tree.children(parts)) {
        if (!templateFunction(tree, part) &&
            (tree.kind(part) != NodeKind::String || insideOf(tree, part).body != Body::Escapes))
            return false;
        last = part;
    }
    return !templateFunction(tree, tree.node(parts).firstChild) && !templateFunction(tree, last);
}

Result<Region> joinRegion(const SyntaxTree& tree, NodeId list)
{
    const NodeId parts = tree.child(list, 1);
    const NodeId first = tree.child(list, 0);
    if (parts == noNode || tree.kind(parts) != NodeKind::Array || tree.kind(first) != NodeKind::String)
        return Error{ASL_TEXT("core", "Fn::Join takes a text and a list of parts."), tree.node(list).range()};
    const std::string delimiter = tree.stringValue(first);
    const auto readOnly = [&] {
        return Region::readOnly(tree.sharedText(), tree.node(list).range(), joined(tree, parts, delimiter),
                                cannotBeWritten(tree.node(list).range()));
    };
    if (!canBeMapped(tree, parts, delimiter))
        return readOnly();
    Region region(tree.sharedText(), insideOf(tree, tree.node(parts).firstChild).range.begin, RegionCoding::JsonString,
                  {});
    std::string between; // what the functions since the last text stand for
    bool any = false;
    for (const NodeId part : tree.children(parts)) {
        if (part != tree.node(parts).firstChild)
            between += delimiter;
        if (const auto function = templateFunction(tree, part)) {
            between += templateToken(tree, *function);
            any = true;
            continue;
        }
        const TextRange inside = insideOf(tree, part).range;
        const std::size_t gap = inside.begin - region.hostEnd();
        if (gap > 0 && any)
            region.addOpaque(between, gap);
        else if (gap > 0 && !between.empty())
            region.addEscape(between, gap);
        else if (gap > 0)
            region.addGap(gap);
        between.clear();
        any = false;
        if (!addEscaped(region, tree.text(), inside))
            return readOnly();
    }
    return region;
}

} // namespace

Result<Region> definitionRegion(const SyntaxTree& tree, NodeId value)
{
    const auto function = templateFunction(tree, value);
    NodeId text = value;
    if (function && function->name == "Join" && tree.kind(function->argument) == NodeKind::Array)
        return joinRegion(tree, function->argument);
    if (function && function->name == "Sub") {
        text = function->argument;
        if (tree.kind(text) == NodeKind::Array && tree.node(text).childCount > 0)
            text = tree.node(text).firstChild;
    } else if (function) {
        return Error{{ASL_TEXT("core", "The definition is what %1 gives, which is not known before deployment."),
                      {"Fn::" + std::string(function->name)}},
                     tree.node(value).range()};
    }
    if (tree.fixed(text) != Fixed::No)
        return Region::readOnly(
            tree.sharedText(), tree.node(text).range(),
            tree.kind(text) == NodeKind::String ? tree.stringValue(text) : std::string(tree.raw(text)),
            Error{
                ASL_TEXT("core",
                         "This definition comes from an alias and is written elsewhere in the file. Change it there."),
                tree.node(text).range()});
    if (tree.kind(text) == NodeKind::Object)
        return objectRegion(tree, text);
    if (tree.kind(text) == NodeKind::String)
        return textRegion(tree, text);
    return Error{ASL_TEXT("core", "The definition is neither an object nor a text."), tree.node(value).range()};
}

} // namespace asl
