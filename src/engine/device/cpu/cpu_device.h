// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

#include <memory>

namespace protomind {

/// The processor: always there, and the default. Fused loops run as vectorised blocks, contractions in
/// oneDNN, and what is tiny on the calling thread alone. threads 0: as many as there are.
[[nodiscard]] std::unique_ptr<Device> makeCpuDevice(int threads = 0);

} // namespace protomind
