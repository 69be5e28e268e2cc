#pragma once
// LiveWorld: what the expressions of a state see when its other fields are as they are written now: the data known of it,
// taken through InputPath, Parameters, ResultSelector and ResultPath as the machine does.

#include "core/execution/compile_work.h"
#include "core/execution/evaluation.h"
#include "core/execution/known_data.h"
#include "core/language/expressions.h"

#include <map>
#include <optional>
#include <utility>

namespace asl {

class LiveWorld
{
public:
    LiveWorld(SnapshotPointer snapshot, StateId state, KnownData known, const data::TokenValues& tokens, const query::Platform& platform);

    /// A value, or why there is none.
    struct Known
    {
        Data value;
        Message why;
        bool isKnown() const { return !value.isUndefined(); }
    };
    /// `$` in JSONPath; the part of $states beside the input in JSONata. `object` holds the field.
    Known seen(Sees sees, ObjectType object) const;
    Known input() const;  ///< as the state is entered
    Known result() const; ///< of the work
    Known caught() const; ///< by a Catcher
    /// Nothing at all is known of the state.
    bool isBlank() const { return m_known.source == KnownData::Source::Nothing; }
    /// The work has a result of its own, rather than handing its input on.
    bool hasResult() const;

    const State& state() const { return m_snapshot->machine().state(m_state); }
    const SyntaxTree& tree() const { return m_snapshot->tree(); }
    const data::TokenValues& tokens() const { return m_tokens; }

    /// What an expression may look at: a machine that stands in the state. Made anew for each, so that random numbers stay
    /// the same.
    class Visit
    {
    public:
        /// `object` and `sees` are those of the field.
        Visit(const LiveWorld& world, Sees sees, ObjectType object);
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;
        operator const Evaluation&() const { return *m_evaluation; }
        operator const query::EvaluationContext&() const { return *m_evaluation; }

    private:
        Program m_program;
        ExecutionState m_execution;
        Frame m_frame;
        Data m_result;
        Data m_errorOutput;
        std::optional<Evaluation> m_evaluation;
    };

    /// Reads with `read`, which is given a FieldReader; empty when what is written has a problem.
    template <class Read>
    auto readField(Read read) const -> std::optional<decltype(read(std::declval<FieldReader&>()))>
    {
        CompileOptions options;
        options.tokens = &m_tokens;
        std::vector<CompileProblem> problems;
        FieldReader reader(m_snapshot->tree(), options, problems);
        auto value = read(reader);
        if (!problems.empty())
            return {};
        return value;
    }

private:
    Known filtered() const;
    Known effective() const;
    Known merge() const;
    const MapItem& firstItem() const;
    MapItem computeFirstItem() const;
    Known computeSeen(Sees sees, ObjectType object) const;
    template <class Read, class Compute>
    Known through(const char* field, const Known& from, Read read, Compute compute) const;

    SnapshotPointer m_snapshot;
    StateId m_state;
    KnownData m_known;
    const data::TokenValues& m_tokens;
    const query::Platform& m_platform;
    // The same for every expression of the state, and not for nothing in a large definition.
    mutable std::map<std::pair<Sees, bool>, Known> m_seen; ///< by what is seen and whether a Catcher sees it
    mutable std::optional<MapItem> m_firstItem;
};

} // namespace asl
