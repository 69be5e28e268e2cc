#include "ui/workspace/dragged_state.h"

#include "ui/support/qt_text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace designer {

namespace {

QString format() { return QStringLiteral("application/x-stepwright-state+json"); }

} // namespace

QMimeData* toMimeData(const DraggedState& state)
{
    const QJsonObject object{{QStringLiteral("type"), toQString(asl::info(state.type).name)},
                             {QStringLiteral("name"), toQString(state.state.name)},
                             {QStringLiteral("json"), toQString(state.state.json)}};
    auto* data = new QMimeData;
    data->setData(format(), QJsonDocument(object).toJson(QJsonDocument::Compact));
    return data;
}

std::optional<DraggedState> fromMimeData(const QMimeData* mimeData)
{
    if (!mimeData || !mimeData->hasFormat(format()))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(mimeData->data(format())).object();
    const auto type = asl::stateType(toUtf8(object.value(QStringLiteral("type")).toString()));
    if (!type)
        return std::nullopt;
    return DraggedState{*type, {toUtf8(object.value(QStringLiteral("name")).toString()), toUtf8(object.value(QStringLiteral("json")).toString())}};
}

} // namespace designer
