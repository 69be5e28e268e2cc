#pragma once
// StepResult: what a step of a path finds, led through the plain names that follow the step, one level of arrays taken apart.

#include "core/query/jsonata/evaluator.h"

namespace asl::query::jsonata {

/// Values lie on top of the evaluator's stack of values until build().
class StepResult
{
public:
    StepResult(Evaluator& evaluator, Frame& frame, std::span<Node* const> names)
        : m_evaluator(evaluator), m_frame(frame), m_names(names), m_begin(evaluator.m_values.size())
    {
    }
    StepResult(const StepResult&) = delete;
    StepResult& operator=(const StepResult&) = delete;
    ~StepResult() { m_evaluator.m_values.resize(m_begin); }

    /// What the step makes of one item.
    void add(const Data& value) { addFound(value, 0); }
    /// What follows comes by addItem() and is one sequence.
    void beginSequence()
    {
        if (!m_names.empty())
            return;
        ++m_count;
        takeApart();
    }
    void addItem(const Data& item);
    /// `last`: nothing follows in the path.
    Data build(bool last);

private:
    void addThrough(const Data& value, std::size_t name);
    void addFound(const Data& value, std::size_t name);
    void addLast(const Data& value);
    void append(const Data& value);
    void takeApart();

    Evaluator& m_evaluator;
    Frame& m_frame;
    std::span<Node* const> m_names;
    std::size_t m_begin;
    std::size_t m_count = 0;
    Data m_whole;
};

} // namespace asl::query::jsonata
