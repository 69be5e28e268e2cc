// stepwright: the desktop program.

#include <QApplication>
#include <QPlainTextEdit>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QPlainTextEdit view;
    view.show();
    return application.exec();
}
