// parse_bench [FILE …]: time to parse each definition with SyntaxTree, beside nlohmann's ordered_json in the same run.

#include "core/text/syntax_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

template <class Function>
double medianMilliseconds(Function&& function)
{
    constexpr int rounds = 21;
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    std::printf("%10s %9s %11s %14s %7s  %s\n", "bytes", "nodes", "SyntaxTree", "ordered_json", "ratio", "file");
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const auto text = std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        std::size_t nodes = 0;
        std::size_t members = 0;
        const double ours = medianMilliseconds([&] { nodes = asl::SyntaxTree::parse(text).size(); });
        const double peer = medianMilliseconds([&] { members += nlohmann::ordered_json::parse(*text, nullptr, false, true).size(); });
        std::printf("%10zu %9zu %8.2f ms %11.2f ms %6.1fx  %s\n", text->size(), nodes, ours, peer, peer / ours, argv[i]);
    }
}
