#include "app/desktop/render_command.h"

#include "app/desktop/picture.h"
#include "app/desktop/translations.h"
#include "app/host/definition_file.h"
#include "app/host/files.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>

#include <cstdio>
#include <cstring>

namespace designer {

namespace {

enum ExitStatus { Success = 0, WrongUse = 2 };

struct Options
{
    QString out;
    QString file;
    PictureFormat format = PictureFormat::Svg;
    Theme::Variant theme = Theme::Variant::Light;
    QString locale;
    asl::layout::Direction direction = asl::layout::Direction::Down;
    qreal scale = 1;
};

asl::Error problem(const char* text, const QString& argument = {})
{
    return {{text, {toUtf8(argument)}}, {}};
}

asl::Result<void> take(Options& options, const QString& name, const QString& value)
{
    if (name == u"--render") {
        options.out = value;
        const auto format = pictureFormat(value);
        if (!format)
            return format.error();
        options.format = *format;
    } else if (name == u"--theme") {
        if (value != u"light" && value != u"dark")
            return problem("there is no theme %1 for pictures. Choose light or dark.", value);
        options.theme = value == u"dark" ? Theme::Variant::Dark : Theme::Variant::Light;
    } else if (name == u"--direction") {
        if (value != u"down" && value != u"right")
            return problem("there is no direction %1. Choose down or right.", value);
        options.direction = value == u"right" ? asl::layout::Direction::Right : asl::layout::Direction::Down;
    } else if (name == u"--scale") {
        bool isNumber = false;
        options.scale = value.toDouble(&isNumber);
        if (!isNumber || !(options.scale >= 0.1 && options.scale <= 10))
            return problem("%1 is no scale: give a number from 0.1 to 10.", value);
    } else {
        options.locale = value;
    }
    return {};
}

asl::Result<Options> parse(const QStringList& arguments)
{
    static const QStringList valued{QStringLiteral("--render"), QStringLiteral("--theme"), QStringLiteral("--locale"),
                                    QStringLiteral("--direction"), QStringLiteral("--scale")};
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (!word.startsWith(u'-') || word == u"-") {
            if (!options.file.isEmpty())
                return problem("one FILE at a time can be drawn; %1 is one too many.", word);
            options.file = word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        if (!valued.contains(name))
            return problem("there is no option %1 beside --render. See --help.", name);
        if (equals < 0 && i + 1 == arguments.size())
            return problem("%1 needs a value.", name);
        if (const auto taken = take(options, name, equals < 0 ? arguments[++i] : word.mid(equals + 1)); !taken)
            return taken.error();
    }
    if (options.file.isEmpty())
        return problem("--render needs a FILE to draw.");
    return options;
}

asl::Result<asl::SnapshotPointer> readMachine(const QString& path)
{
    const auto opened = host::openDefinition(path);
    if (!opened)
        return opened.error();
    const asl::SnapshotPointer snapshot = opened->document.snapshot();
    const asl::SyntaxTree& tree = snapshot->tree();
    if (tree.kind(tree.root()) == asl::NodeKind::Object)
        return snapshot;
    const auto at = asl::LineIndex(tree.text()).at(tree.text(), tree.errors().empty() ? 0 : tree.errors().front().range.begin);
    return problem("%1: this is no state machine: an object with StartAt and States is needed.",
                   QStringLiteral("%1:%2:%3").arg(path).arg(at.line).arg(at.column));
}

asl::Result<void> render(const QStringList& arguments)
{
    const auto options = parse(arguments);
    if (!options)
        return options.error();
    if (!options->locale.isEmpty())
        installTranslations(*qApp, QLocale(options->locale));
    const auto snapshot = readMachine(options->file);
    if (!snapshot)
        return snapshot.error();
    Theme::current().setVariant(options->theme);
    const DiagramPointer diagram = makeDiagram(*snapshot, DiagramFonts::current(), {{}, options->direction, false});
    const auto bytes = picture(*diagram, options->format, options->scale, QFileInfo(options->file).fileName());
    if (!bytes)
        return bytes.error();
    return host::writeFile(options->out, *bytes);
}

} // namespace

bool wantsPicture(int argc, const char* const* argv)
{
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "--render") == 0 || std::strncmp(argv[i], "--render=", 9) == 0)
            return true;
    return false;
}

int renderCommand(const QStringList& arguments)
{
    if (const auto done = render(arguments); !done) {
        std::fprintf(stderr, "stepwright: %s\n", asl::english(done.error().message).c_str());
        return WrongUse;
    }
    return Success;
}

} // namespace designer
