// stepwright: the desktop program.

#include "app/desktop/appearance.h"
#include "app/desktop/event_clock.h"
#include "app/desktop/main_window.h"
#include "app/desktop/render_command.h"
#include "app/desktop/translations.h"
#include "app/host/files.h"
#include "ui/support/icons.h"
#include "ui/support/undo_keys.h"

#include <QCommandLineParser>

#include <algorithm>
#include <clocale>
#include <string_view>

using namespace designer;

namespace {

/// Help and version are printed also where there is no display.
bool wantsOnlyWords(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "--help-all" || word == "-h" || word == "--version" || word == "-v";
    });
}

} // namespace

int main(int argc, char** argv)
{
    const bool picture = wantsPicture(argc, argv);
    if (picture || wantsOnlyWords(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    EventClock application(argc, argv);
    host::letLargeWritesFail();
    std::setlocale(LC_NUMERIC, "C"); // Graphviz writes and reads numbers by the C locale
    if (picture)
        return renderCommand(application.arguments().mid(1));
    QCoreApplication::setOrganizationName(QStringLiteral("Stepwright"));
    QCoreApplication::setApplicationName(QStringLiteral("stepwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STEPWRIGHT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Stepwright"));
    QGuiApplication::setDesktopFileName(QStringLiteral("stepwright"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Edits, draws and simulates workflows in the Amazon States Language.\n"
                                                    "--render OUT FILE draws a picture without a window; see stepwright-cli for everything else."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption locale(QStringLiteral("locale"), QStringLiteral("Language of the interface."), QStringLiteral("name"));
    parser.addOption(locale);
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("Definitions to open."), QStringLiteral("[file…]"));
    parser.process(application);

    installTranslations(application, interfaceLocale(parser.value(locale)));
    installAppearance(application);
    UndoKeys undoKeys(&application);
    application.installEventFilter(&undoKeys);
#ifndef NDEBUG
    application.setLogging(true);
#endif
    MainWindow window;
    window.setWindowIcon(QIcon(QStringLiteral(":/icons/app-icon.svg")));
    window.show();
    for (const QString& file : parser.positionalArguments())
        window.openFile(file);
    return QApplication::exec();
}
