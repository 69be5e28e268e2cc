#include "ui/inspector/item_words.h"

#include "core/model/labels.h"
#include "ui/support/qt_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace designer {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("designer::ItemWords", text);
}

QString errorNames(const asl::SyntaxTree& tree, asl::NodeId item)
{
    QStringList names;
    if (const asl::NodeId list = tree.find(item, "ErrorEquals"); list != asl::noNode)
        for (const asl::NodeId name : tree.children(list))
            names << toQString(tree.stringValue(name));
    return names.join(QStringLiteral(", "));
}

void addTarget(ItemSummary& summary, const FieldPlace& list, asl::NodeId item)
{
    const asl::SyntaxTree& tree = list.tree();
    const asl::NodeId next = tree.find(item, "Next");
    if (next == asl::noNode)
        return;
    const std::string name = tree.stringValue(next);
    summary.target = toQString(name);
    const asl::StateMachine& machine = list.object.snapshot->machine();
    const auto& states = machine.scope(list.object.scope).byName;
    if (const auto found = states.find(name); found != states.end())
        summary.targetTile = tileOf(tree, machine.state(found->second));
}

} // namespace

QString itemTitle(asl::ObjectType type, std::size_t index)
{
    const char* pattern = QT_TRANSLATE_NOOP("designer::ItemWords", "Item #%1");
    if (type == asl::ObjectType::ChoiceRule)
        pattern = QT_TRANSLATE_NOOP("designer::ItemWords", "Rule #%1");
    else if (type == asl::ObjectType::Retrier)
        pattern = QT_TRANSLATE_NOOP("designer::ItemWords", "Retrier #%1");
    else if (type == asl::ObjectType::Catcher)
        pattern = QT_TRANSLATE_NOOP("designer::ItemWords", "Catcher #%1");
    else if (type == asl::ObjectType::Branch)
        pattern = QT_TRANSLATE_NOOP("designer::ItemWords", "Branch #%1");
    return words(pattern).arg(index + 1);
}

QString addItemText(asl::ObjectType type)
{
    if (type == asl::ObjectType::ChoiceRule)
        return words(QT_TRANSLATE_NOOP("designer::ItemWords", "Add rule"));
    if (type == asl::ObjectType::Retrier)
        return words(QT_TRANSLATE_NOOP("designer::ItemWords", "Add retrier"));
    if (type == asl::ObjectType::Catcher)
        return words(QT_TRANSLATE_NOOP("designer::ItemWords", "Add catcher"));
    if (type == asl::ObjectType::Branch)
        return words(QT_TRANSLATE_NOOP("designer::ItemWords", "Add branch"));
    return words(QT_TRANSLATE_NOOP("designer::ItemWords", "Add item"));
}

ItemSummary itemSummary(const FieldPlace& list, asl::NodeId item)
{
    const asl::SyntaxTree& tree = list.tree();
    ItemSummary summary;
    if (tree.kind(item) != asl::NodeKind::Object)
        return summary;
    switch (list.field->object) {
    case asl::ObjectType::ChoiceRule:
        summary.text = toQString(asl::conditionText(tree, item));
        addTarget(summary, list, item);
        break;
    case asl::ObjectType::Catcher:
        summary.text = errorNames(tree, item);
        addTarget(summary, list, item);
        break;
    case asl::ObjectType::Retrier: summary.text = errorNames(tree, item); break;
    case asl::ObjectType::Branch: {
        const asl::NodeId states = tree.find(item, "States");
        summary.text = words(QT_TRANSLATE_NOOP("designer::ItemWords", "States: %1")).arg(states == asl::noNode ? 0 : tree.node(states).childCount);
        break;
    }
    case asl::ObjectType::StateMachine:
    case asl::ObjectType::ItemProcessor:
    case asl::ObjectType::State:
    case asl::ObjectType::NestedRule:
    case asl::ObjectType::ProcessorConfig:
    case asl::ObjectType::ItemReader:
    case asl::ObjectType::ReaderConfig:
    case asl::ObjectType::ItemBatcher:
    case asl::ObjectType::ResultWriter:
    case asl::ObjectType::WriterConfig:
    case asl::ObjectType::Credentials:
    case asl::ObjectType::None: break;
    }
    return summary;
}

std::string newItem(asl::ObjectType type, asl::QueryLanguage language)
{
    if (type == asl::ObjectType::ChoiceRule)
        return language == asl::QueryLanguage::JSONata ? R"({"Condition":"{% true %}","Next":""})" : R"({"Variable":"$.","StringEquals":"","Next":""})";
    if (type == asl::ObjectType::Retrier)
        return R"({"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":3,"BackoffRate":2})";
    if (type == asl::ObjectType::Catcher)
        return R"({"ErrorEquals":["States.ALL"],"Next":""})";
    if (type == asl::ObjectType::Branch)
        return R"({"StartAt":"","States":{}})";
    return "{}";
}

} // namespace designer
