// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <optional>

namespace protomind {

/// Samples of either kind that are compared: of more, so many are drawn, always the same. Time goes with
/// their square, and the median takes 16 MB.
inline constexpr std::int64_t kMostCompared = 2000;

/// How far made samples are from real ones, as distributions: the squared maximum mean discrepancy with a
/// Gaussian kernel, k(x, y) = exp(-|x - y|^2 / (2 s^2)), by the unbiased estimator of Gretton et al., "A
/// kernel two-sample test" (JMLR 2012), eq. 3. From 0, the same, to 2; as it errs to both sides, it may come
/// out a little below 0.
struct MeanDiscrepancy {
    double squared = 0;
    double bandwidth = 0;  ///< s
    std::int64_t made = 0; ///< that were compared, as real
    std::int64_t real = 0;
};

/// The median distance between two real samples, the heuristic of section 8 there for s: of the real ones
/// alone, so that it is the same whatever is made. Pairs of equal samples are left out. real: [N, ...], at
/// least two that differ.
[[nodiscard]] Result<double> medianDistance(const HostArray& real);

/// made and real: [N, ...] with at least two samples each. bandwidth: more than 0; none:
/// medianDistance(real).
[[nodiscard]] Result<MeanDiscrepancy> meanDiscrepancy(const HostArray& made, const HostArray& real,
                                                      std::optional<double> bandwidth = {});

} // namespace protomind
