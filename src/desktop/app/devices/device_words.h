// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/devices/known_device.h"

#include <QCoreApplication>

#include <vector>

namespace protomind {

/// What is said of devices, in the words of people who have never heard of OpenCL.
class DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(protomind::DeviceWords)
public:
    /// In a list to choose from: "Processor", "NVIDIA GeForce RTX 3060". Of several with one name each has
    /// its number.
    [[nodiscard]] static QString title(const KnownDevice& device, const std::vector<KnownDevice>& all);
    /// "Graphics card · 28 compute units · 12.6 GB memory"
    [[nodiscard]] static QString facts(const KnownDevice& device);
    /// How its test went, or that it goes on.
    [[nodiscard]] static QString verdict(const KnownDevice& device);
    /// "1,234 training steps a second"
    [[nodiscard]] static QString speed(double stepsPerSecond);
    /// A name of a device of which nothing is known here.
    [[nodiscard]] static QString unknownTitle(const QString& device);
};

} // namespace protomind
