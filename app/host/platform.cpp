#include "app/host/platform.h"

#include <QCryptographicHash>
#include <QString>

namespace designer::host {

namespace {

std::string digest(std::string_view algorithm, std::string_view bytes)
{
    const auto chosen = algorithm == "MD5" ? QCryptographicHash::Md5
        : algorithm == "SHA-1"             ? QCryptographicHash::Sha1
        : algorithm == "SHA-256"           ? QCryptographicHash::Sha256
        : algorithm == "SHA-384"           ? QCryptographicHash::Sha384
                                           : QCryptographicHash::Sha512;
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, chosen).toHex().toStdString();
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

asl::query::Platform platform()
{
    return {
        .upperCase = [](std::string_view text) { return fromUtf8(text).toUpper().toStdString(); },
        .lowerCase = [](std::string_view text) { return fromUtf8(text).toLower().toStdString(); },
        .hash = digest,
    };
}

} // namespace designer::host
