// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <span>
#include <vector>

namespace protomind {

/// An array of one sample as tiles, one a channel (the last axis): of an image [height, width, channels] a
/// map each, of a sequence [steps, features] a strip each, of a list a single cell each.
class ArrayTiles {
public:
    ArrayTiles() = default;
    explicit ArrayTiles(HostArray array);

    [[nodiscard]] bool isEmpty() const { return m_channels == 0; }
    [[nodiscard]] int channels() const { return m_channels; }
    /// Cells of each tile.
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    /// The numbers of a tile, row by row.
    [[nodiscard]] std::span<const float> tile(int channel) const;
    [[nodiscard]] float value(int channel, int row, int column) const;
    /// Of a number in the array.
    [[nodiscard]] std::vector<std::int64_t> coordinates(int channel, int row, int column) const;
    struct Cell {
        int channel = 0;
        int row = 0;
        int column = 0;
        bool operator==(const Cell&) const = default;
    };
    [[nodiscard]] Cell cellAt(std::span<const std::int64_t> coordinates) const;
    /// The least and the largest of all finite numbers; 0 and 0 where there is none.
    struct Extent {
        float low = 0;
        float high = 0;
    };
    [[nodiscard]] Extent extent() const;
    [[nodiscard]] Extent extent(int channel) const;

private:
    int m_rank = 0;
    int m_channels = 0;
    int m_rows = 1;
    int m_columns = 1;
    std::vector<float> m_values; ///< channel by channel
};

} // namespace protomind
