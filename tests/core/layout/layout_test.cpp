// Laws of the layout, over own definitions and, where present, over a corpus of real ones.

#include "core/document/snapshot.h"
#include "core/layout/card_text.h"
#include "core/layout/diagram_layout.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QtTest>

#include <clocale>
#include <cmath>

using namespace asl;
using namespace asl::layout;

namespace {

struct Drawing
{
    Snapshot snapshot;
    DiagramGraph graph;
    DiagramLayout layout;
};

Drawing drawn(const std::string& text, GraphOptions options = {})
{
    Snapshot snapshot(1, std::make_shared<const std::string>(text));
    DiagramGraph graph = graphOf(snapshot.machine(), estimatedSize(snapshot.tree(), snapshot.machine()), options);
    DiagramLayout places = asl::layout::layout(graph);
    return {std::move(snapshot), std::move(graph), std::move(places)};
}

QString corpusFolder() { return QStringLiteral(STEPWRIGHT_SOURCE_DIR "/../shared/conformance/definitions"); }

std::string fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// What leaves the order of keys in States alone changes nothing else.
nlohmann::ordered_json reversedStates(const nlohmann::ordered_json& value)
{
    nlohmann::ordered_json result = value;
    if (value.is_array()) {
        for (auto& item : result)
            item = reversedStates(item);
    } else if (value.is_object()) {
        for (auto member = value.begin(); member != value.end(); ++member) {
            result[member.key()] = reversedStates(member.value());
            if (member.key() == "States" && member.value().is_object()) {
                nlohmann::ordered_json states = nlohmann::ordered_json::object();
                std::vector<std::string> names;
                for (auto state = member.value().begin(); state != member.value().end(); ++state)
                    names.push_back(state.key());
                for (auto name = names.rbegin(); name != names.rend(); ++name)
                    states[*name] = reversedStates(member.value()[*name]);
                result[member.key()] = states;
            }
        }
    }
    return result;
}

bool onBorder(Point point, const NodePlace& node)
{
    const auto near = [&](const Rect& rect) {
        if (rect.empty())
            return false;
        const bool insideX = point.x >= rect.x - 0.5 && point.x <= rect.right() + 0.5;
        const bool insideY = point.y >= rect.y - 0.5 && point.y <= rect.bottom() + 0.5;
        const bool onX = std::abs(point.x - rect.x) < 0.6 || std::abs(point.x - rect.right()) < 0.6;
        const bool onY = std::abs(point.y - rect.y) < 0.6 || std::abs(point.y - rect.bottom()) < 0.6;
        return insideX && insideY && (onX || onY);
    };
    return near(node.box) || near(node.frame);
}

/// Strict JSON whose names are used once.
bool isPlain(const QString& path)
{
    const std::string text = fileText(path);
    const SyntaxTree tree = SyntaxTree::parse(text);
    const auto& extensions = tree.extensions();
    return tree.errors().empty() && nlohmann::ordered_json::accept(text)
        && std::none_of(extensions.begin(), extensions.end(), [](const Extension& found) { return found.kind == Extension::Kind::DuplicateKey; });
}

} // namespace

class LayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { std::setlocale(LC_NUMERIC, "C"); }
    void laws_data() { rows(Texts::All); }
    void laws();
    void orderOfKeysDoesNotMatter_data() { rows(Texts::StrictJson); }
    void orderOfKeysDoesNotMatter();
    void flowToTheRightIsTheSameDrawingTurned();
    void siblingsStandInTheOrderOfRules();
    void loopGoesUpOnTheRight();
    void catchersStandRightOfTheNormalWay();
    void fiftyCatchersToOneHandlerAreQuick();
    void anUnchangedScopeIsNotLaidOutAgain();
    void foldedContainerIsOneCard();
    void japaneseIsWiderThanLatin();

private:
    enum class Texts { All, StrictJson /* with names used once */ };
    static void rows(Texts texts);
};

