// The start page: what it offers, by mouse, by keyboard and by dropping files.

#include "app/desktop/sample_gallery.h"
#include "app/desktop/samples.h"
#include "app/desktop/start_page.h"
#include "app/desktop/translations.h"
#include "ui/workspace/lane.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QUrl>

using namespace designer;

class StartPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::current().install(*qApp); }
    void init();
    void cleanup();
    void samplesAreComplete();
    void everySampleTextIsTranslated();
    void cardsOpenTheirSample();
    void arrowKeysWalkTheGallery();
    void searchShowsWhatFits();
    void commandsAskForWhatTheySay();
    void recentFilesOpenAndMoveUnderTheGallery();
    void droppedFilesAreOpened();

private:
    SampleCard* card(const QString& number) const;
    template <class Widget>
    Widget* named(const QString& accessibleName) const
    {
        for (Widget* widget : m_page->findChildren<Widget*>())
            if (widget->accessibleName() == accessibleName)
                return widget;
        return nullptr;
    }

    std::unique_ptr<Lane> m_lane;
    std::unique_ptr<StartPage> m_page;
};

void StartPageTest::init()
{
    m_lane = std::make_unique<Lane>("layout");
    m_page = std::make_unique<StartPage>(*m_lane);
    m_page->resize(1400, 900);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void StartPageTest::cleanup()
{
    m_page.reset();
    m_lane.reset();
}

SampleCard* StartPageTest::card(const QString& number) const
{
    for (SampleCard* found : m_page->findChildren<SampleCard*>())
        if (found->sample().number == number)
            return found;
    return nullptr;
}

void StartPageTest::samplesAreComplete()
{
    QCOMPARE(samples().size(), std::size_t(9));
    for (const Sample& sample : samples()) {
        QVERIFY2(QFile::exists(sample.definition), qPrintable(sample.definition));
        QVERIFY(!sample.runs.empty());
        for (const SampleRun& run : sample.runs) {
            QVERIFY2(QFile::exists(run.input), qPrintable(run.input));
            QVERIFY2(QFile::exists(run.tasks), qPrintable(run.tasks));
        }
    }
}

void StartPageTest::everySampleTextIsTranslated()
{
    QTranslator japanese;
    installTranslations(*qApp, QLocale(QLocale::English)); // takes the resource along, installs nothing
    QVERIFY(japanese.load(QStringLiteral(":/translations/stepwright_ja.qm")));
    for (const Sample& sample : samples())
        for (const QString& text : {sample.title, sample.summary})
            QVERIFY2(!japanese.translate("samples", text.toUtf8().constData()).isEmpty(), qPrintable(text));
    QCOMPARE(japanese.translate("designer::StartPage", "Samples"), QStringLiteral("サンプル"));
}

void StartPageTest::cardsOpenTheirSample()
{
    QSignalSpy chosen(m_page.get(), &StartPage::sampleChosen);
    QTest::mouseClick(card(QStringLiteral("08")), Qt::LeftButton);
    card(QStringLiteral("03"))->setFocus();
    QTest::keyClick(card(QStringLiteral("03")), Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("08-run-command"));
    QCOMPARE(chosen.at(1).at(0).toString(), QStringLiteral("03-map"));
}

void StartPageTest::arrowKeysWalkTheGallery()
{
    card(QStringLiteral("01"))->setFocus();
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        const auto* focused = qobject_cast<SampleCard*>(QApplication::focusWidget());
        return focused ? focused->sample().number : QString();
    };
    QCOMPARE(press(Qt::Key_Left), QStringLiteral("01")); // the end of the row before: there is none
    QCOMPARE(press(Qt::Key_Right), QStringLiteral("02"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("05"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("08"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("08"));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("05"));
    m_page->resize(640, 700); // one column
    QTRY_COMPARE(card(QStringLiteral("02"))->x(), card(QStringLiteral("01"))->x());
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("06"));
    const auto* scroll = m_page->findChild<QScrollArea*>();
    const QRect shown(QPoint(0, 0), scroll->viewport()->size());
    const SampleCard* focused = card(QStringLiteral("06"));
    QVERIFY(shown.intersects(QRect(focused->mapTo(scroll->viewport(), QPoint(0, 0)), focused->size())));
}

void StartPageTest::searchShowsWhatFits()
{
    auto* search = m_page->findChild<QLineEdit*>();
    search->setText(QStringLiteral("choice polling"));
    QVERIFY(card(QStringLiteral("08"))->isVisible());
    QVERIFY(!card(QStringLiteral("02"))->isVisible());
    QCOMPARE(card(QStringLiteral("08"))->pos(), QPoint(0, 0));
    search->clear();
    QVERIFY(card(QStringLiteral("02"))->isVisible());
}

void StartPageTest::commandsAskForWhatTheySay()
{
    QSignalSpy created(m_page.get(), &StartPage::newRequested);
    QSignalSpy opened(m_page.get(), &StartPage::openRequested);
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("New workflow")), Qt::LeftButton);
    QTest::keyClick(named<QAbstractButton>(QStringLiteral("Open…")), Qt::Key_Return);
    QTest::mouseClick(named<QAbstractButton>(QStringLiteral("New workflow with JSONPath")), Qt::LeftButton);
    QCOMPARE(created.size(), 2);
    QCOMPARE(created[0][0].value<asl::QueryLanguage>(), asl::QueryLanguage::JSONata);
    QCOMPARE(created[1][0].value<asl::QueryLanguage>(), asl::QueryLanguage::JSONPath);
    QCOMPARE(opened.size(), 1);
}

void StartPageTest::recentFilesOpenAndMoveUnderTheGallery()
{
    m_page->setRecentFiles({{QStringLiteral("/flows/受注.asl.json"), QDateTime::currentDateTime()}, {QStringLiteral("/flows/b.asl.json"), {}}});
    m_page->setRecentFiles({{QStringLiteral("/flows/受注.asl.json"), QDateTime::currentDateTime()}});
    QSignalSpy chosen(m_page.get(), &StartPage::fileChosen);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* row = named<QAbstractButton>(QStringLiteral("受注.asl.json"));
    QVERIFY(row);
    QTest::mouseClick(row, Qt::LeftButton);
    QCOMPARE(chosen.takeFirst().at(0).toString(), QStringLiteral("/flows/受注.asl.json"));
    const auto below = [&] {
        return row->mapTo(m_page.get(), QPoint()).y() > card(QStringLiteral("09"))->mapTo(m_page.get(), QPoint()).y();
    };
    QVERIFY(!below());
    m_page->resize(1000, 900);
    QTRY_VERIFY(below());
    m_page->resize(1400, 900);
    QTRY_VERIFY(!below());
}

void StartPageTest::droppedFilesAreOpened()
{
    QSignalSpy chosen(m_page.get(), &StartPage::fileChosen);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/flows/a.asl.json")), QUrl(QStringLiteral("https://example.com/b.asl.json"))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("/flows/a.asl.json"));
}

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
