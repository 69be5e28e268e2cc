#include "ui/editor/find_bar.h"

#include "ui/editor/text_view.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringMatcher>
#include <QTextBlock>

#include <algorithm>

namespace designer {

namespace {

constexpr std::size_t mostMatches = 9999;
constexpr int pauseBeforeSearch = 150; // ms

/// Bytes where `wanted` begins. The text is walked once: match by match its bytes are counted on.
std::vector<std::size_t> matchesIn(const std::string& text, const QString& wanted, Qt::CaseSensitivity sensitivity)
{
    std::vector<std::size_t> matches;
    const std::size_t skipped = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; // Qt drops a byte order mark
    const QString whole = toQString(std::string_view(text).substr(skipped));
    const QStringMatcher matcher(wanted, sensitivity);
    std::size_t byte = skipped;
    qsizetype counted = 0;
    for (qsizetype at = matcher.indexIn(whole); at >= 0 && matches.size() < mostMatches; at = matcher.indexIn(whole, at + wanted.size())) {
        byte += static_cast<std::size_t>(QStringView(whole).mid(counted, at - counted).toUtf8().size());
        counted = at;
        matches.push_back(byte);
    }
    return matches;
}

} // namespace

FindBar::FindBar(TextView& view, Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_view(view), m_workspace(workspace), m_field(new QLineEdit), m_caseSensitive(new QToolButton),
      m_count(new ThemedLabel({}, FontRole::Small, Token::Text2))
{
    m_field->setPlaceholderText(tr("Find in the text"));
    m_field->setClearButtonEnabled(true);
    m_caseSensitive->setText(tr("Aa"));
    m_caseSensitive->setCheckable(true);
    m_caseSensitive->setAutoRaise(true);
    m_caseSensitive->setToolTip(tr("Match upper and lower case"));
    QToolButton* up = iconButton(QStringLiteral("ui-chevron-left"), tr("Previous match (Shift+Enter)"));
    QToolButton* down = iconButton(QStringLiteral("ui-chevron-right"), tr("Next match (Enter)"));
    QToolButton* closing = iconButton(QStringLiteral("ui-close"), tr("Close (Esc)"));
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 5);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_caseSensitive);
    row->addSpacing(4);
    row->addWidget(m_count);
    row->addWidget(up);
    row->addWidget(down);
    row->addWidget(closing);
    m_again.setSingleShot(true);
    m_again.setInterval(pauseBeforeSearch);
    connect(&m_again, &QTimer::timeout, this, &FindBar::search);
    connect(&workspace, &Workspace::textChanged, this, [this] {
        if (isVisible())
            m_again.start();
    });
    const auto searchAndShow = [this] {
        search();
        const auto match = std::lower_bound(m_matches.begin(), m_matches.end(), m_from);
        if (!m_matches.empty())
            show((match == m_matches.end() ? m_matches.begin() : match) - m_matches.begin());
    };
    connect(m_field, &QLineEdit::textChanged, this, searchAndShow);
    connect(m_caseSensitive, &QToolButton::toggled, this, searchAndShow);
    connect(up, &QToolButton::clicked, this, &FindBar::previous);
    connect(down, &QToolButton::clicked, this, &FindBar::next);
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    setFocusProxy(m_field);
    hide();
}

void FindBar::open()
{
    const asl::TextRange selected = m_view.selectedBytes();
    m_from = selected.begin;
    setVisible(true);
    const QString text = toQString(std::string_view(m_workspace.text()).substr(selected.begin, selected.size()));
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_field->setText(text);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FindBar::close()
{
    hide();
    m_view.setSearched({}, Qt::CaseInsensitive);
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::search()
{
    const QString wanted = m_field->text();
    const auto sensitivity = m_caseSensitive->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    m_matches = wanted.isEmpty() ? std::vector<std::size_t>() : matchesIn(m_workspace.text(), wanted, sensitivity);
    m_matchSize = static_cast<std::size_t>(wanted.toUtf8().size());
    m_view.setSearched(wanted, sensitivity);
    m_count->setText(wanted.isEmpty() ? QString() : m_matches.empty() ? tr("No match") : tr("%n match(es)", nullptr, static_cast<int>(m_matches.size())));
}

void FindBar::show(qsizetype match)
{
    const std::size_t begin = m_matches[static_cast<std::size_t>(match)];
    m_view.goTo({begin, begin + m_matchSize}, true);
    m_count->setText(tr("%1 of %2").arg(match + 1).arg(m_matches.size()));
}

void FindBar::step(int direction)
{
    if (!isVisible())
        return open();
    if (m_again.isActive()) {
        m_again.stop();
        search();
    }
    if (m_matches.empty())
        return;
    const std::size_t at = m_view.selectedBytes().begin;
    const auto count = static_cast<qsizetype>(m_matches.size());
    const auto here = std::lower_bound(m_matches.begin(), m_matches.end(), at) - m_matches.begin();
    const bool onMatch = here < count && m_matches[static_cast<std::size_t>(here)] == at;
    show((here + (direction > 0 ? (onMatch ? 1 : 0) : -1) + count) % count);
    m_from = m_view.selectedBytes().begin;
}

void FindBar::next()
{
    step(1);
}

void FindBar::previous()
{
    step(-1);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->modifiers() & Qt::ShiftModifier ? previous() : next();
    QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Sep));
}

} // namespace designer
