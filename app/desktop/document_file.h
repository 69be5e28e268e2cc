#pragma once
// DocumentFile: a file as the documents that are open of it know it together. A template has several: each is one of its
// machines.

#include <QString>

#include <string>

namespace designer {

struct DocumentFile
{
    QString path;
    std::string text; ///< what stood in it when it was read or written last
    std::string unread; ///< a later text that cannot be read; it was said
    bool isGone = false;
};

} // namespace designer
