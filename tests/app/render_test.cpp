// stepwright --render: pictures in every format without a display, and what it says when there is nothing to draw.

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer
{
    int status = -1;
    QByteArray output;
    QByteArray messages;
};

Answer render(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STEPWRIGHT_BINARY_DIR "/stepwright"), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString sample() { return QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples/08-run-command.asl.json"); }

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class RenderTest : public QObject
{
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void scaleAndTheme();
    void standardOutputIsSvg();
    void flowToTheRightIsWider();
    void refusals_data();
    void refusals();

private:
    QTemporaryDir m_folder;
};

void RenderTest::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("svg") << QStringLiteral("a.svg") << QByteArray("<?xml");
    QTest::newRow("png") << QStringLiteral("a.png") << QByteArray("\x89PNG");
    QTest::newRow("pdf") << QStringLiteral("a.pdf") << QByteArray("%PDF");
}

void RenderTest::formats()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    const QString out = m_folder.filePath(name);
    const Answer answer = render({QStringLiteral("--render"), out, sample()});
    QCOMPARE(answer.status, 0);
    QVERIFY(content(out).startsWith(begin));
}

void RenderTest::scaleAndTheme()
{
    const QString small = m_folder.filePath(QStringLiteral("small.png"));
    const QString large = m_folder.filePath(QStringLiteral("large.png"));
    QCOMPARE(render({QStringLiteral("--render"), small, sample()}).status, 0);
    QCOMPARE(render({QStringLiteral("--render=") + large, QStringLiteral("--scale"), QStringLiteral("2"), QStringLiteral("--theme=dark"), sample()}).status, 0);
    const QImage light(small);
    const QImage dark(large);
    QCOMPARE(dark.size(), light.size() * 2);
    QVERIFY(light.pixelColor(1, 1).lightness() > 200);
    QVERIFY(dark.pixelColor(1, 1).lightness() < 60);
}

void RenderTest::standardOutputIsSvg()
{
    const Answer answer = render({QStringLiteral("--render"), QStringLiteral("-"), sample()});
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.output.startsWith("<?xml"));
    QVERIFY(answer.output.contains("Lambda RunCommand"));
}

void RenderTest::flowToTheRightIsWider()
{
    const QString out = m_folder.filePath(QStringLiteral("right.png"));
    QCOMPARE(render({QStringLiteral("--render"), out, QStringLiteral("--direction"), QStringLiteral("right"), sample()}).status, 0);
    const QImage picture(out);
    QVERIFY(picture.width() > 2 * picture.height());
}

void RenderTest::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QString out = m_folder.filePath(QStringLiteral("x.png"));
    const auto row = [&](const char* name, const QStringList& arguments, const char* message) {
        QTest::newRow(name) << arguments << QString::fromUtf8(message);
    };
    const QString option = QStringLiteral("--render");
    row("no file", {option, out}, "--render needs a FILE to draw");
    row("missing", {option, out, QStringLiteral("missing.json")}, "missing.json: there is no such file");
    row("a folder", {option, out, m_folder.path()}, "is a folder");
    row("format", {option, m_folder.filePath(QStringLiteral("x.gif")), sample()}, "end it with .svg, .png or .pdf");
    row("theme", {option, out, QStringLiteral("--theme"), QStringLiteral("pink"), sample()}, "there is no theme pink");
    row("scale", {option, out, QStringLiteral("--scale"), QStringLiteral("0"), sample()}, "0 is no scale");
    row("direction", {option, out, QStringLiteral("--direction"), QStringLiteral("up"), sample()}, "there is no direction up");
    row("option", {option, out, QStringLiteral("--colour"), sample()}, "there is no option --colour");
    const auto file = [&](const char* name, const QByteArray& text) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile written(path);
        if (written.open(QIODevice::WriteOnly))
            written.write(text);
        return path;
    };
    row("no object", {option, out, file("list.json", "\n [1]")}, "list.json:1:1: this is no state machine");
    row("empty", {option, out, file("empty.json", "")}, "empty.json:1:1: this is no state machine");
    row("not UTF-8", {option, out, file("latin.json", "{\"\xe4\": 1}")}, "is not UTF-8");
}

void RenderTest::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const Answer answer = render(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY2(QString::fromUtf8(answer.messages).contains(message), answer.messages.constData());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x.png"))));
}

QTEST_APPLESS_MAIN(RenderTest)
#include "render_test.moc"
