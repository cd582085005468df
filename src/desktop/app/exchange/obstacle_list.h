// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/style/scroll_column.h"
#include "studio/exchange/formats/formats.h"

#include <QString>

#include <vector>

namespace protomind {

/// Why a network can't be written in a format, layer by layer, each with a button that shows the layer.
class ObstacleList : public ScrollColumn {
    Q_OBJECT
public:
    explicit ObstacleList(QWidget* parent = nullptr);

    void show(const std::vector<Obstacle>& obstacles);

signals:
    /// By its name.
    void layerWanted(const QString& layer);
};

} // namespace protomind
