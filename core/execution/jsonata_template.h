#pragma once
// JsonataTemplate: a field of a JSONata state: JSON in which every string {% … %} is computed.

#include "core/execution/computed.h"
#include "core/query/jsonata.h"

#include <memory>
#include <optional>
#include <string>

namespace asl {

/// One {% … %} and the field it stands in.
struct JsonataExpression
{
    query::Jsonata compiled;
    std::string text;     ///< between the delimiters, without outer blanks
    std::string location; ///< "Output/list[0]"

    Computed<Data> evaluate(const query::EvaluationContext& context) const;
    /// The value is not of the type that the field wants ("array", "number", …).
    Fault unexpectedType(std::string_view expected, const Data& value) const;
};

class JsonataTemplate
{
public:
    /// `location` is the field's name as the service says it: "Output", "Choices[1]/Condition".
    static query::Outcome<JsonataTemplate> compile(const Data& json, const std::string& location);

    Computed<Data> evaluate(const query::EvaluationContext& context) const;
    /// The expression when the whole field is one.
    const JsonataExpression* expression() const;

private:
    struct Node;
    std::shared_ptr<const Node> m_root;
};

/// States.QueryEvaluationError; `location` is the field, empty where none is to blame.
Fault evaluationFault(std::string text, std::string location);

} // namespace asl
