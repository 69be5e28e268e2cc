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
    const auto install = [&](const QLocale& language, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(language, name, QStringLiteral("_"), folder))
            application.installTranslator(translator);
        else
            delete translator;
    };
    const QString texts = QStringLiteral(":/translations");
    install(QLocale(QLocale::English), QStringLiteral("stepwright"), texts); // plurals, for what has no translation
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English)
        install(locale, QStringLiteral("stepwright"), texts);
}

} // namespace designer
