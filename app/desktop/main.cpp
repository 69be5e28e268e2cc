// stepwright: the desktop program.

#include "app/desktop/render_command.h"

#include <QApplication>
#include <QPlainTextEdit>

#include <clocale>

int main(int argc, char** argv)
{
    const bool picture = designer::wantsPicture(argc, argv);
    if (picture)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Graphviz writes and reads numbers by the C locale
    if (picture)
        return designer::renderCommand(application.arguments().mid(1));
    QPlainTextEdit view;
    view.show();
    return application.exec();
}
