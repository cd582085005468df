// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/reference/evaluate.h"

#include <cstdint>
#include <span>
#include <string>

namespace protomind {

/// Holds the gradient of a scalar with respect to inputs and variables against central finite differences, in
/// double. Empty where all agree to 1e-4 of their size, else a text that says where they do not.
[[nodiscard]] std::string gradientMismatch(Node scalar, std::span<const Node> wrt, const NamedValues& values,
                                           std::uint64_t run = 0);

/// The value of one node.
[[nodiscard]] std::vector<double> valueOf(Node node, const NamedValues& values, std::uint64_t run = 0);

/// Standard normal numbers, always the same for a stream.
[[nodiscard]] std::vector<double> normalNumbers(std::int64_t count, std::uint64_t stream, double scale = 1.0);

} // namespace protomind
