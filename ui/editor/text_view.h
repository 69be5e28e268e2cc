#pragma once
// TextView: the text of a workspace in a text edit. Its buffer is a view: what is typed goes to the workspace as a patch of
// bytes, and what changes there comes back as the smallest change of rows. It is never read back as the document.

#include "core/validation/diagnostic.h"
#include "ui/editor/block_map.h"
#include "ui/editor/yaml_colors.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTimer>

#include <optional>
#include <vector>

namespace designer {

class Workspace;

class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(Workspace& workspace, QWidget* parent = nullptr);

    const BlockMap& map() const { return m_map; }
    /// Byte of the text where the cursor (or a position of the view) is.
    std::size_t byteAt(int position) const;
    std::size_t cursorByte() const { return byteAt(textCursor().position()); }
    asl::TextRange selectedBytes() const;
    /// Puts the cursor at `range.begin`, selects the range when `select`, and scrolls to it; waits for the row to be filled in.
    void goTo(asl::TextRange range, bool select, bool center = true);
    bool isFilled() const { return m_filled == m_map.size(); }

    /// Rows with another ground: those of the selected states, [first, last].
    void setMarkedRows(std::vector<std::pair<std::size_t, std::size_t>> rows);
    const std::vector<std::pair<std::size_t, std::size_t>>& markedRows() const { return m_marked; }
    /// All places of this text get another ground; empty: none.
    void setSearched(const QString& text, Qt::CaseSensitivity sensitivity);

    // For the gutter, which paints beside the rows.
    using QPlainTextEdit::blockBoundingRect;
    using QPlainTextEdit::contentOffset;
    using QPlainTextEdit::firstVisibleBlock;
    int rowAtY(int y) const; ///< -1 below the last row

signals:
    void filled(); ///< every row is there
    void scrolled();
    void definitionWanted(std::size_t byte); ///< Ctrl and a click on a word

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    struct ViewChange
    {
        int from;
        int removed;
        int added;
    };

    void applyTheme();
    void takeViewChange(const ViewChange& change);
    std::string_view lineEndAt(std::size_t row) const;
    int typingKey(const asl::TextPatch& patch);
    void followText(const asl::TextPatch& patch, bool reset, QObject* author);
    void showRows(const RowChange& change);
    void truncateRows(std::size_t first);
    void fillOn(qint64 longest);
    void leaveCut(const QKeyEvent* event);
    bool editKey(QKeyEvent* event);
    void newLine();
    bool isYaml() const;
    QString yamlIndentBehind(std::size_t at) const;
    bool outdent();
    void indent();
    std::string indentUnit() const;
    std::vector<ColoredSpan> spansOf(const QString& shown, std::size_t row);
    void paintRow(QPainter& painter, const QTextBlock& block, const QRectF& rect, const QRect& exposed);
    void paintGround(QPainter& painter, const QTextBlock& block, const QRectF& rect);
    void paintProblems(QPainter& painter, const QTextBlock& block, const QRectF& rect);
    QMouseEvent inRow(const QMouseEvent& event) const;

    Workspace& m_workspace;
    BlockMap m_map;
    YamlColors m_yamlColors;
    std::size_t m_filled = 0; ///< rows that the view has; the others are appended in slices
    QTimer m_fill;
    std::optional<std::pair<asl::TextRange, bool>> m_goTo; ///< where to go once the row is there
    bool m_syncing = false;
    std::optional<ViewChange> m_viewChange;
    std::pair<std::size_t, std::size_t> m_touched; ///< rows that somebody types in, as they were
    std::vector<std::pair<std::size_t, std::size_t>> m_marked;
    QString m_searched;
    Qt::CaseSensitivity m_searchSensitivity = Qt::CaseInsensitive;
    int m_typingKey = -1;
    std::size_t m_typingEnd = 0;
    bool m_typingInserts = true;
    QElapsedTimer m_sinceTyping;
};

} // namespace designer
