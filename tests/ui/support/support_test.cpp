// Theme, icons and the small shared widgets.

#include "ui/support/form_fields.h"
#include "ui/support/icons.h"
#include "ui/support/expression_colors.h"
#include "ui/support/segmented_control.h"
#include "ui/support/theme.h"
#include "ui/support/tile.h"
#include "ui/support/undo_keys.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <cmath>

using namespace designer;

namespace {

/// Contrast of two colours as WCAG 2 defines it.
double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace

class SupportTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { Theme::current().setVariant(Theme::Variant::Light); }
    void textIsReadable_data();
    void textIsReadable();
    void statusesAreTold();
    void everyIconRenders();
    void iconFollowsModeAndTheme();
    void fontsKeepTheirOrder();
    void tilesFollowTheService();
    void segmentsAreExclusive();
    void undoPassesLineEdits();
    void expressionsAreRecognised();
};

void SupportTest::textIsReadable_data()
{
    QTest::addColumn<int>("variant");
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    QTest::addColumn<double>("least");
    const Theme::Variant variants[] = {Theme::Variant::Light, Theme::Variant::Dark, Theme::Variant::HighContrastDark, Theme::Variant::HighContrastLight};
    const std::tuple<const char*, Token, Token, double> pairs[] = {
        {"text on surface", Token::Text, Token::Surface, 4.5},        {"text on field", Token::Text, Token::Field, 4.5},
        {"text on selected row", Token::Text, Token::AccentSoft2, 4.5}, {"text2 on surface", Token::Text2, Token::Surface, 4.5},
        {"text2 on pill", Token::Text2, Token::Pill, 4.5},            {"placeholder on field", Token::Placeholder, Token::Field, 4.5},
        {"accent on surface", Token::Accent, Token::Surface, 4.5},    {"onAccent on accentFill", Token::OnAccent, Token::AccentFill, 4.5},
        {"onAccent on accentHover", Token::OnAccent, Token::AccentHover, 4.5}, {"err on surface", Token::Err, Token::Surface, 4.5},
        {"key on field", Token::SKey, Token::Field, 4.5},             {"expression on field", Token::SExpr, Token::Field, 4.5},
        {"control on surface", Token::Control, Token::Surface, 3},    {"focus on surface", Token::Focus, Token::Surface, 3},
        {"edge on canvas", Token::Edge, Token::Canvas, 3},            {"card frame on canvas", Token::CardBorder, Token::Canvas, 3},
    };
    for (const Theme::Variant variant : variants)
        for (const auto& [name, ink, ground, least] : pairs)
            QTest::addRow("%s, variant %d", name, static_cast<int>(variant)) << static_cast<int>(variant) << static_cast<int>(ink) << static_cast<int>(ground) << least;
}

void SupportTest::textIsReadable()
{
    QFETCH(int, variant);
    QFETCH(int, ink);
    QFETCH(int, ground);
    QFETCH(double, least);
    Theme::current().setVariant(static_cast<Theme::Variant>(variant));
    const double measured = contrast(color(static_cast<Token>(ink)), color(static_cast<Token>(ground)));
    QVERIFY2(measured >= least, qPrintable(QString::number(measured)));
}

void SupportTest::statusesAreTold()
{
    for (int status = 1; status < static_cast<int>(Status::Count); ++status) {
        const auto which = static_cast<Status>(status);
        QVERIFY(!Theme::statusIcon(which).isEmpty());
        QVERIFY(!Theme::statusWord(which).isEmpty());
        for (const Theme::Variant variant : {Theme::Variant::Light, Theme::Variant::Dark}) {
            Theme::current().setVariant(variant);
            QVERIFY(contrast(color(Token::Text), Theme::current().statusFill(which)) >= 4.5);
            QVERIFY(contrast(Theme::current().statusBorder(which), color(Token::Canvas)) >= 3);
        }
    }
}

void SupportTest::everyIconRenders()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 94);
    for (const QString& file : files) {
        const QImage image = glyph(file.chopped(4), 24, Qt::red, 1.5).toImage();
        QCOMPARE(image.size(), QSize(36, 36));
        bool painted = false;
        for (int y = 0; y < image.height() && !painted; ++y)
            for (int x = 0; x < image.width() && !painted; ++x)
                painted = image.pixelColor(x, y).alpha() > 0;
        QVERIFY2(painted, qPrintable(file));
    }
}

