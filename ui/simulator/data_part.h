#pragma once
// DataPart: a part of a value, and the value with another part in its place.

#include "core/data/data.h"

#include <QString>

#include <string>
#include <vector>

namespace designer {

struct DataPart
{
    struct Step
    {
        std::string key; ///< of a member
        int index = -1;  ///< of an item
    };
    asl::Data whole;
    std::vector<Step> steps; ///< from the whole to the part; none: the whole itself
    QString path;            ///< as it is shown
    asl::Data value;

    asl::Data wholeWith(const asl::Data& changed) const;
};

} // namespace designer
