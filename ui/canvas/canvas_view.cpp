// The canvas as a view: what it shows, how it moves over the drawing, what floats on it.

#include "ui/canvas/canvas_view_p.h"

#include "ui/canvas/drag_chip.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/rename_field.h"
#include "ui/canvas/run_badges.h"
#include "ui/canvas/zoom_bar.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QPainter>
#include <QPixmapCache>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace designer {

namespace {

constexpr qreal leastZoom = 0.1;
constexpr qreal mostZoom = 4;
constexpr qreal wheelStep = 1.1;
constexpr int floatMargin = 12;
constexpr int gridPitch = 20;
constexpr int dotSize = 2;
constexpr qreal pageMargin = 24;
constexpr qreal zoomSteps[] = {0.1, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4};

} // namespace

CanvasView::Private::Private(CanvasView& owner, Workspace& space, SimulationController& controller)
    : view(owner), workspace(space), simulation(controller), source(space), zoomBar(new ZoomBar(&owner)),
      minimap(new Minimap(&owner)), chip(new DragChip(owner.viewport())), note(new QLabel(&owner)),
      runChip(new RunChip(&owner)), legend(new RunLegend(&owner))
{
}

CanvasView::CanvasView(Workspace& workspace, SimulationController& simulation, QWidget* parent)
    : QGraphicsView(parent), d(std::make_unique<Private>(*this, workspace, simulation))
{
    setScene(&d->scene);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(SmartViewportUpdate);
    setOptimizationFlags(DontAdjustForAntialiasing | DontSavePainterState);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(AnchorViewCenter);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Graph of the workflow"));
    d->note->hide();
    d->note->setAlignment(Qt::AlignCenter);
    d->autoScroll.setInterval(16);
    connect(&d->autoScroll, &QTimer::timeout, this, [this] { d->scrollNearBorder(d->lastPosition); });

    connect(&d->source, &DiagramSource::changed, this, [this](bool reset) { d->takeDiagram(reset); });
    connect(&d->source, &DiagramSource::damageChanged, this, [this] {
        d->scene.setDamaged(d->source.damaged());
        d->showNote(d->source.isHeld() ? tr("The text is damaged: this is the last drawing that was whole.") : QString());
    });
    connect(&workspace, &Workspace::selectionChanged, this, [this](const Selection&, QObject* author) {
        d->takeSelection(author != this);
    });
    connect(&workspace, &Workspace::diagnosticsChanged, this, [this] { d->takeProblems(); });
    connect(&workspace, &Workspace::revealRequested, this, [this](asl::TextRange range) {
        const asl::SnapshotPointer snapshot = d->workspace.snapshot();
        const asl::StateId state = snapshot->machine().stateAt(snapshot->tree(), range.begin);
        const quint32 node = state == asl::noId || !d->diagram() ? asl::noId : d->diagram()->find(snapshot->machine().path(state));
        if (node != asl::noId)
            d->ensureVisible(d->diagram()->nodes[node].box);
    });
    connect(&simulation, &SimulationController::viewChanged, this, [this] { d->takeRun(); });
    connect(&simulation, &SimulationController::selectedVisitChanged, this, [this] {
        d->shownIterations.clear(); // that of the visit is shown
        d->takeRun();
    });
    connect(&simulation, &SimulationController::modeChanged, this, [this] { d->takeRun(); });
    connect(&simulation, &SimulationController::coverageChanged, this, [this] { d->takeRun(); });
    connect(&simulation, &SimulationController::breakpointsChanged, this, [this] { d->takeBreakpoints(); });

    connect(d->zoomBar, &ZoomBar::zoomInWanted, this, &CanvasView::zoomIn);
    connect(d->zoomBar, &ZoomBar::zoomOutWanted, this, &CanvasView::zoomOut);
    connect(d->zoomBar, &ZoomBar::zoomWanted, this, [this](qreal zoom) { d->setZoom(zoom); });
    connect(d->zoomBar, &ZoomBar::fitWanted, this, &CanvasView::fit);
    connect(d->zoomBar, &ZoomBar::minimapToggled, this, &CanvasView::setMinimapVisible);
    connect(d->zoomBar, &ZoomBar::directionToggled, this, [this](bool right) {
        setDirection(right ? asl::layout::Direction::Right : asl::layout::Direction::Down);
    });
    connect(d->minimap, &Minimap::centerWanted, this, [this](QPointF position) { centerOn(position); });
    connect(&Theme::current(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this] { d->placeFloating(); });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { d->placeFloating(); });
    d->zoomBar->setMinimapShown(true);
    d->takeBreakpoints();
}

