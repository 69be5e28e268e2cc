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
    std::optional<asl::MachineType> type; ///< else the template's, else Standard
    std::optional<Severity> least;
    asl::data::TokenValues values;
};

struct Report
{
    QString name; ///< as it was given
    QString path; ///< of the file that the places are in
    asl::SnapshotPointer snapshot;
    std::shared_ptr<const asl::LineIndex> lines; ///< of that file
    std::vector<Diagnostic> diagnostics;

    Report(QString given, QString file, asl::SnapshotPointer read, std::vector<Diagnostic> found)
        : name(std::move(given)), path(std::move(file)), snapshot(std::move(read)),
          lines(std::make_shared<const asl::LineIndex>(host::fileText(*snapshot))), diagnostics(std::move(found)) {}

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
    if (const auto type = machineTypeOf(arguments); !type)
        return type.error();
    else if (arguments.has(QStringLiteral("--type")))
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
std::vector<Diagnostic> checked(const asl::Snapshot& snapshot, asl::MachineType type, const asl::data::TokenValues& values)
{
    if (values.empty())
        return asl::validate(snapshot, type);
    const asl::TextPatch patch = asl::tokenPatch(snapshot, values);
    const asl::TextPatch back = asl::inverse(snapshot.text(), patch);
    const asl::Snapshot filled(snapshot.revision(), std::make_shared<const std::string>(asl::applied(snapshot.text(), patch)), snapshot.syntax());
    std::vector<Diagnostic> diagnostics = asl::validate(filled, type);
    for (Diagnostic& diagnostic : diagnostics) {
        diagnostic.range = asl::mapped(back, diagnostic.range);
        diagnostic.fixes.clear(); // made for another text
    }
    return diagnostics;
}

/// Bytes that are not UTF-8 are a diagnostic like other broken text, in a snapshot that has what comes before them.
Report notUtf8(const QString& name, const QString& file, const std::string& bytes, const asl::Error& error)
{
    const std::size_t place = error.range ? error.range->begin : 0;
    Diagnostic diagnostic;
    diagnostic.code = "INVALID_JSON_DESCRIPTION";
    diagnostic.range = {place, place};
    diagnostic.message = error.message;
    return {name, file, std::make_shared<const asl::Snapshot>(1, std::make_shared<const std::string>(bytes.substr(0, place))), {diagnostic}};
}

/// A template that cannot be read as a whole: its own syntax errors are what there is to say.
Report brokenTemplate(const QString& name, const QString& file, asl::SnapshotPointer text, const asl::Template& found)
{
    std::vector<Diagnostic> diagnostics;
    for (const asl::SyntaxError& error : found.errors) {
        Diagnostic& diagnostic = diagnostics.emplace_back();
        diagnostic.code = "INVALID_JSON_DESCRIPTION";
        diagnostic.range = error.range;
        diagnostic.message = error.message;
    }
    return {name, file, std::move(text), std::move(diagnostics)};
}

asl::Result<Report> reportOn(const QString& path, const Options& options)
{
    const host::DefinitionName name = host::definitionName(path);
    auto bytes = host::readFile(name.file);
    if (!bytes)
        return bytes.error();
    const auto text = asl::Document::open(*bytes);
    if (!text)
        return notUtf8(path, name.file, *bytes, text.error());
    const auto found = host::templateIn(name.file, *bytes);
    if (!found)
        return found.error();
    if (*found && !(*found)->errors.empty())
        return brokenTemplate(path, name.file, text->snapshot(), **found);
    const auto opened = host::openDefinition(name, *std::move(bytes));
    if (!opened)
        return opened.error();
    const asl::SnapshotPointer& snapshot = opened->document.snapshot();
    const auto type = options.type.value_or(opened->express ? asl::MachineType::Express : asl::MachineType::Standard);
    std::vector<Diagnostic> diagnostics = checked(*snapshot, type, options.values);
    if (snapshot->region())
        for (Diagnostic& diagnostic : diagnostics) {
            diagnostic.range = host::inFile(*snapshot, diagnostic.range);
            diagnostic.fixes.clear(); // made for the definition alone
        }
    return Report(path, opened->path, snapshot, std::move(diagnostics));
}

asl::LineColumn placeIn(const Report& report, std::size_t position)
{
    return report.lines->at(host::fileText(*report.snapshot), position);
}

ordered_json placeJson(const Report& report, std::size_t position)
{
    const asl::LineColumn place = placeIn(report, position);
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
                               {"range", {{"start", placeJson(report, diagnostic.range.begin)},
                                          {"end", placeJson(report, diagnostic.range.end)}}}});
    }
    return {{"file", report.name.toStdString()}, {"valid", report.valid()}, {"diagnostics", std::move(diagnostics)}};
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
        const asl::LineColumn place = placeIn(report, diagnostic.range.begin);
        text += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + word(diagnostic.severity)
            + ": " + asl::english(diagnostic.message) + " [" + std::string(diagnostic.code) + "]\n";
    }
    const auto counted = [](std::size_t count, const char* what) {
        return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
    };
    return text + report.name.toStdString() + ": " + (errors == 0 ? "valid" : counted(errors, "error"))
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
