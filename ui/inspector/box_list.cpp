#include "ui/inspector/box_list.h"

#include "core/model/labels.h"
#include "ui/inspector/form.h"
#include "ui/inspector/item_words.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/severity.h"
#include "ui/support/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int headHeight = 32;

/// The tile of a target in a closed box.
class TileLabel final : public QWidget
{
public:
    explicit TileLabel(QWidget* parent) : QWidget(parent) { setFixedSize(18, 18); }
    void setTile(const Tile& tile)
    {
        m_tile = tile;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (!m_tile.glyph.isEmpty())
            paintTile(painter, rect(), m_tile);
    }

private:
    Tile m_tile;
};

} // namespace

Box::Box(FormHost& host, QWidget* parent)
    : QWidget(parent), m_host(host), m_head(new QWidget(this)), m_title(new ThemedLabel({}, FontRole::BodyStrong, Token::Text, m_head)),
      m_problem(new GlyphLabel({}, 16, Token::Err, m_head)), m_summary(new QWidget(this)),
      m_condition(new ThemedLabel({}, FontRole::Code, Token::Text, m_summary)), m_target(new QWidget(m_summary)),
      m_targetTile(new TileLabel(m_target)), m_targetName(new ThemedLabel({}, FontRole::Body, Token::Text, m_target)), m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::TabFocus);
    m_title->setElideMode(Qt::ElideRight);
    m_condition->setElideMode(Qt::ElideRight);
    m_targetName->setElideMode(Qt::ElideRight);
    m_head->setFixedHeight(headHeight);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(12, 0, 4, 0);
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(m_problem);
    QToolButton* more = iconButton(QStringLiteral("ui-more"), tr("Move, duplicate, remove"), m_head);
    head->addWidget(more);
    connect(more, &QToolButton::clicked, this, [this, more] { emit menuWanted(m_index, more->mapToGlobal(QPoint(0, more->height()))); });

    auto* target = new QHBoxLayout(m_target);
    target->setContentsMargins(0, 0, 0, 0);
    target->setSpacing(8);
    target->addWidget(new GlyphLabel(QStringLiteral("ui-arrow-right"), 12, Token::Text2, m_target));
    target->addWidget(m_targetTile);
    target->addWidget(m_targetName, 1);
    auto* summary = new QVBoxLayout(m_summary);
    summary->setContentsMargins(12, 0, 12, 10);
    summary->setSpacing(4);
    summary->addWidget(m_condition);
    summary->addWidget(m_target);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    m_column->addWidget(m_summary);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Box::show(const FieldPlace& list, std::size_t index, asl::NodeId item, bool open)
{
    m_index = index;
    m_open = open;
    const asl::ObjectType type = list.field->object;
    m_title->setText(itemTitle(type, index));
    setAccessibleName(m_title->text());
    const ObjectPlace object = itemOf(list, index, item, type);

    const auto problems = m_host.problemsAt(object.pointer, !open);
    auto* glyph = static_cast<GlyphLabel*>(m_problem);
    glyph->setVisible(!problems.empty());
    if (!problems.empty()) {
        glyph->setGlyph(severityGlyph(problems.front()->severity), severityToken(problems.front()->severity));
        glyph->setToolTip(translated(problems.front()->message));
    }

    m_summary->setVisible(!open);
    if (open) {
        if (!m_form) {
            m_form = new Form(m_host, this);
            m_form->setContentsMargins(12, 0, 12, 12);
            m_column->addWidget(m_form);
        }
        Form::Options options;
        options.isNested = true;
        options.isRule = type == asl::ObjectType::ChoiceRule;
        m_form->show(object, options);
        m_form->setVisible(true);
    } else {
        if (m_form) {
            m_form->hide();
            m_form->deleteLater();
            m_form = nullptr;
        }
        showSummary(list, item);
    }
    setVisible(true);
    update();
}

void Box::showSummary(const FieldPlace& list, asl::NodeId item)
{
    const ItemSummary summary = itemSummary(list, item);
    m_condition->setText(summary.text);
    m_condition->setVisible(!summary.text.isEmpty());
    m_target->setVisible(!summary.target.isEmpty());
    m_targetName->setText(summary.target);
    m_targetTile->setVisible(summary.targetTile.has_value());
    if (summary.targetTile)
        static_cast<TileLabel*>(m_targetTile)->setTile(*summary.targetTile);
    m_summary->setVisible(!summary.text.isEmpty() || !summary.target.isEmpty());
}

void Box::commitPending()
{
    if (m_form)
        m_form->commitPending();
}

void Box::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool ringed = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    paintRounded(painter, rect(), 8, color(Token::Raised), color(ringed ? Token::Focus : m_open ? Token::Accent : Token::Border), ringed ? 2 : 1);
}

