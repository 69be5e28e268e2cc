// A folder that stands for S3: parts of objects, packed ones, listings, writing whole or not at all, and never outside.

#include "app/host/local_buckets.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace asl;
using designer::host::LocalBuckets;

class LocalBucketsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void parts();
    void packedObjects_data();
    void packedObjects();
    void refusals_data();
    void refusals();
    void listing();
    void writesWholeObjects();
    void nothingOutsideIsWritten_data();
    void nothingOutsideIsWritten();

private:
    QString path(const QString& inside) const { return m_folder->path() + QStringLiteral("/files/") + inside; }
    void put(const QString& inside, const QByteArray& bytes) const
    {
        QDir().mkpath(QFileInfo(path(inside)).path());
        QFile file(path(inside));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    LocalBuckets buckets() const { return LocalBuckets(path({})); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// "bytes|last", or the cause.
QString told(const ItemsOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome))
        return QString::fromStdString(failure->error.value_or("") + " " + failure->cause.value_or(""));
    const auto& part = std::get<ObjectPart>(outcome);
    return QString::fromStdString(*part.bytes + (part.last ? "|last" : "|"));
}

WriteObject part(const std::string& key, std::uint64_t offset, const std::string& bytes, bool last, const std::string& bucket = "b")
{
    return {1, bucket, key, offset, std::make_shared<const std::string>(bytes), last};
}

} // namespace

void LocalBucketsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path(QStringLiteral("b"))));
}

