#pragma once
// Lane: the only way to use another thread: one thread, one queue, results posted back to the thread that asked.

#include <QObject>
#include <QPointer>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace designer {

class Lane
{
public:
    explicit Lane(const char* name);
    ~Lane(); ///< asks the running request to stop, drops the others, joins

    /// Runs `work` on the lane, then `done(result)` on the thread that made the lane, unless `receiver` is gone by then. A request
    /// with a non-empty `latestWins` key replaces waiting ones of the same receiver with that key and asks a running one to stop.
    template <class Work, class Done>
    void run(QObject* receiver, Work work, Done done, const QString& latestWins = {});

private:
    struct Request
    {
        const QObject* receiver; ///< tells keys of several receivers apart; never looked into
        QString key;
        std::function<void(std::stop_token)> work;
    };
    void enqueue(Request request);
    void loop(std::stop_token stop);

    QObject m_home; ///< carries results to the thread that made the lane
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Request> m_queue;
    const QObject* m_runningReceiver = nullptr;
    QString m_runningKey;
    std::stop_source m_running;
    std::jthread m_thread;
};

template <class Work, class Done>
void Lane::run(QObject* receiver, Work work, Done done, const QString& latestWins)
{
    QPointer<QObject> target(receiver); // looked at on its own thread only
    enqueue({receiver, latestWins, [this, target, work = std::move(work), done = std::move(done)](std::stop_token stop) mutable {
        auto result = work(stop);
        QMetaObject::invokeMethod(&m_home, [target, stop, done = std::move(done), result = std::move(result)]() mutable {
            if (target && !stop.stop_requested())
                done(std::move(result));
        }, Qt::QueuedConnection);
    }});
}

} // namespace designer
