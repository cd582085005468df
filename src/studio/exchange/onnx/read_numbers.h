// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"
#include "studio/exchange/onnx/read_network.h"

namespace protomind::onnxread {

/// A constant as an array; whole numbers become floats.
[[nodiscard]] HostArray arrayOf(const Constant& constant, const OnnxNode& node);
/// As a list of the length; a single number fills it.
[[nodiscard]] HostArray listOf(const Constant& constant, std::int64_t length, const OnnxNode& node);
/// As whole numbers, in one row.
[[nodiscard]] std::vector<std::int64_t> integersOf(const Constant& constant, const OnnxNode& node);
/// All numbers are the same one: that one.
[[nodiscard]] std::optional<double> singleNumber(const Constant& constant);

/// Rows (the first axis) of what is in the file's order of channels, in the layer's.
[[nodiscard]] HostArray inLayerOrder(HostArray array, const Channels& channels);
/// Columns (the last axis) in another order: column i of the result is column order[i].
[[nodiscard]] HostArray columnsReordered(const HostArray& array, std::span<const std::int64_t> order);

/// The shortest decimal number that is this one in single precision: 0.3, not 0.30000001192092896.
[[nodiscard]] double plainNumber(double number);

} // namespace protomind::onnxread
