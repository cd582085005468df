// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/live/picture_layout.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

constexpr int kLongestColumn = 6;
constexpr double kColumnHeight = 150;
constexpr double kLargestTile = 64;
constexpr double kGap = 4;
constexpr double kColumnGap = 6;
constexpr double kDiagramHeight = 46;

bool hasTiles(PictureKind kind) {
    return kind != PictureKind::Bars && kind != PictureKind::Histogram;
}

void placeColumn(PictureLayout& layout, int count, double width, double scale) {
    layout.column = true;
    const double side =
        std::floor(std::min(kLargestTile, (kColumnHeight - (count - 1) * kColumnGap) / count) * scale);
    for (int i = 0; i < count; ++i)
        layout.tiles.emplace_back((width - side) / 2, i * (side + kColumnGap * scale), side, side);
    layout.height = layout.tiles.back().bottom();
}

void placeGrid(PictureLayout& layout, int count, double width, double scale, double aspect) {
    const int columns = std::min(count, 4);
    const double tile = std::min(kLargestTile * scale, (width - (columns - 1) * kGap) / columns);
    const double tall = std::min(tile * aspect, tile * 1.6);
    const double wide = std::min(tile, tall / aspect);
    const double left = (width - columns * wide - (columns - 1) * kGap) / 2;
    for (int i = 0; i < count; ++i)
        layout.tiles.emplace_back(left + i % columns * (wide + kGap), i / columns * (tall + kGap), wide,
                                  tall);
    layout.height = layout.tiles.back().bottom();
}

} // namespace

PictureLayout PictureLayout::of(const PictureForm& form, double width, double scale, double line) {
    PictureLayout layout;
    const int all = int(std::min<std::int64_t>(form.channels, 1'000'000));
    const int count = std::clamp(form.kind == PictureKind::Image ? 1 : all, 1, kTilesOnCard);
    if (!hasTiles(form.kind)) {
        layout.tiles.emplace_back(0, 0, width, kDiagramHeight * scale);
        layout.height = layout.tiles.back().bottom();
    } else if (form.kind != PictureKind::Maps && form.kind != PictureKind::Image && all <= kLongestColumn) {
        placeColumn(layout, count, width, scale);
    } else {
        const double aspect =
            double(std::max<std::int64_t>(form.height, 1)) / double(std::max<std::int64_t>(form.width, 1));
        placeGrid(layout, count, width, scale, std::clamp(aspect, 0.25, 4.0));
    }
    const bool more = hasTiles(form.kind) && form.kind != PictureKind::Image && all > count;
    if (more || !hasTiles(form.kind)) {
        layout.caption = {0, layout.height + 1, width, line};
        layout.height = layout.caption.bottom();
    }
    return layout;
}

int PictureLayout::tileAt(const QPointF& point) const {
    const auto found = std::ranges::find_if(tiles, [&](const QRectF& tile) { return tile.contains(point); });
    return found == tiles.end() ? -1 : int(found - tiles.begin());
}

QPointF PictureLayout::anchor(int neuron, int neurons, bool right, double width) const {
    if (column && neurons == int(tiles.size())) {
        const QRectF& tile = tiles[std::size_t(neuron)];
        return {right ? tile.right() : tile.left(), tile.center().y()};
    }
    const double top = tiles.front().top();
    const double bottom = tiles.back().bottom();
    const double y = top + (bottom - top) * (neuron + 0.5) / neurons;
    return {right ? width : 0, y};
}

} // namespace protomind
