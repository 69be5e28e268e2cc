#pragma once
// RecentFiles: files used lately, kept in the settings, latest first.

#include "app/desktop/start_page.h"

#include <QObject>

namespace designer {

class RecentFiles final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    QList<RecentFile> files() const;
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void write(const QList<RecentFile>& files);
};

} // namespace designer
