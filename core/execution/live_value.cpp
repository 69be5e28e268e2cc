// Trying out the expressions of one field.

#include "core/execution/live_value.h"

#include "core/execution/data_flow.h"
#include "core/execution/live_world.h"
#include "core/execution/states/work.h"
#include "core/query/intrinsics.h"
#include "core/support/utf8.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::size_t longestMessage = 400; ///< bytes; some of the engine's words quote the whole input

/// Where a field stands in the tables of the language.
struct Spot
{
    const Field* field = nullptr;          ///< null: a Choice Rule itself
    ObjectType object = ObjectType::State; ///< that holds the field
    std::string parent;                    ///< pointer of what holds the value
    std::string key;                       ///< of the value; deep inside a template its innermost key
};

std::vector<std::string> stepsOf(std::string_view pointer)
{
    std::vector<std::string> steps;
    for (std::size_t begin = pointer.find('/'); begin != std::string_view::npos;) {
        const std::size_t end = pointer.find('/', begin + 1);
        std::string step(pointer.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
        for (const auto& [escape, character] : {std::pair<std::string_view, char>("~1", '/'), {"~0", '~'}})
            for (std::size_t at = step.find(escape); at != std::string::npos; at = step.find(escape, at + 1))
                step.replace(at, 2, 1, character);
        steps.push_back(std::move(step));
        begin = end;
    }
    return steps;
}

std::optional<Spot> spotOf(const SyntaxTree& tree, const State& state, std::string_view pointer)
{
    const std::string base = tree.pointer(state.node);
    if (!state.type || !pointer.starts_with(base))
        return {};
    const std::vector<std::string> steps = stepsOf(pointer.substr(base.size()));
    Spot spot;
    spot.parent = pointer.substr(0, pointer.rfind('/'));
    std::span<const Field> fields = info(*state.type).fields;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        spot.key = steps[i];
        spot.field = findField(fields, steps[i]);
        const bool isList = spot.field && spot.field->shape == Shape::ObjectList;
        if (!spot.field || (!isList && spot.field->shape != Shape::Object)) {
            spot.key = steps.back();
            return spot.field ? std::optional(spot) : std::nullopt;
        }
        spot.object = spot.field->object;
        fields = info(spot.object).fields;
        i += isList ? 1 : 0;
    }
    spot.field = nullptr;
    const bool isRule = spot.object == ObjectType::ChoiceRule || spot.object == ObjectType::NestedRule;
    return isRule ? std::optional(spot) : std::nullopt;
}

std::string shortened(std::string text)
{
    if (text.size() <= longestMessage)
        return text;
    std::size_t end = longestMessage;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

bool isUtf8Start(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// The character of `text` at a byte, from 1.
std::size_t columnAt(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    return 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), isUtf8Start));
}

class Trial
{
public:
    Trial(const LiveWorld& world, const Spot& spot)
        : m_world(world), m_spot(spot), m_sees(spot.field ? whatIsSeen(*spot.field, world.state().type.value_or(StateType::Pass)) : Sees::Input) {}

    LiveValue path(const std::string& text) const
    {
        const auto compiled = query::JsonPath::compile(text);
        if (!compiled)
            return unreadable(text, compiled.error(), compiled.error().position);
        LiveValue unknown;
        if ((needsRoot(text) || m_world.isBlank()) && !root(unknown))
            return unknown;
        const LiveWorld::Visit visit(m_world, m_sees, m_spot.object);
        const auto value = evaluated(*compiled, m_root, visit);
        if (value)
            return found(*value);
        if (value.error().code == "not-found" && mayBeAbsent())
            return {.kind = LiveValue::Kind::Nothing};
        return problem({.failure = {errors::runtime, "Invalid path '" + text + "' : " + value.error().message}});
    }

    LiveValue pathOrCall(const std::string& text) const
    {
        if (text.starts_with('$'))
            return path(text);
        const auto call = query::IntrinsicCall::compile(text);
        return call ? member(text) : unreadable(text, call.error(), call.error().position);
    }

