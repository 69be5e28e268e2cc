#pragma once
// What the items of a list are called and what each says in a line.

#include "ui/inspector/form_host.h"
#include "ui/support/tile.h"

#include <QString>

#include <optional>

namespace designer {

QString itemTitle(asl::ObjectType type, std::size_t index); ///< "Rule #1"
QString addItemText(asl::ObjectType type);                  ///< "Add rule"

struct ItemSummary
{
    QString text;   ///< condition, error names, number of states
    QString target; ///< name of the state it leads to
    std::optional<Tile> targetTile;
};
ItemSummary itemSummary(const FieldPlace& list, asl::NodeId item);

/// JSON of a new item.
std::string newItem(asl::ObjectType type, asl::QueryLanguage language);

} // namespace designer
