#include "app/desktop/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

/// The texts lie in a static library, where nothing else asks for them. The macro needs the global namespace.
static void loadTexts() { Q_INIT_RESOURCE(translations); }

namespace designer {

QLocale interfaceLocale(const QString& named) { return named.isEmpty() ? QLocale::system() : QLocale(named); }

void installTranslations(QApplication& application, const QLocale& locale)
{
    loadTexts();
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
