#include "ui/simulator/data_part.h"

#include <span>

namespace designer {

namespace {

asl::Data replaced(const asl::Data& whole, std::span<const DataPart::Step> steps, const asl::Data& changed)
{
    if (steps.empty())
        return changed;
    const DataPart::Step& step = steps.front();
    if (step.index < 0) {
        const asl::Data* member = whole.find(step.key);
        asl::ObjectBuilder members(whole);
        members.set(step.key, member ? replaced(*member, steps.subspan(1), changed) : changed);
        return std::move(members).build();
    }
    asl::ArrayBuilder items;
    for (std::size_t i = 0; i < whole.size(); ++i)
        items.add(i == static_cast<std::size_t>(step.index) ? replaced(whole.items()[i], steps.subspan(1), changed) : whole.items()[i]);
    return std::move(items).build();
}

} // namespace

asl::Data DataPart::wholeWith(const asl::Data& changed) const
{
    return replaced(whole, steps, changed);
}

} // namespace designer
