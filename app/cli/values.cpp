#include "app/cli/values.h"

#include "app/cli/command.h"
#include "app/host/files.h"

namespace designer::cli {

asl::Result<asl::data::TokenValues> readTokenValues(const QString& path)
{
    asl::data::TokenValues values;
    if (path.isEmpty())
        return values;
    const auto text = host::readFile(path);
    if (!text)
        return text.error();
    const auto object = asl::data::parse(*text);
    if (!object)
        return asl::Error{asl::Message(placed(path, *text, object.error()) + asl::english(object.error().message)), {}};
    if (!object->isObject())
        return asl::Error{{"%1 must hold an object of token names and values.", {path.toStdString()}}, {}};
    for (const asl::Member& member : object->members())
        values.insert_or_assign(std::string(member.key.text()), member.value);
    return values;
}

} // namespace designer::cli
