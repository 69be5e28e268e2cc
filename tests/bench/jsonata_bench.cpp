// How fast JSONata is: the expressions of a folder with cases.json and data/, each result checked, its median time beside the
// figure of the JavaScript engine in results.json. Times are processor time, so other work on the machine matters less.

#include "app/host/platform.h"
#include "core/data/json.h"
#include "core/query/jsonata.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

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
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string textOf(const Data& object, std::string_view key)
{
    const Data* value = object.find(key);
    return value ? std::string(value->text()) : std::string();
}

/// Median of what the JavaScript engine took; 0 when unknown.
double peerMedian(const Data& results, const std::string& name)
{
    for (const Data& entry : results.isObject() && results.find("results") ? results.find("results")->items() : std::span<const Data>())
        if (textOf(entry, "name") == name)
            if (const Data* peer = entry.find("jsonata_js"))
                return peer->find("median_ms")->asDouble();
    return 0;
}

bool isRight(const Data& check, const Data& result, const asl::query::Platform& platform)
{
    if (const Data* expected = check.find("result"))
        return *expected == result;
    const std::string digest = textOf(check, "sha256");
    return digest.empty() || platform.hash("SHA-256", asl::data::toJson(result)) == digest;
}

/// Runs `work` for about a second of processor time and gives the median of its batches.
template <class Work>
double medianOf(Work work)
{
    std::vector<double> times;
    const double end = milliseconds() + 700;
    do {
        int count = 1;
        double taken = 0;
        const double begin = milliseconds();
        for (;; ++count) {
            work();
            taken = milliseconds() - begin;
            if (taken > 2)
                break;
        }
        times.push_back(taken / count);
    } while (milliseconds() < end);
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    const std::string folder = argc > 1 ? argv[1] : std::string(STEPWRIGHT_SOURCE_DIR "/../shared/bench/jsonata");
    const Data all = jsonOf(folder + "/cases.json");
    const Data results = jsonOf(folder + "/results.json");
    if (!all.find("cases")) {
        std::printf("There is no %s/cases.json: give the folder with the expressions.\n", folder.c_str());
        return 0;
    }
    const asl::query::Platform platform = designer::host::platform();
    double logarithms = 0;
    int compared = 0;
    for (const Data& entry : all.find("cases")->items()) {
        const std::string name = textOf(entry, "name");
        const std::string text = textOf(entry, "expr");
        const std::string file = textOf(entry, "data");
        const Data input = file.empty() ? Data() : jsonOf(folder + "/data/" + file);
        asl::query::EvaluationContext context;
        context.platform = &platform;
        const auto expression = asl::query::Jsonata::compile(text);
        const auto outcome = expression ? expression->evaluate(input, context) : asl::query::Outcome<Data>(expression.error());
        const bool compileOnly = textOf(entry, "mode") == "compile";
        if (!outcome && !compileOnly) {
            std::printf("%-24s %s %s\n", name.c_str(), outcome.error().code.c_str(), outcome.error().message.c_str());
            continue;
        }
        const bool right = compileOnly || isRight(entry.find("check") ? *entry.find("check") : Data(), *outcome, platform);
        const double median = compileOnly ? medianOf([&] { static_cast<void>(asl::query::Jsonata::compile(text)); })
                                          : medianOf([&] { static_cast<void>(expression->evaluate(input, context)); });
        const double peer = peerMedian(results, name);
        if (peer > 0) {
            logarithms += std::log(peer / median);
            ++compared;
        }
        std::printf("%-24s %12.6f ms  %8.1f times as fast  %s\n", name.c_str(), median, peer / median, right ? "" : "WRONG RESULT");
    }
    if (compared > 0)
        std::printf("geometric mean: %.1f times as fast\n", std::exp(logarithms / compared));
    return 0;
}
