#pragma once
// Reference Paths: the paths that name exactly one place; ResultPath writes through one.

#include "core/data/json.h"
#include "core/query/outcome.h"

#include <string_view>

namespace asl::query {

class ReferencePath
{
public:
    static Outcome<ReferencePath> compile(std::string_view text);

    const std::string& text() const { return m_text; }
    bool isRoot() const { return m_steps.empty(); }
    const data::DataPath& steps() const { return m_steps; }
    Outcome<Data> read(const Data& root, const EvaluationContext& context = {}) const;
    /// `whole` with `value` at this place; missing objects are made. Error: code "States.ResultPathMatchFailure".
    Outcome<Data> write(const Data& whole, Data value) const;

private:
    std::string m_text;
    std::string m_variable; ///< not empty: the root is this variable; "$": the context object
    data::DataPath m_steps;
};

} // namespace asl::query
