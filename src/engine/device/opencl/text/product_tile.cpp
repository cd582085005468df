// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/product_tile.h"

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// columnItems, rowItems, columnsOfItem, rowsOfItem, depth; from the largest to what any device can.
constexpr std::array<ProductTile, 13> kTiles{{{16, 16, 8, 8, 16},
                                              {16, 16, 4, 8, 16},
                                              {16, 16, 4, 4, 16},
                                              {8, 32, 4, 4, 16},
                                              {4, 64, 4, 4, 16},
                                              {8, 8, 8, 8, 16},
                                              {8, 16, 4, 4, 16},
                                              {4, 32, 4, 4, 16},
                                              {8, 8, 4, 4, 16},
                                              {4, 16, 4, 4, 16},
                                              {4, 4, 4, 4, 16},
                                              {2, 2, 4, 4, 4},
                                              {1, 1, 4, 4, 4}}};

/// Left free: drivers keep arguments in local memory, too.
constexpr std::size_t kSpareLocalBytes = 512;
/// Work items that keep a computing unit busy.
constexpr std::size_t kItemsOfBusyUnit = 512;
/// Numbers that a slice adds up at least, in depths of the tile, and at most.
constexpr std::size_t kDepthsOfSlice = 8;
constexpr std::size_t kLongestSum = 8192;
constexpr std::size_t kMostSlices = 256;
/// Floats of all slices together.
constexpr std::size_t kMostSliceFloats = 16 << 20;

std::size_t ceilDivided(std::size_t count, std::size_t by) {
    return (count + by - 1) / by;
}

std::size_t tilesOf(const ProductSizes& sizes, const ProductTile& tile) {
    return sizes.products * ceilDivided(sizes.rows, tile.rows()) * ceilDivided(sizes.columns, tile.columns());
}

std::size_t mostSlices(const ProductSizes& sizes, const ProductTile& tile) {
    if (!sizes.sliceable)
        return 1;
    const std::size_t results = sizes.products * sizes.rows * sizes.columns;
    return std::max<std::size_t>(1,
                                 std::min({kMostSlices, kMostSliceFloats / std::max<std::size_t>(1, results),
                                           sizes.depth / (tile.depth * kDepthsOfSlice)}));
}

/// What share of its best a device may reach: of the tile's multiplications those that are needed; those that
/// an item does for each read of local memory, and a group for each of global memory; and the units that have
/// work.
double score(const ProductSizes& sizes, const ProductTile& tile, const KernelLimits& limits) {
    const auto number = [](std::size_t count) { return static_cast<double>(count); };
    const double groups = number(tilesOf(sizes, tile));
    const double needed = number(sizes.products * sizes.rows) * number(sizes.columns) /
                          (groups * number(tile.rows() * tile.columns()));
    const double local =
        4 * number(tile.columnsOfItem * tile.rowsOfItem) / number(tile.columnsOfItem + tile.rowsOfItem);
    const double global = number(tile.columns() * tile.rows()) / number(tile.columns() + tile.rows());
    const double inGroup = std::min(1.0, number(tile.items()) / 64);
    const double busy = std::min(1.0, groups * number(tile.items() * mostSlices(sizes, tile)) /
                                          number(limits.computeUnits * kItemsOfBusyUnit));
    return needed * local / (local + 4) * global / (global + 8) * inGroup * busy;
}

} // namespace

std::optional<ProductTile> productTile(const ProductSizes& sizes, const KernelLimits& limits) {
    std::optional<ProductTile> best;
    double most = 0;
    for (const ProductTile& tile : kTiles) {
        if (tile.items() > limits.groupItems || tile.localBytes() + kSpareLocalBytes > limits.localBytes)
            continue;
        if (const double reached = score(sizes, tile, limits); reached > most) {
            most = reached;
            best = tile;
        }
    }
    return best;
}

std::size_t productSlices(const ProductSizes& sizes, const ProductTile& tile, const KernelLimits& limits) {
    const std::size_t busy =
        ceilDivided(2 * limits.computeUnits * kItemsOfBusyUnit, tilesOf(sizes, tile) * tile.items());
    const std::size_t wanted =
        std::clamp<std::size_t>(std::max(busy, sizes.depth / kLongestSum), 1, mostSlices(sizes, tile));
    // As many as there is something for: slices are whole depths of the tile.
    const std::size_t slice = roundedUp(ceilDivided(sizes.depth, wanted), tile.depth);
    return ceilDivided(sizes.depth, slice);
}

} // namespace protomind
