#pragma once
// What all states have in common between input and output: paths, templates, ResultPath, sizes, with the service's words
// when they fail.

#include "core/execution/compiled_program.h"

namespace asl {

/// A value or what went wrong.
template <class T>
class [[nodiscard]] Computed
{
public:
    Computed(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Computed(Fault fault) : m_content(std::in_place_index<1>, std::move(fault)) {}
    explicit operator bool() const { return m_content.index() == 0; }
    T& operator*() { return std::get<0>(m_content); }
    T* operator->() { return &std::get<0>(m_content); }
    Fault& fault() { return std::get<1>(m_content); }

private:
    std::variant<T, Fault> m_content;
};

/// An indefinite path never misses in a run: where Jayway misses before the first wildcard, the service gives [].
query::Outcome<Data> evaluated(const query::JsonPath& path, const Data& root, const query::EvaluationContext& context);

/// InputPath and OutputPath: absent keeps `data`, null gives {}.
Computed<Data> selected(const PathField& field, const Data& data, const query::EvaluationContext& context);
/// Absent keeps `data`.
Computed<Data> templated(const std::optional<query::PayloadTemplate>& payloadTemplate, const Data& data,
                         const query::EvaluationContext& context);
Computed<Data> merged(const ResultPathField& field, const Data& raw, Data result);

/// A number by literal or path; empty when the field is absent. A path that misses is a fault.
Computed<std::optional<Data>> numberValue(const NumberField& field, const Data& input, const query::EvaluationContext& context);

/// States.DataLimitExceeded when `data` is larger than a payload may be; `who` returned it.
std::optional<Fault> sizeFault(const Data& data, std::string_view who);

} // namespace asl
