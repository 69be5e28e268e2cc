#include "core/model/object_type.h"
#include "core/model/state_machine.h"

#include <QtTest>

using namespace asl;

class StateMachineTest : public QObject
{
    Q_OBJECT

private slots:
    void transitions_data();
    void transitions();
    void languages_data();
    void languages();
    void whatIsBrokenAndWhatIsNot_data();
    void whatIsBrokenAndWhatIsNot();
    void placesAreFoundAgain();
    void statesByPosition_data();
    void statesByPosition();
    void objectsByPlace_data();
    void objectsByPlace();
    void readsDeepNesting();
};

namespace {

std::string described(const StateMachine& machine, const Transition& transition)
{
    constexpr const char* kinds[] = {"Start", "Next", "End", "Rule", "Default", "Catch"};
    std::string text = transition.from == noId ? "" : machine.state(transition.from).name + " ";
    text += kinds[int(transition.kind)];
    if (transition.kind == TransitionKind::ChoiceRule || transition.kind == TransitionKind::Catch)
        text += std::to_string(transition.index);
    text += transition.to != noId ? ">" + machine.state(transition.to).name
        : transition.targetName.empty() ? "" : "?" + transition.targetName;
    return text;
}

} // namespace

void StateMachineTest::transitions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read"); // > leads to a state, ? to a name that is none
    QTest::newRow("chain") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Wait","End":true}}})") << "Start>A, A Next>B, B End";
    QTest::newRow("terminal") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Fail","Next":"A"}}})") << "Start>A, A End, B End";
    QTest::newRow("Choice") << QByteArray(R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"A"},7,{}],"Default":"A"},"A":{"Type":"Fail"}}})")
                            << "Start>C, C Rule0>A, C Rule2, C Default>A, A End";
    QTest::newRow("Choice without Default") << QByteArray(R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[]}}})") << "Start>C";
    QTest::newRow("Catch") << QByteArray(R"({"StartAt":"T","States":{"T":{"Type":"Task","End":true,"Catch":[{"Next":"F"},{"Next":"X"}]},"F":{"Type":"Fail"}}})")
                           << "Start>T, T End, T Catch0>F, T Catch1?X, F End";
    QTest::newRow("no way on") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass"},"B":{"Type":"Pass","End":false},"C":{"Next":"A"},"D":{}}})")
                               << "Start>A, A Next, B Next, C Next>A";
    QTest::newRow("tokens") << QByteArray(R"({"StartAt":"${First}","States":{"A":{"Type":"Pass","Next":${Then}}}})") << "Start?${First}, A Next?${Then}";
    QTest::newRow("no jump out of a scope") << QByteArray(R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Next":"M"}}},"End":true}}})")
                                            << "Start>M, M End, Start>I, I Next?M";
    QTest::newRow("Iterator") << QByteArray(R"({"StartAt":"M","States":{"M":{"Type":"Map","Iterator":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}},"End":true}}})")
                              << "Start>M, M End, Start>I, I End";
    QTest::newRow("branches") << QByteArray(R"({"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},null,{"StartAt":"","States":{}}],"End":true}}})")
                              << "Start>P, P End, Start>A, Start, A End";
    QTest::newRow("a name twice: the later counts") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Fail"},"A":{"Type":"Pass","Next":"A"}}})") << "Start>A, A End, A Next>A";
    QTest::newRow("escaped name") << QByteArray(R"({"StartAt":"\u0041","States":{"A":{"Type":"Fail"}}})") << "Start>A, A End";
    QTest::newRow("nothing") << QByteArray("") << "Start";
    QTest::newRow("no object") << QByteArray("[1,2]") << "Start";
    QTest::newRow("wrong kinds") << QByteArray(R"({"StartAt":1,"States":{"A":1,"B":{"Type":2,"Catch":{},"Next":null},"C":{"Type":"Choice","Choices":{}},"D":{"Type":"Parallel","Branches":{},"End":true}}})")
                                 << "Start, B Next, D End";
}

void StateMachineTest::transitions()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    const StateMachine machine = StateMachine::read(tree);
    QStringList read;
    for (const Transition& transition : machine.transitions())
        read.append(QString::fromStdString(described(machine, transition)));
    QTEST(read.join(", "), "read");
}

