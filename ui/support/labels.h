#pragma once
// Labels and small buttons that follow the theme: text by role and token, quiet icon buttons, links, section heads.

#include "ui/support/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QToolButton>

class QHBoxLayout;

namespace designer {

/// A text in a role and colour of the design system, cut with an ellipsis when asked; then the whole text is its tooltip.
class ThemedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ThemedLabel(const QString& text = {}, FontRole role = FontRole::Body, Token token = Token::Text, QWidget* parent = nullptr);

    void setToken(Token token);
    void setElideMode(Qt::TextElideMode mode); ///< ElideNone (as made): the label wants its whole width
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyTheme();
    void updateToolTip();

    FontRole m_role;
    Token m_token;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_ownToolTip = false;
};

/// A glyph as a widget.
class GlyphLabel : public QWidget
{
    Q_OBJECT

public:
    GlyphLabel(QString name, int size, Token token, QWidget* parent = nullptr);
    void setGlyph(const QString& name, Token token);
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    int m_size;
    Token m_token;
};

/// A text that acts like a button, in the accent colour; a glyph may stand before it.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr);
    void setGlyph(const QString& name);
    void setTokens(Token normal, Token hovered);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_glyph;
    Token m_normal = Token::Accent;
    Token m_hovered = Token::Accent;
};

/// A flat button of 24 px with a glyph of 16; `text` is its tooltip and its name for screen readers.
QToolButton* iconButton(const QString& glyphName, const QString& text, QWidget* parent = nullptr, Token token = Token::Text2);

/// Head of a section in a form: a strong title at the left, whatever is added at the right.
class SectionHead : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHead(const QString& title, QWidget* parent = nullptr);
    void addWidget(QWidget* widget);
    void setTitle(const QString& title);

private:
    ThemedLabel* m_title;
    QHBoxLayout* m_row;
};

/// A thin line of the `sep` or `border` token.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(Token token = Token::Sep, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_token;
};

/// Fills its ground with a token (panels are `surface`).
class GroundWidget : public QWidget
{
    Q_OBJECT

public:
    explicit GroundWidget(Token token, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_token;
};

} // namespace designer
