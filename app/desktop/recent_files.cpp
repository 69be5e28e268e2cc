#include "app/desktop/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace designer {

namespace {

constexpr qsizetype mostFiles = 12;

QString group() { return QStringLiteral("recentFiles"); }
QString pathKey() { return QStringLiteral("path"); }
QString openedKey() { return QStringLiteral("opened"); }

} // namespace

QList<RecentFile> RecentFiles::files() const
{
    QSettings settings;
    QList<RecentFile> files;
    const int count = settings.beginReadArray(group());
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        files.append({settings.value(pathKey()).toString(), settings.value(openedKey()).toDateTime()});
    }
    settings.endArray();
    return files;
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QList<RecentFile> list = files();
    list.removeIf([&](const RecentFile& file) { return file.path == absolute; });
    list.prepend({absolute, QDateTime::currentDateTime()});
    if (list.size() > mostFiles)
        list.resize(mostFiles);
    write(list);
}

void RecentFiles::remove(const QString& path)
{
    QList<RecentFile> list = files();
    if (list.removeIf([&](const RecentFile& file) { return file.path == path; }) > 0)
        write(list);
}

void RecentFiles::clear()
{
    write({});
}

void RecentFiles::write(const QList<RecentFile>& files)
{
    QSettings settings;
    settings.remove(group());
    settings.beginWriteArray(group(), static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(pathKey(), files[i].path);
        settings.setValue(openedKey(), files[i].opened);
    }
    settings.endArray();
    emit changed();
}

} // namespace designer
