// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/opened/array_tiles.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

ArrayTiles::Extent extentOf(std::span<const float> values) {
    ArrayTiles::Extent extent;
    bool any = false;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        extent.low = any ? std::min(extent.low, value) : value;
        extent.high = any ? std::max(extent.high, value) : value;
        any = true;
    }
    return extent;
}

} // namespace

ArrayTiles::ArrayTiles(HostArray array)
    : m_rank(array.shape.rank()) {
    if (array.values.empty())
        return;
    const Shape& shape = array.shape;
    m_channels = m_rank == 0 ? 1 : static_cast<int>(shape.back(0));
    m_columns = m_rank < 2 ? 1 : static_cast<int>(shape.back(1));
    const auto places = static_cast<int>(shape.elementCount() / m_channels);
    m_rows = places / m_columns;
    m_values.resize(array.values.size());
    for (int place = 0; place < places; ++place)
        for (int channel = 0; channel < m_channels; ++channel)
            m_values[static_cast<std::size_t>(channel * places + place)] =
                array.values[static_cast<std::size_t>(place * m_channels + channel)];
}

std::span<const float> ArrayTiles::tile(int channel) const {
    const auto size = static_cast<std::size_t>(m_rows * m_columns);
    return std::span(m_values).subspan(static_cast<std::size_t>(channel) * size, size);
}

float ArrayTiles::value(int channel, int row, int column) const {
    return tile(channel)[static_cast<std::size_t>(row * m_columns + column)];
}

std::vector<std::int64_t> ArrayTiles::coordinates(int channel, int row, int column) const {
    if (m_rank <= 1)
        return m_rank == 0 ? std::vector<std::int64_t>{} : std::vector<std::int64_t>{channel};
    if (m_rank == 2)
        return {column, channel};
    return {row, column, channel};
}

ArrayTiles::Cell ArrayTiles::cellAt(std::span<const std::int64_t> coordinates) const {
    Cell cell;
    if (coordinates.empty())
        return cell;
    cell.channel = static_cast<int>(coordinates.back());
    if (coordinates.size() >= 2)
        cell.column = static_cast<int>(coordinates[coordinates.size() - 2]);
    if (coordinates.size() >= 3)
        cell.row = static_cast<int>(coordinates[coordinates.size() - 3]);
    return cell;
}

ArrayTiles::Extent ArrayTiles::extent() const {
    return extentOf(m_values);
}

ArrayTiles::Extent ArrayTiles::extent(int channel) const {
    return extentOf(tile(channel));
}

} // namespace protomind
