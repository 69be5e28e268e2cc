// How long completion, hover and the search for a name take in a definition of 1,000 states, at places all over it.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/references.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace asl;

namespace {

std::string definition(std::size_t states)
{
    std::string text = "{\n  \"QueryLanguage\": \"JSONata\",\n  \"StartAt\": \"State 0\",\n  \"States\": {\n";
    for (std::size_t i = 0; i < states; ++i) {
        const std::string number = std::to_string(i);
        text += "    \"State " + number + "\": {\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:states:::lambda:invoke\",\n"
            "      \"Arguments\": {\n        \"FunctionName\": \"f\",\n        \"Payload\": \"{% $states.input.order.lines[0] %}\"\n      },\n"
            "      \"Assign\": {\n        \"value" + number + "\": \"{% $states.result.Payload + 1 %}\"\n      },\n"
            "      \"Retry\": [\n        {\n          \"ErrorEquals\": [\"States.ALL\"],\n          \"MaxAttempts\": 2\n        }\n      ],\n"
            "      \"Next\": \"State " + std::to_string(i + 1) + "\"\n    },\n";
    }
    return text + "    \"State " + std::to_string(states) + "\": {\n      \"Type\": \"Succeed\"\n    }\n  }\n}\n";
}

/// In milliseconds; what else the machine does does not count.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
void measure(const char* name, const Snapshot& snapshot, std::size_t places, Work work)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < places; ++i) {
        const std::size_t offset = snapshot.text().size() * i / places;
        const double begin = processorTime();
        work(offset);
        times.push_back(processorTime() - begin);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-12s median %7.3f ms   99%% %7.3f ms   longest %7.3f ms\n", name, times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

} // namespace

int main()
{
    const Snapshot snapshot(1, std::make_shared<const std::string>(definition(1000)));
    std::printf("1,001 states, %zu KB\n", snapshot.text().size() / 1024);
    std::size_t found = completionsAt(snapshot, 0).items.size(); // the catalogue is read once
    measure("completion", snapshot, 2000, [&](std::size_t offset) { found += completionsAt(snapshot, offset).items.size(); });
    measure("hover", snapshot, 2000, [&](std::size_t offset) { found += hoverAt(snapshot, offset) ? 1 : 0; });
    measure("name", snapshot, 50, [&](std::size_t offset) { found += namedThingAt(snapshot, offset) ? 1 : 0; });
    std::printf("%zu found\n", found);
    return 0;
}
