// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/opencl_queue.h"

namespace protomind {

/// The device that works through a queue.
[[nodiscard]] std::unique_ptr<Device> makeQueueDevice(OpenClQueuePtr queue);

} // namespace protomind
