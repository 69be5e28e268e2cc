// Files are replaced whole or not at all, whatever goes wrong, and the message says what and what to do.

#include "app/host/files.h"
#include "core/document/snapshot.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace designer;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray get(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// Runs something in a child process; true when it said so there.
bool inChild(const std::function<bool()>& act)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(act() ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool says(const asl::Result<void>& result, const char* words)
{
    return !result && asl::english(result.error().message).find(words) != std::string::npos;
}

constexpr uid_t nobody = 65534;

/// Root may do everything, so rights are tested as somebody else.
bool asSomebody(const std::function<bool()>& act)
{
    return inChild([&] { return (geteuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0)) && act(); });
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bytesComeBack();
    void permissionsAndLinksStay();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void missingRightsAreNamed();
    void wrongPlacesAreNamed();
    void unreadableFilesAreNamed();
    void badDefinitionsAreNamed_data();
    void badDefinitionsAreNamed();
    void depthIsNoDanger();

private:
    QString at(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(chmod(m_folder->path().toUtf8(), 0777) == 0);
}

void FilesTest::bytesComeBack()
{
    const std::string bytes("\xEF\xBB\xBF{\r\n\0}\xFF", 9);
    QVERIFY(host::writeFile(at("a.json"), bytes));
    QCOMPARE(*host::readFile(at("a.json")), bytes);
    QVERIFY(host::writeFile(at("empty.json"), {}));
    QCOMPARE(*host::readFile(at("empty.json")), std::string());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void FilesTest::permissionsAndLinksStay()
{
    put(at("real.json"), "old");
    QVERIFY(chmod(at("real.json").toUtf8(), 0640) == 0);
    QVERIFY(QFile::link(QStringLiteral("real.json"), at("link.json")));
    QVERIFY(QFile::link(QStringLiteral("link.json"), at("link2.json")));
    QVERIFY(host::writeFile(at("link2.json"), "new"));
    QVERIFY(QFileInfo(at("link.json")).isSymLink());
    QVERIFY(QFileInfo(at("link2.json")).isSymLink());
    QCOMPARE(get(at("real.json")), QByteArray("new"));
    struct stat info;
    QCOMPARE(stat(at("real.json").toUtf8(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0640));
    QVERIFY(QFile::link(QStringLiteral("later.json"), at("dangling.json")));
    QVERIFY(host::writeFile(at("dangling.json"), "born"));
    QCOMPARE(get(at("later.json")), QByteArray("born"));
}

void FilesTest::aFullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("not a byte") << 0;
    QTest::newRow("within the first buffer") << 1000;
    QTest::newRow("later") << 100000;
}

void FilesTest::aFullDiskLeavesTheOldFile()
{
    QFETCH(int, limit);
    put(at("a.json"), "{\"old\": true}");
    const std::string large(200000, ' ');
    QVERIFY(inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit most{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
        return setrlimit(RLIMIT_FSIZE, &most) == 0 && says(host::writeFile(at("a.json"), large), "The file is unchanged");
    }));
    QCOMPARE(get(at("a.json")), QByteArray("{\"old\": true}"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing is left behind
}

void FilesTest::missingRightsAreNamed()
{
    put(at("locked.json"), "old");
    QVERIFY(chmod(at("locked.json").toUtf8(), 0444) == 0);
    QVERIFY(asSomebody([&] { return says(host::writeFile(at("locked.json"), "new"), "write-protected"); }));
    put(at("secret.json"), "old");
    QVERIFY(chmod(at("secret.json").toUtf8(), 0000) == 0);
    QVERIFY(asSomebody([&] {
        const auto read = host::readFile(at("secret.json"));
        return !read && asl::english(read.error().message).find("permissions") != std::string::npos;
    }));
    QVERIFY(QDir().mkdir(at("folder")));
    put(at("folder/a.json"), "old");
    QVERIFY(chmod(at("folder/a.json").toUtf8(), 0666) == 0 && chmod(at("folder").toUtf8(), 0555) == 0);
    QVERIFY(asSomebody([&] { return says(host::writeFile(at("folder/a.json"), "new"), "unchanged"); }));
    QCOMPARE(get(at("folder/a.json")), QByteArray("old"));
    QCOMPARE(get(at("locked.json")), QByteArray("old"));
}

void FilesTest::wrongPlacesAreNamed()
{
    QVERIFY(says(host::writeFile(m_folder->path(), "x"), "is a folder"));
    QVERIFY(says(host::writeFile(at("no/such/folder/a.json"), "x"), "folder does not exist"));
    QVERIFY(says(host::writeFile(QStringLiteral("/dev/null"), "x"), "not a regular file"));
}

void FilesTest::unreadableFilesAreNamed()
{
    const auto words = [](const QString& path) {
        const auto read = host::readFile(path);
        return read ? std::string() : asl::english(read.error().message);
    };
    QVERIFY(words(at("missing.json")).find("there is no such file") != std::string::npos);
    QVERIFY(words(m_folder->path()).find("is a folder") != std::string::npos);
    QVERIFY(words(QStringLiteral("/dev/zero")).find("not a regular file") != std::string::npos);
}

void FilesTest::badDefinitionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("invalid UTF-8") << QByteArray("{\n  \"a\": \"\xC3(\"\n}") << QByteArray("Line 2, column 9");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << QByteArray("Line 1, column 1");
}

void FilesTest::badDefinitionsAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, words);
    const auto document = asl::Document::open(bytes.toStdString());
    QVERIFY(!document);
    const QByteArray message = QByteArray::fromStdString(asl::english(document.error().message));
    QVERIFY2(message.contains(words), message);
}

void FilesTest::depthIsNoDanger()
{
    for (const std::string& text : {std::string(100000, '['), std::string(100000, '[') + std::string(100000, ']'), std::string(R"({"StartAt":"A","Sta)"), std::string()}) {
        const auto document = asl::Document::open(text);
        QVERIFY(document);
        QVERIFY(!document->snapshot()->tree().errors().empty());
    }
}

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
