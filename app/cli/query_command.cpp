// stepwright-cli query: one expression over data, many as JSON lines, or one many times for its speed.

#include "app/cli/command.h"

#include "app/host/files.h"
#include "app/host/platform.h"
#include "core/data/json.h"
#include "core/query/intrinsics.h"
#include "core/query/json_path.h"
#include "core/query/jsonata.h"
#include "core/support/utf8.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>

namespace designer::cli {

namespace {

using asl::Data;
using asl::query::EvaluationContext;
using asl::query::JsonataDialect;
using asl::query::JsonataLimits;
using asl::query::Outcome;
using asl::query::QueryError;

using Evaluate = std::function<Outcome<Data>(const Data& data, const EvaluationContext& context, const JsonataLimits& limits)>;

Outcome<Evaluate> compiledJsonPath(std::string_view text, JsonataDialect)
{
    auto path = asl::query::JsonPath::compile(text);
    if (!path)
        return path.error();
    return Evaluate([path = *std::move(path)](const Data& data, const EvaluationContext& context, const JsonataLimits&) {
        return path.evaluate(data, context);
    });
}

Outcome<Evaluate> compiledIntrinsic(std::string_view text, JsonataDialect)
{
    auto call = asl::query::IntrinsicCall::compile(text);
    if (!call)
        return call.error();
    return Evaluate([call = *std::move(call)](const Data& data, const EvaluationContext& context, const JsonataLimits&) {
        return call.evaluate(data, context);
    });
}

/// Places in the reference count UTF-16 units.
QueryError inUnits(QueryError error, std::string_view text)
{
    std::size_t units = 0;
    for (std::size_t position = 0; position < std::min(error.position, text.size());)
        units += asl::nextCodePoint(text, position) > 0xFFFF ? 2 : 1;
    error.position = units;
    return error;
}

Outcome<Evaluate> compiledJsonata(std::string_view text, JsonataDialect dialect)
{
    auto expression = asl::query::Jsonata::compile(text, dialect);
    if (!expression)
        return inUnits(expression.error(), text);
    return Evaluate([expression = *std::move(expression)](const Data& data, const EvaluationContext& context, const JsonataLimits& limits) {
        auto value = expression.evaluate(data, context, limits);
        return value ? value : Outcome<Data>(inUnits(value.error(), expression.text()));
    });
}

struct Language
{
    const char* name;
    Outcome<Evaluate> (*compile)(std::string_view text, JsonataDialect dialect);
};

constexpr Language languages[] = {
    {"intrinsic", compiledIntrinsic},
    {"jsonata", compiledJsonata},
    {"jsonpath", compiledJsonPath},
};

/// What every evaluation of this run may look at beside its data.
struct World
{
    asl::query::Platform platform = host::platform();
    std::uint64_t random = QRandomGenerator::global()->generate64();
    std::int64_t now = QDateTime::currentMSecsSinceEpoch();

