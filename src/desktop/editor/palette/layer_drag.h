// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>

#include <optional>
#include <string>

namespace protomind {

/// What is dragged from the palette onto the canvas: the name of a LayerType.
inline constexpr char kLayerMimeType[] = "application/x-protomind-layer";

/// The caller owns it.
[[nodiscard]] QMimeData* layerMimeData(const QString& type);
/// None where it is not a known layer.
[[nodiscard]] std::optional<std::string> droppedLayer(const QMimeData* data);

} // namespace protomind
