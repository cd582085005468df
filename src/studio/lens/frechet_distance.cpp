// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/frechet_distance.h"

#include "studio/lens/sample_rows.h"

// What it computes is the same however many threads there are.
#define EIGEN_DONT_PARALLELIZE
#define EIGEN_MPL2_ONLY
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using FloatRows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Samples that are taken to double precision at a time.
constexpr std::int64_t kSamplesAtOnce = 1024;

using Solver = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>;

/// The symmetric root of a covariance, by its eigenvectors. What rounding took below 0 is 0.
Eigen::MatrixXd rootOf(const FeatureMoments& moments) {
    const Eigen::Map<const Rows> covariance(moments.covariance.data(), moments.features, moments.features);
    const Solver solver(covariance);
    require(solver.info() == Eigen::Success, "frechetDistance: a finite symmetric matrix has eigenvalues");
    const Eigen::VectorXd roots = solver.eigenvalues().cwiseMax(0.0).cwiseSqrt();
    return solver.eigenvectors() * roots.asDiagonal() * solver.eigenvectors().transpose();
}

/// tr (C1 C2)^(1/2). With S the symmetric roots, C1 C2 has the eigenvalues of S1 C2 S1 = (S2 S1)^T (S2 S1),
/// which is symmetric.
double traceOfRoot(const FeatureMoments& one, const FeatureMoments& other) {
    const Eigen::MatrixXd product = rootOf(other) * rootOf(one);
    const Solver solver(product.transpose() * product, Eigen::EigenvaluesOnly);
    require(solver.info() == Eigen::Success, "frechetDistance: a finite symmetric matrix has eigenvalues");
    const Eigen::VectorXd& eigenvalues = solver.eigenvalues();
    // Where there is no variance, rounding leaves a little, and the root makes that more.
    const double rounding =
        static_cast<double>(one.features) * std::numeric_limits<double>::epsilon() * eigenvalues.maxCoeff();
    return (eigenvalues.array() > rounding).select(eigenvalues, 0.0).cwiseMax(0.0).cwiseSqrt().sum();
}

} // namespace

Result<FeatureMoments> featureMoments(const HostArray& features) {
    auto rows = finiteRows(features, kFeaturesOfSamples, 2);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->size > kMostFeatures)
        return fail(ProblemKind::Memory,
                    sentence("{} features of a sample are too many: at most {} are compared.", rows->size,
                             kMostFeatures));
    FeatureMoments moments{.samples = rows->count, .features = rows->size};
    const Eigen::Map<const FloatRows> all(rows->values, rows->count, rows->size);
    Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(rows->size);
    for (std::int64_t i = 0; i < rows->count; ++i)
        mean += all.row(i).cast<double>();
    mean /= static_cast<double>(rows->count);

    Rows covariance = Rows::Zero(rows->size, rows->size);
    for (std::int64_t first = 0; first < rows->count; first += kSamplesAtOnce) {
        const std::int64_t here = std::min(rows->count - first, kSamplesAtOnce);
        const Rows centred = all.middleRows(first, here).cast<double>().rowwise() - mean;
        covariance.noalias() += centred.transpose() * centred;
    }
    covariance /= static_cast<double>(rows->count - 1);
    moments.mean.assign(mean.data(), mean.data() + mean.size());
    moments.covariance.assign(covariance.data(), covariance.data() + covariance.size());
    return moments;
}

Result<FrechetDistance> frechetDistance(const FeatureMoments& made, const FeatureMoments& real) {
    require(made.features > 0 && real.features > 0, "frechetDistance: moments without features");
    if (auto same = checkSameSize(made.features, real.features); !same)
        return std::unexpected(same.error());
    FrechetDistance distance{.haveFullRank = made.haveFullRank() && real.haveFullRank()};
    double traces = 0;
    for (std::int64_t i = 0; i < made.features; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double difference = made.mean[at] - real.mean[at];
        distance.ofMeans += difference * difference;
        const auto diagonal = static_cast<std::size_t>(i * (made.features + 1));
        traces += made.covariance[diagonal] + real.covariance[diagonal];
    }
    distance.ofCovariances = std::max(traces - 2 * traceOfRoot(made, real), 0.0);
    distance.squared = distance.ofMeans + distance.ofCovariances;
    return distance;
}

} // namespace protomind
