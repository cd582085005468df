// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/arrange/layout_around.h"

#include "desktop/editor/arrange/rows_layout.h"
#include "desktop/editor/card_geometry.h"

#include <QGuiApplication>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <vector>

namespace protomind {

namespace {

constexpr double kClear = 24; ///< kept free around a card that stays

double distance(const Position& a, const Position& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// How far the layout must be shifted so that the nearest card that stays is in its place.
Position shiftFor(LayerId layer, const std::map<LayerId, Position>& layout,
                  const std::vector<const Layer*>& staying) {
    const auto farFrom = [&](const Layer* other) { return distance(layout.at(other->id), layout.at(layer)); };
    const Layer* nearest = *std::ranges::min_element(staying, {}, farFrom);
    const Position& planned = layout.at(nearest->id);
    return {nearest->position.x - planned.x, nearest->position.y - planned.y};
}

/// Straight down until nothing is in the way.
QRectF cleared(QRectF card, const std::vector<QRectF>& taken) {
    const auto inTheWay = [&card](const QRectF& other) {
        return other.adjusted(-kClear, -kClear, kClear, kClear).intersects(card);
    };
    for (auto found = std::ranges::find_if(taken, inTheWay); found != taken.end();
         found = std::ranges::find_if(taken, inTheWay))
        card.moveTop(std::ceil((found->bottom() + kClear) / kGrid) * kGrid);
    return card;
}

} // namespace

std::map<LayerId, Position> layoutAround(const Network& network, const std::map<LayerId, double>& heights,
                                         double width) {
    const std::map<LayerId, Position> layout = rowsLayout(network, heights, width);
    std::vector<const Layer*> staying;
    for (const Layer& layer : network.layers())
        if (layer.position.byHand)
            staying.push_back(&layer);
    if (staying.empty())
        return layout;
    const double cardsWidth = kBodyWidth;
    const auto rectOf = [&](LayerId layer, const Position& place) {
        return QRectF(place.x, place.y, cardsWidth, heights.at(layer));
    };
    std::vector<QRectF> taken;
    for (const Layer* layer : staying)
        taken.push_back(rectOf(layer->id, layer->position));
    std::vector<std::pair<LayerId, QRectF>> moving;
    for (const auto& [id, planned] : layout) {
        if (network.layer(id)->position.byHand)
            continue;
        const Position shift = shiftFor(id, layout, staying);
        moving.emplace_back(id, rectOf(id, {std::round((planned.x + shift.x) / kGrid) * kGrid,
                                            std::round((planned.y + shift.y) / kGrid) * kGrid}));
    }
    std::ranges::stable_sort(
        moving, {}, [](const auto& entry) { return std::pair(entry.second.top(), entry.second.left()); });
    std::map<LayerId, Position> positions;
    for (const auto& [id, wanted] : moving) {
        const QRectF card = cleared(wanted, taken);
        taken.push_back(card);
        positions[id] = {card.left(), card.top()};
    }
    return positions;
}

} // namespace protomind
