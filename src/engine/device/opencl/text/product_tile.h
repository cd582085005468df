// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_source.h"

#include <cstdint>
#include <optional>

namespace protomind {

/// How the work items of a group share a tile of a product's result: columnItems x rowItems of them, each
/// with columnsOfItem x rowsOfItem numbers (multiples of four) in registers; depth numbers of the long side
/// are in local memory at a time. All are powers of two.
struct ProductTile {
    std::size_t columnItems = 1;
    std::size_t rowItems = 1;
    std::size_t columnsOfItem = 4;
    std::size_t rowsOfItem = 4;
    std::size_t depth = 4;

    [[nodiscard]] std::size_t items() const { return columnItems * rowItems; }
    [[nodiscard]] std::size_t columns() const { return columnItems * columnsOfItem; }
    [[nodiscard]] std::size_t rows() const { return rowItems * rowsOfItem; }
    /// Floats of a row of local memory: four more than the tile has, so that those who write below each other
    /// meet different banks.
    [[nodiscard]] static std::size_t pitch(std::size_t edge) { return edge + 4; }
    [[nodiscard]] std::size_t localBytes() const {
        return depth * (pitch(rows()) + pitch(columns())) * sizeof(float);
    }
};

/// Products of rows x depth by depth x columns, a number of them side by side.
struct ProductSizes {
    std::size_t products = 1;
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::size_t depth = 1;
    bool sliceable = false; ///< the sum over depth may be cut into slices
};

/// The tile that suits them on a device with these limits; none where even the smallest is too large for it.
[[nodiscard]] std::optional<ProductTile> productTile(const ProductSizes& sizes, const KernelLimits& limits);

/// Into how many slices the sum over depth is cut, each a multiple of the tile's depth long: enough that
/// every unit is busy, and that no sum is so long that it loses digits. 1 for what may not be cut.
[[nodiscard]] std::size_t productSlices(const ProductSizes& sizes, const ProductTile& tile,
                                        const KernelLimits& limits);

} // namespace protomind
