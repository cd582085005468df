// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/opencl_queue.h"

#include <optional>

namespace protomind {

/// Runs a convolution or a gradient a few times on the device, with so many of its samples as take
/// milliseconds: the least seconds of a run, by the wall clock until all was done (what events say covers a
/// part of what a library runs). None where it fails or takes far too long.
[[nodiscard]] std::optional<double> secondsOfWay(OpenClQueue& queue, ConvolutionWay way,
                                                 const Kernel& kernel);

} // namespace protomind
