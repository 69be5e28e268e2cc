#pragma once
// QString ↔ UTF-8, and messages of core in the user's language.

#include "core/support/message.h"

#include <QString>

#include <string>
#include <string_view>

namespace designer {

inline QString toQString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }
inline std::string toUtf8(const QString& text) { return text.toStdString(); }

/// The message translated (context "core"), then filled in.
QString translated(const asl::Message& message);
/// A text of the language table translated (context "language").
QString translatedWord(std::string_view english);

} // namespace designer
