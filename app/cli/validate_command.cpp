// stepwright-cli validate: checks definitions and says what is wrong where.

#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/host/files.h"
#include "core/document/export.h"
#include "core/validation/service_answer.h"
#include "core/validation/validate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace designer::cli {

namespace {

using asl::Diagnostic;
using asl::Severity;
using nlohmann::ordered_json;

struct Options
{
    QString format = QStringLiteral("text");
    asl::MachineType type = asl::MachineType::Standard;
    std::optional<Severity> least;
    asl::data::TokenValues values;
};

struct Report
{
    QString path;
    asl::SnapshotPointer snapshot;
    std::vector<Diagnostic> diagnostics;

    bool valid() const
    {
        return std::none_of(diagnostics.begin(), diagnostics.end(),
                            [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; });
    }
};

const char* word(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
    }
    return "";
}

asl::Result<Severity> severityOf(const QString& name)
{
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
        if (name == QLatin1String(word(severity)))
            return severity;
    return asl::Error{{"--severity %1: it is error, warning or info.", {name.toStdString()}}, {}};
}

asl::Result<Options> readOptions(const Arguments& arguments)
{
    Options options;
    options.format = arguments.value(QStringLiteral("--format"), options.format);
    const QStringList formats = {QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("aws")};
    if (!formats.contains(options.format))
        return asl::Error{{"--format %1: it is text, json or aws.", {options.format.toStdString()}}, {}};
    const auto type = machineTypeOf(arguments);
    if (!type)
        return type.error();
    options.type = *type;
    if (arguments.has(QStringLiteral("--severity"))) {
        const auto severity = severityOf(arguments.value(QStringLiteral("--severity")));
        if (!severity)
            return severity.error();
        options.least = *severity;
    }
    auto values = readTokenValues(arguments.value(QStringLiteral("--values")));
    if (!values)
        return values.error();
    options.values = *std::move(values);
    return options;
}

/// With values the definition is checked as it will be once they are filled in; places are those of the file.
std::vector<Diagnostic> checked(const asl::Snapshot& snapshot, const Options& options)
{
    if (options.values.empty())
        return asl::validate(snapshot, options.type);
    const asl::TextPatch patch = asl::tokenPatch(snapshot, options.values);
    const asl::TextPatch back = asl::inverse(snapshot.text(), patch);
    const asl::Snapshot filled(snapshot.revision(), std::make_shared<const std::string>(asl::applied(snapshot.text(), patch)));
    std::vector<Diagnostic> diagnostics = asl::validate(filled, options.type);
    for (Diagnostic& diagnostic : diagnostics) {
        diagnostic.range = asl::mapped(back, diagnostic.range);
        diagnostic.fixes.clear(); // made for another text
    }
    return diagnostics;
}

/// Bytes that are not UTF-8 are a diagnostic like other broken text, in a snapshot that has what comes before them.
Report notUtf8(const QString& path, const std::string& bytes, const asl::Error& error)
{
    const std::size_t place = error.range ? error.range->begin : 0;
    Report report{path, std::make_shared<const asl::Snapshot>(1, std::make_shared<const std::string>(bytes.substr(0, place))), {}};
    Diagnostic diagnostic;
    diagnostic.code = "INVALID_JSON_DESCRIPTION";
    diagnostic.range = {place, place};
    diagnostic.message = error.message;
    report.diagnostics.push_back(std::move(diagnostic));
    return report;
}

asl::Result<Report> reportOn(const QString& path, const Options& options)
{
    auto bytes = host::readFile(path);
    if (!bytes)
        return bytes.error();
    const auto document = asl::Document::open(*bytes);
    if (!document)
        return notUtf8(path, *bytes, document.error());
    return Report{path, document->snapshot(), checked(*document->snapshot(), options)};
}

ordered_json placeJson(const asl::Snapshot& snapshot, std::size_t position)
{
    const asl::LineColumn place = snapshot.lines().at(snapshot.text(), position);
    return {{"line", place.line}, {"column", place.column}};
}

ordered_json reportJson(const Report& report, Severity least)
{
    ordered_json diagnostics = ordered_json::array();
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.severity > least)
            continue;
        diagnostics.push_back({{"severity", word(diagnostic.severity)},
                               {"code", diagnostic.code},
                               {"message", asl::english(diagnostic.message)},
                               {"pointer", diagnostic.pointer},
                               {"range", {{"start", placeJson(*report.snapshot, diagnostic.range.begin)},
                                          {"end", placeJson(*report.snapshot, diagnostic.range.end)}}}});
    }
    return {{"file", report.path.toStdString()}, {"valid", report.valid()}, {"diagnostics", std::move(diagnostics)}};
}

std::string reportText(const Report& report, Severity least)
{
    std::string text;
    const std::string path = report.path.toStdString();
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& diagnostic : report.diagnostics) {
        errors += diagnostic.severity == Severity::Error;
        warnings += diagnostic.severity == Severity::Warning;
        if (diagnostic.severity > least)
            continue;
        const asl::LineColumn place = report.snapshot->lines().at(report.snapshot->text(), diagnostic.range.begin);
        text += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + word(diagnostic.severity)
            + ": " + asl::english(diagnostic.message) + " [" + std::string(diagnostic.code) + "]\n";
    }
    const auto counted = [](std::size_t count, const char* what) {
        return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
    };
    return text + path + ": " + (errors == 0 ? "valid" : counted(errors, "error"))
        + (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + "\n";
}

std::string written(const std::vector<Report>& reports, const Options& options)
{
    if (options.format == u"aws") {
        const Report& report = reports.front();
        return asl::data::toJson(asl::serviceAnswer(*report.snapshot, report.diagnostics, options.least.value_or(Severity::Error)),
                                 asl::data::Layout::Indented) + "\n";
    }
    const Severity least = options.least.value_or(Severity::Info);
    if (options.format == u"json") {
        ordered_json all = ordered_json::array();
        for (const Report& report : reports)
            all.push_back(reportJson(report, least));
        return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    }
    std::string text;
    for (const Report& report : reports)
        text += reportText(report, least);
    return text;
}

} // namespace

int validateCommand(const QStringList& words)
{
    const auto arguments = parseArguments(words, {QStringLiteral("--format"), QStringLiteral("--type"), QStringLiteral("--severity"),
                                                  QStringLiteral("--values")}, {});
    if (!arguments)
        return fail(arguments.error());
    const auto options = readOptions(*arguments);
    if (!options)
        return fail(options.error());
    if (arguments->positional.isEmpty())
        return fail("validate: name at least one file. See --help.");
    if (options->format == u"aws" && arguments->positional.size() > 1)
        return fail("validate --format aws answers for one file.");
    std::vector<Report> reports;
    for (const QString& path : arguments->positional) {
        auto report = reportOn(path, *options);
        if (!report)
            return fail(report.error());
        reports.push_back(*std::move(report));
    }
    print(written(reports, *options));
    const bool valid = std::all_of(reports.begin(), reports.end(), [](const Report& report) { return report.valid(); });
    return valid ? Success : AnswerIsNo;
}

} // namespace designer::cli
