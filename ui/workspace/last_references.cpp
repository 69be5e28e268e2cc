#include "ui/workspace/last_references.h"

#include "ui/workspace/lane.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace designer {

namespace {

constexpr std::chrono::milliseconds untilOthersLetGo{100};

} // namespace

LastReferences::LastReferences(Lane& lane, QObject* parent) : QObject(parent), m_lane(lane)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(untilOthersLetGo);
    connect(&m_soon, &QTimer::timeout, this, &LastReferences::dropUnshared);
}

void LastReferences::take(std::shared_ptr<const void> thing)
{
    if (!thing)
        return;
    m_kept.push_back(std::move(thing));
    if (!m_soon.isActive())
        m_soon.start();
}

void LastReferences::dropUnshared()
{
    const auto unshared = std::partition(m_kept.begin(), m_kept.end(), [](const auto& thing) { return thing.use_count() > 1; });
    std::vector<std::shared_ptr<const void>> dropped(std::make_move_iterator(unshared), std::make_move_iterator(m_kept.end()));
    m_kept.erase(unshared, m_kept.end());
    if (!dropped.empty())
        m_lane.run(this, [dropped = std::move(dropped)](std::stop_token) mutable { return dropped.clear(), 0; }, [](int) {});
}

} // namespace designer
