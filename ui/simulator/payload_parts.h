#pragma once
// The head of the payload panel and its size line.

#include "ui/support/tile.h"

#include <QWidget>

namespace designer {

/// Tile, name, what visit it is, and its status.
class VisitHead final : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        Tile tile;
        QString name;
        QString caption;
        QString statusGlyph;
        QString statusText;
        QColor fill;
        QColor ink;
    };

    explicit VisitHead(QWidget* parent);
    void show(Content content);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Content m_content;
};

/// How much of the quota a value takes.
class SizeLine final : public QWidget
{
    Q_OBJECT

public:
    explicit SizeLine(QWidget* parent);
    void show(std::size_t bytes);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text() const;
    std::size_t m_bytes = 0;
};

} // namespace designer
