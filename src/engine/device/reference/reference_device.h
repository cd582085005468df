// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"

#include <memory>

namespace protomind {

/// The plain reference path as a device: slow, in double, without any of the program's fusion or planning.
/// For judging other devices and for looking at a network step by step.
[[nodiscard]] std::unique_ptr<Device> makeReferenceDevice();

} // namespace protomind