    /// Under a key that ends in .$; the engine names it in what it says.
    LiveValue templateMember(const std::string& text) const
    {
        if (!text.starts_with('$'))
            return pathOrCall(text);
        const auto compiled = query::JsonPath::compile(text);
        return compiled ? member(text) : unreadable(text, compiled.error(), compiled.error().position);
    }

    /// What is put there.
    LiveValue placeToWrite(const std::string& text) const
    {
        const auto place = query::ReferencePath::compile(text);
        if (!place)
            return unreadable(text, place.error(), place.error().position);
        LiveValue unknown;
        const LiveWorld::Known raw = m_world.input();
        if (!raw.isKnown())
            return {.kind = LiveValue::Kind::Unknown, .message = raw.why};
        if (!root(unknown))
            return unknown;
        auto whole = merged({PathField::Kind::Path, *place}, raw.value, m_root);
        return whole ? found(m_root) : problem(whole.fault());
    }

    LiveValue jsonata(const std::string& text) const
    {
        constexpr std::string_view blanks = " \t\r\n";
        const std::string_view inside = std::string_view(text).substr(2, text.size() - 4);
        const std::size_t begin = std::min(inside.find_first_not_of(blanks), inside.size());
        const std::size_t end = inside.find_last_not_of(blanks);
        const std::string_view expression = inside.substr(begin, end == std::string_view::npos ? 0 : end - begin + 1);
        const auto compiled = query::Jsonata::compile(expression, query::JsonataDialect::StepFunctions);
        if (!compiled)
            return unreadable(text, compiled.error(), byteOf(compiled.error(), begin + 2));
        if (const Message why = missingFor(expression); !why.literal.empty())
            return {.kind = LiveValue::Kind::Unknown, .message = why};
        const LiveWorld::Visit visit(m_world, m_sees, m_spot.object);
        auto limits = query::JsonataLimits::of(query::JsonataDialect::StepFunctions);
        limits.milliseconds = LiveEvaluation::milliseconds;
        const auto value = compiled->evaluate(Data(), visit, limits);
        if (!value) {
            LiveValue wrong = said(value.error(), text, byteOf(value.error(), begin + 2));
            wrong.code = value.error().code.empty() ? errors::queryEvaluation : value.error().code;
            return wrong;
        }
        const JsonataExpression described{*compiled, std::string(expression), m_spot.key};
        if (value->isUndefined() || value->isFunction()) {
            auto fault = described.evaluate(visit);
            return fault ? found(*fault) : problem(fault.fault());
        }
        const std::string_view expected = expectedType();
        return expected.empty() || isOf(expected, *value) ? found(*value) : problem(described.unexpectedType(expected, *value));
    }

    LiveValue rule(const RuleProgram& program) const
    {
        const LiveWorld::Known input = m_world.seen(Sees::Input, m_spot.object);
        if (!input.isKnown())
            return {.kind = LiveValue::Kind::Unknown, .message = input.why};
        const LiveWorld::Visit visit(m_world, Sees::Input, m_spot.object);
        auto holds = isTrue(program, input.value, visit);
        return holds ? found(Data::boolean(*holds)) : problem(holds.fault());
    }

private:
    static LiveValue found(const Data& value) { return {.value = value}; }

    static LiveValue problem(const Fault& fault)
    {
        LiveValue result;
        result.kind = LiveValue::Kind::Problem;
        result.message = {ASL_TEXT("core", "%1"), {shortened(fault.failure.cause.value_or(""))}};
        result.code = fault.failure.error.value_or("");
        return result;
    }

