// compile(): from a snapshot to a Program. What every state has in common; the work of each type is read in
// compile_work.cpp.

#include "core/execution/compile_work.h"
#include "core/execution/tested_state.h"

namespace asl {

namespace {

class Compiler
{
public:
    Compiler(const SnapshotPointer& snapshot, const CompileOptions& options, std::vector<CompileProblem>& problems)
        : m_options(options), m_machine(snapshot->machine()), m_problems(problems), m_reader(snapshot->tree(), options, problems),
          m_program(std::make_shared<Program>())
    {
        m_program->snapshot = snapshot;
        m_program->express = options.express;
        m_program->readsItems = options.readsItems;
        if (options.tokens)
            m_program->tokens = *options.tokens;
        if (options.platform)
            m_program->platform = *options.platform;
    }

    ProgramPointer run()
    {
        const NodeId root = m_reader.tree().root();
        if (m_machine.scopes().empty() || m_reader.tree().kind(root) != NodeKind::Object) {
            m_reader.invalid(root, ASL_TEXT("core", "A definition is a JSON object with \"StartAt\" and \"States\"."));
            return {};
        }
        m_program->start = startOf(0);
        m_program->timeoutSeconds = m_reader.wholeNumber(root, "TimeoutSeconds");
        for (const Transition& transition : m_machine.transitions())
            m_program->transitions.push_back(m_machine.path(transition));
        m_program->states.resize(m_machine.states().size());
        for (StateId id = 0; id < m_program->states.size(); ++id)
            readState(id);
        return m_program;
    }

private:
    /// The state a scope starts at.
    StateId startOf(ScopeId scope)
    {
        const Transition& start = m_machine.transition(m_machine.scope(scope).start);
        if (start.to == noId)
            m_reader.invalid(start.reference != noNode ? start.reference : m_machine.scope(scope).node,
                             {ASL_TEXT("core", "\"StartAt\" must name a state beside it; there is no state \"%1\"."), {start.targetName}});
        return start.to;
    }

    Target target(TransitionId id)
    {
        const Transition& transition = m_machine.transition(id);
        if (transition.to == noId && transition.kind != TransitionKind::End)
            m_reader.invalid(transition.reference != noNode ? transition.reference : transition.owner,
                             {ASL_TEXT("core", "There is no state \"%1\" to go to."), {transition.targetName}});
        return {transition.to, id};
    }

    void readState(StateId id)
    {
        const State& state = m_machine.state(id);
        StateProgram& program = m_program->states[id];
        if (!state.type) {
            m_reader.invalid(state.node, {ASL_TEXT("core", "State \"%1\" has no \"Type\" that is known."), {state.name}});
            return;
        }
        program.type = *state.type;
        program.language = state.language;
        program.name = Data::string(state.name);
        program.about = Data::object({{Data::string("name"), program.name}});
        program.path = m_machine.path(id);
        readDataFlow(state, program);
        readTransitions(state, program);
        readRetriers(state, program);
        readCatchers(state, program);
        std::vector<StateId> starts;
        for (const ScopeId scope : state.scopes)
            starts.push_back(startOf(scope));
        program.work = readWork(m_reader, state, program, starts);
        const FieldReader::Uses uses = m_reader.takeUses();
        program.usesContext = uses.context;
        program.usesStates = uses.states;
    }

    void readDataFlow(const State& state, StateProgram& program)
    {
        program.assign = m_reader.valueTemplate(state.node, "Assign", state.language);
        if (state.language == QueryLanguage::JSONata) {
            program.parameters = m_reader.valueTemplate(state.node, "Arguments", state.language);
            program.output = m_reader.valueTemplate(state.node, "Output", state.language);
            return;
        }
        program.inputPath = m_reader.path(state.node, "InputPath");
        program.outputPath = m_reader.path(state.node, "OutputPath");
        if (program.type == StateType::Task || program.type == StateType::Parallel || program.type == StateType::Pass)
            program.parameters = m_reader.valueTemplate(state.node, "Parameters", state.language);
        program.resultSelector = m_reader.valueTemplate(state.node, "ResultSelector", state.language);
        program.resultPath = m_reader.resultPath(state.node);
    }

    void readTransitions(const State& state, StateProgram& program)
    {
        for (const TransitionId id : state.transitions) {
            const TransitionKind kind = m_machine.transition(id).kind;
            if (kind == TransitionKind::Next || kind == TransitionKind::End) {
                program.next = target(id);
                return;
            }
        }
        if (program.type != StateType::Choice && !info(program.type).terminal)
            m_reader.invalid(state.node, {ASL_TEXT("core", "State \"%1\" needs \"Next\" or \"End\": true."), {state.name}});
    }

