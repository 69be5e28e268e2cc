#pragma once
// FieldReader: reads the fields of a definition for compile(): values with their ${Tokens} filled in, expressions
// compiled, and every problem noted with its place.

#include "core/execution/compiled_program.h"

#include <set>
#include <string_view>

namespace asl {

class FieldReader
{
public:
    FieldReader(const SyntaxTree& tree, const CompileOptions& options, std::vector<CompileProblem>& problems);

    const SyntaxTree& tree() const { return m_tree; }
    void invalid(NodeId place, Message message);
    void unsupported(NodeId place, Message message);

    /// Empty when absent or when it has a problem, which is noted.
    std::optional<Data> value(NodeId object, std::string_view field);
    std::optional<std::string> text(NodeId object, std::string_view field);
    std::optional<double> number(NodeId object, std::string_view field);
    PathField path(NodeId object, std::string_view field);
    std::optional<query::JsonPath> jsonPath(NodeId object, std::string_view field);
    ResultPathField resultPath(NodeId object);
    std::optional<query::PayloadTemplate> payloadTemplate(NodeId object, std::string_view field);
    std::vector<std::string> texts(NodeId object, std::string_view field);
    /// `field` or `field` + "Path".
    NumberField numberField(NodeId object, const std::string& field);
    TextField textField(NodeId object, const std::string& field);

    /// Whether an expression read since the last call reads the Context object.
    bool takeUsesContext() { return std::exchange(m_usesContext, false); }

private:
    std::optional<Data> valueOf(NodeId node);
    bool tokensHaveValues(NodeId node);
    std::optional<query::JsonPath> compiled(NodeId place, std::string_view text);
    std::optional<query::PayloadTemplate> compiled(NodeId place, const Data& json);

    const SyntaxTree& m_tree;
    const CompileOptions& m_options;
    std::vector<CompileProblem>& m_problems;
    std::vector<Token> m_tokens;
    std::set<std::string> m_missing; ///< tokens already complained about
    bool m_usesContext = false;
};

} // namespace asl
