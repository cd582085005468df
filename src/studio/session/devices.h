// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

namespace protomind {

/// The device of a name: "cpu", "auto" (the fastest there is: the CPU) or "reference" (slow, for checking
/// others). threads: 0 for as many as there are processors.
[[nodiscard]] Result<std::unique_ptr<Device>> makeDevice(const std::string& name, int threads);

/// What a device is, and whether it computes what it should.
struct DeviceCheck {
    DeviceDescription description;
    bool passed = false;
    double largestError = 0; ///< against the reference device, relative to the largest number
    std::string sentence;    ///< what was checked, or what is wrong
};

/// Every device that people may choose, each after a short test of itself (a small network, forward and
/// backward).
[[nodiscard]] std::vector<DeviceCheck> checkDevices();

} // namespace protomind
