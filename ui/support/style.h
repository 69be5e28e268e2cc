#pragma once
// Style: Fusion with the measures and states of the design system; and the one application style sheet.

#include <QProxyStyle>

namespace designer {

class Theme;

class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();
};

/// The sheet for menu bar, tool bar, docks, tabs, status bar and tooltip, with the theme's colours.
QString styleSheet(const Theme& theme);

} // namespace designer
