// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/convolution_way.h"
#include "engine/device/opencl/opencl_queue.h"

namespace protomind {

/// The device that works through a queue. choose: how convolutions are computed; in the usual way if it is
/// empty.
[[nodiscard]] std::unique_ptr<Device> makeQueueDevice(OpenClQueuePtr queue, ChooseWay choose = {});

} // namespace protomind
