#include "ui/inspector/inspector_head.h"

#include "core/model/labels.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int tileSide = 36;
constexpr int padding = 12;

QString languageName(asl::QueryLanguage language)
{
    return language == asl::QueryLanguage::JSONata ? QStringLiteral("JSONata") : QStringLiteral("JSONPath");
}

} // namespace

InspectorHead::InspectorHead(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_name(new ThemedLabel({}, FontRole::Heading, Token::Text, this)), m_kind(new ThemedLabel({}, FontRole::Caption, Token::Text2, this)),
      m_edit(new FormLine(this)), m_refusal(new ThemedLabel({}, FontRole::Small, Token::Err, this)),
      m_rename(iconButton(QStringLiteral("ui-edit"), tr("Rename (F2)"), this)), m_duplicate(iconButton(QStringLiteral("duplicate"), tr("Duplicate"), this)),
      m_delete(iconButton(QStringLiteral("delete"), tr("Delete"), this))
{
    m_name->setElideMode(Qt::ElideRight);
    m_kind->setElideMode(Qt::ElideRight);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_edit->hide();
    m_edit->setAccessibleName(tr("Name of the state"));
    m_edit->installEventFilter(this);
    setMinimumHeight(padding + tileSide + padding);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch();
    texts->addWidget(m_name);
    texts->addWidget(m_edit);
    texts->addWidget(m_kind);
    texts->addWidget(m_refusal);
    texts->addStretch();
    m_row->setContentsMargins(padding + tileSide + 10, 8, padding, 8);
    m_row->setSpacing(6);
    m_row->addLayout(texts, 1);
    for (QToolButton* button : {m_rename, m_duplicate, m_delete})
        m_row->addWidget(button);

    connect(m_rename, &QToolButton::clicked, this, &InspectorHead::startRenaming);
    connect(m_duplicate, &QToolButton::clicked, this, &InspectorHead::duplicateClicked);
    connect(m_delete, &QToolButton::clicked, this, &InspectorHead::deleteClicked);
    connect(m_edit, &FormLine::committed, this, &InspectorHead::renamed);
    connect(m_edit, &FormLine::restored, this, &InspectorHead::stopRenaming);
    connect(m_edit, &FormLine::left, this, &InspectorHead::stopRenaming);
}

void InspectorHead::showState(const asl::Snapshot& snapshot, asl::StateId id)
{
    const asl::State& state = snapshot.machine().state(id);
    m_tile = tileOf(snapshot.tree(), state);
    showTexts(toQString(state.name), tr("%1 · %2").arg(translated(asl::typeName(state)), languageName(state.language)), true);
}

void InspectorHead::showWorkflow(const asl::Snapshot& snapshot, const QString& name)
{
    m_tile = {QStringLiteral("svc-workflow"), color(Token::FlowTile), color(Token::FlowGlyph)};
    showTexts(name.isEmpty() ? tr("Workflow") : name, tr("State machine · %1").arg(languageName(snapshot.machine().language())), false);
}

void InspectorHead::showTexts(const QString& name, const QString& kind, bool isState)
{
    m_isState = isState;
    m_name->setText(name);
    m_name->setToolTip({});
    m_kind->setText(kind);
    m_edit->setValue(name);
    for (QToolButton* button : {m_rename, m_duplicate, m_delete})
        button->setVisible(isState);
    if (!isState)
        stopRenaming();
    update();
}

void InspectorHead::setEditable(bool editable)
{
    for (QToolButton* button : {m_rename, m_duplicate, m_delete})
        button->setEnabled(editable);
}

void InspectorHead::addButton(QWidget* button)
{
    m_row->insertWidget(1, button);
}

void InspectorHead::startRenaming()
{
    if (!m_isState || !m_rename->isEnabled())
        return;
    m_name->hide();
    m_edit->show();
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void InspectorHead::stopRenaming()
{
    if (m_edit->isHidden())
        return;
    setRefusal({});
    m_name->show();
    m_edit->hide();
    m_edit->setText(m_edit->value());
}

void InspectorHead::commitPending()
{
    if (!m_edit->isHidden())
        m_edit->commit();
}

void InspectorHead::setRefusal(const QString& reason)
{
    m_refusal->setText(reason);
    m_refusal->setVisible(!reason.isEmpty());
    m_edit->setProperty(errorProperty, !reason.isEmpty());
    m_edit->update();
}

void InspectorHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTile(painter, QRectF(padding, 10, tileSide, tileSide), m_tile);
}

void InspectorHead::mouseDoubleClickEvent(QMouseEvent* event)
{
    QWidget::mouseDoubleClickEvent(event);
    startRenaming();
}

bool InspectorHead::eventFilter(QObject* watched, QEvent* event)
{
    // Enter and Esc end the editing also when nothing was changed.
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_edit->isEdited()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            stopRenaming();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace designer
