// stepwright-cli edit: the operations of the canvas, one after another, on the text of a file.

#include "app/cli/command.h"

#include "app/host/files.h"
#include "core/document/edits.h"
#include "core/document/new_machine.h"

#include <optional>

namespace designer::cli {

namespace {

/// What is left of the command line, taken word by word.
class Words
{
public:
    explicit Words(const QStringList& words) : m_words(words) {}

    bool atEnd() const { return m_next >= m_words.size(); }
    std::string take() { return m_words[m_next++].toStdString(); }
    bool takeIf(const char* word)
    {
        const bool found = !atEnd() && m_words[m_next] == QLatin1String(word);
        m_next += found ? 1 : 0;
        return found;
    }
    asl::Result<std::string> take(const char* what, const std::string& operation)
    {
        if (atEnd())
            return asl::Error{{"%1 needs %2. See --help.", {operation, what}}, {}};
        return take();
    }

private:
    const QStringList& m_words;
    qsizetype m_next = 0;
};

asl::Error noSuchState(const std::string& word)
{
    return {{"There is no state %1, or several have this name: give its JSON pointer (/States/Name).", {word}}, {}};
}

/// A name that is unique in the machine, or the JSON pointer of a state.
asl::Result<asl::StatePath> statePath(const asl::Snapshot& snapshot, const std::string& word)
{
    const asl::StateMachine& machine = snapshot.machine();
    if (const asl::StateId id = machine.findUnique(word); id != asl::noId)
        return machine.path(id);
    if (word.rfind('/', 0) == 0)
        if (const auto node = snapshot.tree().atPointer(word))
            for (asl::StateId id = 0; id < machine.states().size(); ++id)
                if (machine.state(id).node == *node)
                    return machine.path(id);
    return noSuchState(word);
}

/// The JSON pointer of a branch or an item processor; empty or "/": the state machine itself.
std::optional<asl::ScopePath> scopePath(const asl::Snapshot& snapshot, const std::string& word)
{
    if (word.empty() || word == "/")
        return asl::ScopePath{};
    const auto node = word.front() == '/' ? snapshot.tree().atPointer(word) : std::nullopt;
    for (asl::ScopeId id = 0; node && id < snapshot.machine().scopes().size(); ++id)
        if (snapshot.machine().scope(id).node == *node)
            return snapshot.machine().scopePath(id);
    return std::nullopt;
}

/// The first transition that leads from one state to another. FROM may be a scope (its start); TO may be empty, for one that
/// leads to the end or to nothing yet.
asl::Result<asl::Place> onTransition(const asl::Snapshot& snapshot, const std::string& from, const std::string& to)
{
    const asl::StateMachine& machine = snapshot.machine();
    if (const auto scope = scopePath(snapshot, from))
        return asl::Place(asl::AtStart{*scope});
    const auto fromPath = statePath(snapshot, from);
    if (!fromPath)
        return fromPath.error();
    asl::StateId target = asl::noId;
    if (!to.empty()) {
        const auto toPath = statePath(snapshot, to);
        if (!toPath)
            return toPath.error();
        target = machine.find(*toPath);
    }
    for (asl::TransitionId id : machine.state(machine.find(*fromPath)).transitions)
        if (machine.transition(id).to == target)
            return asl::Place(asl::OnTransition{machine.path(machine.transition(id))});
    return asl::Error{{"No transition leads from %1 to %2.", {from, to.empty() ? "the end" : to}}, {}};
}

asl::Result<asl::Place> takePlace(Words& words, const asl::Snapshot& snapshot, const std::string& operation)
{
    if (words.takeIf("--first"))
        return asl::Place(asl::AtStart{});
    if (words.takeIf("--after")) {
        const auto from = words.take("a state after --after", operation);
        if (!from)
            return from.error();
        const auto path = statePath(snapshot, *from);
        return path ? asl::Result<asl::Place>(asl::Place(asl::AfterState{*path})) : path.error();
    }
    if (words.takeIf("--on")) {
        const auto from = words.take("FROM and TO after --on", operation);
        if (!from)
            return from.error();
        const auto to = words.take("FROM and TO after --on", operation);
        return to ? onTransition(snapshot, *from, *to) : to.error();
    }
    return asl::Error{{"%1 needs a place: --on FROM TO, --after FROM or --first.", {operation}}, {}};
}

// --- the operations -------------------------------------------------------------------------------------------------

asl::Result<asl::Edit> rename(Words& words, const asl::Snapshot& snapshot)
{
    const auto state = words.take("STATE and NEW", "rename-state");
    const auto name = state ? words.take("the new name", "rename-state") : state;
    if (!name)
        return name.error();
    const auto path = statePath(snapshot, *state);
    return path ? asl::renameState(snapshot, *path, *name) : path.error();
}

asl::Result<asl::Edit> insert(Words& words, const asl::Snapshot& snapshot)
{
    const auto name = words.take("NAME and TYPE", "insert-state");
    const auto typeName = name ? words.take("a state type", "insert-state") : name;
    if (!typeName)
        return typeName.error();
    const auto type = asl::stateType(*typeName);
    if (!type)
        return asl::Error{{"There is no state type %1. The types are Task, Parallel, Map, Pass, Wait, Choice, Succeed, Fail.",
                           {*typeName}},
                          {}};
    const auto place = takePlace(words, snapshot, "insert-state");
    if (!place)
        return place.error();
    asl::NewState state = asl::newState(*type, asl::languageOfNewState(snapshot));
    state.name = *name;
    return asl::insertState(snapshot, *place, state);
}

asl::Result<asl::Edit> remove(Words& words, const asl::Snapshot& snapshot)
{
    const auto state = words.take("STATE", "delete-state");
    if (!state)
        return state.error();
    const auto path = statePath(snapshot, *state);
    return path ? asl::deleteState(snapshot, *path) : path.error();
}

asl::Result<asl::Edit> move(Words& words, const asl::Snapshot& snapshot)
{
    const auto state = words.take("STATE", "move-state");
    if (!state)
        return state.error();
    const auto path = statePath(snapshot, *state);
    const auto place = path ? takePlace(words, snapshot, "move-state") : path.error();
    return place ? asl::moveState(snapshot, *path, *place) : place.error();
}

asl::Result<asl::Edit> setAt(Words& words, const asl::Snapshot& snapshot)
{
    const auto pointer = words.take("POINTER and JSON", "set");
    const auto json = pointer ? words.take("a JSON value", "set") : pointer;
    return json ? asl::setValue(snapshot, *pointer, *json) : json.error();
}

asl::Result<asl::Edit> removeAt(Words& words, const asl::Snapshot& snapshot)
{
    const auto pointer = words.take("POINTER", "remove");
    return pointer ? asl::removeValue(snapshot, *pointer) : pointer.error();
}

constexpr struct
{
    const char* name;
    asl::Result<asl::Edit> (*run)(Words& words, const asl::Snapshot& snapshot);
} operationTable[] = {
    {"rename-state", rename}, {"insert-state", insert}, {"delete-state", remove},
    {"move-state", move},     {"set", setAt},           {"remove", removeAt},
};

asl::Result<asl::Edit> runOperation(Words& words, const asl::Snapshot& snapshot)
{
    const std::string name = words.take();
    for (const auto& operation : operationTable)
        if (name == operation.name)
            return operation.run(words, snapshot);
    return asl::Error{{"There is no operation %1. See --help.", {name}}, {}};
}

int writeTo(const QString& path, const std::string& bytes)
{
    const auto written = host::writeFile(path, bytes);
    return written ? Success : fail(written.error());
}

/// The file's text after all operations; nothing is written when one fails.
int editFile(const QString& file, const QString& out, const QStringList& operations)
{
    if (operations.isEmpty()) {
        auto bytes = host::readFile(host::definitionName(file).file);
        return bytes ? writeTo(out, *bytes) : fail(bytes.error());
    }
    auto definition = host::openDefinition(file);
    if (!definition)
        return fail(definition.error());
    Words words(operations);
    while (!words.atEnd()) {
        const auto edit = runOperation(words, *definition->document.snapshot());
        if (!edit)
            return fail(placed(*definition, edit.error()) + english(edit.error().message));
        definition->document.replace(edit->patch);
    }
    return writeTo(out, host::fileText(*definition->document.snapshot()));
}

} // namespace

const char* const editDetails =
    "\nOperations, one after another:\n"
    "  rename-state STATE NEW\n"
    "  insert-state NAME TYPE --on FROM TO | --after FROM | --first\n"
    "  delete-state STATE\n"
    "  move-state STATE --on FROM TO | --after FROM | --first\n"
    "  set POINTER JSON\n"
    "  remove POINTER\n"
    "\nSTATE, FROM and TO are JSON pointers (/States/A) or, where unique, names. FROM may also be a branch or an item\n"
    "processor (/States/P/Branches/0): its start. An empty TO is the end, or a place that leads nowhere yet.\n"
    "Without -o the text goes to standard output; without an operation it is the same, byte for byte.\n";

int editCommand(const QStringList& arguments)
{
    QString file, out = QStringLiteral("-");
    QStringList operations;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const bool option = arguments[i] == u"-o" || arguments[i] == u"--output";
        if (option && operations.isEmpty()) {
            if (++i == arguments.size())
                return fail(std::string("-o needs a file."));
            out = arguments[i];
        } else if (file.isNull() && operations.isEmpty()) {
            file = arguments[i];
        } else {
            operations.append(arguments[i]);
        }
    }
    if (file.isNull())
        return fail(std::string("edit needs a file. See --help."));
    return editFile(file, out, operations);
}

} // namespace designer::cli
