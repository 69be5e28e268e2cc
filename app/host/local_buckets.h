#pragma once
// LocalBuckets: a folder that stands for S3: bucket `b`, key `k/x.csv` is FOLDER/b/k/x.csv. Nothing outside the folder
// is read or written. Not for several threads at once.

#include "core/execution/task_handler.h"

#include <QSaveFile>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace designer::host {

class ByteReader;

class LocalBuckets
{
public:
    explicit LocalBuckets(QString folder);
    ~LocalBuckets();

    /// A part of an object; `.gz` and `.zst` are unpacked. Files stay open between parts.
    asl::ItemsOutcome read(const asl::ReadItems& request);
    /// Buckets and folders are made as needed; an object appears when its last part is written, whole or not at all.
    std::optional<asl::Failure> write(const asl::WriteObject& part);

private:
    struct OpenObject
    {
        QString path;
        std::unique_ptr<ByteReader> reader;
    };
    asl::ItemsOutcome readObject(const asl::ReadItems& request, const QString& path);
    asl::ItemsOutcome list(const asl::ReadItems& request);
    /// Null when the object does not exist or lies outside.
    QString existing(const asl::ReadItems& request) const;
    /// Null when it would lie outside.
    QString target(const QString& bucket, const QString& key) const;

    QString m_folder;
    std::vector<OpenObject> m_open; ///< the last used at the end
    QString m_listed;               ///< bucket and prefix of `m_keys`
    QStringList m_keys;
    std::map<QString, std::unique_ptr<QSaveFile>> m_writing; ///< by path
};

} // namespace designer::host
