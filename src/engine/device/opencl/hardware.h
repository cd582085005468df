// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/open_cl.h"
#include "engine/device/opencl/text/kernel_source.h"

#include <string>
#include <vector>

namespace protomind {

/// One device of one platform, by what it says of itself.
struct Hardware {
    cl::Device device;
    DeviceDescription description;
    KernelLimits limits;
    std::int64_t mostBytesOfBuffer = 0;
    std::int64_t alignmentBytes = 64; ///< where a buffer may begin within another one: multiples of this
};

/// What is asked for in one piece where a driver gives most bytes: kernels count floats in 32 bits with a
/// sign, and a value that fills whole pages takes a gap behind it (planMemory), so a piece has room for both.
/// alignment: bytes that values begin at multiples of.
[[nodiscard]] std::int64_t usableBytesOfBuffer(std::int64_t most, std::int64_t alignment = 64);

/// All that the machine's drivers offer, in their order; a driver that fails is passed over.
[[nodiscard]] std::vector<Hardware> findHardware();

} // namespace protomind
