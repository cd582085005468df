// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// Standard deviations within which a sample is a good one.
inline constexpr double kModeReach = 3;

/// Which modes of a mixture of Gaussians samples were made of, by the convention of Srivastava et al.,
/// "VEEGAN" (NIPS 2017), which Lin et al., "PacGAN" (NeurIPS 2018), follow. A sample is of high quality
/// within three standard deviations of the nearest mode; a mode is found where it is the nearest of at least
/// one such sample. Of true samples in two dimensions 1 - exp(-9/2) = 98.9 % are of high quality.
struct ModeCoverage {
    std::int64_t samples = 0;
    std::int64_t finite = 0;            ///< those whose numbers all are; others lie at no mode
    std::vector<std::int64_t> atMode{}; ///< samples of high quality, of each mode
    std::vector<double> shareAtMode{};  ///< the same, as shares of all samples
    std::int64_t found = 0;             ///< modes
    double highQuality = 0;             ///< share of all samples
};

/// made: [N, ...], as far as it is; centres: [modes, ...], as large; deviation: of each mode along each axis,
/// more than 0. leastShare: of all samples, from 0 to 1, that must be good ones of a mode before it counts as
/// found: 0 is the papers' one sample, by which more are found the more are made. They made 2,500.
[[nodiscard]] Result<ModeCoverage> modeCoverage(const HostArray& made, const HostArray& centres,
                                                double deviation, double leastShare = 0);

} // namespace protomind
