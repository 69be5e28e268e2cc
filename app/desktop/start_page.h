#pragma once
// StartPage: what the window shows without a document: commands at the left, the samples with small drawings of their graphs,
// files used lately at the right (under the gallery in a narrow window), a place to drop files.

#include "core/language/language.h"
#include "ui/support/labels.h"

#include <QDateTime>
#include <QList>
#include <QString>

class QBoxLayout;

namespace designer {

class Lane;
class RecentFilesPanel;
class SampleGallery;

struct RecentFile
{
    QString path;
    QDateTime opened; ///< local time
};

class StartPage final : public GroundWidget
{
    Q_OBJECT

public:
    /// The drawings are made on `layoutLane`: Graphviz bears one call at a time.
    explicit StartPage(Lane& layoutLane, QWidget* parent = nullptr);

    /// Latest first.
    void setRecentFiles(const QList<RecentFile>& files);

signals:
    void newRequested(asl::QueryLanguage language);
    void openRequested();
    void sampleChosen(const QString& id);
    void fileChosen(const QString& path); ///< from the list, or dropped

protected:
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCommands();
    QWidget* makeCentre();
    void placeRecentFiles();

    SampleGallery* m_gallery = nullptr;
    RecentFilesPanel* m_recent = nullptr;
    QBoxLayout* m_columns = nullptr;
    QBoxLayout* m_centre = nullptr;
    bool m_narrow = false;
};

} // namespace designer
