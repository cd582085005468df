// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/opencl/tune/tuner.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace protomind {

/// What a device may need to be opened: each kind takes what is for it.
struct DeviceOptions {
    int threads = 0; ///< of the CPU; 0: as many as there are processors
    OpenClOptions openCl;
};

/// A kind of device, as data: how its devices are listed, opened and tuned.
struct DeviceKind {
    using ShouldContinue = std::function<bool(const TuningProgress&)>;

    std::string_view id;      ///< as in --device: "cpu"
    bool numbered = false;    ///< there may be several: "opencl" is the first of them, "opencl:2" the third
    bool needsDriver = false; ///< which is not ours: it may hang or crash
    /// Those the machine has, without asking them to do anything. Null: not offered, only opened by its name.
    std::vector<DeviceDescription> (*list)() = nullptr;
    /// number: 0 where there is one alone.
    Result<std::unique_ptr<Device>> (*open)(std::size_t number, const DeviceOptions& options) = nullptr;
    /// See tuneProducts. Null: there is nothing to be tuned.
    Result<TuningReport> (*tune)(std::size_t number, double seconds,
                                 const ShouldContinue& shouldContinue) = nullptr;
};

/// All there are: the first is the one that every machine has.
[[nodiscard]] std::span<const DeviceKind> deviceKinds();

/// Which device a name means.
struct DeviceChoice {
    const DeviceKind* kind = nullptr;
    std::size_t number = 0;
};
/// Nothing where no kind has such a name; whether the machine has the device is seen when it is opened.
[[nodiscard]] std::optional<DeviceChoice> deviceOfName(std::string_view name);

} // namespace protomind
