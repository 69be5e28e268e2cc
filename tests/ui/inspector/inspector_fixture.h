#pragma once
// A window with an inspector in it, and small machines to show there.

#include "ui/inspector/box_list.h"
#include "ui/inspector/field_editors.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/state_combo.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"

#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

namespace designer {

/// A window with an inspector and the undo actions of the program.
struct Bench
{
    explicit Bench(const QString& text)
    {
        workspace.open(*asl::Document::open(toUtf8(text)));
        panel = new InspectorPanel(workspace, simulation);
        window.setCentralWidget(panel);
        undo = workspace.undoStack()->createUndoAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        window.addAction(undo);
        window.resize(336, 760);
        window.show();
        window.activateWindow();
        window.setFocus();
    }

    QString text() const { return toQString(workspace.text()); }
    void select(const std::string& state) { workspace.select(asl::StatePath{{}, state}); }
    QTabBar* tabs() const { return panel->findChild<QTabBar*>(); }
    void openTab(asl::Section section)
    {
        for (int index = 0; index < tabs()->count(); ++index)
            if (tabs()->tabData(index).toInt() == static_cast<int>(section))
                tabs()->setCurrentIndex(index);
    }

    FieldRow* row(const std::string& pointer) const
    {
        for (FieldRow* candidate : panel->findChildren<FieldRow*>())
            if (candidate->pointer() == pointer && candidate->isVisibleTo(panel))
                return candidate;
        return nullptr;
    }
    template <class Widget>
    Widget* in(const std::string& pointer) const
    {
        FieldRow* found = row(pointer);
        return found ? found->findChild<Widget*>() : nullptr;
    }

    Workspace workspace;
    SimulationController simulation{workspace};
    QMainWindow window;
    InspectorPanel* panel = nullptr;
    QAction* undo = nullptr;
};

/// A machine of one state, whose members are given, and a second one to go to.
inline QString machine(const QString& members, const QString& language = {})
{
    return QStringLiteral(R"({%1"StartAt": "A", "States": {"A": {%2}, "B": {"Type": "Succeed"}}})")
        .arg(language.isEmpty() ? QString() : QStringLiteral(R"("QueryLanguage": "%1", )").arg(language), members);
}

} // namespace designer
