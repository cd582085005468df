// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_source.h"
#include "engine/device/opencl/text/value_arguments.h"
#include "engine/tensor/shape.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// What a kernel is called and said to do.
struct KernelTitle {
    std::string function;
    std::string comment;
};

/// A kernel with a work item for each element of a tensor: its position is in names[0], names[1], ... (ints),
/// its row-major index in i. body: lines that compute and store it.
[[nodiscard]] KernelSource elementwiseText(const KernelTitle& title, const Shape& shape,
                                           std::span<const std::string_view> names, const std::string& body,
                                           const ValueArguments& arguments, const KernelLimits& limits);

/// Adds up partial results: parts of them, each the whole tensor, one behind the other, in this order.
[[nodiscard]] KernelSource sumPartsText(const KernelTitle& title, int result, const Shape& shape,
                                        std::size_t parts, const KernelLimits& limits);

/// A result for each element of a tensor (column k), and a sum over rows r for each.
struct RowSum {
    int result = 0; ///< value
    Shape shape;    ///< its
    std::size_t rows = 0;
    std::string beforeRows; ///< lines once a column
    std::string body;       ///< lines that add to sum
};
/// A kernel of groups for it; where it alone would leave the device idle, groups take parts of the rows,
/// which a second kernel adds up. No results: none. arguments: what the lines read.
[[nodiscard]] std::vector<KernelSource> rowSumText(const KernelTitle& title, const RowSum& sum,
                                                   ValueArguments arguments, const KernelLimits& limits);

} // namespace protomind
