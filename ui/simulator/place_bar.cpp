#include "ui/simulator/place_bar.h"

#include "ui/simulator/active_places.h"
#include "ui/simulator/run_words.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace designer {

PlaceBar::PlaceBar(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_controller(controller), m_places(new QComboBox(this))
{
    m_places->setAccessibleName(tr("Place of the run to follow"));
    m_places->setToolTip(tr("The run stands at several places. The panels and the steps follow the one that is chosen here."));
    m_places->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 0);
    row->addWidget(m_places);
    hide();
    connect(m_places, &QComboBox::activated, this, &PlaceBar::choose);
}

void PlaceBar::refresh()
{
    const asl::RunViewPointer& view = m_controller.view();
    setVisible(view && view->active.size() > 1);
    if (!view || view->active.size() < 2 || m_places->view()->isVisible())
        return;
    const ActivePlaces places = activePlacesOf(*view, m_controller.selectedVisit());
    QStringList texts{tr("All %1 places: where the run goes on").arg(view->active.size())};
    m_visits.clear();
    int current = 0;
    for (const ListedPlace& listed : places.listed) {
        if (!listed.place)
            continue;
        m_visits.push_back(listed.visit);
        if (m_controller.followedFrame() == listed.place->frame)
            current = static_cast<int>(texts.size());
        const asl::VisitRecord& visit = (*view->visits)[listed.visit];
        texts.append(tr("%1: %2", "a place of the run, what it does").arg(visitPlace(visit), placeText(*view, *listed.place)));
    }
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        if (i >= m_places->count())
            m_places->addItem(texts[i]);
        else if (m_places->itemText(i) != texts[i])
            m_places->setItemText(i, texts[i]);
    }
    while (m_places->count() > texts.size())
        m_places->removeItem(m_places->count() - 1);
    m_places->setCurrentIndex(current);
}

void PlaceBar::choose(int index)
{
    const asl::RunViewPointer& view = m_controller.view();
    const auto place = static_cast<std::size_t>(index) - 1;
    if (index < 1 || !view || place >= m_visits.size() || m_visits[place] >= view->visits->size())
        return m_controller.followRun();
    m_controller.selectVisit(m_visits[place]);
    const asl::StatePath& path = (*view->visits)[m_visits[place]].path;
    if (m_workspace.snapshot()->machine().find(path) != asl::noId)
        m_workspace.select(path, &m_controller); // the controller has the visit already
}

} // namespace designer
