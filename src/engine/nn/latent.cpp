// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/latent.h"

#include "engine/base/random.h"
#include "engine/graph/build.h"
#include "engine/nn/layers/latent_fields.h"

#include <cmath>
#include <numbers>

namespace protomind {

namespace {

const ModelLayer& firstLayer(const Model& model) {
    require(model.inputLayer >= 0 && model.inputLayer < std::ssize(model.layers),
            "latent: the model has no first layer");
    return model.layers[static_cast<std::size_t>(model.inputLayer)];
}

/// Of a Latent, the distribution's name.
const std::string& distributionOf(const Model& model) {
    require(takesLatent(model), "latent: the model begins with an Input");
    return choice(latentFields(), firstLayer(model).settings, kDistribution);
}

} // namespace

bool takesLatent(const Model& model) {
    return !model.layers.empty() && firstLayer(model).type->name == kLatentType;
}

Node latentNoise(Graph& graph, const Model& model, std::int64_t batch, std::uint64_t seed,
                 std::uint64_t stream) {
    const Shape shape = model.inputShape.prepended(batch);
    if (distributionOf(model) == kUniform)
        return randomUniform(graph, shape, seed, stream) * 2.0f - 1.0f;
    return randomNormal(graph, shape, seed, stream);
}

HostArray drawLatents(const Model& model, std::int64_t count, std::uint64_t seed, std::uint64_t stream,
                      std::uint64_t run) {
    require(count > 0 && count <= kMaxLatents, "drawLatents: too few or too many");
    const bool uniform = distributionOf(model) == kUniform;
    HostArray drawn(model.inputShape.prepended(count));
    std::uint64_t element = 0;
    for (float& number : drawn.values) {
        if (uniform) {
            number = 2.0f * randomElement(seed, stream, run, element) - 1.0f;
        } else { // Box and Muller, 1958, as randomNormal has it
            const float first = randomElement(seed, 2 * stream, run, element);
            const float second = randomElement(seed, 2 * stream + 1, run, element);
            number = std::sqrt(-2.0f * std::log(1.0f - first)) *
                     std::cos(second * (2.0f * std::numbers::pi_v<float>));
        }
        ++element;
    }
    return drawn;
}

} // namespace protomind
