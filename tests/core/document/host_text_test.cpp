// The text of a template with several machines, each changed on its own: what one changes leaves the bytes of the others.

#include "core/document/edits.h"
#include "core/document/host_text.h"
#include "core/document/template.h"
#include "core/text/text_syntax.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace asl;

namespace {

const QString folder = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/templates");

std::string contentOf(const QString& file)
{
    QFile opened(folder + "/" + file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll().toStdString() : std::string();
}

std::vector<RegionPointer> regionsOf(const std::string& text, const QString& file)
{
    const auto found = readTemplate(std::make_shared<const std::string>(text), textSyntax(file.toStdString(), text));
    std::vector<RegionPointer> regions;
    for (const TemplateMachine& machine : found ? found->machines : std::vector<TemplateMachine>())
        if (machine.region)
            regions.push_back(machine.region);
    return regions;
}

RegionPointer withComment(const Region& region, const char* comment)
{
    const std::size_t place = region.text().find("StartAt");
    const std::string inner = region.text();
    const bool quoted = place > 0 && inner[place - 1] == '"';
    const std::size_t at = quoted ? place - 1 : place;
    const std::string added = quoted ? std::string("\"Comment\": \"") + comment + "\", " : std::string("Comment: ") + comment + "\n";
    std::string text = added;
    if (!quoted) { // the line keeps its indentation
        const std::size_t lineBegin = inner.rfind('\n', at) == std::string::npos ? 0 : inner.rfind('\n', at) + 1;
        text += inner.substr(lineBegin, at - lineBegin);
    }
    return std::make_shared<const Region>(region.patched(TextPatch::replacing({at, at}, text)));
}

} // namespace

class HostTextTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
};

void HostTextTest::files_data()
{
    QTest::addColumn<QString>("file");
    for (const QString& file : QDir(folder).entryList(QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file)) << file;
}

void HostTextTest::files()
{
    QFETCH(QString, file);
    const std::string base = contentOf(file);
    std::vector<RegionPointer> regions = regionsOf(base, file);
    QVERIFY(!regions.empty());
    const auto same = hostText(base, regions);
    QVERIFY(same.hasValue());
    QCOMPARE(same->text, base);

    // Every machine that can be written gets another comment; all of them stand in one text afterwards.
    std::vector<RegionPointer> changed = regions;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (!regions[i]->whyReadOnly())
            changed[i] = withComment(*regions[i], i % 2 == 0 ? "Hello" : "Something longer than the other one");
        texts.push_back(changed[i]->text());
        QVERIFY(!changed[i]->fault());
    }
    const auto joined = hostText(base, changed);
    QVERIFY(joined.hasValue());
    const std::vector<RegionPointer> found = regionsOf(joined->text, file);
    QCOMPARE(found.size(), regions.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        QCOMPARE(found[i]->text(), texts[i]);

    // With the new text as the base each region can go on, and going back gives the first text byte for byte.
    std::vector<RegionPointer> back;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        const RegionPointer moved = rehosted(*changed[i], joined->text, joined->places[i]);
        QCOMPARE(moved->host(), joined->text);
        QCOMPARE(moved->text(), texts[i]);
        back.push_back(std::make_shared<const Region>(moved->patched(difference(moved->text(), regions[i]->text()))));
    }
    const auto undone = hostText(joined->text, back);
    QVERIFY(undone.hasValue());
    QCOMPARE(undone->text, base);
}

QTEST_APPLESS_MAIN(HostTextTest)
#include "host_text_test.moc"
