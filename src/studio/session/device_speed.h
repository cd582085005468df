// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

namespace protomind {

/// Training steps a second of the digits' convolutional network with batches of 64, measured for about half a
/// second after the first ones.
[[nodiscard]] Result<double> measureSpeed(Device& device);

} // namespace protomind
