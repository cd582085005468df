// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace protomind {

/// resources/models/digits/weights.f32 as it is: see readPlainWeights.
[[nodiscard]] std::span<const std::uint8_t> digitClassifierBytes();

} // namespace protomind
