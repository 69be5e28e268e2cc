// Objects of buckets in a local folder.

#include "app/host/local_buckets.h"

#include "app/host/byte_reader.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace designer::host {

namespace {

constexpr std::size_t mostOpen = 16;
constexpr qint64 largestObject = 10'000'000'000; // the service's quota for a file of items

asl::Failure readFailure(const std::string& cause)
{
    return {"States.ItemReaderFailed", cause};
}
asl::Failure writeFailure(const std::string& cause)
{
    return {"States.ResultWriterFailed", cause};
}

bool isBucketName(const QString& bucket)
{
    return !bucket.isEmpty() && bucket != u"." && bucket != u".." && !bucket.contains(u'/') && !bucket.contains(u'\\');
}

bool isInside(const QString& path, const QString& root)
{
    return !root.isEmpty() && path.startsWith(root + u'/');
}

} // namespace

LocalBuckets::LocalBuckets(QString folder) : m_folder(std::move(folder)) {}
LocalBuckets::~LocalBuckets() = default;

asl::ItemsOutcome LocalBuckets::read(const asl::ReadItems& request)
{
    if (!isBucketName(QString::fromStdString(request.bucket)))
        return readFailure("The bucket name '" + request.bucket + "' is not valid.");
    if (request.list)
        return list(request);
    const QString path = existing(request);
    if (path.isEmpty())
        return readFailure("The object '" + request.key + "' does not exist in the bucket '" + request.bucket + "'.");
    return readObject(request, path);
}

QString LocalBuckets::existing(const asl::ReadItems& request) const
{
    const QString root = QDir(m_folder).canonicalPath();
    const QString bucket = root + u'/' + QString::fromStdString(request.bucket);
    const QFileInfo file(bucket + u'/' + QString::fromStdString(request.key));
    const QString path = file.canonicalFilePath();
    return isInside(path, root) && file.isFile() ? path : QString();
}

asl::ItemsOutcome LocalBuckets::readObject(const asl::ReadItems& request, const QString& path)
{
    const auto isIt = [&](const OpenObject& object) { return object.path == path; };
    auto found = std::find_if(m_open.begin(), m_open.end(), isIt);
    // A new reading begins at the start: the file may have changed since.
    if (found != m_open.end() && request.offset == 0) {
        m_open.erase(found);
        found = m_open.end();
    }
    if (found == m_open.end()) {
        if (m_open.size() == mostOpen)
            m_open.erase(m_open.begin());
        m_open.push_back({path, std::make_unique<ByteReader>(path)});
    } else {
        std::rotate(found, found + 1, m_open.end());
    }
    ByteReader& reader = *m_open.back().reader;
    if (!reader.isOpen())
        return readFailure("The object '" + request.key + "' cannot be read.");
    if (reader.size() > largestObject)
        return readFailure("The object '" + request.key + "' is larger than 10 GB.");
    std::string bytes;
    if (!reader.read(request.offset, request.length, bytes))
        return readFailure("The object '" + request.key + "' cannot be read or unpacked.");
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                                     QCryptographicHash::Sha256);
    asl::ObjectPart part;
    part.last = reader.atEnd();
    part.size = static_cast<std::uint64_t>(reader.size());
    part.sha256 = hash.toHex().toStdString();
    part.bytes = std::make_shared<const std::string>(std::move(bytes));
    if (part.last)
        m_open.pop_back();
    return part;
}

asl::ItemsOutcome LocalBuckets::list(const asl::ReadItems& request)
{
    const QString prefix = QString::fromStdString(request.key);
    const QString bucket = QString::fromStdString(request.bucket);
    const QString root = m_folder + u'/' + bucket + u'/';
    if (!QFileInfo(root).isDir())
        return readFailure("The bucket '" + request.bucket + "' does not exist.");
    const QString wanted = bucket + u'/' + prefix;
    if (request.offset == 0 || m_listed != wanted) {
        m_listed = wanted;
        m_keys.clear();
        // Links are not followed: they might lead outside, or in a circle.
        for (QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString key = files.next().mid(root.size());
            if (key.startsWith(prefix))
                m_keys.append(key);
        }
        // S3 lists in the order of UTF-8 bytes.
        std::sort(m_keys.begin(), m_keys.end(),
                  [](const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); });
    }
    asl::ArrayBuilder objects;
    const auto count = static_cast<std::uint64_t>(m_keys.size());
    const std::uint64_t end = std::min(count, request.offset + request.length);
    for (std::uint64_t i = request.offset; i < end; ++i) {
        const QString& key = m_keys[static_cast<qsizetype>(i)];
        const QFileInfo file(root + key);
        asl::ObjectBuilder object;
        object.set("Etag", asl::Data::string("\"" + std::to_string(file.size()) + "\""));
        object.set("Key", asl::Data::string(key.toStdString()));
        object.set("LastModified", asl::Data::integer(file.lastModified().toSecsSinceEpoch()));
        object.set("Size", asl::Data::integer(file.size()));
        object.set("StorageClass", asl::Data::string("STANDARD"));
        objects.add(std::move(object).build());
    }
    return asl::ObjectList{std::move(objects).build(), end == count};
}

QString LocalBuckets::target(const QString& bucket, const QString& key) const
{
    const QString root = QDir(m_folder).canonicalPath();
    const QStringList steps = key.split(u'/');
    if (root.isEmpty() || !isBucketName(bucket) || key.isEmpty() || key.contains(QChar(u'\0')) || key.endsWith(u'/') ||
        steps.contains(QStringLiteral("..")) || steps.contains(QStringLiteral(".")))
        return {};
    const QString path = QDir::cleanPath(root + u'/' + bucket + u'/' + key);
    // A link on the way may lead outside.
    QString above = path;
    while (above.size() > root.size() && !QFileInfo::exists(above))
        above = above.left(above.lastIndexOf(u'/'));
    const QString real = QFileInfo(above).canonicalFilePath();
    return real == root || isInside(real, root) ? path : QString();
}

std::optional<asl::Failure> LocalBuckets::write(const asl::WriteObject& part)
{
    const QString path = target(QString::fromStdString(part.bucket), QString::fromStdString(part.key));
    if (path.isEmpty())
        return writeFailure("The object '" + part.key + "' of the bucket '" + part.bucket +
                            "' does not lie in the folder that stands for S3.");
    std::unique_ptr<QSaveFile>& file = m_writing[path];
    const auto failed = [&](const QString& why) {
        m_writing.erase(path);
        return writeFailure("The object '" + part.key + "' of the bucket '" + part.bucket +
                            "' cannot be written: " + why.toStdString() + ".");
    };
    if (part.offset == 0) {
        file.reset();
        if (!QDir().mkpath(path.left(path.lastIndexOf(u'/'))))
            return failed(QStringLiteral("its folder cannot be made"));
        file = std::make_unique<QSaveFile>(path);
        if (!file->open(QIODevice::WriteOnly))
            return failed(file->errorString());
    }
    if (!file || file->pos() != static_cast<qint64>(part.offset))
        return failed(QStringLiteral("its parts do not follow each other"));
    const std::string& bytes = *part.bytes;
    if (file->write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        return failed(file->errorString());
    if (!part.last)
        return {};
    if (!file->commit())
        return failed(file->errorString());
    m_writing.erase(path);
    return {};
}

} // namespace designer::host
