// The Japanese texts are complete: every text of the sources has one, which has the same places to fill in.

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

const QString kept = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/translations/stepwright_ja.ts");

struct Text
{
    QString name; ///< context and source
    QString source;
    QStringList translations; ///< several for a plural
    bool finished = true;
};

Text readMessage(QXmlStreamReader& xml, const QString& context)
{
    Text text;
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            text.source = xml.readElementText();
            text.name = context + QStringLiteral(": ") + text.source;
        } else if (xml.name() == QStringLiteral("translation")) {
            text.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            QString words;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QStringLiteral("translation")) && !xml.atEnd()) {
                if (xml.isStartElement())
                    text.translations << xml.readElementText();
                else if (xml.isCharacters())
                    words += xml.text();
            }
            if (text.translations.isEmpty())
                text.translations << words;
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

QList<Text> textsIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QStringLiteral("name"))
            context = xml.readElementText();
        else if (xml.name() == QStringLiteral("message"))
            texts << readMessage(xml, context);
    }
    return xml.hasError() ? QList<Text>() : texts;
}

QStringList matches(const QRegularExpression& what, const QString& text)
{
    QStringList found;
    for (QRegularExpressionMatchIterator i = what.globalMatch(text); i.hasNext();)
        found << i.next().captured();
    found.sort();
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated();
    void translationsKeepWhatIsFilledIn();
};

/// `--target update_translations` collects the texts that are missing.
void TranslationsTest::everyTextIsTranslated()
{
    QTemporaryDir folder;
    const QString collected = folder.filePath(QStringLiteral("stepwright_ja.ts"));
    QVERIFY(QFile::copy(kept, collected));
    QStringList command = QStringLiteral(COLLECT_TEXTS).split(u'|');
    const QString lupdate = command.takeFirst();
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(STEPWRIGHT_SOURCE_DIR));
    process.start(lupdate, command << QStringLiteral("-silent") << QStringLiteral("-ts") << collected);
    QVERIFY2(process.waitForFinished(), qPrintable(process.errorString()));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString()); // texts that would be looked for under another name
    QStringList missing;
    for (const Text& text : textsIn(collected))
        if (!text.finished || text.translations.contains(QString()))
            missing << text.name;
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TranslationsTest::translationsKeepWhatIsFilledIn()
{
    static const QRegularExpression place(QStringLiteral("%L?\\d|%n|</?\\w+>|\n")), key(QStringLiteral("&[A-Za-z0-9]"));
    const QList<Text> texts = textsIn(kept);
    QVERIFY(texts.size() > 1000);
    QStringList faults;
    for (const Text& text : texts)
        for (const QString& translation : text.translations)
            if (matches(place, translation) != matches(place, text.source)
                || matches(key, translation).size() != matches(key, text.source).size())
                faults << text.name + QStringLiteral(" => ") + translation;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_APPLESS_MAIN(TranslationsTest)
#include "translations_test.moc"
