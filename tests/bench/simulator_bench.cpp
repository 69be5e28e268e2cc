// How many states a second the machine enters, with its whole history, beside other simulators.
//
//   simulator_bench FOLDER [PEERS.json …]
//
// FOLDER holds NAME.asl.json, NAME.input.json and NAME.expected.json ({"output", "transitions"}); every run must give
// that output. A PEERS file holds {"rows": [{"peer", "case", "correct", "transitions", "cpu_ms" or "per_second"}, …]};
// of rows about the same peer and case the fastest counts. Time is processor time, the figure that of the median run.
// The answer is 1 when an output is wrong or a case is slower than it must be.

#include "core/data/json.h"
#include "core/execution/drive.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace asl;

namespace {

/// What a case must reach: so many states a second, or ten times the best peer when there is no figure.
const std::map<std::string, double> demanded = {{"pass-chain-1000", 1e6},
                                                {"parallel-10x20", 1e6},
                                                {"map-1000-iterator", 1e6},
                                                {"task-chain-100", 1e6},
                                                {"jsonpath-assign-500", 2e5}};
constexpr double timesTheBestPeer = 10;
constexpr double secondsOfACase = 1.0;

/// Answers every task at once, as the peers' mocks do.
class SaysOk final : public TaskHandler
{
public:
    void start(const TaskRequest& request, TaskReport report) override { report(request.id, TaskSuccess{m_answer}); }
    void cancel(TaskId) override {}

private:
    Data m_answer = Data::object({{Data::string("ok"), Data::boolean(true)}});
};

double processorSeconds()
{
    std::timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Data jsonOf(const std::filesystem::path& path)
{
    auto value = data::parse(contentOf(path));
    if (!value) {
        std::fprintf(stderr, "%s is no JSON\n", path.c_str());
        return {};
    }
    return *std::move(value);
}

double numberAt(const Data& object, const char* key)
{
    const Data* value = object.find(key);
    return value ? value->asDouble() : 0;
}

std::string textAt(const Data& object, const char* key)
{
    const Data* value = object.find(key);
    return value ? std::string(value->text()) : std::string();
}

struct Peer
{
    std::string name;
    double perSecond = 0;
};
/// The best correct peer of each case.
using Peers = std::map<std::string, Peer>;

Peers bestPeers(const std::vector<std::string>& files)
{
    std::map<std::pair<std::string, std::string>, double> rows;
    for (const std::string& file : files) {
        const Data json = jsonOf(file);
        if (const Data* list = json.find("rows"))
            for (const Data& row : list->items()) {
                double& fastest = rows[{textAt(row, "case"), textAt(row, "peer")}];
                const Data* correct = row.find("correct");
                const double milliseconds = numberAt(row, "cpu_ms");
                const double perSecond =
                    milliseconds > 0 ? numberAt(row, "transitions") / milliseconds * 1000 : numberAt(row, "per_second");
                if (correct && correct->asBoolean())
                    fastest = std::max(fastest, perSecond);
            }
    }
    Peers best;
    for (const auto& [key, perSecond] : rows)
        if (perSecond > best[key.first].perSecond)
            best[key.first] = {key.second, perSecond};
    return best;
}

struct Case
{
    std::string name;
    ProgramPointer program;
    RunOptions options;
    Data expected;
    double states = 0;
};

/// One run, the throwing away of its history included: the seconds it took, or a negative number when its output is
/// wrong.
double secondsOfRun(const Case& theCase)
{
    SaysOk handler;
    std::optional<Data> output;
    const double begin = processorSeconds();
    {
        Timeline timeline(theCase.program, theCase.options);
        drive(timeline, handler);
        output = timeline.view()->output;
    }
    const double took = processorSeconds() - begin;
    return output && *output == theCase.expected ? took : -1;
}

/// States entered a second in the median run; 0: wrong output.
double perSecond(Case theCase, bool visits)
{
    theCase.options.recordVisits = visits;
    std::vector<double> runs;
    for (const double end = processorSeconds() + secondsOfACase; processorSeconds() < end || runs.size() < 3;) {
        const double took = secondsOfRun(theCase);
        if (took < 0)
            return 0;
        runs.push_back(took);
    }
    std::nth_element(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
    return theCase.states / runs[runs.size() / 2];
}

Case readCase(const std::filesystem::path& folder, const std::string& name)
{
    Case result;
    result.name = name;
    result.program = compile(Document::open(contentOf(folder / (name + ".asl.json")))->snapshot()).program;
    result.options.input = jsonOf(folder / (name + ".input.json"));
    const Data expected = jsonOf(folder / (name + ".expected.json"));
    if (const Data* output = expected.find("output"))
        result.expected = *output;
    result.states = numberAt(expected, "transitions");
    return result;
}

/// Prints a line; false when the case falls short.
bool report(const Case& theCase, const Peers& peers)
{
    const double history = perSecond(theCase, false);
    const double visits = perSecond(theCase, true);
    if (history <= 0 || visits <= 0) {
        std::printf("%-22s wrong output\n", theCase.name.c_str());
        return false;
    }
    const auto peer = peers.find(theCase.name);
    const auto figure = demanded.find(theCase.name);
    double wanted = figure == demanded.end() ? 0 : figure->second;
    std::string beside = "no peer runs it";
    if (peer != peers.end() && peer->second.perSecond > 0) {
        char text[120];
        std::snprintf(text, sizeof text, "%6.1f times %s (%.0f)", history / peer->second.perSecond,
                      peer->second.name.c_str(), peer->second.perSecond);
        beside = text;
        if (figure == demanded.end())
            wanted = timesTheBestPeer * peer->second.perSecond;
    }
    const bool enough = history >= wanted;
    std::printf("%-22s %9.0f states/s, %9.0f with every visit's data; %s%s\n", theCase.name.c_str(), history, visits,
                beside.c_str(), enough ? "" : "  TOO SLOW");
    return enough;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "simulator_bench FOLDER [PEERS.json ...]\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const Peers peers = bestPeers({argv + 2, argv + argc});
    std::vector<std::string> names;
    constexpr std::string_view suffix = ".asl.json";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (const std::string file = entry.path().filename().string(); file.ends_with(suffix))
            names.push_back(file.substr(0, file.size() - suffix.size()));
    std::sort(names.begin(), names.end());
    bool enough = !names.empty();
    for (const std::string& name : names) {
        const Case theCase = readCase(folder, name);
        if (!theCase.program) {
            std::printf("%-22s does not compile\n", name.c_str());
            enough = false;
        } else {
            enough = report(theCase, peers) && enough;
        }
    }
    return enough ? 0 : 1;
}
