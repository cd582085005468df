// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/grid_text.h"
#include "engine/device/opencl/text/product_tile.h"

#include <string>

namespace protomind {

/// How a factor of a product is read: where it lies is computed, not kept. Texts name e, the place along the
/// result's edge (a row or a column of it), and k, the place along the sum; either may be beyond its end.
/// What the lines at an edge or at a depth declare ends in {s} or {t}, of which there may be several.
struct TileFactor {
    bool depthIsContiguous = false; ///< neighbours in memory are neighbours along the sum, not along the edge
    std::string atEdge;             ///< lines, once an {e}
    std::string atDepth;            ///< lines, once a {k}
    std::string inside;             ///< whether there is a number: an expression of both
    std::string value;              ///< it, where there is
};

/// A product whose factors are computed on the way: [rows, columns], the sum over depth.
struct TileProduct {
    TileFactor left, right;
    std::string beforehand; ///< lines; product and slice are known
    std::string beforeRow;  ///< lines that find from row m of the result, which there is, ...
    std::string rowInside;  ///< ... whether it is wanted, and ...
    std::string rowPlace;   ///< ... where the row begins: a pointer
    ProductSizes sizes;
    std::size_t slices = 1;
};

/// A kernel of groups that compute a tile of the result each, from tiles of the factors in local memory.
/// Sums are in one order, whatever the device does first.
[[nodiscard]] KernelSource tileText(const KernelTitle& title, const TileProduct& product,
                                    const ProductTile& tile, const ValueArguments& arguments);

} // namespace protomind
