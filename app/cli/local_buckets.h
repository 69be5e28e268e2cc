#pragma once
// LocalBuckets: a folder that stands for S3: bucket `b`, key `k/x.csv` is FOLDER/b/k/x.csv. Nothing outside is read.

#include "core/execution/task_handler.h"

#include <QString>

namespace designer::cli {

class LocalBuckets
{
public:
    explicit LocalBuckets(QString folder) : m_folder(std::move(folder)) {}

    asl::ItemsOutcome read(const asl::ReadItems& request) const;

private:
    asl::ItemsOutcome list(const QString& bucket, const QString& prefix) const;

    QString m_folder;
};

} // namespace designer::cli
