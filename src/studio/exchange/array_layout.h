// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_variable.h"
#include "engine/tensor/host_array.h"

#include <span>
#include <vector>

namespace protomind {

/// The same numbers with their axes in another order, as numpy.transpose: axis i of the result is axis
/// order[i] of the array.
[[nodiscard]] HostArray permuted(const HostArray& array, std::span<const int> order);

/// The equal parts of an axis in another order, as another program's LSTM has its gates. from and to hold the
/// same parts.
[[nodiscard]] HostArray partsReordered(const HostArray& array, int axis, std::span<const AxisPart> from,
                                       std::span<const AxisPart> to);

/// Part part of parts equally long ones of an axis.
[[nodiscard]] HostArray partOf(const HostArray& array, int axis, std::int64_t part, std::int64_t parts);
/// Arrays one behind the other along an axis.
[[nodiscard]] HostArray joined(std::span<const HostArray> arrays, int axis);

/// The order of the rows of a matrix behind Flatten, where an image is flattened channels first instead of
/// channels last (or the other way round): result[i] is the index, channels last, of what is number i
/// channels first. image: height × width × channels.
[[nodiscard]] std::vector<std::int64_t> channelsFirstOrder(const Shape& image);
/// Rows (the first axis) in another order: row i of the result is row order[i].
[[nodiscard]] HostArray rowsReordered(const HostArray& array, std::span<const std::int64_t> order);

} // namespace protomind
