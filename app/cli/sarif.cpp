#include "app/cli/sarif.h"

#include "core/support/utf8.h"
#include "core/validation/rule_info.h"

#include <QFileInfo>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace designer::cli {

namespace {

using asl::Severity;
using nlohmann::ordered_json;

const char* level(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "note";
    }
    return "none";
}

/// Relative paths stay relative to where the command runs, which is the root of the checkout in CI.
std::string uriOf(const QString& path)
{
    if (path == u"-")
        return "stdin.asl.json";
    const QUrl url = QFileInfo(path).isAbsolute() ? QUrl::fromLocalFile(path) : QUrl();
    return url.isEmpty() ? QUrl::toPercentEncoding(QString(path).replace(u'\\', u'/'), "/").toStdString()
                         : url.toEncoded().toStdString();
}

/// Line and column from 1; columns count UTF-16 code units, as the run says and as readers of SARIF assume.
std::pair<std::size_t, std::size_t> placeOf(const Report& report, std::size_t position)
{
    const std::string& text = host::fileText(*report.snapshot);
    const std::size_t line = report.lines->at(text, position).line;
    const std::size_t newline = position == 0 ? std::string::npos : text.rfind('\n', position - 1);
    std::size_t column = 1;
    for (std::size_t i = newline == std::string::npos ? 0 : newline + 1; i < position;)
        column += asl::nextCodePoint(text, i) > 0xFFFF ? 2 : 1;
    return {line, column};
}

ordered_json regionOf(const Report& report, asl::TextRange range)
{
    const auto [startLine, startColumn] = placeOf(report, range.begin);
    const auto [endLine, endColumn] = placeOf(report, range.end);
    return {{"startLine", startLine}, {"startColumn", startColumn}, {"endLine", endLine}, {"endColumn", endColumn}};
}

ordered_json fixJson(const Report& report, const asl::QuickFix& fix)
{
    ordered_json replacements = ordered_json::array();
    for (const asl::Replacement& replacement : fix.edit.patch.replacements())
        replacements.push_back({{"deletedRegion", regionOf(report, replacement.range)},
                                {"insertedContent", {{"text", replacement.text}}}});
    return {{"description", {{"text", asl::english(fix.label)}}},
            {"artifactChanges",
             {{{"artifactLocation", {{"uri", uriOf(report.path)}}}, {"replacements", std::move(replacements)}}}}};
}

ordered_json resultJson(const Report& report, const asl::Diagnostic& diagnostic, std::size_t ruleIndex)
{
    ordered_json result = {
        {"ruleId", diagnostic.rule},
        {"ruleIndex", ruleIndex},
        {"level", level(diagnostic.severity)},
        {"message", {{"text", asl::english(diagnostic.message)}}},
        {"locations",
         {{{"physicalLocation",
            {{"artifactLocation", {{"uri", uriOf(report.path)}}}, {"region", regionOf(report, diagnostic.range)}}},
           {"logicalLocations", {{{"fullyQualifiedName", diagnostic.pointer}, {"kind", "member"}}}}}}},
        {"properties", {{"code", diagnostic.code}}},
    };
    if (diagnostic.fixes.empty())
        return result;
    ordered_json fixes = ordered_json::array();
    for (const asl::QuickFix& fix : diagnostic.fixes)
        fixes.push_back(fixJson(report, fix));
    result["fixes"] = std::move(fixes);
    return result;
}

/// Help without the marks of Markdown, for readers that know only text.
std::string plain(std::string_view markdown)
{
    std::string text;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown.substr(i).starts_with("```")) {
            i = std::min(markdown.find('\n', i), markdown.size());
            continue;
        }
        if (markdown[i] != '`')
            text += markdown[i];
    }
    return text;
}

ordered_json ruleJson(const asl::RuleInfo& rule)
{
    std::string name;
    bool capital = true;
    for (char c : rule.name) { // SARIF likes names such as UnknownField
        if (c != '_')
            name += capital || c < 'A' || c > 'Z' ? c : static_cast<char>(c - 'A' + 'a');
        capital = c == '_';
    }
    return {{"id", rule.name},
            {"name", name},
            {"shortDescription", {{"text", plain(rule.title)}}},
            {"fullDescription", {{"text", plain(rule.help.substr(0, rule.help.find("\n\n")))}}},
            {"help", {{"text", plain(rule.help)}, {"markdown", rule.help}}},
            {"defaultConfiguration", {{"level", level(rule.severity)}}},
            {"properties", {{"code", rule.code}, {"tags", {"correctness"}}}}};
}

} // namespace

std::string sarifText(const std::vector<Report>& reports, Severity least)
{
    ordered_json rules = ordered_json::array();
    ordered_json results = ordered_json::array();
    ordered_json artifacts = ordered_json::array();
    const auto all = asl::validationRules();
    for (const asl::RuleInfo& rule : all)
        rules.push_back(ruleJson(rule));
    for (const Report& report : reports) {
        artifacts.push_back({{"location", {{"uri", uriOf(report.path)}}}, {"encoding", "UTF-8"}, {"sourceLanguage", "json"}});
        for (const asl::Diagnostic& diagnostic : report.diagnostics) {
            if (diagnostic.severity > least)
                continue;
            const asl::RuleInfo* rule = asl::validationRule(diagnostic.rule);
            results.push_back(resultJson(report, diagnostic, rule ? static_cast<std::size_t>(rule - all.data()) : 0));
        }
    }
    const ordered_json log = {
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs",
         {{{"tool", {{"driver", {{"name", "Stepwright"}, {"version", STEPWRIGHT_VERSION}, {"rules", std::move(rules)}}}}},
           {"columnKind", "utf16CodeUnits"},
           {"artifacts", std::move(artifacts)},
           {"results", std::move(results)}}}}};
    return log.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace designer::cli
