#pragma once
// The texts of tests/data/text, and the same with other line ends, a byte order mark, or damage.

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace asl::test {

inline std::vector<std::pair<std::string, std::string>> textFixtures()
{
    std::vector<std::pair<std::string, std::string>> texts;
    const QDir folder(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/text"));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        QByteArray carriageReturns = bytes;
        carriageReturns.replace("\n", "\r\n");
        const std::string label = name.toStdString();
        texts.emplace_back(label, bytes.toStdString());
        texts.emplace_back(label + ", CR LF and byte order mark", "\xEF\xBB\xBF" + carriageReturns.toStdString());
        texts.emplace_back(label + ", truncated", bytes.left(bytes.size() * 2 / 3).toStdString());
    }
    return texts;
}

} // namespace asl::test