    /// `byte` of the text is to blame; beyond it: none in particular.
    static LiveValue said(const query::QueryError& error, std::string_view text, std::optional<std::size_t> byte)
    {
        LiveValue result;
        result.kind = LiveValue::Kind::Problem;
        result.message = {ASL_TEXT("core", "%1"), {shortened(error.message)}};
        result.code = error.code;
        result.column = byte ? columnAt(text, *byte) : 0;
        return result;
    }

    static LiveValue unreadable(std::string_view text, const query::QueryError& error, std::optional<std::size_t> byte)
    {
        LiveValue result = said(error, text, byte);
        result.isUnreadable = true;
        if (result.code.starts_with("invalid-"))
            result.code.clear();
        return result;
    }

    /// JSONata says where a token ends; its last character is meant.
    static std::optional<std::size_t> byteOf(const query::QueryError& error, std::size_t before)
    {
        return before + (error.position > 0 ? error.position - 1 : 0);
    }

    static bool needsRoot(std::string_view path) { return path == "$" || path.starts_with("$.") || path.starts_with("$["); }

    bool root(LiveValue& unknown) const
    {
        LiveWorld::Known known = m_world.seen(m_sees, m_spot.object);
        unknown = {.kind = LiveValue::Kind::Unknown, .message = known.why};
        m_root = std::move(known.value);
        return !m_root.isUndefined();
    }

    /// One member of a payload template, so that the engine's own words name the key.
    LiveValue member(const std::string& text) const
    {
        LiveValue unknown;
        const bool fromRoot = !text.starts_with('$') || needsRoot(text);
        if (!root(unknown) && (fromRoot || m_world.isBlank()))
            return unknown;
        const std::string key = m_key.ends_with(".$") ? m_key : "value.$";
        const auto compiled = query::PayloadTemplate::compile(Data::object({{Data::string(key), Data::string(text)}}));
        if (!compiled)
            return unreadable(text, compiled.error(), compiled.error().position);
        const LiveWorld::Visit visit(m_world, m_sees, m_spot.object);
        auto value = templated(ValueTemplate(*compiled), m_root, visit);
        return value ? found(value->members()[0].value) : problem(value.fault());
    }

    bool mayBeAbsent() const
    {
        const auto parent = m_world.tree().atPointer(m_spot.parent);
        return parent && m_spot.key == "Variable" && m_world.tree().find(*parent, "IsPresent") != noNode;
    }

    /// Why a JSONata expression cannot be tried; empty when what it reads is known.
    Message missingFor(std::string_view expression) const
    {
        const bool afterwards = m_sees == Sees::Result;
        const bool isCatcher = m_spot.object == ObjectType::Catcher;
        if (m_world.isBlank())
            return m_world.input().why;
        for (std::size_t at = expression.find("states"); at != std::string_view::npos && afterwards; at = expression.find("states", at + 1)) {
            const std::string_view part = expression.substr(at + 6);
            if (part.starts_with(".input") || part.starts_with(".context"))
                continue;
            const LiveWorld::Known read = isCatcher ? m_world.caught() : m_world.hasResult() ? m_world.result() : m_world.input();
            if (!read.isKnown())
                return read.why;
        }
        return {};
    }

    /// What the machine wants of a field that is one expression; empty: any value.
    std::string_view expectedType() const
    {
        switch (m_place.empty() ? m_spot.field->shape : Shape::AnyJson) {
        case Shape::WholeNumber:
        case Shape::Number: return "number";
        case Shape::Expression: return "boolean";
        case Shape::Text:
        case Shape::LongText:
        case Shape::Timestamp: return "string";
        case Shape::ItemsExpression: return m_world.state().distributed ? "" : "array";
        default: return {};
        }
    }

    static bool isOf(std::string_view type, const Data& value)
    {
        return (type == "number" && value.isNumber()) || (type == "boolean" && value.isBoolean()) || (type == "string" && value.isString())
            || (type == "array" && value.isArray());
    }

public:
    /// The expression that is tried next: where it is in the field, and under which key.
    void at(std::string place, std::string key)
    {
        m_place = std::move(place);
        m_key = std::move(key);
    }

private:
    const LiveWorld& m_world;
    const Spot& m_spot;
    Sees m_sees;
    std::string m_place;
    std::string m_key;
    mutable Data m_root;
};

} // namespace

