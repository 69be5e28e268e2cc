// How long completion, hover and the search for a name take in a definition of 1,000 states, at places all over it.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/references.h"
#include "core/language/catalogue.h"

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
        text += "    \"State " + number +
                "\": {\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:states:::lambda:invoke\",\n"
                "      \"Arguments\": {\n        \"FunctionName\": \"f\",\n        \"Payload\": \"{% "
                "$states.input.order.lines[0] %}\"\n      },\n"
                "      \"Assign\": {\n        \"value" +
                number +
                "\": \"{% $states.result.Payload + 1 %}\"\n      },\n"
                "      \"Retry\": [\n        {\n          \"ErrorEquals\": [\"States.ALL\"],\n          "
                "\"MaxAttempts\": 2\n        }\n      ],\n"
                "      \"Next\": \"State " +
                std::to_string(i + 1) + "\"\n    },\n";
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

/// The best of some times: what else the processor has in its caches does not count either.
template <class Work>
double least(Work work)
{
    double best = 0;
    for (int i = 0; i < 3; ++i) {
        const double begin = processorTime();
        work();
        const double time = processorTime() - begin;
        best = i == 0 ? time : std::min(best, time);
    }
    return best;
}

struct Time
{
    double milliseconds = 0;
    std::size_t offset = 0;
};

/// The line up to a place, for people.
std::string lineAt(const std::string& text, std::size_t offset)
{
    const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    return text.substr(begin, offset - begin);
}

template <class Work>
void measure(const char* name, const Snapshot& snapshot, std::size_t places, Work work)
{
    std::vector<Time> times;
    for (std::size_t i = 0; i < places; ++i) {
        const std::size_t offset = snapshot.text().size() * i / places;
        times.push_back({least([&] { work(offset); }), offset});
    }
    std::sort(times.begin(), times.end(), [](const Time& a, const Time& b) { return a.milliseconds < b.milliseconds; });
    std::printf("%-12s median %7.3f ms   99%% %7.3f ms   longest %7.3f ms at %s\n", name,
                times[times.size() / 2].milliseconds, times[times.size() * 99 / 100].milliseconds,
                times.back().milliseconds, lineAt(snapshot.text(), times.back().offset).c_str());
}

/// While somebody types: `typed` stands in the middle of the definition, with the cursor at the mark.
void measureTyping(const char* name, const std::string& text, std::string typed)
{
    const std::size_t cursor = typed.find('|');
    typed.erase(cursor, 1);
    const std::string at = "\"State 500\": {";
    const std::size_t place = text.find(at) + at.size();
    const Snapshot snapshot(1, std::make_shared<const std::string>(std::string(text).insert(place, typed)));
    std::size_t found = 0;
    const double time = least([&] { found = completionsAt(snapshot, place + cursor).items.size(); });
    std::printf("%-28s %7.3f ms, %zu items\n", name, time, found);
}

} // namespace

int main()
{
    const Snapshot snapshot(1, std::make_shared<const std::string>(definition(1000)));
    std::printf("1,001 states, %zu KB\n", snapshot.text().size() / 1024);
    const double begin = processorTime();
    std::size_t found = optimizedIntegrations().size();
    std::printf("catalogue    read once: %.3f ms\n", processorTime() - begin);
    measure("completion", snapshot, 2000,
            [&](std::size_t offset) { found += completionsAt(snapshot, offset).items.size(); });
    measure("hover", snapshot, 2000, [&](std::size_t offset) { found += hoverAt(snapshot, offset) ? 1 : 0; });
    measure("name", snapshot, 50, [&](std::size_t offset) { found += namedThingAt(snapshot, offset) ? 1 : 0; });
    measureTyping("a field", snapshot.text(), "\"|\",");
    measureTyping("a resource", snapshot.text(), "\"Resource\": \"|\",");
    measureTyping("a state's name", snapshot.text(), "\"Next\": \"S|\",");
    measureTyping("a function or variable", snapshot.text(), "\"Output\": \"{% $| %}\",");
    measureTyping("a variable to assign", snapshot.text(), "\"Assign\": {\"|\"},");
    measureTyping("a new state", snapshot.text(), "\"Type\": \"Pass\", \"End\": true}, \"|\": {");
    std::printf("%zu found\n", found);
    return 0;
}
