#pragma once
// Function signatures like <s-nn?:s>: which arguments fit, which are made arrays, where the context stands in.

#include "core/query/jsonata/problem.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

class Signature
{
public:
    /// On failure the problem's position is the place in `text`.
    static std::shared_ptr<const Signature> parse(std::string_view text, Problem& problem);

    /// Whether the arguments are right as they are; when not, validate() may still complete them.
    bool accepts(std::span<const Data> arguments) const;
    /// Checks and completes the arguments. False: `problem` says why.
    bool validate(std::vector<Data>& arguments, const Data& context, Problem& problem) const;

    /// How many arguments a call may have.
    struct Count
    {
        std::size_t least = 0;
        std::size_t most = 0; ///< anyNumber: no limit
    };
    static constexpr std::size_t anyNumber = static_cast<std::size_t>(-1);
    Count count() const;

private:
    struct Parameter
    {
        std::string symbols; ///< kinds that fit
        std::uint32_t kinds = 0; ///< the same, one bit for each kind of Data
        char type = 0;
        bool optional = false;
        bool many = false;
        bool context = false;
        std::string subtype;
    };
    bool match(std::string_view supplied, std::size_t parameter, std::size_t place, std::vector<std::size_t>& counts) const;
    bool reportMismatch(std::string_view supplied, const std::vector<Data>& arguments, Problem& problem) const;
    bool checkItems(const Parameter& parameter, char symbol, std::size_t matched, Data& argument, std::size_t place, Problem& problem) const;

    std::vector<Parameter> m_parameters;
};

} // namespace asl::query::jsonata
