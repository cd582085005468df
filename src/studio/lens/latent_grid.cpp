// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/latent_grid.h"

#include "engine/base/problem.h"
#include "engine/nn/layers/latent_fields.h"

namespace protomind {

namespace {

constexpr std::int64_t kGridLines = 9; ///< along each of the two
constexpr std::int64_t kGridPoints = 33;
/// Within two standard deviations 95 % of all normal numbers lie.
constexpr float kNormalReach = 2;
constexpr float kUniformReach = 1;

/// Place i of so many, spread evenly from -reach to reach.
float spread(std::int64_t i, std::int64_t count, float reach) {
    return reach * (2 * static_cast<float>(i) / static_cast<float>(count - 1) - 1);
}

} // namespace

LatentGrid latentGrid(const Model& generator, std::int64_t first, std::int64_t second) {
    const std::int64_t size = generator.inputShape.elementCount();
    require(first >= 0 && first < size && (size == 1 || (second >= 0 && second < size && first != second)),
            "latentGrid: two numbers of the latent");
    const ModelLayer& latent = generator.layers[static_cast<std::size_t>(generator.inputLayer)];
    const bool uniform = choice(latentFields(), latent.settings, kDistribution) == kUniform;
    LatentGrid grid{.lines = size == 1 ? 1 : 2 * kGridLines,
                    .points = kGridPoints,
                    .reach = uniform ? kUniformReach : kNormalReach,
                    .latents = {}};
    grid.latents = HostArray(generator.inputShape.prepended(grid.lines * grid.points));
    for (std::int64_t line = 0; line < grid.lines; ++line) {
        const bool alongFirst = line < kGridLines;
        for (std::int64_t i = 0; i < grid.points; ++i) {
            float* const at = grid.latents.values.data() + (line * grid.points + i) * size;
            at[alongFirst ? first : second] = spread(i, grid.points, grid.reach);
            if (size > 1)
                at[alongFirst ? second : first] = spread(line % kGridLines, kGridLines, grid.reach);
        }
    }
    return grid;
}

} // namespace protomind
