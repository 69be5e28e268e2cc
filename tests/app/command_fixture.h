#pragma once
// What the tests of stepwright-cli share: running it, and files for it.

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace fixture {

struct Answer
{
    int status = -1;
    QByteArray output;
    QByteArray messages;
};

inline Answer run(const QStringList& arguments, const QByteArray& input = {}, const QString& folder = {})
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(STEPWRIGHT_BINARY_DIR "/stepwright-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline QStringList words(const char* line) { return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts); }

/// Writes a file and returns its path.
inline QString write(const QTemporaryDir& folder, const char* name, const QByteArray& content)
{
    const QString path = folder.filePath(QString::fromUtf8(name));
    QFile written(path);
    if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
        qFatal("a test file cannot be written");
    return path;
}

} // namespace fixture
