// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/arithmetic.h"

/// How normalisations work a number out: y = γ (x − μ) / sqrt(σ² + ε) + β. Their first two variables are γ
/// and β, along the last axis.
namespace protomind {

/// Which numbers share a mean and a variance: with an array seen as [rows, places, groups, together], those
/// of a row and a group.
struct Normalisation {
    std::int64_t rows = 1;
    std::int64_t places = 1;
    std::int64_t groups = 1;
    std::int64_t together = 1;
    double epsilon = 0;
    std::string mean = R"(\mu)"; ///< TeX
    std::string variance = R"(\sigma^2)";
    /// The array is that of the whole batch, not of one sample.
    bool wholeBatch = false;

    [[nodiscard]] std::int64_t setOf(std::int64_t index) const;
    [[nodiscard]] std::vector<std::int64_t> numbersOf(std::int64_t set) const;
};

/// The means, the variances and the differences from the mean. sets: how means are laid out; input: of one
/// sample.
[[nodiscard]] std::vector<InnerNumbers> innerOfNormalisation(const Normalisation& normalisation,
                                                             const Shape& sets, const Shape& input);
inline constexpr std::size_t kNormalisationMeans = 0;
inline constexpr std::size_t kNormalisationVariances = 1;
inline constexpr std::size_t kNormalisationDifferences = 2;

/// Of the output, or one of those.
[[nodiscard]] Arithmetic normalised(const ArithmeticSource& source, const NumberPlace& wanted,
                                    const Normalisation& normalisation);

/// The steps from x, mean and variance to the output at an index, by which it goes into its last axis.
void writeNormalised(ArithmeticWriter& writer, std::int64_t index, const ArithmeticFactor& mean,
                     const ArithmeticFactor& variance, double epsilon);
/// The step from x to its difference from the mean.
ArithmeticFactor writeDifference(ArithmeticWriter& writer, const ArithmeticFactor& x,
                                 const ArithmeticFactor& mean);

} // namespace protomind
