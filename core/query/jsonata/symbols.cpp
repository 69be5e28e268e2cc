// The names of variables as numbers.

#include "core/query/jsonata/syntax.h"

#include <mutex>
#include <unordered_map>

namespace asl::query::jsonata {

namespace {

struct NameHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

struct Symbols
{
    std::mutex mutex;
    std::unordered_map<std::string, Symbol, NameHash, std::equal_to<>> numbers;
    std::deque<std::string> names;
};

Symbols& symbols()
{
    static Symbols all;
    return all;
}

} // namespace

Symbol symbolOf(std::string_view name)
{
    Symbols& all = symbols();
    const std::lock_guard lock(all.mutex);
    if (const auto known = all.numbers.find(name); known != all.numbers.end())
        return known->second;
    const auto number = static_cast<Symbol>(all.names.size());
    all.numbers.emplace(name, number);
    all.names.emplace_back(name);
    return number;
}

const std::string& nameOf(Symbol symbol)
{
    Symbols& all = symbols();
    const std::lock_guard lock(all.mutex);
    return all.names[symbol];
}

} // namespace asl::query::jsonata
