// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/tune/tuning.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace protomind {

/// The devices that the machine's OpenCL drivers offer, by their ids "opencl:0", "opencl:1", ...
[[nodiscard]] std::vector<DeviceDescription> openClDevices();

struct OpenClOptions {
    std::filesystem::path cacheFolder;     ///< where built kernels are kept; nowhere if it is empty
    std::map<std::string, Tuning> tunings; ///< of this machine's devices, by their identities
    /// Convolutions that are seen for the first time are measured where a program is loaded, and the fastest
    /// way to compute each is kept in the cache's folder for good. Else, and without a folder, a rule of
    /// thumb says how.
    bool measureConvolutions = false;
};

/// One of them, by its number. Fails where there is no such device or its driver refuses.
[[nodiscard]] Result<std::unique_ptr<Device>> makeOpenClDevice(std::size_t number,
                                                               const OpenClOptions& options);

} // namespace protomind
