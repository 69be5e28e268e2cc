#include "ui/simulator/watch_group.h"

#include "core/data/json.h"
#include "core/execution/watch.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/row_list.h"
#include "ui/support/code_preview.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr std::size_t longestValue = 200; ///< bytes: the rest is cut at the row's end anyway

/// What an expression came to.
struct Outcome
{
    asl::Data value;
    std::string problem;
};

QString shortText(const asl::Data& value)
{
    if (value.isUndefined())
        return WatchGroup::tr("nothing");
    if (value.isObject() || value.isArray())
        return valueSummary(value);
    return toQString(asl::data::toJson(value).substr(0, longestValue));
}

} // namespace

WatchGroup::WatchGroup(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_controller(controller), m_head(new GroupHead(tr("Watch"), this)),
      m_rows(new RowList(tr("Watched expressions"), this)), m_field(new QLineEdit(this)), m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this))
{
    auto* addButton = iconButton(QStringLiteral("add"), tr("Watch an expression"), m_head);
    m_head->addWidget(addButton);
    m_field->setPlaceholderText(QStringLiteral("$states.context.Map.Item.Index"));
    m_field->setAccessibleName(tr("Expression to watch, in JSONata"));
    m_field->setToolTip(tr("JSONata: $ is the input of the selected visit, $name a variable; $states has input, result, output and context"));
    m_field->setProperty(UndoKeys::keepsProperty, true);
    m_field->setFont(designer::font(FontRole::Code));
    m_field->hide();
    m_problem->setContentsMargins(12, 0, 12, 4);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* fieldRow = new QHBoxLayout;
    fieldRow->setContentsMargins(12, 0, 12, 4);
    fieldRow->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_rows);
    column->addLayout(fieldRow);
    column->addWidget(m_problem);

    connect(addButton, &QToolButton::clicked, this, [this] {
        m_field->setVisible(!m_field->isVisible());
        m_problem->hide();
        if (m_field->isVisible())
            m_field->setFocus();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &WatchGroup::addTyped);
    connect(m_field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_rows, &RowList::buttonPressed, this, &WatchGroup::remove);
    connect(&controller, &SimulationController::watchesChanged, this, &WatchGroup::refresh);
    connect(&controller, &SimulationController::viewChanged, this, &WatchGroup::refresh);
    connect(&controller, &SimulationController::selectedVisitChanged, this, &WatchGroup::refresh);
    connect(&Theme::current(), &Theme::changed, this, &WatchGroup::refresh);
    refresh();
}

const QStringList& WatchGroup::expressions() const
{
    return m_controller.watches();
}

void WatchGroup::addTyped()
{
    if (m_field->text().trimmed().isEmpty()) {
        m_field->hide();
        return;
    }
    if (add(m_field->text()))
        m_field->clear();
}

bool WatchGroup::add(const QString& expression)
{
    const QString text = expression.trimmed();
    const auto compiled = asl::WatchExpression::compile(toUtf8(text));
    m_problem->setVisible(!compiled);
    if (!compiled) {
        m_problem->setText(translated(compiled.error().message));
        return false;
    }
    if (!expressions().contains(text))
        m_controller.setWatches(expressions() + QStringList{text});
    return true;
}

void WatchGroup::remove(int row)
{
    QStringList left = expressions();
    left.removeAt(row);
    m_controller.setWatches(left);
}

void WatchGroup::refresh()
{
    const asl::RunViewPointer view = m_controller.view();
    const std::optional<asl::VisitId> visit = view ? m_controller.selectedVisit() : std::nullopt;
    m_head->setCount(static_cast<int>(expressions().size()));
    if (expressions().isEmpty() || !visit || *visit >= view->visits->size()) {
        showRows(std::vector<Value>(static_cast<std::size_t>(expressions().size()), Value{QStringLiteral("—"), color(Token::Text2)}));
        return;
    }
    std::vector<std::string> texts;
    for (const QString& expression : expressions())
        texts.push_back(toUtf8(expression));
    auto work = [view, visit = *visit, texts, platform = m_workspace.platform()](std::stop_token stop) {
        std::vector<Outcome> outcomes;
        for (const std::string& text : texts) {
            if (stop.stop_requested())
                break;
            const auto compiled = asl::WatchExpression::compile(text);
            const auto value = compiled ? compiled->evaluate(*view, visit, platform) : asl::Result<asl::Data>(compiled.error());
            outcomes.push_back(value ? Outcome{*value, {}} : Outcome{{}, asl::english(value.error().message)});
        }
        return outcomes;
    };
    m_workspace.analysisLane().run(this, std::move(work), [this, expressions = expressions()](const std::vector<Outcome>& outcomes) {
        if (expressions != m_controller.watches() || outcomes.size() != static_cast<std::size_t>(expressions.size()))
            return;
        std::vector<Value> values;
        for (const Outcome& outcome : outcomes)
            values.push_back(!outcome.problem.empty()       ? Value{toQString(outcome.problem), color(Token::Err)}
                             : outcome.value.isUndefined() ? Value{shortText(outcome.value), color(Token::Text2)}
                                                           : Value{shortText(outcome.value), valueInk(outcome.value)});
        showRows(values);
    }, QStringLiteral("watch"));
}

void WatchGroup::showRows(const std::vector<Value>& values)
{
    std::vector<ListRow> rows;
    for (std::size_t i = 0; i < values.size(); ++i) {
        ListRow row;
        row.title = expressions()[static_cast<qsizetype>(i)];
        row.code = true;
        row.value = values[i].text;
        row.valueColor = values[i].ink;
        row.button = QStringLiteral("ui-close");
        row.buttonText = tr("Remove");
        rows.push_back(std::move(row));
    }
    m_rows->show(std::move(rows));
}

} // namespace designer
