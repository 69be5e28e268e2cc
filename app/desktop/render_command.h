#pragma once
// stepwright --render OUT FILE: draws the graph into a file as the canvas shows it. No window, no display.

#include <QStringList>

namespace designer {

/// Before the application object exists: whether a picture is wanted, so that no display is asked for.
bool wantsPicture(int argc, const char* const* argv);

/// `arguments` without the program's name. Returns the exit status.
int renderCommand(const QStringList& arguments);

} // namespace designer
