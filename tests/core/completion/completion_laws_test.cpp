// What holds for completion and hover at every place of every definition: they never crash, a field that is accepted
// makes no new syntax error, and a variable renamed there and back leaves every byte as it was.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/references.h"
#include "core/data/json.h"
#include "core/language/starter_value.h"
#include "core/text/text_syntax.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace asl;

class CompletionLawsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPlaceHasAnAnswer_data() { fixtures(); }
    void everyPlaceHasAnAnswer();
    void halfOfEveryTextHasAnAnswer_data() { fixtures(); }
    void halfOfEveryTextHasAnAnswer();
    void acceptedItemsMakeNoNewError_data() { fixtures(); }
    void acceptedItemsMakeNoNewError();
    void variablesRenamedThereAndBackAreTheSame_data() { fixtures(); }
    void variablesRenamedThereAndBackAreTheSame();
    void parametersBeginAsThoseOfANewTask();

private:
    static void fixtures();
    static std::optional<Snapshot> fixture();
};

void CompletionLawsTest::fixtures()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/");
    for (const char* folder : {"definitions", "yaml", "text", "execution"}) {
        QDirIterator files(root + QLatin1String(folder), {"*.asl.json", "*.asl.yaml"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.mid(root.size()))) << path;
        }
    }
}

