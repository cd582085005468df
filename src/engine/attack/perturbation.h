// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/graph/graph.h"

#include <cstdint>
#include <optional>

/// What may be added to a sample so that a network errs: how large it may be, and the way it grows fastest.
namespace protomind {

/// How the size of a perturbation is measured, over all numbers of a sample.
enum class Norm {
    Linf, ///< the largest change of any number
    L2,   ///< the square root of the sum of the squared changes
};

/// What the numbers of a sample lie within, perturbed or not.
struct SampleRange {
    float low = 0;
    float high = 1;
    bool operator==(const SampleRange&) const = default;
};
/// Of pictures: from black to white. None of points and tables, whose numbers may be any.
[[nodiscard]] std::optional<SampleRange> sampleRange(const Shape& sample);

/// The perturbations that are allowed: of at most a size, and such that a sample keeps within its range.
struct PerturbationSet {
    Norm norm = Norm::Linf;
    std::optional<SampleRange> range{};
};

/// The nearest sample that is allowed: perturbed and originals are [N, ...], epsilon is a scalar of at least
/// zero. Onto an L2 ball as Madry et al., "Towards deep learning models resistant to adversarial attacks"
/// (ICLR 2018), section 2.1; the range comes last, which makes no perturbation larger.
[[nodiscard]] Node projected(Node perturbed, Node originals, Node epsilon, const PerturbationSet& allowed);

/// Of each sample the perturbation of size 1 along which a loss grows fastest, by its gradient [N, ...]: its
/// sign (Goodfellow et al., "Explaining and harnessing adversarial examples", ICLR 2015, section 4), or its
/// direction. Zero where the gradient is.
[[nodiscard]] Node steepestAscent(Node gradient, Norm norm);

/// Perturbations [N, ...] from everywhere within the ball of size 1, new in every run. Uniform for Linf; for
/// L2 of a uniform direction and a uniform length.
[[nodiscard]] Node randomPerturbation(Graph& graph, const Shape& shape, Norm norm, std::uint64_t seed,
                                      std::uint64_t stream);

} // namespace protomind
