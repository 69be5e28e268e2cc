#include "ui/support/qt_text.h"

#include <QCoreApplication>

namespace designer {

QString translated(const asl::Message& message)
{
    const std::string pattern = toUtf8(QCoreApplication::translate("core", message.literal.c_str()));
    return toQString(asl::filledIn(pattern, message.arguments));
}

QString translatedWord(std::string_view english)
{
    return QCoreApplication::translate("language", std::string(english).c_str());
}

} // namespace designer
