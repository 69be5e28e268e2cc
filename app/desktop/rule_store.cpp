#include "app/desktop/rule_store.h"

#include "app/desktop/token_store.h"
#include "ui/support/qt_text.h"

#include <QSettings>

namespace designer {

namespace {

QString keyOf(const QString& definition) { return fileKey(QStringLiteral("switchedOffRules"), definition); }

} // namespace

std::vector<std::string> storedRules(const QString& definition)
{
    std::vector<std::string> rules;
    if (!definition.isEmpty())
        for (const QString& rule : QSettings().value(keyOf(definition)).toStringList())
            rules.push_back(toUtf8(rule));
    return rules;
}

void storeRules(const QString& definition, const std::vector<std::string>& rules)
{
    if (definition.isEmpty())
        return;
    QStringList names;
    for (const std::string& rule : rules)
        names << toQString(rule);
    QSettings settings;
    if (names.isEmpty())
        settings.remove(keyOf(definition));
    else
        settings.setValue(keyOf(definition), names);
}

} // namespace designer
