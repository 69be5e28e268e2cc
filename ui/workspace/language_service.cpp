#include "ui/workspace/language_service.h"

#include "core/execution/known_data.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QDateTime>

#include <algorithm>

namespace designer {

/// What the lane needs to find the data of a state.
struct LanguageService::Known
{
    asl::RunViewPointer run;
    std::optional<asl::VisitId> visit;
    std::string input;
    asl::VirtualTime now = 0;

    asl::SeenData at(const asl::Snapshot& snapshot, std::size_t offset) const
    {
        const asl::StateId id = snapshot.machine().stateAt(snapshot.tree(), offset);
        if (id == asl::noId)
            return {};
        asl::KnownData known;
        const asl::StatePath state = snapshot.machine().path(id);
        if (const auto visited = run ? asl::visitOf(*run, state, visit) : std::nullopt)
            known = asl::knownOf(*run, *visited);
        else if (const auto sample = asl::data::parse(input))
            known = asl::sampleOf(snapshot.machine(), id, *sample, now);
        asl::SeenData seen{known.input, known.result, known.errorOutput, known.context, {}};
        if (known.variables)
            seen.variables = known.variables->own();
        return seen;
    }
};

namespace {

/// The text to look at, the place in it, and where the value begins.
struct LookedAt
{
    asl::SnapshotPointer snapshot;
    std::size_t offset = 0;
    std::size_t begin = 0;
};

std::optional<LookedAt> lookedAt(const TextPlace& place)
{
    if (!place.pointer)
        return LookedAt{place.snapshot, place.offset, 0};
    const auto value = asl::valueInPlace(*place.snapshot, *place.pointer, place.json);
    if (!value)
        return {};
    return LookedAt{value->snapshot, value->begin + place.offset, value->begin};
}

} // namespace

LanguageService::LanguageService(Workspace& workspace, SimulationController& simulation, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_simulation(simulation), m_lastRun(simulation.view())
{
    connect(&workspace, &Workspace::snapshotChanged, this, [this](const asl::SnapshotPointer&, const asl::TextPatch&, bool reset) {
        if (reset)
            m_lastRun = nullptr;
    });
    connect(&simulation, &SimulationController::viewChanged, this, [this](const asl::RunViewPointer& view) {
        if (view)
            m_lastRun = view;
    });
}

LanguageService::Known LanguageService::known() const
{
    return {m_lastRun, m_simulation.selectedVisit(), toUtf8(m_simulation.inputText()), QDateTime::currentMSecsSinceEpoch() * 1000};
}

void LanguageService::complete(QObject* receiver, TextPlace place, std::function<void(CompletionAnswer)> done)
{
    const auto work = [place = std::move(place), known = known()](const std::stop_token&) {
        const auto text = lookedAt(place);
        if (!text)
            return CompletionAnswer();
        CompletionAnswer answer{asl::completionsAt(*text->snapshot, text->offset, known.at(*text->snapshot, text->offset)), text->begin};
        if (place.pointer) { // a form changes its own value, nothing around it
            const asl::TextRange value{text->begin, text->begin + place.json.size()};
            std::erase_if(answer.completions.items, [&](const asl::CompletionItem& item) {
                const auto& parts = item.patch.replacements();
                return std::any_of(parts.begin(), parts.end(), [&](const asl::Replacement& part) { return !value.contains(part.range); });
            });
        }
        return answer;
    };
    m_workspace.analysisLane().run(receiver, work, std::move(done), QStringLiteral("completion"));
}

void LanguageService::explain(QObject* receiver, TextPlace place, std::function<void(std::optional<asl::Hover>)> done)
{
    const auto work = [place = std::move(place), known = known()](const std::stop_token&) {
        const auto text = lookedAt(place);
        return text ? asl::hoverAt(*text->snapshot, text->offset, known.at(*text->snapshot, text->offset)) : std::nullopt;
    };
    m_workspace.analysisLane().run(receiver, work, std::move(done), QStringLiteral("hover"));
}

void LanguageService::findName(QObject* receiver, TextPlace place, std::function<void(NameAnswer)> done)
{
    const auto work = [place = std::move(place)](const std::stop_token&) {
        NameAnswer answer{asl::namedThingAt(*place.snapshot, place.offset), {}};
        if (answer.thing)
            answer.references = asl::referencesTo(*place.snapshot, *answer.thing);
        return answer;
    };
    m_workspace.analysisLane().run(receiver, work, std::move(done), QStringLiteral("name"));
}

} // namespace designer