std::optional<Snapshot> CompletionLawsTest::fixture()
{
    QFETCH(QString, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool yaml = path.endsWith(QStringLiteral("yaml"));
    const auto document = Document::open(file.readAll().toStdString(), yaml ? TextSyntax::Yaml : TextSyntax::Json);
    return document ? std::optional(*document->snapshot()) : std::nullopt;
}

namespace {

bool isBoundary(const std::string& text, std::size_t offset)
{
    return offset >= text.size() || (text[offset] & '\xC0') != '\x80';
}

/// Places so far apart that a text has at most `count` of them; all of a short one.
std::vector<std::size_t> places(const std::string& text, std::size_t count)
{
    std::vector<std::size_t> all;
    const std::size_t step = std::max<std::size_t>(1, text.size() / count);
    for (std::size_t offset = 0; offset <= text.size(); offset += step)
        if (isBoundary(text, offset))
            all.push_back(offset);
    return all;
}

void checkCompletions(const Snapshot& snapshot, std::size_t offset)
{
    const Completions found = completionsAt(snapshot, offset);
    QVERIFY(found.word.begin <= found.word.end && found.word.end == offset);
    for (const CompletionItem& item : found.items) {
        const std::string after = applied(snapshot.text(), item.patch);
        QVERIFY(!item.label.empty() && !item.patch.empty());
        QVERIFY(item.selection.begin <= item.selection.end && item.selection.end <= after.size());
        QVERIFY(isBoundary(after, item.selection.begin) && isBoundary(after, item.selection.end));
        QVERIFY(after.find("\xEE\x80\x80") == std::string::npos); // the mark of the cursor
    }
}

} // namespace

void CompletionLawsTest::everyPlaceHasAnAnswer()
{
    const auto snapshot = fixture();
    QVERIFY(snapshot);
    for (const std::size_t offset : places(snapshot->text(), 400)) {
        checkCompletions(*snapshot, offset);
        if (const auto hover = hoverAt(*snapshot, offset)) {
            QVERIFY(hover->range.contains(offset));
            QVERIFY(!hover->title.empty() && !hover->lines.empty());
        }
        namedThingAt(*snapshot, offset);
        if (QTest::currentTestFailed())
            return;
    }
}

/// As it is while somebody types: the text up to a place, and nothing behind it.
void CompletionLawsTest::halfOfEveryTextHasAnAnswer()
{
    const auto whole = fixture();
    QVERIFY(whole);
    for (const std::size_t offset : places(whole->text(), 60)) {
        const Snapshot half(1, std::make_shared<const std::string>(whole->text().substr(0, offset)), whole->syntax());
        checkCompletions(half, offset);
        hoverAt(half, offset > 0 ? offset - 1 : 0);
        if (QTest::currentTestFailed())
            return;
    }
}

void CompletionLawsTest::acceptedItemsMakeNoNewError()
{
    const auto snapshot = fixture();
    QVERIFY(snapshot);
    for (const std::size_t offset : places(snapshot->text(), 100)) {
        const Completions found = completionsAt(*snapshot, offset);
        const std::size_t step = std::max<std::size_t>(1, found.items.size() / 8);
        for (std::size_t i = 0; i < found.items.size(); i += step) {
            const SnapshotPointer after = revised(*snapshot, found.items[i].patch);
            if (after->tree().errors().size() <= snapshot->tree().errors().size())
                continue;
            const std::size_t begin = offset > 80 ? offset - 80 : 0;
            QFAIL(qPrintable(QStringLiteral("%1 at %2 makes an error: %3\n%4")
                                 .arg(QString::fromStdString(found.items[i].label))
                                 .arg(offset)
                                 .arg(QString::fromStdString(english(after->tree().errors().front().message)),
                                      QString::fromStdString(after->text().substr(begin, 200)))));
        }
    }
}

void CompletionLawsTest::variablesRenamedThereAndBackAreTheSame()
{
    const auto snapshot = fixture();
    QVERIFY(snapshot);
    std::vector<NamedThing> done;
    for (const std::size_t offset : places(snapshot->text(), 400)) {
        const auto thing = namedThingAt(*snapshot, offset);
        if (!thing || thing->kind != NamedThing::Kind::Variable ||
            std::find(done.begin(), done.end(), *thing) != done.end())
            continue;
        done.push_back(*thing);
        const std::vector<Reference> before = referencesTo(*snapshot, *thing);
        QVERIFY(!before.empty());
        const auto there = renameVariable(*snapshot, *thing, "renamedOnce");
        QVERIFY2(there, there ? "" : qPrintable(QString::fromStdString(english(there.error().message))));
        const SnapshotPointer renamed = revised(*snapshot, there->patch);
        const NamedThing now{NamedThing::Kind::Variable, "renamedOnce", thing->scope};
        QCOMPARE(referencesTo(*renamed, now).size(), before.size());
        QVERIFY(referencesTo(*renamed, *thing).empty());
        const auto back = renameVariable(*renamed, now, thing->name);
        QVERIFY2(back, back ? "" : qPrintable(QString::fromStdString(english(back.error().message))));
        QCOMPARE(applied(renamed->text(), back->patch), snapshot->text());
    }
}

/// A parameter that is chosen from the list begins with the value that a whole new Task gives it.
void CompletionLawsTest::parametersBeginAsThoseOfANewTask()
{
    int compared = 0;
    for (const Integration& action : optimizedIntegrations()) {
        const Data whole = *data::parse(starterParameters(action, "", QueryLanguage::JSONata));
        const std::string before = "{\"QueryLanguage\": \"JSONata\", \"States\": {\"A\": {\"Type\": \"Task\", "
                                   "\"Resource\": \"arn:aws:states:::" +
                                   std::string(action.service) + ":" + std::string(action.action) +
                                   "\", \"Arguments\": {";
        const Snapshot snapshot(1, std::make_shared<const std::string>(before + "}}}}"));
        for (const CompletionItem& item : completionsAt(snapshot, before.size()).items) {
            const Data* expected = whole.find(Data::string(item.label));
            if (!expected || (expected->isString() && !expected->text().empty()))
                continue; // the state's input, or the first of a closed set
            const SnapshotPointer after = revised(snapshot, item.patch);
            const auto node = after->tree().atPointer("/States/A/Arguments/" + item.label);
            QVERIFY2(node, item.label.c_str());
            QCOMPARE(data::toJson(*data::fromSyntax(after->tree(), *node)), data::toJson(*expected));
            ++compared;
        }
    }
    QVERIFY(compared > 50);
}

QTEST_APPLESS_MAIN(CompletionLawsTest)
#include "completion_laws_test.moc"
