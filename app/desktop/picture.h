#pragma once
// Pictures of a graph as bytes of a file.

#include "core/support/result.h"
#include "ui/canvas/diagram.h"

#include <QString>

#include <string>

namespace designer {

enum class PictureFormat { Svg, Png, Pdf };

/// By the ending of the file's name; "-" is SVG.
asl::Result<PictureFormat> pictureFormat(const QString& path);
/// Any thread.
asl::Result<std::string> picture(const Diagram& diagram, PictureFormat format, qreal scale, const QString& title);

} // namespace designer
