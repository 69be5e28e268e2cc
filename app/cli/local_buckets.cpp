// Objects of buckets read from a local folder.

#include "app/cli/local_buckets.h"

#include "app/host/files.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>

namespace designer::cli {

namespace {

asl::Failure failure(const std::string& cause) { return {"States.ItemReaderFailed", cause}; }

} // namespace

asl::ItemsOutcome LocalBuckets::read(const asl::ReadItems& request) const
{
    const QString bucket = QString::fromStdString(request.bucket);
    const QString key = QString::fromStdString(request.key);
    if (bucket.isEmpty() || bucket.contains(u'/') || bucket == u"..")
        return failure("The bucket name '" + request.bucket + "' is not valid.");
    if (request.list)
        return list(bucket, key);
    const QString root = QDir(m_folder).canonicalPath();
    const QString path = QFileInfo(root + u'/' + bucket + u'/' + key).canonicalFilePath();
    if (root.isEmpty() || !path.startsWith(root + u'/'))
        return failure("The object '" + request.key + "' does not exist in the bucket '" + request.bucket + "'.");
    auto bytes = host::readFile(path);
    if (!bytes)
        return failure(asl::english(bytes.error().message));
    return *std::move(bytes);
}

asl::ItemsOutcome LocalBuckets::list(const QString& bucket, const QString& prefix) const
{
    const QString root = m_folder + u'/' + bucket + u'/';
    if (!QFileInfo::exists(root))
        return failure("The bucket '" + bucket.toStdString() + "' does not exist.");
    QStringList keys;
    for (QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString key = files.next().mid(root.size());
        if (key.startsWith(prefix))
            keys.append(key);
    }
    keys.sort();
    asl::ArrayBuilder objects;
    for (const QString& key : keys) {
        const QFileInfo file(root + key);
        asl::ObjectBuilder object;
        object.set("Etag", asl::Data::string("\"" + std::to_string(file.size()) + "\""));
        object.set("Key", asl::Data::string(key.toStdString()));
        object.set("LastModified", asl::Data::integer(file.lastModified().toSecsSinceEpoch()));
        object.set("Size", asl::Data::integer(file.size()));
        object.set("StorageClass", asl::Data::string("STANDARD"));
        objects.add(std::move(object).build());
    }
    return std::move(objects).build();
}

} // namespace designer::cli
