// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace protomind {

/// The kernel [3, 3] that the targets of the data set "edges" were made with: Sobel's, a quarter of it,
/// steered (Freeman and Adelson 1991, "The design and use of steerable filters", section 2) to the direction
/// in which the picture gets brighter: 0 degrees to the right, 90 down.
[[nodiscard]] std::array<float, 9> edgeKernel(float degrees);

} // namespace protomind
