// The table of functions: rows by name, their signatures read once.

#include "core/query/jsonata/functions.h"

#include <unordered_map>

namespace asl::query::jsonata {

namespace {

struct Table
{
    std::vector<FunctionRow> rows;
    std::unordered_multimap<std::string_view, const FunctionRow*> byName;
    std::vector<std::shared_ptr<const Signature>> signatures;
    std::vector<Data> functions;

    Table()
    {
        for (const auto& part : {textFunctions(), patternFunctions(), numberFunctions(), collectionFunctions(), higherFunctions(), serviceFunctions()})
            rows.insert(rows.end(), part.begin(), part.end());
        for (const FunctionRow& row : rows) {
            Problem problem;
            byName.emplace(row.name, &row);
            signatures.push_back(Signature::parse(row.signature, problem));
            auto procedure = std::make_shared<Procedure>();
            procedure->row = &row;
            functions.push_back(Data::function(std::move(procedure)));
        }
    }
};

const Table& table()
{
    static const Table all;
    return all;
}

} // namespace

std::span<const FunctionRow> functionRows() { return table().rows; }

const FunctionRow* findFunction(std::string_view name, JsonataDialect dialect)
{
    const auto other = dialect == JsonataDialect::Reference ? FunctionRow::In::StepFunctions : FunctionRow::In::Reference;
    const auto [begin, end] = table().byName.equal_range(name);
    for (auto entry = begin; entry != end; ++entry)
        if (entry->second->in != other)
            return entry->second;
    return nullptr;
}

namespace {

std::size_t placeOf(const FunctionRow& row) { return static_cast<std::size_t>(&row - table().rows.data()); }

} // namespace

const Data& functionOf(const FunctionRow& row) { return table().functions[placeOf(row)]; }

const Signature& signatureOf(const FunctionRow& row) { return *table().signatures[placeOf(row)]; }

} // namespace asl::query::jsonata
