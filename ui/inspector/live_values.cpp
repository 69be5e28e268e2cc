#include "ui/inspector/live_values.h"

#include "ui/inspector/live_lines.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QDateTime>

#include <chrono>

namespace designer {

namespace {

constexpr std::chrono::milliseconds pause{100}; ///< between a change and its answers; more changes come together
constexpr std::size_t longestLine = 200;        ///< bytes of a value in one line
constexpr std::size_t longestWhole = 4000;      ///< bytes of a value over several lines

struct Question
{
    std::string pointer;
    std::optional<std::string> typed; ///< JSON
};

QString cut(const std::string& text, std::size_t longest)
{
    if (text.size() <= longest)
        return toQString(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return toQString(std::string_view(text).substr(0, end)) + u'…';
}

LiveText printed(asl::LiveValue&& value)
{
    LiveText text;
    if (value.kind == asl::LiveValue::Kind::Value) {
        // A string too long to be shown is not printed whole.
        const bool isLongString = value.value.isString() && value.value.text().size() > longestWhole;
        const asl::Data shown = isLongString ? asl::Data::string(toUtf8(cut(std::string(value.value.text().substr(0, longestWhole + 4)), longestWhole))) : value.value;
        text.line = cut(asl::data::toJson(shown, asl::data::Layout::Spaced), longestLine);
        text.whole = cut(asl::data::toJson(shown, asl::data::Layout::Indented), longestWhole);
    }
    text.answer = std::move(value);
    return text;
}

} // namespace

LiveValues::LiveValues(Workspace& workspace, SimulationController& simulation, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_simulation(simulation), m_lastRun(simulation.view())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &LiveValues::ask);
    connect(&workspace, &Workspace::snapshotChanged, this, [this](const asl::SnapshotPointer&, const asl::TextPatch&, bool reset) {
        if (reset)
            m_lastRun = nullptr;
        askSoon();
    });
    connect(&workspace, &Workspace::tokenValuesChanged, this, &LiveValues::askSoon);
    connect(&simulation, &SimulationController::viewChanged, this, [this](const asl::RunViewPointer& view) {
        if (view)
            m_lastRun = view;
        askSoon();
    });
    connect(&simulation, &SimulationController::selectedVisitChanged, this, &LiveValues::askSoon);
    connect(&simulation, &SimulationController::inputTextChanged, this, &LiveValues::askSoon);
}

void LiveValues::setState(const std::optional<asl::StatePath>& state)
{
    if (state == m_state)
        return;
    m_state = state;
    for (LiveLines* lines : m_lines)
        lines->clear(); // values of another state would be read as this one's
    askSoon();
}

void LiveValues::askSoon()
{
    if (!m_soon.isActive() && !m_lines.empty())
        m_soon.start();
}

void LiveValues::ask()
{
    if (!m_state)
        return;
    std::vector<Question> questions;
    for (const LiveLines* lines : m_lines)
        if (!lines->pointer().empty() && lines->parentWidget()->isVisible())
            questions.push_back({lines->pointer(), lines->typed()});
    if (questions.empty())
        return;
    struct Answers { std::vector<std::pair<Question, LiveAnswer>> byQuestion; };
    const auto work = [questions = std::move(questions), state = *m_state, snapshot = m_workspace.snapshot(), run = m_lastRun,
                       visit = m_simulation.selectedVisit(), input = toUtf8(m_simulation.inputText()), tokens = m_workspace.tokenValues(),
                       platform = m_workspace.platform(), now = QDateTime::currentMSecsSinceEpoch()](const std::stop_token& stop) {
        Answers answers;
        const asl::StateId id = snapshot->machine().find(state);
        if (id == asl::noId)
            return answers;
        asl::KnownData known;
        if (const auto visited = run ? asl::visitOf(*run, state, visit) : std::nullopt)
            known = asl::knownOf(*run, *visited);
        else if (const auto sample = asl::data::parse(input))
            known = asl::sampleOf(snapshot->machine(), id, *sample, now * 1000);
        const auto source = known.source;
        const asl::LiveEvaluation live(snapshot, id, std::move(known), tokens, platform);
        for (const Question& question : questions) {
            LiveAnswer answer{source, {}};
            for (asl::LiveValue& value : live.values(question.pointer, question.typed, stop))
                answer.texts.push_back(printed(std::move(value)));
            answers.byQuestion.emplace_back(question, std::move(answer));
        }
        return answers;
    };
    const auto show = [this](Answers answers) {
        for (auto& [question, answer] : answers.byQuestion)
            for (LiveLines* lines : m_lines)
                if (lines->pointer() == question.pointer && lines->typed() == question.typed)
                    lines->show(answer);
    };
    m_workspace.analysisLane().run(this, work, show, QStringLiteral("live values"));
}

} // namespace designer