CanvasView::~CanvasView()
{
    setScene(nullptr); // the scene goes with the private part, while the view still asks it for its size
}

// --- what is shown --------------------------------------------------------------------------------------------------

void CanvasView::Private::takeDiagram(bool reset)
{
    const bool first = !scene.diagram();
    const quint32 anchor = first || reset ? asl::noId : anchorNode();
    const asl::StatePath anchorPath = anchor == asl::noId ? asl::StatePath{} : diagram()->nodes[anchor].path;
    const QPointF before = anchor == asl::noId ? QPointF() : diagram()->nodes[anchor].box.center();
    if (gesture == Gesture::Move || gesture == Gesture::Rewire || gesture == Gesture::Pressed)
        cancelGesture(); // what was pressed may stand elsewhere now
    target = {};
    const quint32 kept = anchor == asl::noId ? asl::noId : source.diagram()->find(anchorPath);
    const QPointF shift = kept == asl::noId ? QPointF() : source.diagram()->nodes[kept].box.center() - before;
    scene.show(source.diagram(), !first && !reset, shift);
    if (!shift.isNull()) { // what one looks at stays where it is
        const QPoint by = (shift * view.zoom()).toPoint();
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + by.x());
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + by.y());
    }
    minimap->setDiagram(source.diagram());
    minimap->setVisible(minimapWanted && !source.diagram()->bounds.isEmpty());
    if (first || reset) {
        fitPending = true;
        if (view.isVisible())
            fitNow();
    }
    takeSelection(!first && !reset);
    takeProblems();
    takeRun();
    updateVisibleArea();
}

/// The state that keeps its place on the screen when the drawing changes: the topmost one in view.
quint32 CanvasView::Private::anchorNode() const
{
    const QRectF area = view.mapToScene(view.viewport()->rect()).boundingRect();
    quint32 best = asl::noId;
    for (quint32 index : diagram()->nodesIn(area)) {
        const NodeShape& node = diagram()->nodes[index];
        if (node.kind == asl::layout::BoxKind::State && area.contains(node.box) && source.diagram()->find(node.path) != asl::noId
            && (best == asl::noId || node.box.top() < diagram()->nodes[best].box.top()))
            best = index;
    }
    return best;
}

quint32 CanvasView::Private::currentNode() const
{
    const asl::StatePath* current = workspace.selection().current();
    return current && diagram() ? diagram()->find(*current) : asl::noId;
}

void CanvasView::Private::takeSelection(bool reveal)
{
    const Selection& selection = workspace.selection();
    scene.select(selection.states, selection.transition);
    minimap->setSelected(selection.states);
    if (!reveal || !diagram())
        return;
    if (const quint32 node = currentNode(); node != asl::noId)
        ensureVisible(diagram()->nodes[node].box);
}

void CanvasView::Private::takeProblems()
{
    const asl::SnapshotPointer snapshot = workspace.snapshot();
    std::vector<std::optional<asl::Severity>> worst(snapshot->machine().states().size());
    for (const asl::Diagnostic& diagnostic : workspace.diagnostics()) {
        const asl::StateId state = snapshot->machine().stateAt(snapshot->tree(), diagnostic.range.begin);
        if (state != asl::noId)
            worst[state] = std::min(worst[state].value_or(diagnostic.severity), diagnostic.severity);
    }
    std::map<asl::StatePath, asl::Severity> problems;
    for (asl::StateId state = 0; state < worst.size(); ++state)
        if (worst[state])
            problems.emplace(snapshot->machine().path(state), *worst[state]);
    scene.setProblems(std::move(problems));
}

void CanvasView::Private::takeBreakpoints()
{
    std::map<asl::StatePath, Breakpoint> looks;
    for (const asl::StatePath& state : simulation.breakpoints()) {
        const BreakpointRule rule = simulation.breakpoint(state);
        looks.emplace(state, !rule.enabled ? Breakpoint::Off : rule.isPlain() ? Breakpoint::Active : Breakpoint::Conditional);
    }
    scene.setBreakpoints(std::move(looks));
}

