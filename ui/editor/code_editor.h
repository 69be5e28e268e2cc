#pragma once
// CodeEditor: the text of the definition with its gutter and find bar. Cursor and selected state follow each other.

#include "core/model/state_path.h"
#include "core/text/line_index.h"

#include <QWidget>

#include <optional>

namespace designer {

class FindBar;
class Gutter;
class LanguageTools;
class SimulationController;
class TextView;
class Workspace;
struct Selection;

class CodeEditor final : public QWidget
{
    Q_OBJECT

public:
    CodeEditor(Workspace& workspace, SimulationController& simulation, QWidget* parent = nullptr);

    TextView& view() { return *m_view; }
    LanguageTools& language() { return *m_language; }
    /// From 1, the column in characters. Counting takes its time in a line of a million characters: ask when it is shown.
    asl::LineColumn cursor() const;

public slots:
    void find();
    void findNext();
    void findPrevious();
    void goToLine(); ///< asks for the line
    void complete(); ///< shows what may be written at the cursor
    void explain();  ///< the word at the cursor
    void goToDefinition();
    void findReferences();
    void rename(); ///< the state or variable at the cursor
    void toggleBreakpoint(); ///< of the state at the cursor

signals:
    void cursorMoved();

private:
    std::optional<asl::StatePath> stateAt(std::size_t byte) const;
    std::optional<asl::StatePath> stateInRow(std::size_t row) const;
    void selectStateAtCursor();
    void followSelection(const Selection& selection, QObject* author);
    void markSelection();
    void markBreakpoints();

    Workspace& m_workspace;
    SimulationController& m_simulation;
    TextView* m_view;
    Gutter* m_gutter;
    FindBar* m_findBar;
    LanguageTools* m_language;
};

} // namespace designer
