// How fast JSONata is beside the JavaScript engine, in one run on one machine: the expressions of a folder with cases.json,
// data/ and peer.mjs. Both sides are measured in turns and by the same protocol; every result is checked, so that a wrong
// answer cannot win.
//   jsonata_bench FOLDER [INSTALLED-NPM-PACKAGE [NAME,NAME…]]

#include "app/host/platform.h"
#include "core/data/json.h"
#include "core/query/jsonata.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

namespace {

using asl::Data;

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Data jsonOf(const std::string& path)
{
    const auto value = asl::data::parse(contentOf(path));
    return value ? *value : Data();
}

double milliseconds()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string textOf(const Data& object, std::string_view key)
{
    const Data* value = object.find(key);
    return value ? std::string(value->text()) : std::string();
}

/// As the cases pin it: small results themselves, else length and hash of their compact JSON.
bool isRight(const Data& check, const Data& result, const asl::query::Platform& platform)
{
    if (const Data* expected = check.find("result"))
        return *expected == result;
    const std::string json = asl::data::toJson(result);
    const Data* bytes = check.find("bytes");
    return bytes && bytes->asInteger() == static_cast<std::int64_t>(json.size()) && platform.hash("SHA-256", json) == textOf(check, "sha256");
}

/// Adds samples of `work` in milliseconds: one run each, or a batch when a single one takes less than a millisecond.
template <class Work>
void measure(std::vector<double>& samples, const Work& work)
{
    const double warm = milliseconds();
    double runs = 0;
    do {
        work();
        ++runs;
    } while (milliseconds() - warm < 150);
    const int batch = std::max(1, static_cast<int>(runs / (milliseconds() - warm)));
    const double begin = milliseconds();
    for (int count = 0; milliseconds() - begin < 500 || count < 3; ++count) {
        const double start = milliseconds();
        for (int i = 0; i < batch; ++i)
            work();
        samples.push_back((milliseconds() - start) / batch);
    }
}

double medianOf(std::vector<double> samples)
{
    const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

std::string quoted(const std::string& text)
{
    std::string result = "'";
    for (const char character : text)
        result += character == '\'' ? std::string("'\\''") : std::string(1, character);
    return result + "'";
}

/// What the JavaScript engine needs for the case, as it measures itself; nothing when it cannot run or answers wrongly.
std::optional<double> peerMedian(const std::string& folder, const std::string& package, const std::string& name)
{
    const std::string command = "node " + quoted(folder + "/peer.mjs") + ' ' + quoted(package) + " --only " + quoted(name);
    std::FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return std::nullopt;
    std::string output;
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe))
        output.append(buffer, count);
    if (pclose(pipe) != 0)
        return std::nullopt;
    const auto answer = asl::data::parse(output);
    const Data* median = answer ? answer->find("median_ms") : nullptr;
    const Data* ok = answer ? answer->find("ok") : nullptr;
    if (!median || !ok || !ok->asBoolean() || median->asDouble() <= 0)
        return std::nullopt;
    return median->asDouble();
}

/// Ratios of all cases that were compared.
struct Summary
{
    double logarithms = 0;
    double least = HUGE_VAL;
    std::string slowest;
    int compared = 0;
    int wrong = 0;

    void add(const std::string& name, double ratio)
    {
        logarithms += std::log(ratio);
        ++compared;
        if (ratio < least) {
            least = ratio;
            slowest = name;
        }
    }
};

class Bench
{
public:
    Bench(std::string folder, std::string package) : m_folder(std::move(folder)), m_package(std::move(package)) {}

    void run(const Data& entry)
    {
        const std::string name = textOf(entry, "name");
        const std::string text = textOf(entry, "expr");
        const std::string file = textOf(entry, "data");
        const Data input = file.empty() ? Data() : jsonOf(m_folder + "/data/" + file);
        asl::query::EvaluationContext context;
        context.platform = &m_platform;
        const auto expression = asl::query::Jsonata::compile(text);
        const bool compileOnly = textOf(entry, "mode") == "compile";
        if (!expression || (!compileOnly && !answersRightly(entry, *expression, input, context))) {
            ++m_summary.wrong;
            std::printf("%-24s WRONG RESULT\n", name.c_str());
            return;
        }
        const auto compile = [&] { static_cast<void>(asl::query::Jsonata::compile(text)); };
        const auto evaluate = [&] { static_cast<void>(expression->evaluate(input, context)); };
        std::vector<double> samples;
        const auto turn = [&] { compileOnly ? measure(samples, compile) : measure(samples, evaluate); };
        turn();
        const auto peer = m_package.empty() ? std::nullopt : peerMedian(m_folder, m_package, name);
        turn();
        const double own = medianOf(samples);
        if (peer) {
            m_summary.add(name, *peer / own);
            std::printf("%-24s %12.1f /s  peer %10.1f /s  ratio %7.1f\n", name.c_str(), 1000 / own, 1000 / *peer, *peer / own);
        } else {
            std::printf("%-24s %12.1f /s  %s\n", name.c_str(), 1000 / own, m_package.empty() ? "" : "peer: no answer");
        }
        std::fflush(stdout);
    }
    const Summary& summary() const { return m_summary; }

private:
    bool answersRightly(const Data& entry, const asl::query::Jsonata& expression, const Data& input, const asl::query::EvaluationContext& context) const
    {
        const Data before = input;
        const auto outcome = expression.evaluate(input, context);
        const Data* check = entry.find("check");
        return outcome && check && isRight(*check, *outcome, m_platform) && before == input;
    }

    std::string m_folder;
    std::string m_package;
    asl::query::Platform m_platform = designer::host::platform();
    Summary m_summary;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::printf("jsonata_bench: give the folder with cases.json, data/ and peer.mjs, then the installed npm package.\n");
        return 0;
    }
    const std::string folder = argv[1];
    const std::string package = argc > 2 ? argv[2] : "";
    const std::string only = argc > 3 ? ',' + std::string(argv[3]) + ',' : "";
    const Data all = jsonOf(folder + "/cases.json");
    if (!all.find("cases")) {
        std::printf("jsonata_bench: there is no %s/cases.json.\n", folder.c_str());
        return 1;
    }
    std::printf("Evaluations a second (of the median sample), %s.\n",
                package.empty() ? "without the JavaScript engine: nothing to compare with" : "beside the JavaScript engine in turns");
    Bench bench(folder, package);
    for (const Data& entry : all.find("cases")->items())
        if (only.empty() || only.find(',' + textOf(entry, "name") + ',') != std::string::npos)
            bench.run(entry);
    const Summary& summary = bench.summary();
    if (summary.compared > 0)
        std::printf("ratio: geometric mean %.1f, least %.1f (%s), of %d cases\n", std::exp(summary.logarithms / summary.compared), summary.least,
                    summary.slowest.c_str(), summary.compared);
    if (summary.wrong > 0)
        std::printf("%d results are WRONG\n", summary.wrong);
    return summary.wrong > 0 ? 1 : 0;
}
