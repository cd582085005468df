// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/opencl_queue.h"

namespace protomind {

/// Prepares a program for the device: writes and builds its kernels, takes memory. Throws cl::Error, and
/// std::bad_alloc.
[[nodiscard]] std::unique_ptr<Executable> makeOpenClExecutable(OpenClQueuePtr queue, Program program,
                                                               const ChooseWay& choose);

/// Floats of scratch memory that a program's steps would take. Throws cl::Error.
[[nodiscard]] std::int64_t scratchElements(OpenClQueue& queue, const Program& program,
                                           const ChooseWay& choose);

/// The text of all kernels that run a program on a device with these limits, as it is built: convolutions in
/// the usual way.
[[nodiscard]] std::string kernelText(const Program& program, const KernelLimits& limits);

} // namespace protomind
