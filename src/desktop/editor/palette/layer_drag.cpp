// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/palette/layer_drag.h"

#include "engine/nn/layer_type.h"

namespace protomind {

QMimeData* layerMimeData(const QString& type) {
    auto* data = new QMimeData;
    data->setData(QLatin1String(kLayerMimeType), type.toUtf8());
    return data;
}

std::optional<std::string> droppedLayer(const QMimeData* data) {
    if (data == nullptr || !data->hasFormat(QLatin1String(kLayerMimeType)))
        return std::nullopt;
    std::string type = data->data(QLatin1String(kLayerMimeType)).toStdString();
    if (findLayerType(type) == nullptr)
        return std::nullopt;
    return type;
}

} // namespace protomind
