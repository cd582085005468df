// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/loop_method.h"
#include "engine/device/device.h"

#include <memory>

namespace protomind {

/// The processor: always there, and the default. Convolutions and products run on our tiles or in oneDNN, and
/// what is tiny on the calling thread alone. threads: how many its programs use at most, whatever other
/// devices of the process use; 0: as many as there are.
[[nodiscard]] std::unique_ptr<Device> makeCpuDevice(int threads = 0, LoopMethod loops = LoopMethod::Jit);

} // namespace protomind