void Box::mouseReleaseEvent(QMouseEvent* event)
{
    const bool onHead = !m_open || event->position().y() < headHeight;
    if (event->button() == Qt::LeftButton && onHead && rect().contains(event->position().toPoint()))
        emit toggled(m_index);
    else
        QWidget::mouseReleaseEvent(event);
}

void Box::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit toggled(m_index);
    else if (event->modifiers().testFlag(Qt::AltModifier) && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        emit moveWanted(m_index, event->key() == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

BoxList::BoxList(FormHost& host, QWidget* parent)
    : FieldEditor(host, parent), m_column(new QVBoxLayout(this)), m_add(new QPushButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &BoxList::add);
}

void BoxList::commitPending()
{
    for (Box* box : m_boxes)
        box->commitPending();
}

void BoxList::refresh()
{
    m_add->setText(addItemText(m_place.field->object));
    std::size_t index = 0;
    const std::optional<std::size_t> open = m_host.openItem(m_place.pointer);
    if (m_place.isWritten()) {
        for (const asl::NodeId item : m_place.tree().children(m_place.value)) {
            if (index == m_boxes.size()) {
                auto* box = new Box(m_host, this);
                connect(box, &Box::toggled, this, [this](std::size_t at) {
                    const bool isOpen = m_host.openItem(m_place.pointer) == at;
                    m_host.setOpenItem(m_place.pointer, isOpen ? std::nullopt : std::optional(at));
                });
                connect(box, &Box::menuWanted, this, &BoxList::offerActions);
                connect(box, &Box::moveWanted, this, &BoxList::moveBy);
                m_column->insertWidget(static_cast<int>(index), box);
                m_boxes.push_back(box);
            }
            m_boxes[index]->show(m_place, index, item, open == index);
            ++index;
        }
    }
    while (m_boxes.size() > index) {
        m_boxes.back()->hide();
        m_boxes.back()->deleteLater();
        m_boxes.pop_back();
    }
}

void BoxList::add()
{
    const std::size_t count = m_boxes.size();
    if (m_host.apply(asl::setValue(m_host.snapshot(), joined(m_place.pointer, "-"), newItem(m_place.field->object, m_place.object.language))))
        m_host.setOpenItem(m_place.pointer, count);
}

void BoxList::offerActions(std::size_t index, QPoint globalPosition)
{
    commitPending();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* up = menu->addAction(tr("Move up"), this, [this, index] { move(index, index - 1); });
    up->setEnabled(index > 0);
    QAction* down = menu->addAction(tr("Move down"), this, [this, index] { move(index, index + 1); });
    down->setEnabled(index + 1 < m_boxes.size());
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("duplicate")), tr("Duplicate"), this, [this, index] { duplicate(index); });
    menu->addAction(icon(QStringLiteral("delete")), tr("Remove"), this, [this, index] {
        m_host.setOpenItem(m_place.pointer, std::nullopt);
        // The last one takes an optional list with it: an empty one says nothing.
        if (m_boxes.size() == 1 && !m_place.field->required)
            m_host.remove(m_place);
        else
            m_host.apply(asl::removeValue(m_host.snapshot(), joined(m_place.pointer, std::to_string(index))));
    });
    menu->popup(globalPosition);
}

void BoxList::moveBy(std::size_t index, int by)
{
    commitPending();
    const auto target = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(index) + by);
    if (target >= m_boxes.size()) // also beyond the first: the number is unsigned
        return;
    move(index, target);
    m_boxes[target]->setFocus(Qt::ShortcutFocusReason);
}

void BoxList::move(std::size_t index, std::size_t target)
{
    const asl::SyntaxTree& tree = m_place.tree();
    const asl::NodeId one = tree.child(m_place.value, index);
    const asl::NodeId other = tree.child(m_place.value, target);
    asl::Edit edit;
    edit.label = asl::Message(ASL_TEXT("core", "Change order"));
    if (edit.patch.add(tree.node(one).range(), std::string(tree.raw(other))) && edit.patch.add(tree.node(other).range(), std::string(tree.raw(one)))) {
        if (m_host.apply(asl::Result<asl::Edit>(edit)) && m_host.openItem(m_place.pointer) == index)
            m_host.setOpenItem(m_place.pointer, target);
    }
}

void BoxList::duplicate(std::size_t index)
{
    const asl::SyntaxTree& tree = m_place.tree();
    const std::string json(tree.raw(tree.child(m_place.value, index)));
    const std::size_t count = m_boxes.size();
    if (m_host.apply(asl::setValue(m_host.snapshot(), joined(m_place.pointer, "-"), json)))
        m_host.setOpenItem(m_place.pointer, count);
}

} // namespace designer
