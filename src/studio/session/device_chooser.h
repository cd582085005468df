// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/device/device.h"
#include "engine/train/clock.h"
#include "studio/session/messages.h"

#include <vector>

namespace protomind {

/// How a device did with an experiment.
struct DeviceTrial {
    DeviceDescription device;
    double stepsPerSecond = 0; ///< of training; 0: it could not take a step
};

/// Opens the device that an experiment names. For "auto" that is the one on which this very experiment trains
/// fastest: each device that computes what it should takes a few of its steps, whose weights are thrown away.
/// A graphics card is not the faster one for every network.
class DeviceChooser {
public:
    explicit DeviceChooser(Clock clock)
        : m_clock(std::move(clock)) {}

    struct Choice {
        std::unique_ptr<Device> device;
        Sentence note; ///< what was measured for it just now; empty: nothing was
    };
    /// The same experiment is not tried again; its learning rate, number of epochs and seed play no part.
    [[nodiscard]] Result<Choice> open(const Experiment& experiment, const DataSource& data);

    /// Of the last experiment that was tried, the fastest first.
    [[nodiscard]] const std::vector<DeviceTrial>& trials() const { return m_trials; }

private:
    [[nodiscard]] std::vector<DeviceTrial> tryAll(const Experiment& experiment, const DataSource& data) const;
    [[nodiscard]] Result<double> stepsPerSecond(Device& device, const Experiment& experiment,
                                                const DataSource& data) const;

    Clock m_clock;
    std::vector<std::byte> m_tried; ///< what of an experiment m_trials are of
    std::vector<DeviceTrial> m_trials;
};

} // namespace protomind