struct LiveEvaluation::Private
{
    LiveWorld world;
};

LiveEvaluation::LiveEvaluation(SnapshotPointer snapshot, StateId state, KnownData known, const data::TokenValues& tokens, const query::Platform& platform)
    : d(new Private{LiveWorld(std::move(snapshot), state, std::move(known), tokens, platform)})
{
}

LiveEvaluation::~LiveEvaluation() = default;

namespace {

/// How the string at `node` is tried; nothing when it is no expression.
using Attempt = LiveValue (Trial::*)(const std::string&) const;
Attempt attemptFor(ExpressionForm form, bool isWhole, std::string_view key, std::string_view text)
{
    switch (form) {
    case ExpressionForm::None: break;
    case ExpressionForm::Path: return isWhole ? &Trial::path : nullptr;
    case ExpressionForm::PlaceToWrite: return isWhole ? &Trial::placeToWrite : nullptr;
    case ExpressionForm::PathOrCall: return isWhole ? &Trial::pathOrCall : nullptr;
    case ExpressionForm::Template: return key.ends_with(".$") ? &Trial::templateMember : nullptr;
    case ExpressionForm::JSONata: return text.size() >= 4 && text.starts_with("{%") && text.ends_with("%}") ? &Trial::jsonata : nullptr;
    }
    return nullptr;
}

} // namespace

std::vector<LiveValue> LiveEvaluation::values(std::string_view pointer, const std::optional<std::string>& typed,
                                              const std::stop_token& stop) const
{
    std::vector<LiveValue> result;
    const LiveWorld& world = d->world;
    const auto spot = spotOf(world.tree(), world.state(), pointer);
    if (!spot)
        return result;
    Trial trial(world, *spot);
    if (!spot->field) {
        const auto node = world.tree().atPointer(pointer);
        const auto rule = node && world.state().language == QueryLanguage::JSONPath
            ? world.readField([&](FieldReader& reader) { return readRule(reader, *node); }) : std::nullopt;
        if (rule)
            result.push_back(trial.rule(*rule));
        return result;
    }
    const ExpressionForm form = expressionForm(*spot->field, world.state().language);
    if (form == ExpressionForm::None)
        return result;
    const std::optional<SyntaxTree> typedTree = typed ? std::optional(SyntaxTree::parse(*typed)) : std::nullopt;
    const SyntaxTree& tree = typedTree ? *typedTree : world.tree();
    const std::optional<NodeId> field = typedTree ? std::optional(tree.root()) : tree.atPointer(pointer);
    if (!field)
        return result;
    const auto isInside = [&](NodeId node) { return node == *field || tree.node(node).begin < tree.node(*field).end; };
    const std::size_t above = tree.pointer(*field).size();
    for (NodeId node = *field; node < tree.size() && isInside(node) && result.size() < mostExpressions && !stop.stop_requested(); ++node) {
        if (tree.kind(node) != NodeKind::String)
            continue;
        const bool isWhole = node == *field;
        const std::string key = isWhole ? spot->key : tree.key(node);
        const auto content = data::fromSyntax(tree, node, &world.tokens());
        const std::string text = content ? std::string(content->text()) : tree.stringValue(node);
        const Attempt attempt = attemptFor(form, isWhole, key, text);
        if (!attempt)
            continue;
        const std::string place = isWhole ? std::string() : tree.pointer(node).substr(above + 1);
        trial.at(place, key);
        LiveValue value = content ? (trial.*attempt)(text) : LiveValue{.kind = LiveValue::Kind::Unknown, .message = content.error().message};
        value.place = place;
        value.text = text;
        result.push_back(std::move(value));
    }
    return result;
}

} // namespace asl
