// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/grid_text.h"
#include "engine/program/step.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// Floats that it may have on the way.
inline constexpr std::int64_t kMostWinogradFloats = 16 << 20;

/// Whether it is a convolution of 3 x 3, or its image's gradient, in steps of one and in one group, of eight
/// channels and more on both sides, what it needs on the way not too large for memory.
[[nodiscard]] bool winogradFits(const Kernel& kernel, const KernelLimits& limits);

/// Minimal filtering: 2 x 2 results from 4 x 4 numbers of the image by 16 multiplications in place of 36
/// (Lavin and Gray, "Fast algorithms for convolutional neural networks", 2015, section 4.1). Kernels that
/// transform the filters and the image, multiply the 16 numbers of every tile as 16 products of matrices, and
/// transform these back: for as many samples at a time as there is memory for.
[[nodiscard]] std::vector<KernelSource> winogradText(const Kernel& kernel, const KernelTitle& title,
                                                     const KernelLimits& limits,
                                                     std::int64_t mostFloats = kMostWinogradFloats);

} // namespace protomind
