// What the user set for runs: breakpoints and their rules, kept answers, watches, the folder of S3, coverage; and how breakpoints
// follow the document.

#include "ui/workspace/simulation_controller_p.h"

#include "ui/workspace/follow.h"
#include "ui/workspace/workspace.h"

namespace designer {

void SimulationController::toggleBreakpoint(const asl::StatePath& state)
{
    if (m_breakpoints.erase(state) > 0) {
        d->pathsInRun.erase(state);
        m_rules.erase(state);
    } else {
        m_breakpoints.insert(state);
        d->pathsInRun.emplace(state, state);
    }
    sendBreakpoints();
}

void SimulationController::setBreakpoints(std::set<asl::StatePath> states)
{
    m_breakpoints = std::move(states);
    std::erase_if(m_rules, [this](const auto& rule) { return !m_breakpoints.contains(rule.first); });
    d->pathsInRun.clear();
    for (const asl::StatePath& path : m_breakpoints)
        d->pathsInRun.emplace(path, path);
    sendBreakpoints();
}

void SimulationController::sendBreakpoints()
{
    if (m_view)
        post([rules = breakpointsInRun(), onErrors = m_stopsOnErrors](RunSession& session) {
            session.setBreakpoints(rules);
            session.setStopsOnErrors(onErrors);
        }, true);
    emit breakpointsChanged();
}

std::map<asl::StatePath, BreakpointRule> SimulationController::breakpointsInRun() const
{
    std::map<asl::StatePath, BreakpointRule> rules;
    for (const auto& [now, inRun] : d->pathsInRun)
        rules.emplace(inRun, breakpoint(now));
    return rules;
}

BreakpointRule SimulationController::breakpoint(const asl::StatePath& state) const
{
    const auto rule = m_rules.find(state);
    return rule == m_rules.end() ? BreakpointRule() : rule->second;
}

void SimulationController::setBreakpoint(const asl::StatePath& state, const BreakpointRule& rule)
{
    if (m_breakpoints.insert(state).second)
        d->pathsInRun.emplace(state, state);
    if (rule.isPlain())
        m_rules.erase(state);
    else
        m_rules.insert_or_assign(state, rule);
    sendBreakpoints();
}

void SimulationController::setStopsOnErrors(bool stops)
{
    if (std::exchange(m_stopsOnErrors, stops) != stops)
        sendBreakpoints();
}

// ---- Kept answers, watches, the folder of S3, coverage

void SimulationController::keepAnswer(const std::string& state, const asl::TaskOutcome& outcome)
{
    m_keptAnswers.insert_or_assign(state, outcome);
    sendKeptAnswers();
}

void SimulationController::setKeptAnswers(std::map<std::string, asl::TaskOutcome> answers)
{
    m_keptAnswers = std::move(answers);
    sendKeptAnswers();
}

void SimulationController::forgetAnswer(const std::string& state)
{
    if (m_keptAnswers.erase(state) > 0)
        sendKeptAnswers();
}

void SimulationController::sendKeptAnswers()
{
    if (m_view)
        post([kept = m_keptAnswers](RunSession& session) { session.setKept(kept); }, true);
    emit keptAnswersChanged();
}

void SimulationController::setWatches(const QStringList& expressions)
{
    if (std::exchange(m_watches, expressions) != expressions)
        emit watchesChanged();
}

void SimulationController::setFolder(const QString& folder)
{
    if (std::exchange(m_folder, folder) != folder)
        emit folderChanged();
}

void SimulationController::setCoverage(std::shared_ptr<const asl::Coverage> coverage)
{
    if (std::exchange(m_coverage, coverage) != coverage)
        emit coverageChanged();
}

/// Breakpoints go with their states when these are renamed or moved; a new document ends the run.
void SimulationController::followDocument(const asl::SnapshotPointer& snapshot, const asl::TextPatch& patch, bool reset)
{
    const asl::SnapshotPointer before = std::exchange(d->snapshot, snapshot);
    if (reset) {
        close();
        setBreakpoints({});
        return;
    }
    if (m_breakpoints.empty() || !before)
        return;
    std::map<asl::StatePath, asl::StatePath> paths;
    std::map<asl::StatePath, BreakpointRule> rules;
    for (const auto& [path, inRun] : d->pathsInRun) {
        Selection one;
        one.states.push_back(path);
        const Selection now = followed(one, *before, *snapshot, patch);
        // A state that is gone for a moment (somebody is typing) keeps its breakpoint.
        paths.emplace(now.current() ? *now.current() : path, inRun);
        if (const auto rule = m_rules.find(path); rule != m_rules.end())
            rules.emplace(now.current() ? *now.current() : path, rule->second);
    }
    m_rules = std::move(rules);
    std::set<asl::StatePath> breakpoints;
    for (const auto& [now, inRun] : paths)
        breakpoints.insert(now);
    d->pathsInRun = std::move(paths);
    if (std::exchange(m_breakpoints, breakpoints) != breakpoints)
        emit breakpointsChanged();
}

} // namespace designer
