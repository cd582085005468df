// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gan/gradient_penalty.h"

#include "engine/autodiff/gradient.h"
#include "engine/graph/build.h"

#include <algorithm>
#include <array>
#include <vector>

namespace protomind {

namespace {

/// Under the root, so that the gradient of a slope of nothing is a number.
constexpr float kLeastSquaredSlope = 1e-12f;

std::vector<GanPenalty> makePenalties() {
    return {{.name = kNoGanPenalty, .title = "None", .summary = "Slopes cost nothing.", .usualWeight = 0},
            {.name = kR1Penalty,
             .title = "R1",
             .summary =
                 "Steep scores cost at real samples: the discriminator grows flat where nothing more is "
                 "to be learned, and the two come to rest.",
             .usualWeight = 0.1},
            {.name = kR1AndR2Penalty,
             .title = "R1 and R2",
             .summary = "Steep scores cost at real and at made samples.",
             .usualWeight = 0.1},
            {.name = kGradientPenalty,
             .title = "Gradient penalty",
             .summary = "Between real and made samples a slope of 1 is wanted, and others cost.",
             .usualWeight = 10}};
}

} // namespace

std::span<const GanPenalty> ganPenalties() {
    static const std::vector<GanPenalty> all = makePenalties();
    return all;
}

const GanPenalty* findGanPenalty(const std::string& name) {
    const auto found = std::ranges::find(ganPenalties(), name, &GanPenalty::name);
    return found == ganPenalties().end() ? nullptr : &*found;
}

Node squaredSlopes(Node scores, Node samples) {
    const std::int64_t count = samples.shape()[0];
    const Shape oneEach{count};
    require(scores.shape() == oneEach, "squaredSlopes: one score a sample");
    const Node slopes = gradient(reshape(reduceSum(scores), Shape{}), {{samples}}).front();
    const Node flat = reshape(slopes, Shape{count, samples.shape().elementCount() / count});
    return reshape(reduceSum(square(flat), {1}), Shape{count});
}

Node pointsBetween(Node real, Node made, std::uint64_t seed, std::uint64_t stream) {
    require(real.shape() == made.shape(), "pointsBetween: real and made samples of another shape");
    std::vector<std::int64_t> each(static_cast<std::size_t>(real.shape().rank()), 1);
    each.front() = real.shape()[0];
    const Node share = randomUniform(real.graph(), Shape(std::span<const std::int64_t>(each)), seed, stream);
    return made + share * (real - made);
}

Node distanceFromSlopeOne(Node squared) {
    return reshape(reduceMean(square(sqrt(squared + kLeastSquaredSlope) - 1.0f)), Shape{});
}

} // namespace protomind
