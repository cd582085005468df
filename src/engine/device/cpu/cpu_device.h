// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

#include <memory>

namespace protomind {

/// How fused loops are computed. Code: each becomes machine code of its own where the processor and the
/// system allow it. Kernels: vector kernels go over blocks, one instruction at a time; what is left where no
/// code can be made.
enum class LoopMethod { Code, Kernels };

/// The processor: always there, and the default. Convolutions and products run on our tiles or in oneDNN, and
/// what is tiny on the calling thread alone. threads 0: as many as there are.
[[nodiscard]] std::unique_ptr<Device> makeCpuDevice(int threads = 0, LoopMethod loops = LoopMethod::Code);

} // namespace protomind
