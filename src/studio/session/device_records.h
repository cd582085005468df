// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/device/opencl/tune/tuning.h"

#include <filesystem>

namespace protomind {

/// What was measured on this machine, by the devices' identities.
struct DeviceRecords {
    std::map<std::string, Tuning> tunings;
    std::map<std::string, double> speeds; ///< training steps a second, see measureSpeed; 0: failed its test
    bool operator==(const DeviceRecords&) const = default;
};

/// Where they are kept: devices.json in the program's folder of the user's settings (XDG Base Directory
/// Specification); nowhere without a home.
[[nodiscard]] std::filesystem::path deviceRecordsFile();

/// None where there is no such file, or it is damaged or foreign: all can be measured again.
[[nodiscard]] DeviceRecords readDeviceRecords(const std::filesystem::path& file);

/// Written beside and renamed.
[[nodiscard]] Result<void> writeDeviceRecords(const DeviceRecords& records,
                                              const std::filesystem::path& file);

} // namespace protomind
