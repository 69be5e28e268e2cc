#include "ui/support/rule_dialog.h"

#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace designer {

namespace {

ThemedLabel* wrapped(const QString& text, FontRole role, Token token, Qt::TextFormat format)
{
    auto* label = new ThemedLabel(text, role, token);
    label->setTextFormat(format);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RuleDialog::RuleDialog(const asl::RuleInfo& rule, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About the rule"));
    const asl::RuleExplanation explanation = asl::explanationOf(rule, toUtf8(QLocale::languageToCode(QLocale().language())));
    const asl::RuleExamples examples = asl::examplesIn(rule.help);

    auto* content = new QWidget;
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(16, 16, 16, 0);
    page->setSpacing(8);
    page->addWidget(wrapped(toQString(explanation.title), FontRole::Heading, Token::Text, Qt::MarkdownText));
    page->addWidget(wrapped(toQString(rule.name), FontRole::Code, Token::Text2, Qt::PlainText));
    page->addWidget(wrapped(toQString(explanation.text), FontRole::Body, Token::Text, Qt::MarkdownText));
    addExamples(page, tr("Wrong"), examples.wrong);
    addExamples(page, tr("Right"), examples.right);
    page->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 16);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    resize(560, 440);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void RuleDialog::addExamples(QVBoxLayout* page, const QString& caption, const std::vector<std::string_view>& examples)
{
    if (!examples.empty())
        page->addWidget(new ThemedLabel(caption, FontRole::CaptionStrong, Token::Text2));
    for (const std::string_view example : examples) {
        auto* ground = new GroundWidget(Token::Field);
        auto* inside = new QVBoxLayout(ground);
        inside->setContentsMargins(8, 6, 8, 6);
        inside->addWidget(wrapped(toQString(example).trimmed(), FontRole::Code, Token::Text, Qt::PlainText));
        page->addWidget(ground);
    }
}

} // namespace designer
