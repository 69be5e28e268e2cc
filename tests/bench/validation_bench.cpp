// validation_bench [--peer FOLDER] [FILE …]: time to parse and check each definition, in process, beside the npm package
// amazon-states-language-service in the same run, when FOLDER holds it. Times are processor time of this process and of
// node, so other work on the machine matters less.

#include "core/validation/validate.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Measured
{
    std::string file;
    std::size_t bytes = 0;
    std::size_t states = 0;
    std::size_t problems = 0;
    double parse = 0;    ///< reading the text and the model, milliseconds
    double validate = 0; ///< all rules
};

double milliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Function>
double medianMilliseconds(Function&& function)
{
    constexpr int rounds = 11;
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double begin = milliseconds();
        function();
        times.push_back(milliseconds() - begin);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

Measured measured(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    const auto text = std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    Measured result{path, text->size()};
    result.parse = medianMilliseconds([&] { result.states = asl::Snapshot(1, text).machine().states().size(); });
    const asl::Snapshot snapshot(1, text);
    result.validate = medianMilliseconds([&] { result.problems = asl::validate(snapshot).size(); });
    return result;
}

/// Lines `MILLISECONDS PROBLEMS FILE` of the peer.
std::vector<double> peerTimes(const std::string& folder, const std::vector<std::string>& files)
{
    std::vector<double> times;
    std::string command = "node \"" STEPWRIGHT_SOURCE_DIR "/tests/bench/validation_peer.mjs\" \"" + folder + "\"";
    for (const std::string& file : files)
        command += " \"" + file + "\"";
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return times;
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe))
        times.push_back(std::strtod(line.data(), nullptr));
    return pclose(pipe) == 0 && times.size() == files.size() ? times : std::vector<double>();
}

} // namespace

int main(int argc, char** argv)
{
    std::string peer;
    std::vector<std::string> files;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--peer" && i + 1 < argc)
            peer = argv[++i];
        else
            files.emplace_back(argv[i]);
    }
    const std::vector<double> theirs = peer.empty() ? std::vector<double>() : peerTimes(peer, files);
    std::printf("%10s %7s %9s %9s %9s %11s %8s  %s\n", "bytes", "states", "problems", "parse", "validate", "peer", "ratio", "file");
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Measured our = measured(files[i]);
        const double both = our.parse + our.validate;
        std::printf("%10zu %7zu %9zu %6.2f ms %6.2f ms ", our.bytes, our.states, our.problems, our.parse, our.validate);
        if (theirs.empty())
            std::printf("%11s %8s  %s\n", "-", "-", our.file.c_str());
        else
            std::printf("%8.2f ms %7.1fx  %s\n", theirs[i], theirs[i] / both, our.file.c_str());
    }
    return 0;
}
