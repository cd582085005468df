// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_source.h"
#include "engine/device/opencl/text/value_arguments.h"
#include "engine/tensor/shape.h"

#include <span>
#include <string>

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

/// A kernel of groups with a result for each column and a sum over rows: in the body, column k and row r; it
/// adds to sum. 0 <= k < columns, 0 <= r < rows. store: the lines that put sum away.
struct RowSum {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::string beforeRows; ///< lines once a column
    std::string body;
    std::string store;
};
[[nodiscard]] KernelSource rowSumText(const KernelTitle& title, const RowSum& sum,
                                      const ValueArguments& arguments, const KernelLimits& limits);

} // namespace protomind
