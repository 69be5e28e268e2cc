#pragma once
// The program's window over files in a folder of its own, with real keys and dialogs.

#include "app/desktop/appearance.h"
#include "app/desktop/main_window.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/text_view.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace designer {

inline void put(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

inline QByteArray get(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

class WindowFixture
{
public:
    void setUpProgram(const char* name)
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QCoreApplication::setOrganizationName(QStringLiteral("Stepwright"));
        QCoreApplication::setApplicationName(QString::fromUtf8(name));
        installAppearance(*qApp);
        qApp->installEventFilter(&m_undoKeys);
    }

    void makeWindow()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QString at(const QString& name) const { return m_folder->filePath(name); }
    QString at(const char* name) const { return at(QString::fromUtf8(name)); }

    void open(const QString& path)
    {
        QSignalSpy spy(m_window.get(), &MainWindow::opened);
        m_window->openFile(path);
        QVERIFY(spy.wait());
        QTRY_VERIFY(m_window->current()->isComplete());
    }

    Workspace& workspace() { return m_window->current()->workspace(); }
    TextView& view() { return m_window->current()->editor().view(); }

    /// Types at the beginning of the text.
    void typeInText(const QString& text)
    {
        view().setFocus();
        QTRY_VERIFY(view().hasFocus());
        QTest::keyClick(&view(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClicks(&view(), text);
    }
    /// Puts the cursor behind `text` and types there.
    void typeBehind(const char* behind, const QString& text)
    {
        view().setFocus();
        QTRY_VERIFY(view().hasFocus());
        const std::size_t place = workspace().text().find(behind);
        QVERIFY(place != std::string::npos);
        view().goTo({place + std::strlen(behind), place + std::strlen(behind)}, false);
        QTest::keyClicks(&view(), text);
    }

    /// The dialog of this kind that is on the screen, or comes there.
    template <class Dialog>
    Dialog* dialog() const
    {
        Dialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (Dialog* candidate : m_window->findChildren<Dialog*>())
                if (candidate->isVisible())
                    found = candidate;
            return found != nullptr;
        });
        return found;
    }

    /// The project's test data, into the folder.
    void copyData()
    {
        const QString source = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data");
        for (const char* folder : {"definitions", "yaml", "templates", "templates/statemachine"}) {
            const QDir from(source + u'/' + QString::fromUtf8(folder));
            QVERIFY(QDir().mkpath(at(folder)));
            for (const QString& file : from.entryList(QDir::Files))
                QVERIFY(QFile::copy(from.filePath(file), at(folder) + u'/' + file));
        }
    }

    QString openCopy(const QString& definition)
    {
        copyData();
        open(at(definition));
        return workspace().filePath();
    }

    void saveAs(const QString& name)
    {
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = this->dialog<QFileDialog>();
        QVERIFY(dialog);
        emit dialog->fileSelected(at(name)); // how the dialog comes to a name is its own affair
        delete dialog;
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

protected:
    UndoKeys m_undoKeys{nullptr};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace designer
