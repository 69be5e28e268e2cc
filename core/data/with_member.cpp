// Putting a value somewhere into another: what lies on the path is built anew, the rest is shared.

#include "core/data/block.h"
#include "core/data/json.h"

#include <algorithm>
#include <array>

namespace asl::data {

namespace {

std::optional<Data> replaced(const Data& container, const PathStep& step, Data value)
{
    if (step.index >= 0) {
        const auto place = static_cast<std::size_t>(step.index);
        if (!container.isArray() || place >= container.size())
            return std::nullopt;
        std::vector<Data> items(container.items().begin(), container.items().end());
        items[place] = std::move(value);
        return Data::arrayFrom(items);
    }
    if (!container.isObject())
        return std::nullopt;
    if (container.size() > wideObject) {
        std::array<Member, 2> change{Member{Data(), container}, Member{Data::string(step.member), std::move(value)}};
        return Data::objectFrom(change);
    }
    const std::span<const Member> old = container.members();
    std::array<Member, wideObject + 1> members;
    std::copy(old.begin(), old.end(), members.begin());
    const Data key = Data::string(step.member);
    const Data* present = container.find(key);
    const auto isPresent = [present](const Member& member) { return &member.value == present; };
    const auto place = present ? static_cast<std::size_t>(std::find_if(old.begin(), old.end(), isPresent) - old.begin()) : old.size();
    members[place] = {key, std::move(value)};
    return Data::objectFrom(std::span(members).first(std::max(old.size(), place + 1)));
}

const Data* childAt(const Data& container, const PathStep& step)
{
    if (step.index < 0)
        return container.find(step.member);
    const auto place = static_cast<std::size_t>(step.index);
    return container.isArray() && place < container.size() ? &container.items()[place] : nullptr;
}

} // namespace

std::optional<Data> withMember(const Data& whole, const DataPath& path, Data value)
{
    if (path.size() == 1)
        return replaced(whole, path.front(), std::move(value));
    std::vector<Data> containers;
    containers.reserve(path.size());
    Data current = whole;
    for (const PathStep& step : path) {
        containers.push_back(current);
        const Data* child = childAt(current, step);
        if (!child && (step.index >= 0 || !current.isObject()))
            return std::nullopt;
        Data next = child ? *child : Data::emptyObject();
        current = std::move(next);
    }
    for (std::size_t i = path.size(); i-- > 0;) {
        auto changed = replaced(containers[i], path[i], std::move(value));
        if (!changed)
            return std::nullopt;
        value = std::move(*changed);
    }
    return value;
}

} // namespace asl::data