void StateMachineTest::languages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read");
    const auto machine = [](const char* top, const char* outer, const char* inner) {
        return QByteArray("{") + top + R"("States":{"M":{)" + outer + R"("Type":"Map","ItemProcessor":{"States":{"I":{)" + inner + R"("Type":"Pass"}}}}}})";
    };
    const char* path = R"("QueryLanguage":"JSONPath",)";
    const char* jsonata = R"("QueryLanguage":"JSONata",)";
    QTest::newRow("absent") << machine("", "", "") << "M JSONPath, I JSONPath";
    QTest::newRow("machine") << machine(jsonata, "", "") << "M JSONata, I JSONata";
    QTest::newRow("states inside a Map inherit from the machine") << machine("", jsonata, "") << "M JSONata, I JSONPath";
    QTest::newRow("each state for itself") << machine(path, "", jsonata) << "M JSONPath, I JSONata";
    QTest::newRow("what a state says counts, though it is wrong here") << machine(jsonata, path, "") << "M JSONPath, I JSONata";
    QTest::newRow("unknown language") << machine(R"("QueryLanguage":"XPath",)", "", "") << "M JSONPath, I JSONPath";
}

void StateMachineTest::languages()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    const StateMachine machine = StateMachine::read(tree);
    QStringList read;
    for (const State& state : machine.states())
        read.append(QString::fromStdString(state.name) + (state.language == QueryLanguage::JSONata ? " JSONata" : " JSONPath"));
    QTEST(read.join(", "), "read");
}

void StateMachineTest::whatIsBrokenAndWhatIsNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("damaged");
    QTest::addColumn<QString>("all");
    QTest::newRow("whole") << QByteArray(R"({"States":{"A":{"Type":"Pass"}}})") << "" << "A";
    QTest::newRow("one state") << QByteArray(R"({"States":{"A":{"Type":"Pass"},"B":{"Type":},"C":{"Type":"Fail"}}})") << "B" << "A B C";
    QTest::newRow("a state inside, not its container") << QByteArray(R"({"States":{"M":{"Type":"Map","ItemProcessor":{"States":{"I":{"Type" "Pass"}}}},"C":{"Type":"Fail"}}})") << "I" << "M C I";
    QTest::newRow("the container, not the state inside") << QByteArray(R"({"States":{"M":{"Type":"Map","Label":,"ItemProcessor":{"States":{"I":{"Type":"Pass"}}}}}})") << "M" << "M I";
    QTest::newRow("between states") << QByteArray(R"({"States":{"A":{"Type":"Pass"} "B":{"Type":"Fail"}}})") << "" << "A B";
    QTest::newRow("cut off") << QByteArray(R"({"States":{"A":{"Type":"Pass"},"B":{"Type":"Fai)") << "B" << "A B";
}

void StateMachineTest::whatIsBrokenAndWhatIsNot()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    const StateMachine machine = StateMachine::read(tree);
    QStringList damaged, all;
    for (const State& state : machine.states()) {
        all.append(QString::fromStdString(state.name));
        if (state.damaged)
            damaged.append(all.back());
    }
    QTEST(damaged.join(' '), "damaged");
    QTEST(all.join(' '), "all");
}

void StateMachineTest::placesAreFoundAgain()
{
    const SyntaxTree tree = SyntaxTree::parse(std::string(
        R"({"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Fail"}}},)"
        R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"C"},{"Next":"C"}],"Default":"C"}}},)"
        R"("Catch":[{"Next":"M"}],"End":true}}}],"Next":"P"}}})"));
    const StateMachine machine = StateMachine::read(tree);
    QCOMPARE(machine.states().size(), std::size_t(4));
    for (StateId id = 0; id < machine.states().size(); ++id) {
        QCOMPARE(machine.find(machine.path(id)), id);
        QCOMPARE(machine.findUnique(machine.state(id).name), id);
    }
    for (ScopeId id = 0; id < machine.scopes().size(); ++id)
        QCOMPARE(machine.findScope(machine.scopePath(id)), id);
    for (TransitionId id = 0; id < machine.transitions().size(); ++id)
        QCOMPARE(machine.find(machine.path(machine.transition(id))), id);
    QCOMPARE(readable(machine.path(machine.findUnique("C"))), std::string("P[1]/M[0]/C"));
    QCOMPARE(machine.find(StatePath{{}, "A"}), noId);
    QCOMPARE(machine.findScope(ScopePath{{{"P", 2}}}), noId);
    QCOMPARE(machine.find(TransitionPath{{}, "P", TransitionKind::Catch, 0}), noId);
    QCOMPARE(machine.transitionsTo(machine.findUnique("C")).size(), std::size_t(4));
}

