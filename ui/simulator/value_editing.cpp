#include "ui/simulator/value_editing.h"

#include "ui/simulator/value_dialog.h"

#include <QWidget>

#include <algorithm>

namespace designer {

const asl::ActivePlace* ValueEditing::placeOf(asl::VisitId visit) const
{
    const asl::RunViewPointer& view = m_controller.view();
    if (!view || m_controller.mode() == SimulationController::Mode::Running)
        return nullptr;
    const auto found = std::find_if(view->active.begin(), view->active.end(), [visit](const asl::ActivePlace& place) { return place.visit == visit; });
    return found == view->active.end() || found->left ? nullptr : &*found;
}

void ValueEditing::askFor(const DataPart& part, std::function<void(const asl::Data& whole)> take)
{
    auto* dialog = new ValueDialog(part.path, part.value, m_panel.window());
    QObject::connect(dialog, &ValueDialog::entered, &m_panel, [part, take = std::move(take)](const asl::Data& changed) { take(part.wholeWith(changed)); });
    dialog->open();
}

void ValueEditing::editInput(asl::VisitId visit, const DataPart& part)
{
    if (const asl::ActivePlace* place = placeOf(visit))
        askFor(part, [this, frame = place->frame](const asl::Data& input) { m_controller.editValue(frame, {}, input); });
}

void ValueEditing::editVariable(asl::VisitId visit, const DataPart& part)
{
    const asl::ActivePlace* place = placeOf(visit);
    if (!place || part.steps.empty())
        return;
    askFor(part, [this, frame = place->frame, name = part.steps.front().key](const asl::Data& table) {
        if (const asl::Data* changed = table.find(name))
            m_controller.editValue(frame, name.substr(1), *changed);
    });
}

} // namespace designer
