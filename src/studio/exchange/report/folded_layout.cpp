// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/folded_layout.h"

#include "studio/network/layout.h"

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

constexpr double kWidestRow = 900; ///< four columns
constexpr double kMargin = 14;
constexpr double kSideLane = 34; ///< for wires that change rows
constexpr double kRowGap = 56;
constexpr double kWidestGap = 44; ///< between columns, whatever it is on the canvas

bool overlap(const Network& network, const std::map<LayerId, double>& heights) {
    for (const Layer& one : network.layers()) {
        for (const Layer& other : network.layers()) {
            const bool beside = one.position.x + kCardWidth <= other.position.x ||
                                other.position.x + kCardWidth <= one.position.x;
            const bool below = one.position.y + heights.at(one.id) <= other.position.y ||
                               other.position.y + heights.at(other.id) <= one.position.y;
            if (one.id < other.id && !beside && !below)
                return true;
        }
    }
    return false;
}

/// Cards that have something of each other's width above or below them.
struct FoldColumn {
    std::vector<const Layer*> layers; ///< from the left
    double left = 0;
    double right = 0;
};

std::vector<FoldColumn> columnsOf(const Network& network) {
    std::vector<const Layer*> layers;
    for (const Layer& layer : network.layers())
        layers.push_back(&layer);
    std::ranges::stable_sort(layers, {}, [](const Layer* layer) { return layer->position.x; });
    std::vector<FoldColumn> columns;
    for (const Layer* layer : layers) {
        const double left = layer->position.x;
        if (columns.empty() || left >= columns.back().right)
            columns.push_back({.layers = {}, .left = left, .right = left});
        columns.back().layers.push_back(layer);
        columns.back().right = std::max(columns.back().right, left + kCardWidth);
    }
    return columns;
}

} // namespace

FoldedLayout foldedLayout(const Network& drawn, const std::map<LayerId, double>& heights) {
    const Network network = overlap(drawn, heights) ? arranged(drawn) : drawn;
    FoldedLayout layout;
    const std::vector<FoldColumn> columns = columnsOf(network);
    // First the columns' places in their rows, then the rows' heights.
    std::vector<double> lefts;
    std::vector<int> rows;
    double x = 0;
    double widest = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double width = columns[i].right - columns[i].left;
        if (i > 0)
            x += std::min(kWidestGap, columns[i].left - columns[i - 1].right);
        const bool begins = i > 0 && x + width > kWidestRow;
        rows.push_back(i == 0 ? 0 : rows.back() + (begins ? 1 : 0));
        x = begins ? 0 : x;
        lefts.push_back(x);
        x += width;
        widest = std::max(widest, x);
    }
    const double lane = rows.empty() || rows.back() == 0 ? kMargin : kSideLane;
    layout.left = lane;
    layout.right = lane + widest;
    layout.width = widest + 2 * lane;
    double top = kMargin;
    const int rowCount = rows.empty() ? 0 : rows.back() + 1;
    for (int row = 0; row < rowCount; ++row) {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            for (const Layer* layer : columns[i].layers) {
                if (rows[i] != row)
                    continue;
                low = std::min(low, layer->position.y);
                high = std::max(high, layer->position.y + heights.at(layer->id));
            }
        }
        layout.rowTops.push_back(top);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            for (const Layer* layer : columns[i].layers) {
                if (rows[i] == row)
                    layout.cards[layer->id] = {
                        .row = row,
                        .column = static_cast<int>(i),
                        .corner = {lane + lefts[i] + layer->position.x - columns[i].left,
                                   top + layer->position.y - low},
                        .width = kCardWidth,
                        .height = heights.at(layer->id)};
            }
        }
        top += high - low + kRowGap;
    }
    layout.height = top - kRowGap + kMargin;
    return layout;
}

} // namespace protomind
