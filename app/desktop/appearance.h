#pragma once
// Which theme the program shows: the user's choice, else what the desktop wants.

#include <QList>
#include <QString>

class QApplication;

namespace designer {

struct AppearanceChoice
{
    QString name;  ///< as kept in the settings; empty: as the desktop
    QString title; ///< translated
};

QList<AppearanceChoice> appearanceChoices();
QString chosenAppearance();
/// Keeps the choice and shows it.
void chooseAppearance(const QString& name);
/// Once, before any widget is made.
void installAppearance(QApplication& application);

} // namespace designer
