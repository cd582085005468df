// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "engine/device/opencl/tune/tuner.h"
#include "studio/session/self_test.h"

namespace protomind {

/// The name of no device, but of the fastest that computes what it should.
inline constexpr std::string_view kFastestDevice = "auto";

/// The device of a name: "cpu", "opencl" or "opencl:2", "reference" (slow, for checking others), or "auto":
/// by measureSpeed, measured once on a machine, then known (see DeviceChooser for an experiment's own).
/// threads of the CPU: 0 for as many as there are processors.
[[nodiscard]] Result<std::unique_ptr<Device>> makeDevice(const std::string& name, int threads);

/// Whether a driver may have a part in what a device of this name computes ("auto" may choose one). Also
/// where there is no such device: that is for who opens it to say.
[[nodiscard]] bool needsDriver(const std::string& name);

/// What a device is, whether it computes what it should, and how fast.
struct DeviceCheck {
    DeviceDescription description;
    SelfTest test;
    double stepsPerSecond = 0; ///< see measureSpeed; 0 where it failed its test
    bool tuned = false;        ///< its products run with parameters that were found by tuning
};

using DeviceFound = std::function<void(const DeviceDescription&)>;

/// Tells every device that people may choose by its name, without asking it to do anything: kind by kind, so
/// that those that are there for certain are told before a driver is asked that may hang.
void listDevices(const DeviceFound& found);
[[nodiscard]] std::vector<DeviceDescription> listDevices();

/// Those that compute what they should: the processor, and what passed its test, which those that were never
/// tested do now.
[[nodiscard]] std::vector<DeviceDescription> soundDevices();

/// The one of a name ("opencl" is "opencl:0"). Devices of other kinds are not asked for: their drivers can't
/// keep this one from being found. The problem says that there is none.
[[nodiscard]] Result<DeviceDescription> findDevice(const std::string& name);

/// Whether tuneDevice() knows what to do with it.
[[nodiscard]] bool canBeTuned(const DeviceDescription& description);

/// Tests and measures one of them; what was measured is kept for "auto".
[[nodiscard]] DeviceCheck checkDevice(const DeviceDescription& description);

/// All of them, one after the other.
[[nodiscard]] std::vector<DeviceCheck> checkDevices();

/// Seconds of searching; choosing between the kernels and the last checks come on top, about a minute.
inline constexpr std::int64_t kTuningSeconds = 200;

/// Tunes an OpenCL device (see tuneProducts) and keeps what was found for every later start.
[[nodiscard]] Result<TuningReport>
tuneDevice(const std::string& name, double seconds,
           const std::function<bool(const TuningProgress&)>& shouldContinue);

} // namespace protomind
