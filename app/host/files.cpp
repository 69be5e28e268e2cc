#include "app/host/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <csignal>
#include <cstdio>

namespace designer::host {

namespace {

constexpr int mostLinks = 40; // as the system follows
constexpr qint64 largestFile = qint64(1) << 30;

asl::Error problem(const char* literal, const QString& path, const QString& detail = {})
{
    return {asl::Message(literal, {path.toStdString(), detail.toStdString()}), std::nullopt};
}

/// QSaveFile renames over the name it is given: through symbolic links it must be given the file they lead to, also one that
/// does not exist yet.
QString behindLinks(const QString& path)
{
    QString target = path;
    for (int links = 0; links < mostLinks && QFileInfo(target).isSymLink(); ++links)
        target = QFileInfo(target).symLinkTarget();
    return target;
}

} // namespace

asl::Result<std::string> readFile(const QString& path)
{
    QFile file(path);
    if (path == u"-") {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return problem(ASL_TEXT("core", "Standard input cannot be read: %2."), path, file.errorString());
    } else {
        const QFileInfo info(path);
        if (!info.exists())
            return problem(ASL_TEXT("core", "%1: there is no such file. Check the name and the folder."), path);
        if (info.isDir())
            return problem(ASL_TEXT("core", "%1 is a folder. Name a file in it."), path);
        if (!info.isFile())
            return problem(ASL_TEXT("core", "%1 is not a regular file. Copy its content to a file first."), path);
        if (info.size() > largestFile)
            return problem(ASL_TEXT("core", "%1 is larger than 1 GiB and cannot be a definition."), path);
        if (!file.open(QIODevice::ReadOnly))
            return problem(ASL_TEXT("core", "%1 cannot be read: %2. Check its permissions."), path, file.errorString());
    }
    std::string bytes = file.readAll().toStdString();
    if (file.error() != QFileDevice::NoError)
        return problem(ASL_TEXT("core", "%1 could not be read to its end: %2."), path, file.errorString());
    return bytes;
}

void letLargeWritesFail()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

asl::Result<void> writeFile(const QString& path, const std::string& bytes)
{
    return writeFileInPieces(path, [&bytes](const auto& write) { write(bytes); });
}

asl::Result<void> writeFileInPieces(const QString& path, const Pieces& pieces)
{
    bool whole = true;
    if (path == u"-") {
        pieces([&whole](std::string_view part) { whole = whole && std::fwrite(part.data(), 1, part.size(), stdout) == part.size(); });
        if (!whole || std::fflush(stdout) != 0)
            return problem(ASL_TEXT("core", "Standard output could not be written."), path);
        return {};
    }
    const QFileInfo info(path);
    if (!info.absoluteDir().exists())
        return problem(ASL_TEXT("core", "%1 cannot be written: its folder does not exist. Save under another name."), path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return problem(ASL_TEXT("core", "%1 is not a regular file. Save under another name."), path);
    if (info.isDir())
        return problem(ASL_TEXT("core", "%1 is a folder. Choose a file name in it."), path);
    if (info.exists() && !info.isWritable())
        return problem(ASL_TEXT("core", "%1 is write-protected. Change its permissions or save under another name."), path);
    QSaveFile file(behindLinks(path));
    if (!file.open(QIODevice::WriteOnly))
        return problem(ASL_TEXT("core", "%1 cannot be written: %2. The file is unchanged."), path, file.errorString());
    // A short write is no error to QSaveFile, and commit() would replace the file by its first part.
    pieces([&](std::string_view part) {
        const auto size = static_cast<qint64>(part.size());
        whole = whole && file.write(part.data(), size) == size;
    });
    if (!whole || !file.flush()) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return problem(ASL_TEXT("core", "%1 could not be written completely: %2. The file is unchanged; free some space or "
                                        "save elsewhere."), path, reason);
    }
    if (!file.commit())
        return problem(ASL_TEXT("core", "%1 could not be replaced: %2. The file is unchanged."), path, file.errorString());
    return {};
}

} // namespace designer::host
