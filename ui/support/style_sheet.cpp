// The application style sheet: only what frames the window. Item views and controls are drawn by Style and delegates.

#include "ui/support/style.h"
#include "ui/support/theme.h"

namespace designer {

namespace {

struct TokenName
{
    QLatin1String name;
    Token token;
};

constexpr TokenName names[] = {
    {QLatin1String("@window"), Token::Window},   {QLatin1String("@surface"), Token::Surface}, {QLatin1String("@raised"), Token::Raised},
    {QLatin1String("@border"), Token::Border},   {QLatin1String("@sep"), Token::Sep},         {QLatin1String("@accentSoft2"), Token::AccentSoft2},
    {QLatin1String("@accent"), Token::Accent},   {QLatin1String("@hover"), Token::Hover},     {QLatin1String("@pressed"), Token::Pressed},
    {QLatin1String("@text2"), Token::Text2},     {QLatin1String("@text"), Token::Text},       {QLatin1String("@disabled"), Token::Disabled},
};

constexpr const char* sheet = R"(
QMainWindow { background: @window; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QMenuBar { background: @window; color: @text; border: none; padding: 0 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @pressed; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @border; padding: 3px 8px; spacing: 2px; }
QToolBar::separator { background: @border; width: 1px; margin: 6px; }
QStatusBar { background: @window; color: @text2; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QDockWidget { color: @text; }
QDockWidget::title { background: @window; padding: 8px 12px; border-bottom: 1px solid @border; }
QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft2; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { background: @sep; height: 1px; margin: 4px 0; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }
)";

} // namespace

QString styleSheet(const Theme& theme)
{
    QString text = QString::fromLatin1(sheet);
    for (const TokenName& name : names) // longer names stand before their beginnings
        text.replace(name.name, theme.color(name.token).name());
    return text;
}

} // namespace designer
