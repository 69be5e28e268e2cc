#include "app/desktop/panel_area.h"

#include "ui/support/labels.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

namespace designer {

PanelArea::PanelArea(QWidget* parent) : QWidget(parent), m_tabs(new QTabBar), m_strip(new QHBoxLayout), m_stack(new QStackedLayout)
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideRight);
    auto* strip = new GroundWidget(Token::Surface);
    strip->setLayout(m_strip);
    m_strip->setContentsMargins(6, 0, 6, 0);
    m_strip->setSpacing(4);
    m_strip->addWidget(m_tabs, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(new Hairline(Token::Border));
    column->addLayout(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);
}

void PanelArea::addPanel(QWidget* panel, const QString& title)
{
    insertPanel(m_stack->count(), panel, title);
}

void PanelArea::insertPanel(int index, QWidget* panel, const QString& title)
{
    m_stack->insertWidget(index, panel); // before the tab: the strip says at once which panel is current
    m_tabs->insertTab(index, title);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
}

void PanelArea::removePanel(QWidget* panel)
{
    const int index = m_stack->indexOf(panel);
    if (index < 0)
        return;
    m_stack->removeWidget(panel);
    m_tabs->removeTab(index);
    m_stack->setCurrentIndex(m_tabs->currentIndex());
}

bool PanelArea::hasPanel(const QWidget* panel) const
{
    return m_stack->indexOf(panel) >= 0;
}

QWidget* PanelArea::current() const
{
    return m_stack->currentWidget();
}

void PanelArea::showPanel(QWidget* panel)
{
    if (const int index = m_stack->indexOf(panel); index >= 0)
        m_tabs->setCurrentIndex(index);
}

void PanelArea::setTitle(const QWidget* panel, const QString& title)
{
    if (const int index = m_stack->indexOf(panel); index >= 0)
        m_tabs->setTabText(index, title);
}

void PanelArea::addCornerWidget(QWidget* widget)
{
    m_strip->addWidget(widget);
}

} // namespace designer
