#include "ui/canvas/run_badges.h"

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr int chipHeight = 32;
constexpr int legendHeight = 28;
constexpr int padding = 12;
constexpr int gap = 8;
constexpr int chipGlyph = 16;
constexpr int legendGlyph = 14;
constexpr int betweenEntries = 14;
constexpr Status legendEntries[] = {Status::Succeeded, Status::Running, Status::Waiting, Status::Caught, Status::Failed};

} // namespace

RunChip::RunChip(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void RunChip::setRun(SimulationController::Mode mode, asl::RunStatus status)
{
    using Mode = SimulationController::Mode;
    const auto ended = [&](Status look, const QString& text) { put(Theme::statusIcon(look), text, Theme::current().statusBorder(look)); };
    switch (mode) {
    case Mode::Idle: hide(); return;
    case Mode::Running: ended(Status::Running, tr("Running")); break;
    case Mode::Paused: put(QStringLiteral("sim-pause"), tr("Paused"), color(Token::Warn)); break;
    case Mode::AwaitingTask: ended(Status::Waiting, tr("Waiting for an answer")); break;
    case Mode::Ended:
        switch (status) {
        case asl::RunStatus::Running:
        case asl::RunStatus::Succeeded: ended(Status::Succeeded, tr("Succeeded")); break;
        case asl::RunStatus::Failed: ended(Status::Failed, tr("Failed")); break;
        case asl::RunStatus::TimedOut: ended(Status::Failed, tr("Timed out")); break;
        case asl::RunStatus::Aborted: ended(Status::Aborted, tr("Aborted")); break;
        }
        break;
    }
    fit();
}

void RunChip::setCoverage(asl::CoverageCount states, asl::CoverageCount transitions)
{
    put(QStringLiteral("coverage"), tr("Covered: %1 of %2 states, %3 of %4 ways").arg(states.covered).arg(states.total).arg(transitions.covered).arg(transitions.total),
        Theme::current().statusBorder(Status::Succeeded));
    fit();
}

void RunChip::put(const QString& glyph, const QString& text, const QColor& line)
{
    m_glyph = glyph;
    m_text = text;
    m_line = line;
}

void RunChip::fit()
{
    setAccessibleName(m_text);
    resize(2 * padding + chipGlyph + gap + QFontMetrics(designer::font(FontRole::BodyStrong)).horizontalAdvance(m_text), chipHeight);
    setVisible(true);
    update();
}

void RunChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRounded(painter, rect(), 8, color(Token::Raised), m_line);
    paintGlyph(painter, m_glyph, QRectF(padding, (height() - chipGlyph) / 2.0, chipGlyph, chipGlyph), m_line);
    painter.setFont(designer::font(FontRole::BodyStrong));
    painter.setPen(color(Token::Text));
    painter.drawText(rect().adjusted(padding + chipGlyph + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

RunLegend::RunLegend(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(contentWidth(), legendHeight);
    hide();
}

int RunLegend::contentWidth() const
{
    const QFontMetrics metrics(designer::font(FontRole::Caption));
    int width = 2 * padding - betweenEntries;
    for (const Status status : legendEntries)
        width += legendGlyph + 6 + metrics.horizontalAdvance(Theme::statusWord(status)) + betweenEntries;
    return width;
}

void RunLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRounded(painter, rect(), 8, color(Token::Raised), color(Token::Border));
    painter.setFont(designer::font(FontRole::Caption));
    painter.setPen(color(Token::Text2));
    int x = padding;
    for (const Status status : legendEntries) {
        paintGlyph(painter, Theme::statusIcon(status), QRectF(x, (height() - legendGlyph) / 2.0, legendGlyph, legendGlyph),
                   Theme::current().statusBorder(status));
        x += legendGlyph + 6;
        const QString word = Theme::statusWord(status);
        const int width = painter.fontMetrics().horizontalAdvance(word);
        painter.drawText(QRect(x, 0, width, height()), Qt::AlignVCenter | Qt::AlignLeft, word);
        x += width + betweenEntries;
    }
}

} // namespace designer