void CanvasView::Private::takeRun()
{
    const asl::RunViewPointer run = simulation.view();
    const bool active = run && simulation.mode() != SimulationController::Mode::Idle;
    const bool painted = active || simulation.coverage(); // cards keep room for a status
    if (source.options().inRun != painted) {
        DiagramOptions options = source.options();
        options.inRun = painted;
        shownIterations.clear();
        source.setOptions(std::move(options));
    }
    if (!active && simulation.coverage())
        runChip->setCoverage(simulation.coverage()->count(asl::CoverageItem::Kind::State), simulation.coverage()->count(asl::CoverageItem::Kind::Transition));
    else
        runChip->setRun(active ? simulation.mode() : SimulationController::Mode::Idle, run ? run->status : asl::RunStatus::Running);
    legend->setVisible(active);
    placeFloating();
    const std::shared_ptr<const asl::Coverage>& coverage = simulation.coverage();
    if (!active && coverage && diagram()) {
        overlay = overlayOf(*coverage, scene.diagram(), overlayIndex);
        scene.setRun(overlay.look);
        return;
    }
    if (!active || !diagram()) {
        overlay = {};
        scene.setRun({});
        return;
    }
    if (std::exchange(shownStep, run->step) != run->step)
        shownIterations.clear(); // the run went on: follow it again
    overlay = overlayOf(*run, scene.diagram(), simulation.selectedVisit(), shownIterations, overlayIndex);
    if (simulation.mode() == SimulationController::Mode::Running)
        overlay.look.paused = asl::noId;
    scene.setRun(overlay.look);
    if (overlay.look.paused != asl::noId)
        ensureVisible(diagram()->nodes[overlay.look.paused].box);
}

void CanvasView::Private::showNote(const QString& text)
{
    note->setText(text);
    note->setVisible(!text.isEmpty());
    note->setFont(designer::font(FontRole::Small));
    note->setAutoFillBackground(true);
    QPalette palette = note->palette();
    palette.setColor(QPalette::Window, color(Token::Raised));
    palette.setColor(QPalette::WindowText, color(Token::Warn));
    note->setPalette(palette);
    note->setForegroundRole(QPalette::WindowText);
    note->setContentsMargins(8, 4, 8, 4);
    placeFloating();
}

// --- moving over the drawing ----------------------------------------------------------------------------------------

qreal CanvasView::zoom() const { return transform().m11(); }

void CanvasView::Private::setZoom(qreal zoom, std::optional<QPoint> fixed)
{
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    const QPoint at = fixed.value_or(view.viewport()->rect().center());
    const QPointF before = view.mapToScene(at);
    view.setTransform(QTransform::fromScale(zoom, zoom));
    const QPoint after = view.mapFromScene(before);
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + after.x() - at.x());
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + after.y() - at.y());
    if (renameField)
        renameField->deleteLater();
    zoomBar->setZoom(zoom);
    updateVisibleArea();
    emit view.zoomChanged(zoom);
}

void CanvasView::Private::fitNow()
{
    fitPending = false;
    if (!diagram())
        return;
    const QRectF all = diagram()->bounds.adjusted(-pageMargin, -pageMargin, pageMargin, pageMargin);
    const QSizeF room = view.viewport()->size();
    const qreal zoom = std::min({1.0, room.width() / all.width(), room.height() / all.height()});
    setZoom(zoom);
    view.centerOn(all.center());
    updateVisibleArea();
}

void CanvasView::Private::ensureVisible(const QRectF& rect)
{
    const QRectF area = view.mapToScene(view.viewport()->rect()).boundingRect();
    if (!area.contains(rect))
        view.ensureVisible(rect, 48, 48);
}

void CanvasView::zoomIn()
{
    for (const qreal step : zoomSteps)
        if (step > zoom() + 0.005)
            return d->setZoom(step);
}

void CanvasView::zoomOut()
{
    for (auto step = std::rbegin(zoomSteps); step != std::rend(zoomSteps); ++step)
        if (*step < zoom() - 0.005)
            return d->setZoom(*step);
}

void CanvasView::resetZoom() { d->setZoom(1); }
void CanvasView::fit() { d->fitNow(); }

void CanvasView::centerOnSelection()
{
    if (const quint32 node = d->currentNode(); node != asl::noId)
        centerOn(d->diagram()->nodes[node].box.center());
}

bool CanvasView::isMinimapVisible() const { return d->minimapWanted; }

void CanvasView::setMinimapVisible(bool visible)
{
    d->minimapWanted = visible;
    d->zoomBar->setMinimapShown(visible);
    d->placeFloating();
}

asl::layout::Direction CanvasView::direction() const { return d->source.options().direction; }

void CanvasView::setDirection(asl::layout::Direction direction)
{
    DiagramOptions options = d->source.options();
    options.direction = direction;
    d->zoomBar->setFlowsRight(direction == asl::layout::Direction::Right);
    d->source.setOptions(std::move(options));
}

const std::set<asl::StatePath>& CanvasView::folded() const { return d->source.options().folded; }

void CanvasView::setFolded(std::set<asl::StatePath> folded)
{
    DiagramOptions options = d->source.options();
    if (options.folded == folded)
        return;
    options.folded = std::move(folded);
    d->source.setOptions(std::move(options));
    emit foldedChanged();
}