    void readRetriers(const State& state, StateProgram& program)
    {
        const SyntaxTree& tree = m_reader.tree();
        const NodeId list = tree.find(state.node, "Retry");
        if (list == noNode || tree.kind(list) != NodeKind::Array)
            return;
        for (const NodeId node : tree.children(list)) {
            RetrierProgram retrier;
            retrier.errorEquals = m_reader.texts(node, "ErrorEquals");
            retrier.intervalSeconds = m_reader.number(node, "IntervalSeconds").value_or(retrier.intervalSeconds);
            retrier.backoffRate = m_reader.number(node, "BackoffRate").value_or(retrier.backoffRate);
            retrier.maxAttempts = m_reader.wholeNumber(node, "MaxAttempts").value_or(retrier.maxAttempts);
            retrier.maxDelaySeconds = m_reader.number(node, "MaxDelaySeconds");
            retrier.fullJitter = m_reader.text(node, "JitterStrategy") == "FULL";
            program.retriers.push_back(std::move(retrier));
        }
    }

    void readCatchers(const State& state, StateProgram& program)
    {
        for (const TransitionId id : state.transitions) {
            const Transition& transition = m_machine.transition(id);
            if (transition.kind != TransitionKind::Catch)
                continue;
            CatcherProgram catcher;
            catcher.errorEquals = m_reader.texts(transition.owner, "ErrorEquals");
            const std::string location = "Catch[" + std::to_string(transition.index) + "]/";
            catcher.resultPath = m_reader.resultPath(transition.owner);
            catcher.assign = m_reader.valueTemplate(transition.owner, "Assign", state.language, location + "Assign");
            if (state.language == QueryLanguage::JSONata)
                catcher.output = m_reader.valueTemplate(transition.owner, "Output", state.language, location + "Output");
            catcher.target = target(id);
            program.catchers.push_back(std::move(catcher));
        }
    }

    StateWork readWork(FieldReader& reader, const State& state, StateProgram& program, const std::vector<StateId>& starts)
    {
        if (program.type != StateType::Choice)
            return asl::readWork(reader, state, program, starts, m_options);
        ChoiceProgram choice;
        for (const TransitionId id : state.transitions) {
            const Transition& transition = m_machine.transition(id);
            if (transition.kind == TransitionKind::Default)
                choice.otherwise = target(id);
            if (transition.kind == TransitionKind::ChoiceRule)
                choice.rules.push_back(readChoiceRule(reader, state, transition, target(id)));
        }
        return choice;
    }

    static ChoiceProgram::Rule readChoiceRule(FieldReader& reader, const State& state, const Transition& transition, Target target)
    {
        const std::string location = "Choices[" + std::to_string(transition.index) + "]/";
        ChoiceProgram::Rule rule;
        rule.target = target;
        rule.assign = reader.valueTemplate(transition.owner, "Assign", state.language, location + "Assign");
        if (state.language == QueryLanguage::JSONPath) {
            rule.condition = readRule(reader, transition.owner);
            return rule;
        }
        rule.computed = reader.jsonata(transition.owner, "Condition", location + "Condition");
        rule.output = reader.valueTemplate(transition.owner, "Output", state.language, location + "Output");
        if (reader.tree().find(transition.owner, "Condition") == noNode)
            reader.invalid(transition.owner, ASL_TEXT("core", "A Choice Rule of a JSONata state needs \"Condition\"."));
        return rule;
    }

    const CompileOptions& m_options;
    const StateMachine& m_machine;
    std::vector<CompileProblem>& m_problems;
    FieldReader m_reader;
    std::shared_ptr<Program> m_program;
};

} // namespace

/// Without the program when there are problems, whoever they disturb.
static Compilation compiled(const SnapshotPointer& snapshot, const CompileOptions& options, bool onlyOneState)
{
    Compilation result;
    for (const SyntaxError& error : snapshot->tree().errors())
        result.problems.push_back({CompileProblem::Kind::Invalid, error.range, error.message, {}});
    if (!result.problems.empty())
        return result;
    ProgramPointer program = Compiler(snapshot, options, result.problems).run();
    if (onlyOneState)
        std::erase_if(result.problems, [](const CompileProblem& problem) { return problem.kind == CompileProblem::Kind::Unsupported; });
    if (result.problems.empty())
        result.program = std::move(program);
    return result;
}

Compilation compile(const SnapshotPointer& snapshot, const CompileOptions& options) { return compiled(snapshot, options, false); }

Compilation compileForOneState(const SnapshotPointer& snapshot, const CompileOptions& options) { return compiled(snapshot, options, true); }

} // namespace asl
