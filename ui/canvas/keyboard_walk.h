#pragma once
// Where the keyboard goes on the canvas.

#include "ui/canvas/diagram.h"

namespace designer {

/// Ways out of a node in order: into the scopes inside first, then rules, Default or Next, then catchers.
std::vector<quint32> waysOut(const Diagram& diagram, quint32 node);
/// State that a way leads to: the end of an inner scope counts as the way out of its container. noId at the end.
quint32 stateAfter(const Diagram& diagram, quint32 edge);
/// State that leads here first; from the first state of a scope its container. noId at the start.
quint32 stateBefore(const Diagram& diagram, quint32 node);
/// The next or previous state in reading order: from top to bottom, from left to right. Begins anew at the ends.
quint32 stateBeside(const Diagram& diagram, quint32 node, int step);

} // namespace designer
