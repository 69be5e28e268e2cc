#include "ui/simulator/answer_group.h"

#include "core/data/json.h"
#include "ui/simulator/row_list.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace designer {

namespace {

QString answerText(const asl::TaskOutcome& outcome)
{
    if (const auto* failure = std::get_if<asl::Failure>(&outcome))
        return AnswerGroup::tr("fails with %1").arg(toQString(failure->error.value_or("")));
    constexpr std::size_t longestValue = 200;
    const auto* success = std::get_if<asl::TaskSuccess>(&outcome);
    return success ? AnswerGroup::tr("returns %1").arg(toQString(asl::data::toJson(success->result).substr(0, longestValue))) : QString();
}

/// As a mock file of Step Functions Local has it.
asl::Data mockResponse(const asl::TaskOutcome& outcome)
{
    using asl::Data;
    if (const auto* success = std::get_if<asl::TaskSuccess>(&outcome))
        return Data::object({{Data::string("Return"), success->result}});
    const auto& failure = std::get<asl::Failure>(outcome);
    return Data::object({{Data::string("Throw"), Data::object({{Data::string("Error"), Data::string(failure.error.value_or(""))},
                                                               {Data::string("Cause"), Data::string(failure.cause.value_or(""))}})}});
}

} // namespace

AnswerGroup::AnswerGroup(SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_head(new GroupHead(tr("Task answers"), this)), m_rows(new RowList(tr("Task answers"), this))
{
    auto* copy = iconButton(QStringLiteral("ui-copy"), tr("Copy as a mock file of Step Functions Local"), m_head);
    m_head->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_rows);
    connect(copy, &QToolButton::clicked, this, &AnswerGroup::copyAsMockFile);
    connect(m_rows, &RowList::buttonPressed, this, [this](int row) { m_controller.forgetAnswer(std::string(m_states[static_cast<std::size_t>(row)])); });
    connect(&controller, &SimulationController::keptAnswersChanged, this, &AnswerGroup::refresh);
    connect(&Theme::current(), &Theme::changed, this, &AnswerGroup::refresh);
    refresh();
}

void AnswerGroup::refresh()
{
    m_states.clear();
    std::vector<ListRow> rows;
    for (const auto& [state, outcome] : m_controller.keptAnswers()) {
        ListRow row;
        row.glyph = QStringLiteral("sim-mock");
        row.glyphColor = color(Token::Text2);
        row.title = toQString(state);
        row.detail = answerText(outcome);
        row.button = QStringLiteral("ui-close");
        row.buttonText = tr("Ask again");
        rows.push_back(std::move(row));
        m_states.push_back(state);
    }
    m_head->setCount(static_cast<int>(rows.size()));
    setVisible(!rows.empty());
    m_rows->show(std::move(rows));
}

/// One test case that gives the kept answers, ready for `stepwright-cli test`.
void AnswerGroup::copyAsMockFile()
{
    using asl::Data;
    asl::ObjectBuilder states;
    asl::ObjectBuilder responses;
    const auto input = asl::data::parse(toUtf8(m_controller.inputText()));
    if (input)
        states.set("Input", *input);
    for (const auto& [state, outcome] : m_controller.keptAnswers()) {
        states.set(state, Data::string(state));
        responses.set(state, Data::object({{Data::string("0-9999"), mockResponse(outcome)}}));
    }
    const Data testCase = Data::object({{Data::string("Case"), std::move(states).build()}});
    const Data machine = Data::object({{Data::string("StateMachine"), Data::object({{Data::string("TestCases"), testCase}})}});
    const Data file = Data::object({{Data::string("StateMachines"), machine}, {Data::string("MockedResponses"), std::move(responses).build()}});
    QGuiApplication::clipboard()->setText(toQString(asl::data::toJson(file, asl::data::Layout::Indented)));
}

} // namespace designer
