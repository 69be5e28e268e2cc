#pragma once
// LanguageService: completion, hover and references of a document, worked out on the analysis lane with the data of the
// last run. The latest question of a kind wins.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/references.h"
#include "core/execution/run_view.h"

#include <QObject>

#include <functional>
#include <optional>

namespace designer {

class SimulationController;
class Workspace;

/// A place to ask about: of the document, or of a value that a form is about to write.
struct TextPlace
{
    asl::SnapshotPointer snapshot;
    std::size_t offset = 0;             ///< in the document's text, or in `json`
    std::optional<std::string> pointer; ///< of the value
    std::string json;                   ///< the value as it is typed
};

struct CompletionAnswer
{
    asl::Completions completions;
    std::size_t begin = 0; ///< where the value begins in the text that the patches are for; 0 in the document
};

/// What a name stands for and where it stands.
struct NameAnswer
{
    std::optional<asl::NamedThing> thing;
    std::vector<asl::Reference> references;
};

class LanguageService final : public QObject
{
    Q_OBJECT

public:
    LanguageService(Workspace& workspace, SimulationController& simulation, QObject* parent);

    void complete(QObject* receiver, TextPlace place, std::function<void(CompletionAnswer)> done);
    void explain(QObject* receiver, TextPlace place, std::function<void(std::optional<asl::Hover>)> done);
    void findName(QObject* receiver, TextPlace place, std::function<void(NameAnswer)> done);

private:
    struct Known;
    Known known() const;

    Workspace& m_workspace;
    SimulationController& m_simulation;
    asl::RunViewPointer m_lastRun; ///< stays when the run is closed
};

} // namespace designer
