#pragma once
// How single values are written as JSON text; shared by printing and by the size that is known without printing.

#include "core/data/data.h"

#include <string>
#include <string_view>

namespace asl::data {

void appendQuoted(std::string& text, std::string_view utf8);
/// Everything but arrays and objects.
void appendScalar(std::string& text, const Data& scalar);
/// What appendScalar would add.
std::size_t scalarJsonSize(const Data& scalar);

} // namespace asl::data