void LayoutTest::rows(Texts texts)
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    if (texts == Texts::All)
        QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blank") << QString() << R"({"StartAt": "", "States": {}})";
    QTest::newRow("loops") << QString() << R"({"StartAt":"A","States":{
        "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Wait","Seconds":1,"Next":"C"},
        "C":{"Type":"Choice","Choices":[{"Variable":"$.x","NumericEquals":1,"Next":"A"},{"Variable":"$.x","NumericEquals":2,"Next":"B"},
             {"Variable":"$.x","NumericEquals":3,"Next":"C"}],"Default":"D"},
        "D":{"Type":"Parallel","Branches":[{"StartAt":"E","States":{"E":{"Type":"Pass","End":true}}},{"StartAt":"","States":{}}],
             "Catch":[{"ErrorEquals":["States.ALL"],"Next":"F"},{"ErrorEquals":["X"],"Next":"A"}],"End":true},
        "F":{"Type":"Fail"},"G":{"Type":"Pass","Next":"H"},"H":{"Type":"Pass","Next":"G"},"I":{"Type":"Pass","Next":"Missing"}}})";
    QTest::newRow("two rules to one state") << QString() << R"({"StartAt":"A","States":{
        "A":{"Type":"Choice","Choices":[{"Variable":"$.x","NumericEquals":1,"Next":"B"},{"Variable":"$.x","NumericEquals":2,"Next":"B"}],
        "Default":"B"},"B":{"Type":"Succeed"}}})";
    for (const char* folder : {"valid", "real-world", "invalid"}) {
        const QDir directory(corpusFolder() + u'/' + QLatin1String(folder));
        for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files))
            if (texts == Texts::All || isPlain(directory.filePath(name)))
                QTest::newRow(qUtf8Printable(name)) << directory.filePath(name) << QString();
    }
}

void LayoutTest::laws()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const Drawing drawing = drawn(path.isEmpty() ? text.toStdString() : fileText(path));
    const auto& nodes = drawing.layout.nodes;
    for (const DiagramScope& scope : drawing.graph.scopes) {
        for (std::size_t i = 0; i < scope.nodes.size(); ++i) {
            const NodePlace& a = nodes[scope.nodes[i]];
            for (std::size_t k = i + 1; k < scope.nodes.size(); ++k)
                QVERIFY2(!a.outline().intersects(nodes[scope.nodes[k]].outline()), "boxes of a scope do not overlap");
            if (scope.owner != noId && !a.outline().empty())
                QVERIFY2(nodes[scope.owner].frame.contains(a.outline()), "what is inside lies inside the frame");
        }
    }
    for (std::size_t i = 0; i < drawing.graph.edges.size(); ++i) {
        const DiagramEdge& edge = drawing.graph.edges[i];
        const EdgePlace& place = drawing.layout.edges[i];
        QVERIFY(!place.pieces.empty());
        const DiagramNode& from = drawing.graph.nodes[edge.from];
        const bool fromHeader = from.kind == BoxKind::Start && drawing.graph.scopes[from.scope].owner != noId;
        const std::uint32_t source = fromHeader ? drawing.graph.scopes[from.scope].owner : edge.from;
        QVERIFY2(onBorder(place.start, nodes[source]), "edges begin on a border");
        QVERIFY2(onBorder(place.end(), nodes[edge.to]), "edges end on a border");
        if (!place.label.empty())
            for (std::uint32_t node : drawing.graph.scopes[from.scope].nodes)
                QVERIFY2(!place.label.intersects(nodes[node].outline()), "labels lie beside the boxes of their scope");
    }
    for (const NodePlace& node : nodes)
        QVERIFY(node.outline().empty() || drawing.layout.bounds.contains(node.outline()));
}

void LayoutTest::orderOfKeysDoesNotMatter()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    const std::string before = path.isEmpty() ? text.toStdString() : fileText(path);
    const auto parsed = nlohmann::ordered_json::parse(before, nullptr, false);
    QVERIFY(!parsed.is_discarded());
    const Drawing first = drawn(parsed.dump());
    const Drawing second = drawn(reversedStates(parsed).dump());
    QCOMPARE(first.graph.nodes.size(), second.graph.nodes.size());
    for (std::size_t i = 0; i < first.graph.nodes.size(); ++i) {
        const StateId a = first.graph.nodes[i].state;
        const StateId b = second.graph.nodes[i].state;
        QCOMPARE(a == noId, b == noId);
        if (a != noId)
            QCOMPARE(first.snapshot.machine().state(a).name, second.snapshot.machine().state(b).name);
    }
    QVERIFY(first.layout.nodes == second.layout.nodes);
    QVERIFY(first.layout.edges == second.layout.edges);
}

void LayoutTest::flowToTheRightIsTheSameDrawingTurned()
{
    const Drawing drawing = drawn(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true}}})",
                                  {.folded = {}, .direction = Direction::Right});
    const auto& nodes = drawing.layout.nodes;
    QVERIFY(nodes[0].box.right() < nodes[1].box.x);
    QVERIFY(nodes[1].box.right() < nodes[2].box.x);
    QCOMPARE(nodes[1].box.center().y, nodes[2].box.center().y);
    QVERIFY(nodes[1].box.width > nodes[1].box.height);
}

