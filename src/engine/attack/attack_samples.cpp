// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attack_samples.h"

#include "engine/data/fill.h"

#include <algorithm>
#include <bit>

namespace protomind {

std::int64_t fittingAttackBatch(const Model& model) {
    // Of each number that a layer computes its gradient too, and what lies between.
    constexpr std::int64_t kOfEachNumber = 4;
    Graph graph;
    std::int64_t numbers = model.inputShape.elementCount();
    for (const Node output : buildModel(graph, model, 1, BuildMode::Inference, 0).layerOutputs)
        numbers += output.shape().elementCount();
    const std::int64_t fitting =
        std::clamp<std::int64_t>(kMostAttackNumbers / kOfEachNumber / numbers, 1, kLargestAttackBatch);
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(fitting)));
}

AttackBatch samplesToAttack(const DataSet& data, std::span<const std::uint32_t> indices, std::int64_t round) {
    std::vector<std::uint32_t> rounded(indices.begin(), indices.end());
    rounded.resize(std::bit_ceil(indices.size()), indices.back());
    AttackBatch batch{.samples = HostArray(data.description().sampleShape.prepended(std::ssize(rounded))),
                      .classes = std::vector<float>(rounded.size()),
                      .places = {}};
    fillBatch(data, rounded, batch.samples.values, batch.classes, 1);
    for (const std::uint32_t index : rounded)
        batch.places.push_back((static_cast<std::uint64_t>(round) << 32) + index);
    return batch;
}

} // namespace protomind