void SupportTest::iconFollowsModeAndTheme()
{
    const QIcon add = icon(QStringLiteral("add"));
    const auto ink = [&](QIcon::Mode mode, QIcon::State state) {
        const QImage image = add.pixmap(QSize(24, 24), 1, mode, state).toImage();
        return image.pixelColor(12, 12).rgb();
    };
    QCOMPARE(ink(QIcon::Normal, QIcon::Off), color(Token::Text).rgb());
    QCOMPARE(ink(QIcon::Disabled, QIcon::Off), color(Token::Disabled).rgb());
    QCOMPARE(ink(QIcon::Normal, QIcon::On), color(Token::Accent).rgb());
    Theme::current().setVariant(Theme::Variant::Dark);
    QCOMPARE(ink(QIcon::Normal, QIcon::Off), color(Token::Text).rgb());
}

void SupportTest::fontsKeepTheirOrder()
{
    const auto size = [](FontRole role) { return QFontInfo(font(role)).pointSizeF(); };
    QVERIFY(size(FontRole::Title) > size(FontRole::Heading));
    QVERIFY(size(FontRole::Heading) > size(FontRole::Body));
    QVERIFY(size(FontRole::Body) > size(FontRole::Caption));
    QVERIFY(QFontInfo(font(FontRole::Badge)).pixelSize() >= 9);
    QVERIFY(font(FontRole::BodyStrong).weight() == QFont::DemiBold);
    QVERIFY(font(FontRole::Body).families().size() > 1); // Japanese faces stand behind the system's
}

void SupportTest::tilesFollowTheService()
{
    QCOMPARE(tileOfResource("arn:aws:states:::lambda:invoke").glyph, QStringLiteral("svc-function"));
    QCOMPARE(tileOfResource("arn:aws:states:::lambda:invoke").fill, Theme::current().familyColor(QStringLiteral("compute")));
    QCOMPARE(tileOfResource("arn:aws:states:::dynamodb:putItem").fill, Theme::current().familyColor(QStringLiteral("database")));
    QCOMPARE(tileOfResource("${FunctionArn}").fill, Theme::current().familyColor(QStringLiteral("generic")));
    QCOMPARE(tileOf(asl::StateType::Choice).glyph, QStringLiteral("state-choice"));
}

void SupportTest::segmentsAreExclusive()
{
    SegmentedControl control({QStringLiteral("Graph"), QStringLiteral("Split"), QStringLiteral("Text")});
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QCOMPARE(control.currentIndex(), 0);
    control.setCurrentIndex(2);
    QCOMPARE(control.currentIndex(), 2);
    QCOMPARE(changed.size(), 1);
    control.show();
    auto* segment = control.findChildren<QAbstractButton*>()[1];
    QTest::mouseClick(segment, Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 1);
}

void SupportTest::undoPassesLineEdits()
{
    QWidget window;
    QUndoStack stack;
    int undone = 0;
    struct Count final : QUndoCommand
    {
        explicit Count(int& counter) : m_counter(counter) {}
        void undo() override { ++m_counter; }
        int& m_counter;
    };
    stack.push(new Count(undone));
    QAction* undo = stack.createUndoAction(&window);
    undo->setShortcut(QKeySequence::Undo);
    window.addAction(undo);
    auto* line = new QLineEdit(&window);
    line->installEventFilter(new UndoKeys(line));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("abc"));
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QCOMPARE(line->text(), QStringLiteral("abc"));
    line->setProperty(UndoKeys::keepsProperty, true);
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(line->text() != QLatin1String("abc"));
}

void SupportTest::expressionsAreRecognised()
{
    for (const char* text : {"$", "$.a", "$$.Execution.Id", "$[0]", "States.Format('x')", "{% $a %}", "$variable.x"})
        QVERIFY2(holdsExpression(QString::fromLatin1(text), {}), text);
    for (const char* text : {"", "a", "$5.00", "States", "100%"})
        QVERIFY2(!holdsExpression(QString::fromLatin1(text), {}), text);
}

QTEST_MAIN(SupportTest)
#include "support_test.moc"