void LayoutTest::siblingsStandInTheOrderOfRules()
{
    const Drawing drawing = drawn(R"({"StartAt":"A","States":{"Z":{"Type":"Succeed"},"Y":{"Type":"Succeed"},"X":{"Type":"Succeed"},
        "A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"Y"},{"Variable":"$.a","IsString":true,"Next":"Z"}],
        "Default":"X"}}})");
    std::vector<double> x;
    for (const char* name : {"Y", "Z", "X"})
        for (std::size_t i = 0; i < drawing.graph.nodes.size(); ++i)
            if (drawing.graph.nodes[i].state != noId && drawing.snapshot.machine().state(drawing.graph.nodes[i].state).name == name)
                x.push_back(drawing.layout.nodes[i].box.x);
    QVERIFY(x[0] < x[1] && x[1] < x[2]);
}

void LayoutTest::loopGoesUpOnTheRight()
{
    const Drawing drawing = drawn(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},
        "B":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"A"}],"Default":"C"},"C":{"Type":"Succeed"}}})");
    for (const EdgePlace& edge : drawing.layout.edges) {
        if (!edge.back)
            continue;
        const NodePlace& b = drawing.layout.nodes[2];
        const NodePlace& a = drawing.layout.nodes[1];
        QCOMPARE(edge.start.x, b.box.right());
        QCOMPARE(edge.end().x, a.box.right());
        QVERIFY(edge.end().y < edge.start.y);
        QVERIFY(edge.label.x > b.box.right());
        return;
    }
    QFAIL("the loop has a way back");
}

void LayoutTest::catchersStandRightOfTheNormalWay()
{
    const Drawing drawing = drawn(R"({"StartAt":"A","States":{"H":{"Type":"Fail"},"A":{"Type":"Task","Resource":"x","Next":"B",
        "Catch":[{"ErrorEquals":["States.ALL"],"Next":"H"}]},"B":{"Type":"Succeed"}}})");
    const auto placeOf = [&](const char* name) {
        for (std::size_t i = 0; i < drawing.graph.nodes.size(); ++i)
            if (drawing.graph.nodes[i].state != noId && drawing.snapshot.machine().state(drawing.graph.nodes[i].state).name == name)
                return drawing.layout.nodes[i].box;
        return Rect{};
    };
    QVERIFY(placeOf("H").x > placeOf("B").right());
    QCOMPARE(placeOf("H").y, placeOf("B").y);
}

void LayoutTest::fiftyCatchersToOneHandlerAreQuick()
{
    std::string states;
    for (int i = 0; i < 200; ++i) {
        states += "\"S" + std::to_string(i) + R"(":{"Type":"Task","Resource":"r",)";
        if (i % 4 == 0)
            states += R"("Catch":[{"ErrorEquals":["States.ALL"],"Next":"H"}],)";
        states += i < 199 ? "\"Next\":\"S" + std::to_string(i + 1) + "\"}," : "\"End\":true},";
    }
    QElapsedTimer timer;
    timer.start();
    drawn(R"({"StartAt":"S0","States":{)" + states + R"("H":{"Type":"Fail"}}})");
    QVERIFY2(timer.elapsed() < 2000, "catchers never reach dot");
}

void LayoutTest::anUnchangedScopeIsNotLaidOutAgain()
{
    Snapshot snapshot(1, std::make_shared<const std::string>(fileText(corpusFolder() + QStringLiteral(
        "/real-world/workflows-collection.quorum-with-parallel-pattern-statemachine.asl.json"))));
    if (snapshot.machine().states().empty())
        QSKIP("../shared/conformance/definitions is absent");
    const DiagramGraph graph = graphOf(snapshot.machine(), estimatedSize(snapshot.tree(), snapshot.machine()));
    LayoutCache cache;
    QElapsedTimer timer;
    timer.start();
    const DiagramLayout first = asl::layout::layout(graph, &cache);
    const qint64 cold = timer.nsecsElapsed();
    timer.start();
    const DiagramLayout second = asl::layout::layout(graph, &cache);
    const qint64 warm = timer.nsecsElapsed();
    QVERIFY(first.nodes == second.nodes);
    QVERIFY(warm * 4 < cold);
}

void LayoutTest::foldedContainerIsOneCard()
{
    const std::string text = R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{
        "A":{"Type":"Pass","End":true}}},"End":true}}})";
    const Drawing open = drawn(text);
    const Drawing folded = drawn(text, {.folded = {StatePath{{}, "M"}}});
    QVERIFY(!open.layout.nodes[1].frame.empty());
    QCOMPARE(folded.graph.scopes.size(), std::size_t(1));
    QVERIFY(folded.layout.nodes[1].frame.empty());
}

void LayoutTest::japaneseIsWiderThanLatin()
{
    QCOMPARE(estimatedWidth("状態", 13), 26.0);
    QVERIFY(estimatedWidth("ab", 13) < 16);
}

QTEST_APPLESS_MAIN(LayoutTest)
#include "layout_test.moc"
