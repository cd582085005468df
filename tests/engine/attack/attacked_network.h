// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/attack/attack.h"

#include <memory>

namespace protomind {

/// A dense layer alone: "dense".
[[nodiscard]] std::unique_ptr<NetworkInstance> linearNetwork(Device& device, std::int64_t inputs,
                                                             std::int64_t outputs);
/// Of pictures [8, 8, 1] with four classes, smooth everywhere.
[[nodiscard]] std::unique_ptr<NetworkInstance> pictureNetwork(Device& device);

/// Samples of a shape [N, ...] with numbers from 0 to 1, and classes in turn.
[[nodiscard]] AttackBatch attackBatch(const Shape& shape, std::int64_t classes);

} // namespace protomind