// --- floating parts -------------------------------------------------------------------------------------------------

void CanvasView::Private::placeFloating()
{
    const QRect area = view.viewport()->geometry();
    zoomBar->move(area.left() + floatMargin, area.bottom() + 1 - floatMargin - zoomBar->height());
    minimap->move(area.right() + 1 - floatMargin - minimap->width(), area.bottom() + 1 - floatMargin - minimap->height());
    runChip->move(area.left() + floatMargin, area.top() + floatMargin);
    // Where there is no room for both, the legend of a run takes the minimap's place.
    const bool crowded = legend->isVisibleTo(&view)
        && zoomBar->width() + legend->width() + minimap->width() + 4 * floatMargin > area.width();
    minimap->setVisible(minimapWanted && diagram() && !crowded);
    const int right = minimap->isVisibleTo(&view) ? minimap->x() - floatMargin : area.right() + 1 - floatMargin;
    legend->move(right - legend->width(), area.bottom() + 1 - floatMargin - legend->height());
    if (legend->x() < zoomBar->geometry().right() + floatMargin)
        legend->move(area.right() + 1 - floatMargin - legend->width(),
                     (minimap->isVisibleTo(&view) ? minimap->y() : zoomBar->y()) - floatMargin - legend->height());
    note->adjustSize();
    note->move(area.center().x() - note->width() / 2, area.top() + floatMargin);
    note->raise();
}

/// There is room to scroll on all sides, but bars are shown only while a part of the drawing is out of view.
void CanvasView::Private::updateScrollBars()
{
    if (!diagram())
        return;
    const QRectF page = view.mapFromScene(diagram()->bounds).boundingRect();
    const QRectF area = view.rect();
    const auto policy = [](bool needed) { return needed ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff; };
    view.setHorizontalScrollBarPolicy(policy(page.left() < area.left() - 1 || page.right() > area.right() + 1));
    view.setVerticalScrollBarPolicy(policy(page.top() < area.top() - 1 || page.bottom() > area.bottom() + 1));
}

void CanvasView::Private::updateVisibleArea()
{
    updateScrollBars();
    minimap->setVisibleArea(view.mapToScene(view.viewport()->rect()).boundingRect());
}

bool CanvasView::event(QEvent* event)
{
    if (event->type() == QEvent::Show && d->fitPending && d->diagram())
        QMetaObject::invokeMethod(this, [this] { d->fitNow(); }, Qt::QueuedConnection);
    // Tab walks over the states while the canvas has the focus.
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab) && d->keyPress(key))
            return true;
    }
    return QGraphicsView::event(event);
}

void CanvasView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    d->placeFloating();
    d->updateVisibleArea();
    if (d->fitPending && isVisible() && d->diagram())
        d->fitNow();
}

void CanvasView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    d->updateVisibleArea();
    if (d->renameField)
        d->renameField->move(d->renameField->pos() + QPoint(dx, dy));
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    const qreal notches = event->angleDelta().y() / 120.0;
    d->setZoom(zoom() * std::pow(wheelStep, notches), event->position().toPoint());
    event->accept();
}

// --- painting -------------------------------------------------------------------------------------------------------

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, color(Token::Canvas));
    if (zoom() < 0.5 || Theme::current().isHighContrast())
        return;
    const QString key = QStringLiteral("canvas/dots/%1").arg(color(Token::Dots).rgba());
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = QPixmap(gridPitch, gridPitch);
        tile.fill(Qt::transparent);
        QPainter dots(&tile);
        dots.fillRect(0, 0, dotSize, dotSize, color(Token::Dots));
        dots.end();
        QPixmapCache::insert(key, tile);
    }
    const QRectF aligned(std::floor(rect.left() / gridPitch) * gridPitch, std::floor(rect.top() / gridPitch) * gridPitch,
                         rect.width() + 2 * gridPitch, rect.height() + 2 * gridPitch);
    painter->drawTiledPixmap(aligned, tile);
}

void CanvasView::drawForeground(QPainter* painter, const QRectF& rect)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    d->scene.paint(*painter, rect, zoom(), devicePixelRatioF());
    if (d->gesture == Private::Gesture::RubberBand) {
        const QRectF band = QRectF(mapToScene(d->pressPosition), mapToScene(d->bandEnd)).normalized();
        QColor fill = color(Token::Accent);
        fill.setAlphaF(0.1F);
        QPen line(color(Token::Accent), 1);
        line.setCosmetic(true);
        painter->setPen(line);
        painter->setBrush(fill);
        painter->drawRect(band);
    }
}

} // namespace designer
