#include "app/desktop/recent_files_panel.h"

#include "app/desktop/row_button.h"
#include "ui/support/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int glyphSize = 20;

QString shortFolder(const QString& path)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    const bool inside = folder == home || folder.startsWith(home + QDir::separator());
    return inside ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

class RecentFileRow final : public RowButton
{
public:
    RecentFileRow(const RecentFile& file, QString when, QWidget* parent)
        : RowButton(52, parent), m_name(QFileInfo(file.path).fileName()), m_folder(shortFolder(file.path)), m_when(std::move(when))
    {
        setAccessibleName(m_name);
        setAccessibleDescription(file.path);
        setToolTip(QDir::toNativeSeparators(file.path));
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect) const override
    {
        const QRect icon(rect.left(), rect.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize);
        painter.drawPixmap(icon, glyph(QStringLiteral("svc-workflow"), glyphSize, color(Token::Text2), devicePixelRatioF()));
        const QRect texts = rect.adjusted(glyphSize + 12, 0, 0, 0);
        const int middle = texts.center().y() + 1;
        const int line = Theme::current().height(20);
        painter.setFont(designer::font(FontRole::Body));
        painter.setPen(color(Token::Text));
        painter.drawText(QRect(texts.left(), middle - line, texts.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_name, Qt::ElideMiddle, texts.width()));
        painter.setFont(designer::font(FontRole::Caption));
        painter.setPen(color(Token::Text2));
        const QRect second(texts.left(), middle, texts.width(), line);
        const int whenWidth = painter.fontMetrics().horizontalAdvance(m_when);
        painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter, m_when);
        painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_folder, Qt::ElideMiddle, second.width() - whenWidth - 12));
    }

private:
    QString m_name;
    QString m_folder;
    QString m_when;
};

/// A dashed box that says that files may be dropped; the page takes them anywhere.
class DropArea final : public QWidget
{
public:
    DropArea(QString text, QWidget* parent) : QWidget(parent), m_text(std::move(text))
    {
        setMinimumHeight(88);
        connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    void setActive(bool active)
    {
        m_active = active;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(color(m_active ? Token::Accent : Token::Control), m_active ? 2 : 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(m_active ? QBrush(color(Token::AccentSoft)) : Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
        const Token ink = m_active ? Token::Accent : Token::Text2;
        const QRect icon(width() / 2 - glyphSize / 2, height() / 2 - glyphSize - 2, glyphSize, glyphSize);
        painter.drawPixmap(icon, glyph(QStringLiteral("file-open"), glyphSize, color(ink), devicePixelRatioF()));
        painter.setPen(color(ink));
        painter.setFont(designer::font(FontRole::Body));
        painter.drawText(QRect(8, height() / 2 + 4, width() - 16, Theme::current().height(20)), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width() - 16));
    }

private:
    QString m_text;
    bool m_active = false;
};

} // namespace

RecentFilesPanel::RecentFilesPanel(QWidget* parent) : GroundWidget(Token::Surface, parent)
{
    auto* heading = new ThemedLabel(tr("Recent files"), FontRole::Heading, Token::Text, this);
    heading->setContentsMargins(12, 0, 12, 0);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    m_dropArea = new DropArea(tr("Drop files here to open them"), this);
    auto* dropRow = new QVBoxLayout;
    dropRow->setContentsMargins(12, 12, 12, 0);
    dropRow->addWidget(m_dropArea);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 32, 12, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addLayout(m_list);
    column->addStretch(1);
    column->addLayout(dropRow);
    setFiles({});
}

void RecentFilesPanel::setFiles(const QList<RecentFile>& files)
{
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (QWidget* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    if (files.isEmpty()) {
        auto* hint = new ThemedLabel(tr("Files that you open appear here."), FontRole::Small, Token::Text2, this);
        hint->setContentsMargins(12, 4, 12, 4);
        hint->setWordWrap(true);
        m_list->addWidget(hint);
    }
    const QDate today = QDate::currentDate();
    for (const RecentFile& file : files) {
        const QDate day = file.opened.date();
        QString when;
        if (day == today)
            when = tr("Today %1", "time of day").arg(QLocale().toString(file.opened.time(), QStringLiteral("HH:mm")));
        else if (day.addDays(1) == today)
            when = tr("Yesterday");
        else
            when = QLocale().toString(day, day.year() == today.year() ? tr("MMM d", "a day of this year") : tr("MMM d, yyyy", "a day of another year"));
        auto* row = new RecentFileRow(file, when, this);
        connect(row, &QAbstractButton::clicked, this, [this, path = file.path] { emit chosen(path); });
        m_list->addWidget(row);
    }
}

void RecentFilesPanel::setDropActive(bool active) { static_cast<DropArea*>(m_dropArea)->setActive(active); }

} // namespace designer