void StateMachineTest::statesByPosition_data()
{
    QTest::addColumn<QByteArray>("text"); // ^: the position
    QTest::addColumn<QString>("state");
    const QByteArray text = R"({"States":{"A":{"Type":"Pass"}, "M":{"ItemProcessor":{"States":{"I":{"Type":"Fail"}}}}}})";
    const auto at = [&](const char* before) { return QByteArray(text).insert(text.indexOf(before), '^'); };
    QTest::newRow("key") << at("\"A\"") << "A";
    QTest::newRow("inside") << at("Pass") << "A";
    QTest::newRow("last brace") << at("}, \"M") << "A";
    QTest::newRow("between") << at(", \"M") << "";
    QTest::newRow("container") << at("ItemP") << "M";
    QTest::newRow("state inside") << at("Fail") << "I";
    QTest::newRow("beginning") << at("{\"States\":{\"A") << "";
}

void StateMachineTest::statesByPosition()
{
    QFETCH(QByteArray, text);
    const qsizetype position = text.indexOf('^');
    text.remove(position, 1);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    const StateMachine machine = StateMachine::read(tree);
    const StateId id = machine.stateAt(tree, std::size_t(position));
    QTEST(id == noId ? QString() : QString::fromStdString(machine.state(id).name), "state");
}

void StateMachineTest::objectsByPlace_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("type");
    QTest::newRow("machine") << "" << int(ObjectType::StateMachine);
    QTest::newRow("states") << "/States" << int(ObjectType::None);
    QTest::newRow("state") << "/States/M" << int(ObjectType::State);
    QTest::newRow("item processor") << "/States/M/ItemProcessor" << int(ObjectType::ItemProcessor);
    QTest::newRow("its configuration") << "/States/M/ItemProcessor/ProcessorConfig" << int(ObjectType::ProcessorConfig);
    QTest::newRow("rule") << "/States/M/ItemProcessor/States/C/Choices/0" << int(ObjectType::ChoiceRule);
    QTest::newRow("nested rule") << "/States/M/ItemProcessor/States/C/Choices/0/And/0/Not" << int(ObjectType::NestedRule);
    QTest::newRow("retrier") << "/States/M/Retry/0" << int(ObjectType::Retrier);
    QTest::newRow("catcher") << "/States/M/Catch/0" << int(ObjectType::Catcher);
    QTest::newRow("template") << "/States/M/ItemSelector" << int(ObjectType::None);
    QTest::newRow("inside a template") << "/States/M/ItemSelector/States/A" << int(ObjectType::None);
    QTest::newRow("scalar") << "/States/M/Type" << int(ObjectType::None);
}

void StateMachineTest::objectsByPlace()
{
    QFETCH(QString, pointer);
    const SyntaxTree tree = SyntaxTree::parse(std::string(
        R"({"States":{"M":{"Type":"Map","ItemSelector":{"States":{"A":{"Type":"Pass"}}},"Retry":[{}],"Catch":[{}],"ItemProcessor":{"ProcessorConfig":{},)"
        R"("States":{"C":{"Type":"Choice","Choices":[{"And":[{"Not":{}}]}]}}}}}})"));
    const auto node = tree.atPointer(pointer.toStdString());
    QVERIFY(node);
    QTEST(int(objectPlace(tree, *node).type), "type");
}

void StateMachineTest::readsDeepNesting()
{
    std::string text;
    constexpr int depth = 240;
    for (int i = 0; i < depth; ++i)
        text += R"({"StartAt":"M)" + std::to_string(i) + R"(","States":{"M)" + std::to_string(i) + R"(":{"Type":"Map","End":true,"ItemProcessor":)";
    text += "{}" + std::string(std::size_t(depth) * 3, '}');
    const SyntaxTree tree = SyntaxTree::parse(std::move(text));
    const StateMachine machine = StateMachine::read(tree);
    QVERIFY(tree.errors().empty());
    QCOMPARE(machine.states().size(), std::size_t(depth));
    QCOMPARE(machine.find(machine.path(depth - 1)), StateId(depth - 1));
    QCOMPARE(machine.stateAt(tree, tree.text().rfind("\"M239")), StateId(depth - 1));
}

QTEST_APPLESS_MAIN(StateMachineTest)
#include "state_machine_test.moc"
