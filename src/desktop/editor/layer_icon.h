// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/card_colours.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace protomind {

/// A small picture of what a layer does, on a tile in its category's colour. `function` is the activation to
/// draw the curve of; empty for others.
void paintLayerIcon(QPainter& painter, const QRectF& tile, const QString& typeName, LayerCategory category,
                    const QString& function, const CardColours& colours);

/// The same as an icon of 24 and 48 pixels, for lists.
[[nodiscard]] QIcon layerIcon(const LayerType& type, const CardColours& colours);

} // namespace protomind
