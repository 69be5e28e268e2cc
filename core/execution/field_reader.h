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
    /// Cut to what a count or a number of seconds can sensibly be.
    std::optional<std::int64_t> wholeNumber(NodeId object, std::string_view field);
    PathField path(NodeId object, std::string_view field);
    std::optional<query::JsonPath> jsonPath(NodeId object, std::string_view field);
    ResultPathField resultPath(NodeId object);
    /// A payload template in a JSONPath state, JSON with {% … %} in a JSONata state. `location` is what failures of JSONata
    /// call the field; empty: its name.
    std::optional<ValueTemplate> valueTemplate(NodeId object, std::string_view field, QueryLanguage language, const std::string& location = {});
    /// The same where only JSONata computes.
    std::optional<JsonataTemplate> jsonata(NodeId object, std::string_view field, const std::string& location = {});
    /// A {% … %} string stands there.
    bool isExpression(NodeId object, std::string_view field) const;
    std::vector<std::string> texts(NodeId object, std::string_view field);
    /// `field` (JSONata: maybe an expression) or `field` + "Path".
    NumberField numberField(NodeId object, const std::string& field, QueryLanguage language);
    TextField textField(NodeId object, const std::string& field, QueryLanguage language);

    /// What the expressions read since the last call look at.
    struct Uses
    {
        bool context = false;
        bool states = false;
    };
    Uses takeUses() { return std::exchange(m_uses, {}); }

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
    Uses m_uses;
};

} // namespace asl
