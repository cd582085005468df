// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/perturbation.h"

#include "engine/graph/build.h"
#include "engine/graph/compositions.h"

#include <numeric>
#include <vector>

namespace protomind {

namespace {

/// What no sum of squares is computed below: a gradient of nothing but zeros has no direction.
constexpr float kTiny = 1e-30f;

/// All but the batch's.
std::vector<int> axesOfSample(Node x) {
    std::vector<int> axes(static_cast<std::size_t>(x.shape().rank() - 1));
    std::iota(axes.begin(), axes.end(), 1);
    return axes;
}

/// [N, 1, ...]
Node lengths(Node x) {
    return sqrt(reduceSum(square(x), axesOfSample(x)));
}

/// Each sample at length 1. By its largest number first, so that no square leaves the range of floats.
Node directions(Node x) {
    const Node tiny = constant(x.graph(), kTiny);
    const Node scaled = x / maximum(reduceMax(absolute(x), axesOfSample(x)), tiny);
    return scaled / maximum(lengths(scaled), tiny);
}

} // namespace

std::optional<SampleRange> sampleRange(const Shape& sample) {
    constexpr int kPictureRank = 3; // [height, width, channels]
    if (sample.rank() != kPictureRank)
        return std::nullopt;
    return SampleRange{.low = 0, .high = 1};
}

Node projected(Node perturbed, Node originals, Node epsilon, const PerturbationSet& allowed) {
    Node change = perturbed - originals;
    switch (allowed.norm) {
    case Norm::Linf:
        change = minimum(maximum(change, -epsilon), epsilon);
        break;
    case Norm::L2:
        change = change * minimum(epsilon / maximum(lengths(change), constant(change.graph(), kTiny)),
                                  constant(change.graph(), 1.0f));
        break;
    }
    const Node moved = originals + change;
    return allowed.range ? clip(moved, allowed.range->low, allowed.range->high) : moved;
}

Node steepestAscent(Node gradient, Norm norm) {
    return norm == Norm::Linf ? sign(gradient) : directions(gradient);
}

Node randomPerturbation(Graph& graph, const Shape& shape, Norm norm, std::uint64_t seed,
                        std::uint64_t stream) {
    if (norm == Norm::Linf)
        return randomUniform(graph, shape, seed, stream) * 2.0f - 1.0f;
    // A normal one takes streams 2 s and 2 s + 1 of its own numbering.
    const Node direction = directions(randomNormal(graph, shape, seed, stream));
    std::vector<std::int64_t> each(static_cast<std::size_t>(shape.rank()), 1);
    each.front() = shape[0];
    return direction * randomUniform(graph, Shape(each), seed, 2 * stream + 2);
}

} // namespace protomind
