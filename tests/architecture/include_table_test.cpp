// Reads every #include line and compares it with the table of ARCHITECTURE.md, section 2.

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

class IncludeTableTest : public QObject
{
    Q_OBJECT

private slots:
    void coreRoomsKeepToTheTable();
    void coreKnowsNoQt();
    void uiRoomsDoNotKnowEachOther();
    void appKeepsToItsDoors();
};

namespace {

const QString root = QStringLiteral(STEPWRIGHT_SOURCE_DIR);

struct Include
{
    QString file; // relative to the root
    int line;
    QString target;
};

QList<Include> includesBelow(const QString& folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QList<Include> found;
    QDirIterator files(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        int number = 0;
        while (!file.atEnd()) {
            ++number;
            const auto match = pattern.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                found.append({file.fileName().mid(root.size() + 1), number, match.captured(1)});
        }
    }
    return found;
}

/// The rows of the table in ARCHITECTURE.md: room → rooms it may include.
QHash<QString, QSet<QString>> tableOfRooms()
{
    QHash<QString, QSet<QString>> table;
    QFile file(root + QStringLiteral("/ARCHITECTURE.md"));
    if (!file.open(QIODevice::ReadOnly))
        return table;
    bool inside = false;
    for (const QByteArray& raw : file.readAll().split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line == QStringLiteral("| room | may include |"))
            inside = true;
        else if (inside && !line.startsWith(u'|'))
            break;
        else if (inside && !line.startsWith(QStringLiteral("|--"))) {
            const QStringList cells = line.split(u'|');
            QSet<QString> allowed;
            for (const QString& word : cells.value(2).split(u','))
                allowed.insert(word.trimmed());
            for (const QString& room : cells.value(1).split(u','))
                table.insert(room.trimmed(), allowed);
        }
    }
    return table;
}

QString where(const Include& include)
{
    return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
}

} // namespace

void IncludeTableTest::coreRoomsKeepToTheTable()
{
    const auto table = tableOfRooms();
    QVERIFY2(table.contains(QStringLiteral("execution")), "the table of rooms was not found in ARCHITECTURE.md");
    const auto includes = includesBelow(QStringLiteral("core"));
    QVERIFY(includes.size() > 50);
    for (const Include& include : includes) {
        const QString room = include.file.section(u'/', 1, 1);
        if (include.target.startsWith(QStringLiteral("core/"))) {
            const QString target = include.target.section(u'/', 1, 1);
            QVERIFY2(target == room || table.value(room).contains(target), qPrintable(where(include)));
        }
        QVERIFY2(!include.target.startsWith(QStringLiteral("ui/")) && !include.target.startsWith(QStringLiteral("app/")),
                 qPrintable(where(include)));
        if (include.target.startsWith(QStringLiteral("nlohmann/")))
            QVERIFY2(include.file.startsWith(QStringLiteral("core/data/json.")), qPrintable(where(include)));
    }
}

void IncludeTableTest::coreKnowsNoQt()
{
    static const QRegularExpression qt(QStringLiteral("^(Qt|Q[A-Z])"));
    for (const Include& include : includesBelow(QStringLiteral("core")))
        QVERIFY2(!qt.match(include.target).hasMatch(), qPrintable(where(include)));
}

void IncludeTableTest::uiRoomsDoNotKnowEachOther()
{
    for (const Include& include : includesBelow(QStringLiteral("ui"))) {
        const QString room = include.file.section(u'/', 1, 1);
        QVERIFY2(!include.target.startsWith(QStringLiteral("app/")), qPrintable(where(include)));
        if (!include.target.startsWith(QStringLiteral("ui/")))
            continue;
        const QString target = include.target.section(u'/', 1, 1);
        QVERIFY2(target == room || target == QStringLiteral("workspace") || target == QStringLiteral("support"),
                 qPrintable(where(include)));
    }
}

void IncludeTableTest::appKeepsToItsDoors()
{
    static const QRegularExpression widgets(QStringLiteral("^(QtWidgets|QtGui|QWidget|QApplication|QPainter|QImage)"));
    for (const Include& include : includesBelow(QStringLiteral("app"))) {
        const QString room = include.file.section(u'/', 1, 1);
        if (room == QStringLiteral("desktop"))
            continue;
        QVERIFY2(!include.target.startsWith(QStringLiteral("ui/")), qPrintable(where(include)));
        QVERIFY2(!widgets.match(include.target).hasMatch(), qPrintable(where(include)));
        if (room == QStringLiteral("host"))
            QVERIFY2(!include.target.startsWith(QStringLiteral("app/")) || include.target.startsWith(QStringLiteral("app/host/")),
                     qPrintable(where(include)));
    }
}

QTEST_APPLESS_MAIN(IncludeTableTest)
#include "include_table_test.moc"
