#pragma once
// The files of resources/integrations as they were when the program was built (core/embed_files.cmake).

#include <span>
#include <string_view>

namespace asl {

struct CatalogueFile
{
    std::string_view name;
    std::string_view text;
};
std::span<const CatalogueFile> catalogueFiles(); ///< *.json
std::span<const CatalogueFile> actionFiles();    ///< *.txt: a line a service, its word and the names of its actions

} // namespace asl
