#pragma once
// LastReferences: large shared things that a panel has done with. Taking them apart is work of several milliseconds; whoever
// holds the last reference does it, so this waits until it is the holder and lets a lane do it.

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace designer {

class Lane;

class LastReferences final : public QObject
{
    Q_OBJECT

public:
    explicit LastReferences(Lane& lane, QObject* parent = nullptr);

    void take(std::shared_ptr<const void> thing);

private:
    void dropUnshared();

    Lane& m_lane;
    QTimer m_soon;
    std::vector<std::shared_ptr<const void>> m_kept; ///< what others still hold waits for the next thing
};

} // namespace designer