    EvaluationContext context(const asl::query::Variables* variables)
    {
        EvaluationContext context;
        context.variables = variables;
        context.platform = &platform;
        context.randomState = &random;
        context.nowMilliseconds = now;
        return context;
    }
};

asl::query::Variables variablesOf(const Data& bindings)
{
    asl::query::Variables variables;
    for (const asl::Member& member : bindings.members())
        variables.set(member.key.text(), member.value);
    return variables;
}

Data describedError(const QueryError& error)
{
    asl::ObjectBuilder described;
    described.set("code", Data::string(error.code));
    described.set("message", Data::string(error.message));
    described.set("position", Data::integer(static_cast<std::int64_t>(error.position)));
    if (!error.token.empty())
        described.set("token", Data::string(error.token));
    if (!error.value.isUndefined())
        described.set("value", error.value);
    if (error.index > 0)
        described.set("index", Data::integer(error.index));
    return Data::object({{Data::string("error"), std::move(described).build()}});
}

Data describedAnswer(const Outcome<Data>& outcome)
{
    if (!outcome)
        return describedError(outcome.error());
    if (outcome->isUndefined() || outcome->isFunction())
        return Data::object({{Data::string("undefined"), Data::boolean(true)}});
    return Data::object({{Data::string("result"), *outcome}});
}

asl::Result<Data> readJson(const QString& file)
{
    auto bytes = host::readFile(file);
    if (!bytes)
        return bytes.error();
    auto value = asl::data::parse(*bytes);
    if (!value)
        return asl::Error{placed(file, *bytes, value.error()) + asl::english(value.error().message), {}};
    return value;
}

std::string answerLine(const Language& language, JsonataDialect dialect, const std::string& line, World& world)
{
    const auto request = asl::data::parse(line);
    const Data* expression = request ? request->find("expr") : nullptr;
    if (!expression || !expression->isString()) {
        const std::string why = request ? "A request is an object with the text \"expr\"." : asl::english(request.error().message);
        return asl::data::toJson(describedError({"request", why, 0, {}}));
    }
    const auto evaluate = language.compile(expression->text(), dialect);
    if (!evaluate)
        return asl::data::toJson(describedError(evaluate.error()));
    const Data* data = request->find("data");
    const Data* bindings = request->find("bindings");
    const auto variables = bindings ? variablesOf(*bindings) : asl::query::Variables();
    JsonataLimits limits = JsonataLimits::of(dialect);
    if (const Data* milliseconds = request->find("timelimit"); milliseconds && milliseconds->isNumber())
        limits.milliseconds = static_cast<std::int64_t>(milliseconds->asDouble());
    if (const Data* depth = request->find("depth"); depth && depth->isNumber())
        limits.depth = std::min(limits.depth, static_cast<int>(depth->asDouble()));
    const EvaluationContext context = world.context(bindings ? &variables : nullptr);
    return asl::data::toJson(describedAnswer((*evaluate)(data ? *data : Data(), context, limits)));
}

/// One line to every reader: those that break lines at more than \n see escapes.
std::string asOneLine(std::string json)
{
    constexpr std::pair<std::string_view, std::string_view> breaks[] = {
        {"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};
    for (const auto& [character, escape] : breaks)
        for (std::size_t i = json.find(character); i != std::string::npos; i = json.find(character, i + escape.size()))
            json.replace(i, character.size(), escape);
    return json;
}

int answerLines(const Language& language, JsonataDialect dialect)
{
    World world;
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        print(asOneLine(answerLine(language, dialect, line, world)) + "\n");
        std::fflush(stdout); // who asks may wait for the answer before asking again
    }
    return Success;
}

int measure(const Evaluate& evaluate, const Data& data, const EvaluationContext& context, const JsonataLimits& limits, int count)
{
    using Clock = std::chrono::steady_clock;
    const auto milliseconds = [](Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
    for (int i = 0; i < std::min(count, 1000); ++i)
        if (const auto outcome = evaluate(data, context, limits); !outcome)
            return fail(outcome.error().code + ": " + outcome.error().message);
    const auto begin = Clock::now();
    for (int i = 0; i < count; ++i)
        static_cast<void>(evaluate(data, context, limits));
    const double total = milliseconds(Clock::now() - begin);

    std::vector<double> times;
    for (int i = 0; i < std::min(count, 100000); ++i) {
        const auto start = Clock::now();
        static_cast<void>(evaluate(data, context, limits));
        times.push_back(milliseconds(Clock::now() - start));
    }
    std::sort(times.begin(), times.end());
    const Data report = Data::object({{Data::string("evals_per_s"), Data::number(std::round(count / std::max(total, 1e-6) * 1000))},
                                      {Data::string("median_ms"), Data::number(times[times.size() / 2])},
                                      {Data::string("p95_ms"), Data::number(times[times.size() * 95 / 100])}});
    print(asl::data::toJson(report) + "\n");
    return Success;
}

int answerOne(const Language& language, JsonataDialect dialect, const Arguments& arguments)
{
    Data data;
    asl::query::Variables variables;
    if (arguments.has(QStringLiteral("--data"))) {
        auto read = readJson(arguments.value(QStringLiteral("--data")));
        if (!read)
            return fail(read.error());
        data = *std::move(read);
    }
    if (arguments.has(QStringLiteral("--bindings"))) {
        const auto read = readJson(arguments.value(QStringLiteral("--bindings")));
        if (!read)
            return fail(read.error());
        variables = variablesOf(*read);
    }
    const auto refuse = [](const QueryError& error) {
        fail(error.code + ": " + error.message);
        return AnswerIsNo;
    };
    const auto evaluate = language.compile(arguments.positional.first().toStdString(), dialect);
    if (!evaluate)
        return refuse(evaluate.error());
    World world;
    const EvaluationContext context = world.context(arguments.has(QStringLiteral("--bindings")) ? &variables : nullptr);
    if (arguments.has(QStringLiteral("--bench"))) {
        bool isNumber = false;
        const int count = arguments.value(QStringLiteral("--bench")).toInt(&isNumber);
        if (!isNumber || count < 1)
            return fail("--bench needs a whole number of evaluations, at least 1.");
        return measure(*evaluate, data, context, JsonataLimits::of(dialect), count);
    }
    const auto outcome = (*evaluate)(data, context, JsonataLimits::of(dialect));
    if (!outcome)
        return refuse(outcome.error());
    if (!outcome->isUndefined())
        print(asl::data::toJson(*outcome, asl::data::Layout::Indented) + "\n");
    return Success;
}

} // namespace

int queryCommand(const QStringList& words)
{
    const auto arguments = parseArguments(words,
        {QStringLiteral("--language"), QStringLiteral("--data"), QStringLiteral("--bindings"), QStringLiteral("--bench")},
        {QStringLiteral("--batch"), QStringLiteral("--step-functions")});
    if (!arguments)
        return fail(arguments.error());
    const std::string name = arguments->value(QStringLiteral("--language")).toStdString();
    const JsonataDialect dialect = arguments->has(QStringLiteral("--step-functions")) ? JsonataDialect::StepFunctions : JsonataDialect::Reference;
    std::string names;
    for (const Language& language : languages) {
        names += (names.empty() ? "" : ", ") + std::string(language.name);
        if (name != language.name)
            continue;
        if (arguments->has(QStringLiteral("--batch")))
            return answerLines(language, dialect);
        if (arguments->positional.size() != 1)
            return fail("query needs one EXPRESSION, or --batch and requests on standard input.");
        return answerOne(language, dialect, *arguments);
    }
    return fail("query needs --language with one of: " + names + ".");
}

} // namespace designer::cli
