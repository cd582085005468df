// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/grid_text.h"
#include "engine/program/step.h"

namespace protomind {

// Steps that are not loops, each as a kernel that a work item of its own computes every result with.

/// A product by plain sums: for small ones, where a library's call would cost more.
[[nodiscard]] KernelSource productText(const Kernel& kernel, const KernelTitle& title,
                                       const KernelLimits& limits);
/// Convolution and its two gradients, straight from their definition: neighbouring work items read
/// neighbouring channels. The kernel's gradient may be two kernels: see rowSumText.
[[nodiscard]] std::vector<KernelSource> convolutionText(const Kernel& kernel, const KernelTitle& title,
                                                        const KernelLimits& limits);
/// Pooling and its gradients. A gradient is gathered: each pixel looks for the windows it takes part in.
[[nodiscard]] KernelSource poolingText(WindowOp op, const Kernel& kernel, const KernelTitle& title,
                                       const KernelLimits& limits);
[[nodiscard]] KernelSource indexText(IndexOp op, const Kernel& kernel, const KernelTitle& title,
                                     const KernelLimits& limits);

} // namespace protomind
