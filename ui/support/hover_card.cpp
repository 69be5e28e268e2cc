#include "ui/support/hover_card.h"

#include "ui/support/completion_popup.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/severity.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <chrono>

namespace designer {

namespace {

constexpr int cardWidth = 420, mostProblems = 4;
constexpr std::chrono::milliseconds grace{250}; ///< on the way from the word to the card

ThemedLabel* wrapped(const QString& text, FontRole role, Token token)
{
    auto* label = new ThemedLabel(text, role, token);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

HoverCard::HoverCard(QWidget* parent) : FloatingFrame(parent, Qt::ToolTip), m_column(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setMouseTracking(true);
    m_column->setContentsMargins(12, 10, 12, 10);
    m_column->setSpacing(4);
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(grace);
    connect(&m_leaving, &QTimer::timeout, this, &QWidget::hide);
}

void HoverCard::open(const std::optional<asl::Hover>& hover, const std::vector<asl::Diagnostic>& problems, const QRect& word)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item->layout();
        delete item;
    }
    m_leaving.stop();
    if (!hover && problems.empty()) {
        hide();
        return;
    }
    m_word = word;
    for (std::size_t i = 0; i < problems.size() && i < mostProblems; ++i)
        addProblem(problems[i]);
    if (hover && !problems.empty())
        m_column->addWidget(new Hairline(Token::Sep, this));
    if (hover)
        addMeaning(*hover);
    setFixedWidth(cardWidth);
    setFixedHeight(m_column->heightForWidth(cardWidth));
    placeAt(word);
    show();
}

void HoverCard::addProblem(const asl::Diagnostic& problem)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new GlyphLabel(severityGlyph(problem.severity), 16, severityToken(problem.severity), this), 0, Qt::AlignTop);
    row->addWidget(wrapped(translated(problem.message), FontRole::Body, Token::Text), 1);
    m_column->addLayout(row);
    auto* links = new QHBoxLayout;
    links->setContentsMargins(24, 0, 0, 4);
    links->setSpacing(16);
    for (const asl::QuickFix& fix : problem.fixes) {
        auto* link = new LinkButton(translated(fix.label), this);
        link->setGlyph(QStringLiteral("problem-fix"));
        connect(link, &LinkButton::clicked, this, [this, edit = fix.edit] {
            hide();
            emit fixChosen(edit);
        });
        links->addWidget(link);
    }
    if (const asl::RuleInfo* rule = asl::validationRule(problem.rule)) {
        auto* link = new LinkButton(tr("What this means"), this);
        link->setGlyph(QStringLiteral("ui-external"));
        connect(link, &LinkButton::clicked, this, [this, rule] {
            hide();
            emit helpWanted(*rule);
        });
        links->addWidget(link);
    }
    links->addStretch();
    m_column->addLayout(links);
}

void HoverCard::addMeaning(const asl::Hover& hover)
{
    m_column->addWidget(wrapped(toQString(hover.title), FontRole::BodyStrong, Token::Text));
    if (!hover.code.empty() && hover.code != hover.title)
        m_column->addWidget(wrapped(toQString(hover.code), FontRole::Code, Token::Text2));
    bool first = true;
    for (const asl::HelpText& line : hover.lines)
        m_column->addWidget(wrapped(helpText(line), FontRole::Body, std::exchange(first, false) ? Token::Text : Token::Text2));
}

void HoverCard::pointerMoved(QPoint globalPosition)
{
    if (!isVisible())
        return;
    if (m_word.contains(globalPosition) || geometry().contains(globalPosition))
        m_leaving.stop();
    else if (!m_leaving.isActive())
        m_leaving.start();
}

void HoverCard::leaveEvent(QEvent* event)
{
    m_leaving.start();
    FloatingFrame::leaveEvent(event);
}

void HoverCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        FloatingFrame::keyPressEvent(event);
}

} // namespace designer
