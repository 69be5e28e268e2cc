#pragma once
// Site: where in the text a cursor is, whatever the language: at the name of a member, at a value, and what stands there
// already. The text around it may be half-typed.

#include "core/document/snapshot.h"
#include "core/text/written_text.h"

#include <string>

namespace asl::completion {

struct Site
{
    enum class Kind : std::uint8_t { Nothing, Key, Value };
    Kind kind = Kind::Nothing;
    /// The object or array around it. When `opens`: a member or item without a value yet, which gets it here.
    NodeId around = noNode;
    bool opens = false;
    bool isItem = false;   ///< of an array; in YAML the item may become an object, so its name may be typed, too
    NodeId node = noNode;  ///< the member or item at the cursor; noNode: a new one
    std::string key;       ///< Value: the name of its member
    TextRange range;       ///< what stands there, with quotes: is replaced as a whole
    WrittenText written;   ///< the same
    std::size_t offset = 0; ///< of the cursor in written.value
    bool block = false;    ///< YAML without brackets
    bool hasColon = false; ///< Key: a colon follows already

    std::string_view typed() const { return std::string_view(written.value).substr(0, offset); }
};

Site siteAt(const Snapshot& snapshot, std::size_t offset);

/// The same for a place of a YAML text that lies in no brackets (yaml_site.cpp).
Site yamlSiteAt(const Snapshot& snapshot, std::size_t offset);
/// Fills in what stands in `range` and where the cursor is in it.
void readWritten(const Snapshot& snapshot, Site& site, TextRange range, std::size_t offset);

} // namespace asl::completion
