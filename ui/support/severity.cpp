#include "ui/support/severity.h"

#include <QCoreApplication>

namespace designer {

QString severityGlyph(asl::Severity severity)
{
    switch (severity) {
    case asl::Severity::Error: return QStringLiteral("problem-error");
    case asl::Severity::Warning: return QStringLiteral("problem-warning");
    case asl::Severity::Info: break;
    }
    return QStringLiteral("problem-info");
}

Token severityToken(asl::Severity severity)
{
    switch (severity) {
    case asl::Severity::Error: return Token::Err;
    case asl::Severity::Warning: return Token::Warn;
    case asl::Severity::Info: break;
    }
    return Token::Info;
}

QString severityWord(asl::Severity severity)
{
    switch (severity) {
    case asl::Severity::Error: return QCoreApplication::translate("designer::Severity", "Error");
    case asl::Severity::Warning: return QCoreApplication::translate("designer::Severity", "Warning");
    case asl::Severity::Info: break;
    }
    return QCoreApplication::translate("designer::Severity", "Note");
}

} // namespace designer
