// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <cstdint>
#include <span>
#include <string>

/// Where a number stands in an array, by its coordinates.
namespace protomind {

/// "conv[3, 4, 7]"
[[nodiscard]] std::string withPlace(const std::string& name, std::span<const std::int64_t> at);
/// Whether an array of the shape has a number there.
[[nodiscard]] bool hasPlace(const Shape& shape, std::span<const std::int64_t> at);

} // namespace protomind
