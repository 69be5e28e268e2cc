#pragma once
// RecentFilesPanel: the files used lately and a place to drop others.

#include "app/desktop/start_page.h"

class QVBoxLayout;

namespace designer {

class RecentFilesPanel final : public GroundWidget
{
    Q_OBJECT

public:
    explicit RecentFilesPanel(QWidget* parent = nullptr);

    void setFiles(const QList<RecentFile>& files);
    void setDropActive(bool active);

signals:
    void chosen(const QString& path);

private:
    QVBoxLayout* m_list = nullptr;
    QWidget* m_dropArea = nullptr;
};

} // namespace designer
