#include "app/cli/test_report.h"

#include "core/data/json.h"
#include "core/execution/trace.h"
#include "core/text/line_index.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace designer::cli {

using namespace asl;

namespace {

using Verdict = TestCaseResult::Verdict;
using Kind = CoverageItem::Kind;

LineColumn placeOf(const TestReport& report, const TestCaseResult& result)
{
    return LineIndex(report.mocksText).at(report.mocksText, result.testCase.place.begin);
}

std::string percent(const CoverageCount& count)
{
    return count.total == 0 ? std::string("-") : std::to_string(count.covered * 100 / count.total) + " %";
}

std::string title(Kind kind)
{
    switch (kind) {
    case Kind::State: return "states";
    case Kind::Transition: return "transitions";
    case Kind::ChoiceRule: return "choice rules";
    case Kind::Catcher: return "catchers";
    case Kind::Retrier: return "retriers";
    }
    return {};
}

/// "ended as FAILED with Lambda.Busy: slow down"
std::string howItEnded(const RunView& view)
{
    if (view.status == RunStatus::Running)
        return "did not end";
    std::string text = "ended as " + std::string(statusName(view.status));
    if (view.failure && view.failure->error)
        text += " with " + *view.failure->error;
    if (view.failure && view.failure->cause)
        text += ": " + *view.failure->cause;
    return text;
}

std::string path(const RunView& view)
{
    std::string text;
    for (const VisitRecord& visit : *view.visits)
        text += (text.empty() ? "" : " > ") + visit.path.name;
    return text;
}

/// Why a test case did not pass, a line for each reason.
std::vector<std::string> reasons(const TestCaseResult& result)
{
    std::vector<std::string> lines;
    if (result.error)
        lines.push_back(english(*result.error));
    for (const Mismatch& mismatch : result.mismatches)
        lines.push_back(english(said(mismatch)));
    return lines;
}

std::string coverageText(const TestReport& report)
{
    const Coverage& coverage = *report.coverage;
    std::string text = "\nCoverage\n";
    for (std::size_t k = 0; k < coverageKindCount; ++k) {
        const auto kind = static_cast<Kind>(k);
        const CoverageCount count = coverage.count(kind);
        std::string name = title(kind);
        name.resize(14, ' ');
        text += "  " + name + std::to_string(count.covered) + " of " + std::to_string(count.total)
              + (count.total > 0 ? " (" + percent(count) + ")" : "") + "\n";
    }
    const Snapshot& snapshot = *coverage.snapshot();
    std::string missing;
    for (const CoverageItem& item : coverage.items()) {
        // A rule and a catcher are said once, and nothing of a state that was never entered.
        const bool twice = item.kind == Kind::Transition
            && (snapshot.machine().transition(item.transition).kind == TransitionKind::ChoiceRule
                || snapshot.machine().transition(item.transition).kind == TransitionKind::Catch);
        if (item.hits > 0 || twice || (item.kind != Kind::State && coverage.hitsOfState(item.state) == 0))
            continue;
        const auto place = snapshot.lines().at(snapshot.text(), snapshot.tree().node(item.node).memberRange().begin);
        missing += "  " + report.definition.toStdString() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": "
                 + english(coverageTitle(coverage, item)) + "\n";
    }
    return text + (missing.empty() ? "" : "Not covered\n" + missing);
}

Data mismatchData(const Mismatch& mismatch)
{
    ObjectBuilder object;
    object.set("what", Data::string(mismatch.what)).set("pointer", Data::string(mismatch.pointer));
    if (!mismatch.expected.isUndefined())
        object.set("expected", mismatch.expected);
    if (!mismatch.actual.isUndefined())
        object.set("actual", mismatch.actual);
    object.set("message", Data::string(english(said(mismatch))));
    return std::move(object).build();
}

Data resultData(const TestReport& report, const TimedResult& timed)
{
    const TestCaseResult& result = timed.result;
    const LineColumn place = placeOf(report, result);
    ObjectBuilder object;
    object.set("machine", Data::string(result.testCase.machine)).set("name", Data::string(result.testCase.name));
    object.set("verdict", Data::string(verdictName(result.verdict())));
    object.set("line", Data::integer(static_cast<std::int64_t>(place.line))).set("column", Data::integer(static_cast<std::int64_t>(place.column)));
    object.set("seconds", Data::number(timed.seconds));
    if (result.view) {
        setResult(object, *result.view);
        object.set("path", statesEntered(*result.view));
    }
    ArrayBuilder mismatches;
    for (const Mismatch& mismatch : result.mismatches)
        mismatches.add(mismatchData(mismatch));
    object.set("mismatches", std::move(mismatches).build());
    if (result.error)
        object.set("message", Data::string(english(*result.error)));
    return std::move(object).build();
}

/// XML 1.0 has no place for most control characters, halves of surrogate pairs and U+FFFE and U+FFFF, not even escaped.
QString xmlText(const std::string& text)
{
    QString result = QString::fromStdString(text);
    for (qsizetype i = 0; i < result.size(); ++i) {
        const QChar c = result[i];
        const bool pair = c.isHighSurrogate() && i + 1 < result.size() && result[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isSurrogate() || c.unicode() >= 0xFFFE || (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r'))
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

QString secondsText(double seconds) { return QString::number(seconds, 'f', 3); }

void writeCase(QXmlStreamWriter& xml, const TestReport& report, const TimedResult& timed)
{
    const TestCaseResult& result = timed.result;
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), xmlText(result.testCase.machine));
    xml.writeAttribute(QStringLiteral("name"), xmlText(result.testCase.name));
    xml.writeAttribute(QStringLiteral("time"), secondsText(timed.seconds));
    xml.writeAttribute(QStringLiteral("file"), xmlText(report.mocks.toStdString()));
    xml.writeAttribute(QStringLiteral("line"), QString::number(placeOf(report, result).line));
    if (result.verdict() != Verdict::Passed) {
        const std::vector<std::string> lines = reasons(result);
        std::string all;
        for (const std::string& line : lines)
            all += line + "\n";
        xml.writeStartElement(result.error ? QStringLiteral("error") : QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"), xmlText(lines.front()));
        xml.writeAttribute(QStringLiteral("type"), result.error ? QStringLiteral("Error") : xmlText(result.mismatches.front().what));
        xml.writeCharacters(xmlText(all));
        xml.writeEndElement();
    }
    if (result.view) {
        xml.writeStartElement(QStringLiteral("system-out"));
        std::string said = howItEnded(*result.view) + "\n" + path(*result.view) + "\n";
        if (result.view->output)
            said += data::toJson(*result.view->output, data::Layout::Spaced) + "\n";
        xml.writeCharacters(xmlText(said));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeCoverage(QXmlStreamWriter& xml, const Coverage& coverage)
{
    xml.writeStartElement(QStringLiteral("properties"));
    for (std::size_t k = 0; k < coverageKindCount; ++k) {
        const auto kind = static_cast<Kind>(k);
        const CoverageCount count = coverage.count(kind);
        xml.writeStartElement(QStringLiteral("property"));
        xml.writeAttribute(QStringLiteral("name"), QStringLiteral("coverage.") + QString::fromStdString(std::string(coverageName(kind))));
        xml.writeAttribute(QStringLiteral("value"), QStringLiteral("%1/%2").arg(count.covered).arg(count.total));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

std::size_t TestReport::count(Verdict verdict) const
{
    return static_cast<std::size_t>(std::count_if(results.begin(), results.end(),
                                                  [verdict](const TimedResult& timed) { return timed.result.verdict() == verdict; }));
}

std::string asText(const TestReport& report)
{
    std::string text;
    for (const auto& [result, seconds] : report.results) {
        const LineColumn place = placeOf(report, result);
        text += report.mocks.toStdString() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": "
              + result.testCase.machine + "/" + result.testCase.name + ": " + std::string(verdictName(result.verdict())) + "\n";
        if (result.verdict() == Verdict::Passed)
            continue;
        for (const std::string& line : reasons(result))
            text += "    " + line + "\n";
        if (result.view)
            text += "    It " + howItEnded(*result.view) + "\n    Path: " + path(*result.view) + "\n";
    }
    text += "\n" + std::to_string(report.results.size()) + (report.results.size() == 1 ? " test case: " : " test cases: ")
          + std::to_string(report.count(Verdict::Passed)) + " passed, " + std::to_string(report.count(Verdict::Failed)) + " failed, "
          + std::to_string(report.count(Verdict::Error)) + " in error\n";
    if (report.coverage)
        text += coverageText(report);
    return text;
}

std::string asJson(const TestReport& report)
{
    const auto number = [&](Verdict verdict) { return Data::integer(static_cast<std::int64_t>(report.count(verdict))); };
    ObjectBuilder whole;
    whole.set("file", Data::string(report.definition.toStdString())).set("mocks", Data::string(report.mocks.toStdString()));
    whole.set("passed", number(Verdict::Passed)).set("failed", number(Verdict::Failed)).set("errors", number(Verdict::Error));
    ArrayBuilder cases;
    for (const TimedResult& result : report.results)
        cases.add(resultData(report, result));
    whole.set("cases", std::move(cases).build());
    if (report.coverage)
        whole.set("coverage", coverageData(*report.coverage));
    return data::toJson(std::move(whole).build(), data::Layout::Indented) + "\n";
}

std::string asJUnit(const TestReport& report)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    const auto counts = [&](const std::vector<const TimedResult*>& results) {
        const auto number = [&](Verdict verdict) {
            return QString::number(std::count_if(results.begin(), results.end(), [verdict](const TimedResult* timed) { return timed->result.verdict() == verdict; }));
        };
        double seconds = 0;
        for (const TimedResult* timed : results)
            seconds += timed->seconds;
        xml.writeAttribute(QStringLiteral("tests"), QString::number(results.size()));
        xml.writeAttribute(QStringLiteral("failures"), number(Verdict::Failed));
        xml.writeAttribute(QStringLiteral("errors"), number(Verdict::Error));
        xml.writeAttribute(QStringLiteral("skipped"), QStringLiteral("0"));
        xml.writeAttribute(QStringLiteral("time"), secondsText(seconds));
    };
    std::vector<const TimedResult*> all;
    std::vector<std::string> machines;
    for (const TimedResult& timed : report.results) {
        all.push_back(&timed);
        if (std::find(machines.begin(), machines.end(), timed.result.testCase.machine) == machines.end())
            machines.push_back(timed.result.testCase.machine);
    }
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeAttribute(QStringLiteral("name"), xmlText(report.definition.toStdString()));
    counts(all);
    for (const std::string& machine : machines) {
        std::vector<const TimedResult*> own;
        std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const TimedResult* timed) { return timed->result.testCase.machine == machine; });
        xml.writeStartElement(QStringLiteral("testsuite"));
        xml.writeAttribute(QStringLiteral("name"), xmlText(machine));
        counts(own);
        if (report.coverage)
            writeCoverage(xml, *report.coverage);
        for (const TimedResult* timed : own)
            writeCase(xml, report, *timed);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes.toStdString();
}

} // namespace designer::cli
