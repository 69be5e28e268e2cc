#pragma once
// Theme: the tokens, fonts and metrics of the design system. One theme is current; a change is announced once.

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace designer {

/// Colour tokens, named as in the design system.
enum class Token {
    Window, Surface, Raised, Field, Canvas, Dots, Sep, Border, Control, Text, Text2, Placeholder, Disabled,
    Accent, AccentFill, AccentHover, AccentPressed, OnAccent, AccentSoft, AccentSoft2, Hover, Pressed, Focus,
    Edge, EdgeVisited, Catch, Label, LabelBorder, Card, CardBorder, Container, ContainerBorder, Pill, FlowTile, FlowGlyph,
    Err, Warn, Info, Ok, SKey, SStr, SNum, SKw, SExpr, AddBg, DelBg, ChgBg, Line, Count
};

/// Status of a card in a run.
enum class Status { NotReached, Running, Waiting, Succeeded, Caught, Failed, Aborted, Count };

enum class FontRole { Title, Heading, Body, BodyStrong, BodyMedium, Small, Caption, CaptionMedium, CaptionStrong, Badge, Code };

class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Variant { Light, Dark, HighContrastDark, HighContrastLight };

    static Theme& current();
    Variant variant() const { return m_variant; }
    bool isDark() const { return m_variant == Variant::Dark || m_variant == Variant::HighContrastDark; }
    bool isHighContrast() const { return m_variant == Variant::HighContrastDark || m_variant == Variant::HighContrastLight; }
    void setVariant(Variant variant); ///< emits changed()
    /// What the desktop seems to want: from the lightness of a palette that no theme has touched yet.
    static Variant preferred(const QPalette& systemPalette);
    /// Palette, proxy style and the one style sheet for the application; again on every change.
    void install(QApplication& application);

    QColor color(Token token) const;
    QColor statusFill(Status status) const;
    QColor statusBorder(Status status) const;
    /// Icon of a status ("status-running"); empty for NotReached.
    static QString statusIcon(Status status);
    /// The status as a word, for tooltips and screen readers.
    static QString statusWord(Status status);
    QColor familyColor(const QString& family) const; ///< "compute", "messaging", …; unknown: generic
    QFont font(FontRole role) const;
    /// A height of the design system (meant for 13 px type), grown with a larger system font, rounded up to 2 px.
    int height(int designed) const;

    QPalette palette() const;

signals:
    void changed();

private:
    Theme() = default;
    Variant m_variant = Variant::Light;
    QApplication* m_application = nullptr;
};

inline QColor color(Token token) { return Theme::current().color(token); }
inline QFont font(FontRole role) { return Theme::current().font(role); }

/// A line that stays one sharp stroke at every scale: `max(1, floor(ratio)) / ratio`.
qreal hairline(qreal devicePixelRatio);

} // namespace designer
