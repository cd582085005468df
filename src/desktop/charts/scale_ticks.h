// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace protomind {

/// Where a linear axis of this range gets its labels: steps of 1, 2 or 5 times a power of ten, at most so
/// many.
[[nodiscard]] double niceStep(double range, int atMost);

/// Where a logarithmic axis over [low, high] (both positive) gets its labels: 1, 2 and 5 times the powers of
/// ten where there are few of them, powers of ten where there are many.
[[nodiscard]] std::vector<double> logarithmicTicks(double low, double high, int atMost);

} // namespace protomind
