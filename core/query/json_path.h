#pragma once
// JSONPath as Jayway 2.9 answers it, with the roots `$`, `$$` and `$variable` of the service.

#include "core/query/outcome.h"

#include <memory>
#include <string_view>

namespace asl::query {

class JsonPath
{
public:
    static Outcome<JsonPath> compile(std::string_view text);

    /// How many bytes of a path are its root: `$`, `$$` or `$variable`.
    static std::size_t rootLength(std::string_view text);
    /// No wildcard, slice, union, filter or deep scan: names exactly one place.
    bool isDefinite() const;
    const std::string& text() const;
    /// Definite: the value itself, or the error "not-found", whose `token` is the path's last step when that is an
    /// index outside of an array. Indefinite: always an array, maybe empty.
    Outcome<Data> evaluate(const Data& root, const EvaluationContext& context = {}) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace asl::query
