#pragma once
// FolderRow: which folder stands for S3 in a run; chosen by the user alone.

#include <QWidget>

class QToolButton;

namespace designer {

class SimulationController;
class ThemedLabel;

class FolderRow final : public QWidget
{
    Q_OBJECT

public:
    /// `purpose`: what happens without a folder, said in its place.
    FolderRow(SimulationController& controller, const QString& purpose, QWidget* parent = nullptr);

public slots:
    void choose(); ///< opens the dialog

private:
    void refresh();

    SimulationController& m_controller;
    QString m_purpose;
    ThemedLabel* m_path;
    QToolButton* m_forget;
};

} // namespace designer
