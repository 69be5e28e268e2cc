// JsonPath: the roots of the service around Jayway's engine.

#include "core/query/json_path.h"

#include "core/query/jsonpath/evaluator.h"

#include <algorithm>

namespace asl::query {

namespace {

bool isNameStart(char character)
{
    const auto code = static_cast<unsigned char>(character);
    return code >= 0x80 || character == '_' || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

bool isNamePart(char character)
{
    return isNameStart(character) || (character >= '0' && character <= '9');
}

} // namespace

struct JsonPath::Compiled
{
    enum class Root : std::uint8_t { Data, Context, Variable };
    std::string text;
    Root root = Root::Data;
    std::string variable;
    std::shared_ptr<const jsonpath::PathProgram> program;
};

std::size_t JsonPath::rootLength(std::string_view text)
{
    if (text.starts_with("$$"))
        return 2;
    std::size_t end = std::min<std::size_t>(text.size(), 1);
    if (text.size() > 1 && text[0] == '$' && isNameStart(text[1]))
        while (end < text.size() && isNamePart(text[end]))
            ++end;
    return end;
}

Outcome<JsonPath> JsonPath::compile(std::string_view text)
{
    auto compiled = std::make_shared<Compiled>();
    compiled->text = text;
    std::size_t skipped = 0;
    std::string engineText(text);
    const std::size_t root = rootLength(text);
    if (text.starts_with("$$")) {
        compiled->root = Compiled::Root::Context;
        skipped = 1;
        engineText = text.substr(1);
    } else if (root > 1) {
        compiled->root = Compiled::Root::Variable;
        compiled->variable = text.substr(1, root - 1);
        skipped = root - 1;
        engineText = "$" + std::string(text.substr(root));
    }
    jsonpath::CompileError error;
    compiled->program = jsonpath::compilePath(engineText, error);
    if (!compiled->program)
        return QueryError{"invalid-path", std::move(error.message), error.position + skipped, {}};
    JsonPath path;
    path.m_compiled = std::move(compiled);
    return path;
}

bool JsonPath::isDefinite() const
{
    return m_compiled->program->definite;
}

const std::string& JsonPath::text() const
{
    return m_compiled->text;
}

Outcome<Data> JsonPath::evaluate(const Data& root, const EvaluationContext& context) const
{
    const Data* document = &root;
    if (m_compiled->root == Compiled::Root::Context) {
        if (!context.contextObject)
            return QueryError{"not-found", "There is no context object", 0, {}};
        document = context.contextObject;
    } else if (m_compiled->root == Compiled::Root::Variable) {
        // Without variables a name after `$` is what it is to Jayway: no path.
        if (!context.variables)
            return QueryError{"invalid-path", "Illegal character at position 1 expected '.' or '['", 1, {}};
        const auto found = context.variables->find(m_compiled->variable);
        if (found == context.variables->end())
            return QueryError{"not-found", "No results for path: $" + m_compiled->variable, 0, m_compiled->variable};
        document = &found->second;
    }
    jsonpath::Budget budget;
    jsonpath::Evaluator evaluator(*m_compiled->program, *document, budget);
    Data result;
    switch (evaluator.evaluate(*document, result)) {
    case jsonpath::Status::Ok:
        return result;
    case jsonpath::Status::NotFound:
        return QueryError{"not-found", evaluator.failureText(), 0, evaluator.indexOutside()};
    case jsonpath::Status::Invalid:
        return QueryError{"invalid-path", evaluator.failureText(), 0, {}};
    case jsonpath::Status::OutOfBounds:
    case jsonpath::Status::Failed:
        break;
    }
    return QueryError{"evaluation", evaluator.failureText(), 0, {}};
}

} // namespace asl::query
