// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/rows_layout.h"

#include "desktop/editor/card_geometry.h"
#include "studio/network/analysis.h"
#include "studio/network/layout.h"

#include <QGuiApplication>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr double kWireRoom = 80; ///< for the label of a wire
constexpr double kColumnWidth = kBodyWidth + kWireRoom;
constexpr double kRowGap = 64;
/// One row more must pay: fewer of them are read more easily.
constexpr double kClearlyLarger = 1.1;
constexpr double kBetweenCards = 32;

/// Cards of one column from top to bottom, in the order that the layered layout found.
struct Column {
    std::vector<LayerId> layers;
    double height = 0;
};

std::vector<Column> columnsOf(const Network& network, const std::map<LayerId, double>& heights) {
    const std::map<LayerId, Position> places = layeredLayout(network);
    std::map<double, std::vector<LayerId>> byX;
    for (const Layer& layer : network.layers())
        byX[places.at(layer.id).x].push_back(layer.id);
    std::vector<Column> columns;
    for (auto& [x, layers] : byX) {
        std::ranges::stable_sort(layers, {}, [&](LayerId layer) { return places.at(layer).y; });
        Column column{layers, -kBetweenCards};
        for (const LayerId layer : layers)
            column.height += heights.at(layer) + kBetweenCards;
        columns.push_back(std::move(column));
    }
    return columns;
}

double toNearestLine(double length) {
    return std::round(length / kGrid) * kGrid;
}

} // namespace

std::map<LayerId, Position> rowsLayout(const Network& network, const std::map<LayerId, double>& heights,
                                       double width) {
    const std::vector<Column> columns = columnsOf(network, heights);
    const std::size_t fitting = std::size_t(std::max(2.0, std::floor((width + kWireRoom) / kColumnWidth)));
    // Rows of even length look better than a full one and a rest.
    const std::size_t rows = std::max<std::size_t>(1, (columns.size() + fitting - 1) / fitting);
    const std::size_t perRow = std::max<std::size_t>(1, (columns.size() + rows - 1) / rows);

    std::map<LayerId, Position> positions;
    double top = 0;
    for (std::size_t first = 0; first < columns.size(); first += perRow) {
        const std::size_t end = std::min(columns.size(), first + perRow);
        double tallest = 0;
        bool branches = false;
        for (std::size_t i = first; i < end; ++i) {
            tallest = std::max(tallest, columns[i].height);
            branches = branches || columns[i].layers.size() > 1;
        }
        for (std::size_t i = first; i < end; ++i) {
            // In a plain row the ports are level; where it branches, the columns are centred.
            double y = branches ? top + (tallest - columns[i].height) / 2 : top;
            for (const LayerId layer : columns[i].layers) {
                positions[layer] = {double(i - first) * kColumnWidth, toNearestLine(y)};
                y += heights.at(layer) + kBetweenCards;
            }
        }
        top += tallest + kRowGap;
    }
    return positions;
}

double widthOfRows(const Network& network, const std::map<LayerId, double>& heights, const QSizeF& room) {
    double best = 0;
    double width = room.width();
    for (std::size_t columns = std::max<std::size_t>(2, columnsOf(network, heights).size()); columns >= 2;
         --columns) {
        const double candidate = double(columns) * kColumnWidth - kWireRoom;
        QRectF taken;
        for (const auto& [layer, place] : rowsLayout(network, heights, candidate))
            taken |= QRectF(place.x, place.y, kBodyWidth, heights.at(layer));
        const double zoom = std::min({1.0, room.width() / taken.width(), room.height() / taken.height()});
        if (zoom > best * kClearlyLarger) {
            best = zoom;
            width = candidate;
        }
    }
    return width;
}

std::map<LayerId, double> cardHeights(const Network& network) {
    const Analysis analysis = analyse(network);
    const CardFonts fonts = CardFonts::of(QGuiApplication::font());
    std::map<LayerId, double> heights;
    for (const Layer& layer : network.layers())
        heights[layer.id] = CardGeometry::of(CardContent::of(layer, analysis), fonts).body.height();
    return heights;
}

} // namespace protomind
