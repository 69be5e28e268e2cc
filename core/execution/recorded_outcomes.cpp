// Tasks answered from a list of outcomes.

#include "core/execution/recorded_outcomes.h"

#include "core/data/json.h"

#include <algorithm>

namespace asl {

namespace {

Error wrong(std::size_t index, const char* literal)
{
    return {{literal, {std::to_string(index + 1)}}, {}};
}

} // namespace

Failure failureFrom(const Data& json, std::string_view errorMember, std::string_view causeMember)
{
    Failure failure;
    if (const Data* error = json.find(errorMember); error && error->isString())
        failure.error = error->text();
    if (const Data* cause = json.find(causeMember); cause && !cause->isNull())
        failure.cause = cause->isString() ? std::string(cause->text()) : data::toJson(*cause);
    return failure;
}

Result<RecordedOutcomes::Entry> RecordedOutcomes::readEntry(const Data& json, std::size_t index)
{
    Entry entry;
    const Data* returned = json.find("return");
    const Data* thrown = json.find("throw");
    const Data* echo = json.find("echo");
    if (static_cast<int>(returned != nullptr) + static_cast<int>(thrown != nullptr) + static_cast<int>(echo != nullptr) > 1)
        return wrong(index, ASL_TEXT("core", "Entry %1 of the outcomes has more than one of \"return\", \"throw\" and \"echo\"."));
    if (thrown && !thrown->isObject())
        return wrong(index, ASL_TEXT("core", "\"throw\" in entry %1 of the outcomes must be an object with \"error\" and \"cause\"."));
    if (const Data* submitted = json.find("submitted"))
        entry.submitted = *submitted;
    const Data* repeat = json.find("repeat");
    entry.repeat = repeat && repeat->asBoolean();
    const Data* event = json.find("event");
    if (event && event->isString() && event->text().ends_with("TimedOut"))
        return entry; // the answer never came
    entry.echo = echo && echo->asBoolean();
    if (returned)
        entry.outcome = TaskSuccess{*returned};
    else if (thrown)
        entry.outcome = failureFrom(*thrown, "error", "cause");
    return entry;
}

Result<void> RecordedOutcomes::add(const Data& json, std::size_t i)
{
    const Data* state = json.find("state");
    if (!state || !state->isString())
        return wrong(i, ASL_TEXT("core", "Entry %1 of the outcomes needs \"state\", the name of a Task state."));
    Key key{std::string(state->text()), {}};
    if (const Data* iteration = json.find("iteration")) {
        key.iteration.emplace();
        for (const Data& index : iteration->items()) {
            if (!index.isNumber() || index.asDouble() < 0 || index.asDouble() > 1e9)
                return wrong(i, ASL_TEXT("core", "\"iteration\" in entry %1 of the outcomes must be an array of indexes."));
            key.iteration->push_back(static_cast<std::uint32_t>(index.asDouble()));
        }
    }
    auto entry = readEntry(json, i);
    if (!entry)
        return entry.error();
    m_queues[std::move(key)].entries.push_back(*std::move(entry));
    return {};
}

Result<RecordedOutcomes> RecordedOutcomes::read(const Data& list)
{
    if (!list.isArray())
        return Error{ASL_TEXT("core", "Outcomes of tasks are an array of objects with \"state\" and \"return\" or \"throw\"."), {}};
    RecordedOutcomes outcomes;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (auto added = outcomes.add(list.items()[i], i); !added)
            return added.error();
    return outcomes;
}

Result<RecordedOutcomes> RecordedOutcomes::read(std::string text)
{
    const auto list = data::parse(text);
    if (!list)
        return list.error();
    const SyntaxTree tree = SyntaxTree::parse(std::move(text));
    if (!list->isArray())
        return Error{read(*list).error().message, tree.node(tree.root()).range()};
    RecordedOutcomes outcomes;
    for (std::size_t i = 0; i < list->size(); ++i)
        if (const auto added = outcomes.add(list->items()[i], i); !added)
            return Error{added.error().message, tree.node(tree.child(tree.root(), i)).range()};
    return outcomes;
}

std::size_t RecordedOutcomes::indexAt(const Queue& queue, std::size_t position)
{
    const auto repeated = std::find_if(queue.entries.begin(), queue.entries.end(), [](const Entry& entry) { return entry.repeat; });
    return std::min(position, static_cast<std::size_t>(repeated - queue.entries.begin()));
}

const RecordedOutcomes::Entry* RecordedOutcomes::next(const TaskRequest& request)
{
    for (const Key& key : {Key{request.state, request.iteration}, Key{request.state, {}}}) {
        const auto found = m_queues.find(key);
        if (found == m_queues.end())
            continue;
        auto& [entries, taken] = found->second;
        taken.erase(taken.lower_bound(request.id), taken.end());
        const std::size_t index = indexAt(found->second, taken.size());
        if (index == entries.size())
            continue;
        taken.insert(request.id);
        return &entries[index];
    }
    return nullptr;
}

bool RecordedOutcomes::answers(const TaskRequest& request) const
{
    for (const Key& key : {Key{request.state, request.iteration}, Key{request.state, {}}}) {
        const auto found = m_queues.find(key);
        if (found == m_queues.end())
            continue;
        const std::set<TaskId>& taken = found->second.taken;
        const auto before = std::distance(taken.begin(), taken.lower_bound(request.id));
        if (indexAt(found->second, static_cast<std::size_t>(before)) < found->second.entries.size())
            return true;
    }
    return false;
}

void RecordedOutcomes::start(const TaskRequest& request, TaskReport report)
{
    const Entry* entry = next(request);
    if (!entry) {
        if (!m_unanswered)
            m_unanswered = request;
        return;
    }
    if (entry->submitted)
        report(request.id, TaskSubmission{*entry->submitted});
    if (entry->echo)
        report(request.id, TaskSuccess{functionResult(request, functionEvent(request))});
    else if (entry->outcome)
        report(request.id, *entry->outcome);
}

} // namespace asl
