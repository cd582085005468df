// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/host_array.h"

#include <cstdint>
#include <vector>

namespace protomind {

/// The most features a sample may have: a covariance of so many takes 8 MB, its roots about two seconds.
inline constexpr std::int64_t kMostFeatures = 1024;

/// Mean and covariance of feature vectors: all that the Fréchet distance looks at.
struct FeatureMoments {
    std::int64_t samples = 0;
    std::int64_t features = 0;
    std::vector<double> mean{};       ///< [features]
    std::vector<double> covariance{}; ///< [features, features], divided by samples - 1

    /// N samples give a covariance of rank N - 1 at most: from fewer it misses directions, and the distance
    /// says how few there were rather than how they differ.
    [[nodiscard]] bool haveFullRank() const { return samples > features; }
};

/// features: [N, features], at least two samples.
[[nodiscard]] Result<FeatureMoments> featureMoments(const HostArray& features);

/// |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)): the squared Fréchet (or Wasserstein-2) distance of two
/// Gaussians with these moments; Heusel et al., "GANs trained by a two time-scale update rule converge to a
/// local Nash equilibrium" (NIPS 2017), eq. 6. As FID it is asked of an Inception network's features: figures
/// of other features are not to be compared with those. It comes out the larger the fewer samples there are
/// (Chong and Forsyth, "Effectively unbiased FID", CVPR 2020): only figures of as many samples may be
/// compared, and two real sets of that size say what is as good as the same.
struct FrechetDistance {
    double squared = 0; ///< from 0
    double ofMeans = 0; ///< |m1 - m2|^2
    double ofCovariances = 0;
    bool haveFullRank = false; ///< both moments do; else it is not to be trusted
};

[[nodiscard]] Result<FrechetDistance> frechetDistance(const FeatureMoments& made, const FeatureMoments& real);

} // namespace protomind
