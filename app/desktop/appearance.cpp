#include "app/desktop/appearance.h"

#include "ui/support/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QSettings>

namespace designer {

namespace {

QString key() { return QStringLiteral("theme"); }

Theme::Variant desktopVariant = Theme::Variant::Light; // as it was before our palette hid it

Theme::Variant variantOf(const QString& name)
{
    if (name == u"light")
        return Theme::Variant::Light;
    if (name == u"dark")
        return Theme::Variant::Dark;
    if (name == u"high-contrast-dark")
        return Theme::Variant::HighContrastDark;
    if (name == u"high-contrast-light")
        return Theme::Variant::HighContrastLight;
    return desktopVariant;
}

} // namespace

QList<AppearanceChoice> appearanceChoices()
{
    const auto title = [](const char* text) { return QCoreApplication::translate("Appearance", text); };
    return {{QString(), title(QT_TRANSLATE_NOOP("Appearance", "As the desktop"))},
            {QStringLiteral("light"), title(QT_TRANSLATE_NOOP("Appearance", "Light"))},
            {QStringLiteral("dark"), title(QT_TRANSLATE_NOOP("Appearance", "Dark"))},
            {QStringLiteral("high-contrast-dark"), title(QT_TRANSLATE_NOOP("Appearance", "High contrast, dark"))},
            {QStringLiteral("high-contrast-light"), title(QT_TRANSLATE_NOOP("Appearance", "High contrast, light"))}};
}

QString chosenAppearance()
{
    return QSettings().value(key()).toString();
}

void chooseAppearance(const QString& name)
{
    QSettings().setValue(key(), name);
    Theme::current().setVariant(variantOf(name));
}

void installAppearance(QApplication& application)
{
    desktopVariant = Theme::preferred(application.palette());
    Theme::current().setVariant(variantOf(chosenAppearance()));
    Theme::current().install(application);
}

} // namespace designer
