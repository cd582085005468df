// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "engine/device/device.h"

namespace protomind {

struct SelfTest {
    bool passed = false;
    double largestError = 0; ///< against the reference device, relative to the largest number
    Sentence sentence;       ///< what was checked, or what is wrong
};

/// Lets a device compute a small network, forward and backward, and holds its numbers against plain loops.
[[nodiscard]] SelfTest testDevice(Device& device);

} // namespace protomind
