#include "ui/inspector/problem_lines.h"

#include "ui/inspector/form_host.h"
#include "ui/support/flow_layout.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/severity.h"

#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

QString saidBy(const std::vector<asl::Diagnostic>& problems)
{
    QString text;
    for (const asl::Diagnostic& problem : problems) {
        text += severityWord(problem.severity) + u' ' + translated(problem.message) + u'\n';
        for (const asl::QuickFix& fix : problem.fixes)
            text += u'\t' + translated(fix.label) + u'\n';
    }
    return text;
}

} // namespace

ProblemLines::ProblemLines(FormHost& host, int spacing, QWidget* parent) : QWidget(parent), m_host(host), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing);
    hide();
}

void ProblemLines::show(const std::vector<const asl::Diagnostic*>& problems)
{
    m_problems.clear();
    for (const asl::Diagnostic* problem : problems)
        m_problems.push_back(*problem);
    if (!isPressed())
        rebuild();
}

bool ProblemLines::isPressed() const
{
    const auto buttons = findChildren<LinkButton*>();
    return std::any_of(buttons.begin(), buttons.end(), [](const LinkButton* button) { return button->isDown(); });
}

void ProblemLines::rebuild()
{
    const QString said = saidBy(m_problems);
    if (said == m_shown)
        return;
    m_shown = said;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const asl::Diagnostic& problem : m_problems)
        m_column->addWidget(line(problem));
    setVisible(!m_problems.empty());
}

QWidget* ProblemLines::line(const asl::Diagnostic& problem)
{
    auto* whole = new QWidget(this);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new GlyphLabel(severityGlyph(problem.severity), 16, severityToken(problem.severity), whole), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* text = new ThemedLabel(translated(problem.message), FontRole::Small, severityToken(problem.severity), whole);
    text->setWordWrap(true);
    text->setAccessibleName(tr("%1: %2").arg(severityWord(problem.severity), text->text()));
    column->addWidget(text);
    if (!problem.fixes.empty()) {
        auto* fixes = new QWidget(whole);
        auto* flow = new FlowLayout(12, 0, fixes);
        for (const asl::QuickFix& fix : problem.fixes) {
            auto* button = new LinkButton(translated(fix.label), fixes);
            button->setFont(designer::font(FontRole::Small));
            connect(button, &LinkButton::clicked, this, [this, message = problem.message, label = fix.label] { apply(message, label); });
            connect(button, &LinkButton::released, this, [this] { QTimer::singleShot(0, this, &ProblemLines::rebuild); });
            flow->addWidget(button);
        }
        column->addWidget(fixes);
    }
    row->addLayout(column, 1);
    return whole;
}

/// As the fix is for the present text; when the problem is gone by now there is nothing to do.
void ProblemLines::apply(const asl::Message& message, const asl::Message& label)
{
    for (const asl::Diagnostic& problem : m_problems)
        for (const asl::QuickFix& fix : problem.fixes)
            if (problem.message == message && fix.label == label) {
                m_host.apply(asl::Result<asl::Edit>(fix.edit));
                return;
            }
}

} // namespace designer
