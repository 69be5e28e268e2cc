#pragma once
// The language of the interface.

#include <QLocale>
#include <QString>

class QApplication;

namespace designer {

/// The locale named on the command line ("ja"), else the system's.
QLocale interfaceLocale(const QString& named);
/// Makes `locale` the default and installs the texts for it, ours and Qt's. Before any widget is made.
void installTranslations(QApplication& application, const QLocale& locale);

} // namespace designer