void LocalBucketsTest::parts()
{
    put(QStringLiteral("b/k/x"), "abcdef");
    LocalBuckets s3 = buckets();
    const auto read = [&](std::uint64_t offset, std::uint64_t length) { return s3.read({1, false, "b", "k/x", offset, length}); };
    QCOMPARE(told(read(0, 4)), QStringLiteral("abcd|"));
    QCOMPARE(told(read(4, 4)), QStringLiteral("ef|last"));
    QCOMPARE(told(read(2, 2)), QStringLiteral("cd|"));
    QCOMPARE(told(read(0, 6)), QStringLiteral("abcdef|last"));
    QCOMPARE(told(read(9, 4)), QStringLiteral("|last"));
    const ItemsOutcome outcome = read(0, 3);
    const auto& abc = std::get<ObjectPart>(outcome);
    QCOMPARE(abc.size, std::uint64_t(6));
    QCOMPARE(abc.sha256, std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void LocalBucketsTest::packedObjects_data()
{
    QTest::addColumn<QString>("packer");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("name"); ///< under which it is put
    QTest::newRow("gzip") << "gzip" << ".gz" << "x.gz";
    QTest::newRow("Zstandard") << "zstd" << ".zst" << "x.zst";
    QTest::newRow("gzip under another name") << "gzip" << ".gz" << "x.csv";
    QTest::newRow("Zstandard under another name") << "zstd" << ".zst" << "x.csv";
}

void LocalBucketsTest::packedObjects()
{
    QFETCH(QString, packer);
    QFETCH(QString, ending);
    QFETCH(QString, name);
    const QString program = QStandardPaths::findExecutable(packer);
    QVERIFY2(!program.isEmpty(), "gzip and zstd must be installed");
    QByteArray plain;
    for (int i = 0; i < 200'000; ++i)
        plain += QByteArray::number(i) + '\n';
    put(QStringLiteral("b/x"), plain);
    QProcess::execute(program, {QStringLiteral("-q"), path(QStringLiteral("b/x"))});
    QVERIFY(ending == name.mid(1) || QFile::rename(path("b/x" + ending), path("b/" + name)));
    std::optional<LocalBuckets> s3(path({}));
    const auto read = [&](qsizetype offset, std::uint64_t length) {
        return s3->read({1, false, "b", name.toStdString(), static_cast<std::uint64_t>(offset), length});
    };
    // Everything up to its end or to the first part that cannot be read.
    const auto readAll = [&](bool& failed) {
        QByteArray whole;
        for (bool last = failed = false; !last && !failed;) {
            const ItemsOutcome outcome = read(whole.size(), 100'000);
            const auto* next = std::get_if<ObjectPart>(&outcome);
            failed = !next;
            if (next)
                whole += QByteArray::fromStdString(*next->bytes);
            last = next && (next->last || next->bytes->empty());
        }
        return whole;
    };
    bool failed = false;
    QVERIFY(readAll(failed) == plain);
    QVERIFY(!failed);
    // Backwards and forwards again.
    QCOMPARE(told(read(500'000, 5)), QString::fromUtf8(plain.mid(500'000, 5)) + u'|');
    QCOMPARE(told(read(10, 5)), QString::fromUtf8(plain.mid(10, 5)) + u'|');
    // Cut short, it is not what it was, and a few items less are no answer.
    QFile broken(path("b/" + name));
    QVERIFY(broken.resize(broken.size() - 3));
    s3.emplace(path({}));
    QVERIFY(plain.startsWith(readAll(failed)));
    QVERIFY(failed);
    QVERIFY(broken.open(QIODevice::ReadWrite));
    broken.seek(10);
    broken.write("no packed file at all");
    broken.close();
    s3.emplace(path({}));
    readAll(failed);
    QVERIFY(failed);
}

void LocalBucketsTest::refusals_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("cause");
    const QString none = QStringLiteral("States.ItemReaderFailed The object '%1' does not exist in the bucket 'b'.");
    QTest::newRow("no such object") << "b" << "none" << none.arg("none");
    QTest::newRow("a folder") << "b" << "folder" << none.arg("folder");
    QTest::newRow("outside") << "b" << "../../secret" << none.arg("../../secret");
    QTest::newRow("outside by a link") << "b" << "link" << none.arg("link");
    QTest::newRow("bucket that is a way out") << ".." << "secret" << "States.ItemReaderFailed The bucket name '..' is not valid.";
    QTest::newRow("bucket with a slash") << "b/c" << "x" << "States.ItemReaderFailed The bucket name 'b/c' is not valid.";
}

void LocalBucketsTest::refusals()
{
    QFETCH(QString, bucket);
    QFETCH(QString, key);
    QFETCH(QString, cause);
    put(QStringLiteral("../secret"), "s");
    put(QStringLiteral("b/folder/x"), "x");
    QFile::link(m_folder->path() + QStringLiteral("/secret"), path(QStringLiteral("b/link")));
    QCOMPARE(told(buckets().read({1, false, bucket.toStdString(), key.toStdString(), 0, 10})), cause);
}

void LocalBucketsTest::listing()
{
    for (const char* key : {"b/p/2", "b/p/1", "b/p/10", "b/q", "b/p.txt"})
        put(QString::fromUtf8(key), "12");
    LocalBuckets s3 = buckets();
    std::string keys;
    for (std::uint64_t offset = 0; offset < 4;) {
        const ItemsOutcome outcome = s3.read({1, true, "b", "p", offset, 3});
        const auto& list = std::get<ObjectList>(outcome);
        for (const Data& object : list.objects.items()) {
            keys += std::string(object.find("Key")->text()) + " ";
            QCOMPARE(object.find("Size")->asInteger(), std::int64_t(2));
        }
        offset += list.objects.size();
        QCOMPARE(list.last, offset == 4);
    }
    QCOMPARE(keys, std::string("p.txt p/1 p/10 p/2 "));
    QVERIFY(std::holds_alternative<Failure>(s3.read({1, true, "none", "", 0, 10})));
}

void LocalBucketsTest::writesWholeObjects()
{
    LocalBuckets s3 = buckets();
    QVERIFY(!s3.write(part("new/k.json", 0, "[1", false, "bucket")));
    QVERIFY(!QFile::exists(path(QStringLiteral("bucket/new/k.json"))));
    QVERIFY(!s3.write(part("new/k.json", 2, ",2]", true, "bucket")));
    QFile file(path(QStringLiteral("bucket/new/k.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("[1,2]"));
    QVERIFY(s3.write(part("new/other.json", 7, "x", true)));
}

void LocalBucketsTest::nothingOutsideIsWritten_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("key");
    QTest::newRow("way out") << "b" << "../../x";
    QTest::newRow("way out by the bucket") << ".." << "x";
    QTest::newRow("no key") << "b" << "";
    QTest::newRow("no bucket") << "" << "x";
    QTest::newRow("through a link") << "b" << "link/x";
}

void LocalBucketsTest::nothingOutsideIsWritten()
{
    QFETCH(QString, bucket);
    QFETCH(QString, key);
    QDir().mkpath(m_folder->path() + QStringLiteral("/elsewhere"));
    QFile::link(m_folder->path() + QStringLiteral("/elsewhere"), path(QStringLiteral("b/link")));
    LocalBuckets s3 = buckets();
    const auto failure = s3.write(part(key.toStdString(), 0, "x", true, bucket.toStdString()));
    QVERIFY(failure);
    QCOMPARE(failure->error, std::optional<std::string>("States.ResultWriterFailed"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), (QStringList{"elsewhere", "files"}));
    QVERIFY(QDir(m_folder->path() + QStringLiteral("/elsewhere")).isEmpty());
}

QTEST_APPLESS_MAIN(LocalBucketsTest)
#include "local_buckets_test.moc"
