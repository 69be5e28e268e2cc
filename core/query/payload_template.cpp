// Payload templates: what is constant is kept as one shared value, the rest is built anew at each evaluation.

#include "core/query/payload_template.h"

#include "core/data/json.h"
#include "core/query/intrinsics.h"
#include "core/query/json_path.h"

#include <algorithm>
#include <optional>

namespace asl::query {

namespace {

struct Node
{
    enum class Kind : std::uint8_t { Constant, Object, Array, Path, Call };
    Kind kind = Kind::Constant;
    Data constant;
    std::string field; ///< of Path and Call: the key as written
    std::optional<JsonPath> path;
    std::optional<IntrinsicCall> call;
    std::vector<Data> keys; ///< of Object, beside the parts
    std::vector<Node> parts;
};

QueryError definitionError(std::string message, std::string_view key, std::size_t position = 0)
{
    return {"invalid-template", std::move(message), position, std::string(key)};
}

// Native recursion over templates and their values is limited by the depth that Data allows.
class Compiler
{
public:
    std::optional<Node> compile(const Data& json)
    {
        if (json.isObject())
            return compileObject(json);
        Node node;
        node.constant = json;
        if (!json.isArray())
            return node;
        bool constant = true;
        for (const Data& item : json.items()) {
            auto part = compile(item);
            if (!part)
                return std::nullopt;
            constant = constant && part->kind == Node::Kind::Constant;
            node.parts.push_back(std::move(*part));
        }
        return finished(std::move(node), Node::Kind::Array, constant);
    }

    std::optional<QueryError> error;
    std::vector<std::string> intrinsics;

private:
    std::nullopt_t fail(QueryError reason)
    {
        error = std::move(reason);
        return std::nullopt;
    }

    static Node finished(Node node, Node::Kind kind, bool constant)
    {
        node.kind = constant ? Node::Kind::Constant : kind;
        if (constant) {
            node.keys.clear();
            node.parts.clear();
        } else {
            node.constant = Data();
        }
        return node;
    }

    std::optional<Node> compileObject(const Data& json)
    {
        Node node;
        node.constant = json;
        bool constant = true;
        for (const Member& member : json.members()) {
            const std::string_view key = member.key.text();
            const bool computed = key.ends_with(".$");
            const std::string_view name = computed ? key.substr(0, key.size() - 2) : key;
            if (computed && name.empty())
                return fail(definitionError("A field needs a name before \".$\"", key));
            if (computed && json.find(name))
                return fail(definitionError(
                    "The field '" + std::string(name) + "' is given twice: with and without \".$\"", key));
            auto part = computed ? compileExpression(key, member.value) : compile(member.value);
            if (!part)
                return std::nullopt;
            constant = constant && part->kind == Node::Kind::Constant;
            node.keys.push_back(computed ? Data::string(name) : member.key);
            node.parts.push_back(std::move(*part));
        }
        return finished(std::move(node), Node::Kind::Object, constant);
    }

    std::optional<Node> compileExpression(std::string_view key, const Data& value)
    {
        if (!value.isString())
            return fail(definitionError("The value for the field '" + std::string(key) +
                                            "' must be a STRING that contains a JSONPath or an intrinsic function call",
                                        key));
        Node node;
        node.field = key;
        const std::string_view text = value.text();
        if (text.starts_with('$')) {
            auto path = JsonPath::compile(text);
            if (!path)
                return fail(definitionError(path.error().message, key, path.error().position));
            node.kind = Node::Kind::Path;
            node.path = *std::move(path);
            return node;
        }
        auto call = IntrinsicCall::compile(text);
        if (!call)
            return fail(definitionError(call.error().message, key, call.error().position));
        const auto names = call->functions();
        intrinsics.insert(intrinsics.end(), names.begin(), names.end());
        node.kind = Node::Kind::Call;
        node.call = *std::move(call);
        return node;
    }
};

QueryError missing(const std::string& path, const std::string& field, const Data& root)
{
    return {"States.Runtime",
            "The JSONPath '" + path + "' specified for the field '" + field + "' could not be found in the input '" +
                data::toJson(root) + "'",
            0, field};
}

Outcome<Data> evaluatePath(const Node& node, const Data& root, const EvaluationContext& context)
{
    auto value = node.path->evaluate(root, context);
    if (value)
        return value;
    // A path that may name many places names none: the service, unlike Jayway, is content.
    if (value.error().code == "not-found" && !node.path->isDefinite())
        return Data::array({});
    // Nor is it an error to end at an index outside the array, the step that the error names then. Measured on the service by
    // others, for templates only; elsewhere such a path is missing.
    if (value.error().code == "not-found" && value.error().token.starts_with('['))
        return Data::null();
    return missing(node.path->text(), node.field, root);
}

Outcome<Data> evaluateNode(const Node& node, const Data& root, const EvaluationContext& context)
{
    switch (node.kind) {
    case Node::Kind::Constant:
        return node.constant;
    case Node::Kind::Path:
        return evaluatePath(node, root, context);
    case Node::Kind::Call:
        return node.call->evaluate(root, context);
    case Node::Kind::Array:
    case Node::Kind::Object:
        break;
    }
    std::vector<Data> values;
    std::vector<Member> members;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        auto value = evaluateNode(node.parts[i], root, context);
        if (!value)
            return value;
        if (node.kind == Node::Kind::Array)
            values.push_back(*std::move(value));
        else
            members.push_back({node.keys[i], *std::move(value)});
    }
    return node.kind == Node::Kind::Array ? Data::arrayFrom(values) : Data::objectFrom(members);
}

} // namespace

struct PayloadTemplate::Compiled
{
    Node root;
    std::vector<std::string> intrinsics;
};

Outcome<PayloadTemplate> PayloadTemplate::compile(const Data& json)
{
    Compiler compiler;
    auto root = compiler.compile(json);
    if (!root)
        return *compiler.error;
    std::sort(compiler.intrinsics.begin(), compiler.intrinsics.end());
    compiler.intrinsics.erase(std::unique(compiler.intrinsics.begin(), compiler.intrinsics.end()),
                              compiler.intrinsics.end());
    PayloadTemplate payloadTemplate;
    payloadTemplate.m_compiled = std::make_shared<Compiled>(Compiled{std::move(*root), std::move(compiler.intrinsics)});
    return payloadTemplate;
}

Outcome<Data> PayloadTemplate::evaluate(const Data& root, const EvaluationContext& context) const
{
    auto value = evaluateNode(m_compiled->root, root, context);
    if (value && value->depth() > Data::maxDepth)
        return QueryError{"States.Runtime",
                          "The result is nested more than " + std::to_string(Data::maxDepth) + " levels deep",
                          0,
                          {}};
    return value;
}

const std::vector<std::string>& PayloadTemplate::intrinsics() const
{
    return m_compiled->intrinsics;
}

} // namespace asl::query
