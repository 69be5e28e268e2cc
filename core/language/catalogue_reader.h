#pragma once
// Reads the files of the catalogue. Names are views into the parsed files, which the catalogue keeps.

#include "core/language/catalogue.h"
#include "core/support/result.h"

#include <deque>
#include <vector>

namespace asl {

struct Catalogue
{
    std::vector<Integration> integrations; ///< optimized ones, sorted
    std::vector<Integration> sdkActions;   ///< sorted
    std::vector<ServiceInfo> services;     ///< sorted
    std::vector<SdkService> sdkServices;   ///< sorted

    // What the views above look into.
    std::deque<Data> files;
    std::deque<std::string> names;
    std::deque<ValueShape> shapes;
    std::deque<std::vector<MemberShape>> members;
    std::deque<std::vector<std::string_view>> words;
    std::deque<std::vector<std::span<const std::string_view>>> groups;
};

/// Adds one file. The error says what is wrong and where.
Result<void> readCatalogueFile(std::string_view text, Catalogue& catalogue);
/// All rows in order, each once; the error names one that is there twice.
Result<void> sortCatalogue(Catalogue& catalogue);
/// The one that is part of the program.
const Catalogue& catalogue();

} // namespace asl
