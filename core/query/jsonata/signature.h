#pragma once
// Signatures of functions: "<s-nn?:s>" says what arguments a function takes and which one the context may stand in for.

#include "core/query/outcome.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

class Signature
{
public:
    struct Parameter
    {
        std::string types{};     ///< letters that fit: s n b l o a f, and m for a missing value
        std::string name{};      ///< as written: "s", "a", "(ns)"
        std::string itemTypes{}; ///< of an array: the letters between < and >
        bool optional = false;
        bool repeated = false;
        bool fromContext = false; ///< taken from the context when it is not given
    };

    /// `text` with its angle brackets. Errors S0401, S0402; `position` counts in the text.
    static Outcome<Signature> parse(std::string_view text);

    const std::vector<Parameter>& parameters() const { return m_parameters; }
    /// The arguments as the function is to see them: single values made arrays, the context put in. Errors T0410, T0411,
    /// T0412, whose `position` is the number of the argument (from 1).
    Outcome<std::vector<Data>> arguments(std::vector<Data> given, const Data& context) const;

private:
    std::vector<Parameter> m_parameters;
};

/// The letter of a value's type.
char typeLetter(const Data& value);

} // namespace asl::query::jsonata
