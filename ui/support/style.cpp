#include "ui/support/style.h"

namespace designer {

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

} // namespace designer
