#pragma once
// StatusLine: what the status bar says about the current document: problems, language, counts, place in the text, zoom, saved or not.

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace designer {

class DocumentView;

class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setDocument(DocumentView* document); ///< null: none
    /// What goes on in a gesture or a run; empty: the counts again.
    void setHint(const QString& hint);
    /// A message that goes away by itself.
    void say(const QString& message);

signals:
    void problemsClicked();
    void placeClicked();
    void zoomClicked();

private:
    void showProblems();
    void showMachine();
    void showPlace();
    void showZoom();
    void showSaved();
    void applyTheme();

    DocumentView* m_document = nullptr;
    QTimer m_later; ///< place and counts are written a little after they changed, not with every letter
    QToolButton* m_problems;
    QLabel* m_validGlyph;
    QLabel* m_valid;
    QLabel* m_language;
    QLabel* m_counts;
    QLabel* m_hint;
    QLabel* m_state;
    QToolButton* m_place;
    QLabel* m_lineEnd;
    QLabel* m_encoding;
    QToolButton* m_zoom;
    QLabel* m_saved;
};

} // namespace designer
