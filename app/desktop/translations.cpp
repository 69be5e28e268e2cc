#include "app/desktop/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace designer {

QLocale interfaceLocale(const QString& named) { return named.isEmpty() ? QLocale::system() : QLocale(named); }

void installTranslations(QApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    const auto install = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            application.installTranslator(translator);
        else
            delete translator;
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("stepwright"), QStringLiteral(":/translations"));
}

} // namespace designer
