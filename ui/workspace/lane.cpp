#include "ui/workspace/lane.h"

#include <algorithm>

#ifdef __linux__
#include <pthread.h>
#endif

namespace designer {

Lane::Lane(const char* name)
    : m_thread([this, name](std::stop_token stop) {
#ifdef __linux__
          pthread_setname_np(pthread_self(), name);
#endif
          loop(std::move(stop));
      })
{
}

Lane::~Lane()
{
    std::deque<Request> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        dropped.swap(m_queue);
    }
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
}

void Lane::enqueue(Request request)
{
    std::deque<Request> replaced; // destroyed after the lock is released
    {
        const std::lock_guard lock(m_mutex);
        if (!request.key.isEmpty()) {
            const auto waiting = std::stable_partition(m_queue.begin(), m_queue.end(),
                                                       [&](const Request& other) {
                                                           return other.receiver != request.receiver || other.key != request.key;
                                                       });
            replaced.assign(std::make_move_iterator(waiting), std::make_move_iterator(m_queue.end()));
            m_queue.erase(waiting, m_queue.end());
            if (m_runningReceiver == request.receiver && m_runningKey == request.key)
                m_running.request_stop();
        }
        m_queue.push_back(std::move(request));
    }
    m_wake.notify_one();
}

void Lane::loop(std::stop_token stop)
{
    while (true) {
        Request request;
        std::stop_token requestStop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_queue.empty(); }) || stop.stop_requested())
                return;
            request = std::move(m_queue.front());
            m_queue.pop_front();
            m_running = std::stop_source();
            m_runningKey = request.key;
            m_runningReceiver = request.receiver;
            requestStop = m_running.get_token();
        }
        request.work(requestStop);
        const std::lock_guard lock(m_mutex);
        m_runningReceiver = nullptr;
        m_runningKey.clear();
    }
}

} // namespace designer
