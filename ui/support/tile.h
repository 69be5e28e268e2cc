#pragma once
// Tile: the small coloured square that says what kind of state something is, in lists, forms and on cards.

#include "core/model/state_machine.h"

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace designer {

struct Tile
{
    QString glyph;
    QColor fill;
    QColor ink;
};

/// Of a flow state, or a Task whose resource says nothing.
Tile tileOf(asl::StateType type);
/// Of a Task: the family of its service decides.
Tile tileOfResource(std::string_view arn);
/// Of a state of a machine; an unknown type has the look of a plain Task.
Tile tileOf(const asl::SyntaxTree& tree, const asl::State& state);

/// Paints tile and glyph; the glyph takes 15/22 of the side in small tiles, 20/32 in large ones.
void paintTile(QPainter& painter, const QRectF& rect, const Tile& tile);
/// The tile as an icon, for combo boxes and menus.
QIcon tileIcon(const Tile& tile);

} // namespace designer
