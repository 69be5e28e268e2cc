#include "app/desktop/token_store.h"

#include "ui/support/qt_text.h"

#include <QCryptographicHash>
#include <QSettings>

namespace designer {

namespace {

QString keyOf(const QString& file) { return fileKey(QStringLiteral("tokens"), file); }

} // namespace

QString fileKey(const QString& group, const QString& file)
{
    const QByteArray digest = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1).toHex();
    return group + QLatin1Char('/') + QString::fromLatin1(digest);
}

asl::data::TokenValues storedTokens(const QString& file)
{
    asl::data::TokenValues values;
    if (file.isEmpty())
        return values;
    const auto stored = asl::data::parse(toUtf8(QSettings().value(keyOf(file)).toString()));
    if (stored)
        for (const asl::Member& member : stored->members())
            values.emplace(std::string(member.key.text()), member.value);
    return values;
}

void storeTokens(const QString& file, const asl::data::TokenValues& values)
{
    if (file.isEmpty())
        return;
    asl::ObjectBuilder object;
    for (const auto& [name, value] : values)
        object.set(name, value);
    QSettings settings;
    if (values.empty())
        settings.remove(keyOf(file));
    else
        settings.setValue(keyOf(file), toQString(asl::data::toJson(std::move(object).build())));
}

} // namespace designer
