// Reading fields for compile().

#include "core/execution/field_reader.h"

#include <algorithm>

namespace asl {

FieldReader::FieldReader(const SyntaxTree& tree, const CompileOptions& options, std::vector<CompileProblem>& problems)
    : m_tree(tree), m_options(options), m_problems(problems), m_tokens(tokens(tree))
{
}

void FieldReader::invalid(NodeId place, Message message)
{
    m_problems.push_back({CompileProblem::Kind::Invalid, m_tree.node(place).memberRange(), std::move(message), {}});
}

void FieldReader::unsupported(NodeId place, Message message)
{
    m_problems.push_back({CompileProblem::Kind::Unsupported, m_tree.node(place).memberRange(), std::move(message), {}});
}

bool FieldReader::tokensHaveValues(NodeId node)
{
    const TextRange range = m_tree.node(node).range();
    bool complete = true;
    auto token = std::lower_bound(m_tokens.begin(), m_tokens.end(), range.begin,
                                  [](const Token& a, std::size_t begin) { return a.range.begin < begin; });
    for (; token != m_tokens.end() && token->range.begin < range.end; ++token) {
        if (m_options.tokens && m_options.tokens->contains(token->name))
            continue;
        complete = false;
        if (m_missing.insert(token->name).second)
            m_problems.push_back({CompileProblem::Kind::MissingToken, token->range,
                                  {ASL_TEXT("core", "${%1} has no value. Give it one to run this definition."), {token->name}},
                                  token->name});
    }
    return complete;
}

std::optional<Data> FieldReader::valueOf(NodeId node)
{
    if (!tokensHaveValues(node))
        return {};
    Result<Data> value = data::fromSyntax(m_tree, node, m_options.tokens);
    if (!value) {
        invalid(node, value.error().message);
        return {};
    }
    return *std::move(value);
}

std::optional<Data> FieldReader::value(NodeId object, std::string_view field)
{
    const NodeId node = m_tree.find(object, field);
    return node == noNode ? std::nullopt : valueOf(node);
}

std::optional<std::string> FieldReader::text(NodeId object, std::string_view field)
{
    const std::optional<Data> found = value(object, field);
    if (!found)
        return {};
    if (!found->isString()) {
        invalid(m_tree.find(object, field), {ASL_TEXT("core", "\"%1\" must be a string."), {std::string(field)}});
        return {};
    }
    return std::string(found->text());
}

std::optional<double> FieldReader::number(NodeId object, std::string_view field)
{
    const std::optional<Data> found = value(object, field);
    if (!found)
        return {};
    if (!found->isNumber()) {
        invalid(m_tree.find(object, field), {ASL_TEXT("core", "\"%1\" must be a number."), {std::string(field)}});
        return {};
    }
    return found->asDouble();
}

std::optional<std::int64_t> FieldReader::wholeNumber(NodeId object, std::string_view field)
{
    constexpr double largest = 1e12;
    const std::optional<double> found = number(object, field);
    return found ? std::optional(static_cast<std::int64_t>(std::clamp(*found, -largest, largest))) : std::nullopt;
}

std::optional<query::JsonPath> FieldReader::compiled(NodeId place, std::string_view text)
{
    auto path = query::JsonPath::compile(text);
    if (!path) {
        invalid(place, {ASL_TEXT("core", "\"%1\" is not a path: %2"), {std::string(text), path.error().message}});
        return {};
    }
    m_uses.context |= text.starts_with("$$");
    return *std::move(path);
}

std::optional<query::PayloadTemplate> FieldReader::compiled(NodeId place, const Data& json)
{
    auto compiledTemplate = query::PayloadTemplate::compile(json);
    if (!compiledTemplate) {
        invalid(place, {ASL_TEXT("core", "%1"), {compiledTemplate.error().message}});
        return {};
    }
    m_uses.context |= m_tree.raw(place).find("$$") != std::string_view::npos;
    return *std::move(compiledTemplate);
}

std::optional<query::JsonPath> FieldReader::jsonPath(NodeId object, std::string_view field)
{
    const std::optional<std::string> found = text(object, field);
    return found ? compiled(m_tree.find(object, field), *found) : std::nullopt;
}

PathField FieldReader::path(NodeId object, std::string_view field)
{
    const NodeId node = m_tree.find(object, field);
    if (node == noNode)
        return {};
    if (m_tree.kind(node) == NodeKind::Null)
        return {PathField::Kind::Null, {}};
    auto path = jsonPath(object, field);
    return path ? PathField{PathField::Kind::Path, std::move(path)} : PathField{};
}

ResultPathField FieldReader::resultPath(NodeId object)
{
    const NodeId node = m_tree.find(object, "ResultPath");
    if (node == noNode)
        return {};
    if (m_tree.kind(node) == NodeKind::Null)
        return {PathField::Kind::Null, {}};
    const std::optional<std::string> found = text(object, "ResultPath");
    if (!found)
        return {};
    auto path = query::ReferencePath::compile(*found);
    if (!path) {
        invalid(node, {ASL_TEXT("core", "\"%1\" is not a Reference Path: %2"), {*found, path.error().message}});
        return {};
    }
    return {PathField::Kind::Path, *std::move(path)};
}

std::optional<ValueTemplate> FieldReader::valueTemplate(NodeId object, std::string_view field, QueryLanguage language, const std::string& location)
{
    if (language == QueryLanguage::JSONata) {
        auto computed = jsonata(object, field, location);
        return computed ? std::optional<ValueTemplate>(*std::move(computed)) : std::nullopt;
    }
    const std::optional<Data> json = value(object, field);
    auto payloadTemplate = json ? compiled(m_tree.find(object, field), *json) : std::nullopt;
    return payloadTemplate ? std::optional<ValueTemplate>(*std::move(payloadTemplate)) : std::nullopt;
}

std::optional<JsonataTemplate> FieldReader::jsonata(NodeId object, std::string_view field, const std::string& location)
{
    const std::optional<Data> json = value(object, field);
    if (!json)
        return {};
    const NodeId node = m_tree.find(object, field);
    auto computed = JsonataTemplate::compile(*json, location.empty() ? std::string(field) : location);
    if (!computed) {
        invalid(node, {ASL_TEXT("core", "A JSONata expression in \"%1\" cannot be read: %2"), {std::string(field), computed.error().message}});
        return {};
    }
    const std::string_view raw = m_tree.raw(node);
    m_uses.states |= raw.find("states") != std::string_view::npos;
    // `context` may be read by its name or with the whole of $states.
    for (std::size_t at = raw.find("states"); at != std::string_view::npos; at = raw.find("states", at + 1)) {
        const std::string_view after = raw.substr(at + 6);
        m_uses.context |= !after.starts_with(".input") && !after.starts_with(".result") && !after.starts_with(".errorOutput");
    }
    return *std::move(computed);
}

bool FieldReader::isExpression(NodeId object, std::string_view field) const
{
    const NodeId node = m_tree.find(object, field);
    return node != noNode && m_tree.kind(node) == NodeKind::String && m_tree.raw(node).starts_with("\"{%");
}

std::vector<std::string> FieldReader::texts(NodeId object, std::string_view field)
{
    std::vector<std::string> result;
    const std::optional<Data> found = value(object, field);
    const std::span<const Data> items = found ? found->items() : std::span<const Data>();
    for (const Data& item : items)
        if (item.isString())
            result.emplace_back(item.text());
    if (found && (items.empty() || result.size() != items.size()))
        invalid(m_tree.find(object, field), {ASL_TEXT("core", "\"%1\" must be a list of strings that is not empty."), {std::string(field)}});
    return result;
}

NumberField FieldReader::numberField(NodeId object, const std::string& field, QueryLanguage language)
{
    const std::string pathField = field + "Path";
    if (language == QueryLanguage::JSONata && isExpression(object, field))
        return {field, {}, {}, jsonata(object, field)};
    if (m_tree.find(object, pathField) != noNode)
        return {pathField, {}, jsonPath(object, pathField), {}};
    return {field, number(object, field), {}, {}};
}

TextField FieldReader::textField(NodeId object, const std::string& field, QueryLanguage language)
{
    const std::string pathField = field + "Path";
    if (language == QueryLanguage::JSONata && isExpression(object, field))
        return {field, {}, {}, {}, jsonata(object, field)};
    const NodeId node = m_tree.find(object, pathField);
    if (node == noNode)
        return {field, text(object, field), {}, {}, {}};
    const std::optional<std::string> expression = text(object, pathField);
    if (!expression)
        return {};
    if (expression->starts_with('$'))
        return {pathField, {}, compiled(node, *expression), {}, {}};
    return {pathField, {}, {}, compiled(node, Data::object({{Data::string("value.$"), Data::string(*expression)}})), {}};
}

} // namespace asl
