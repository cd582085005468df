// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_source.h"
#include "engine/program/step.h"

namespace protomind {

/// A fused loop as kernels, run one after the other. Without a reduction: one kernel, a work item for each
/// element. With one: the work items of a group share the elements that are reduced into the same result, and
/// add up in a fixed order; where that alone would leave the device idle, groups make partial results, which
/// a second kernel adds up.
[[nodiscard]] std::vector<KernelSource> loopText(const Loop& loop, const std::string& function,
                                                 const std::string& comment, const KernelLimits& limits);

} // namespace protomind
