// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/non_finite.h"

namespace protomind {

namespace {

/// The place of the first sample of a batch that is not finite, or the number of samples.
std::size_t firstNonFiniteRow(std::span<const float> batch, std::size_t rows) {
    const std::size_t width = batch.size() / rows;
    std::size_t row = 0;
    while (row < rows && allFinite(batch.subspan(row * width, width)))
        ++row;
    return row;
}

} // namespace

std::optional<Sentence> nonFiniteData(std::span<const float> samples, std::span<const float> targets,
                                      std::span<const std::uint32_t> indices, const std::string& dataName) {
    if (!allFinite(samples)) {
        const std::uint32_t index = indices[firstNonFiniteRow(samples, indices.size())];
        return sentence("Sample {} of {} holds a number that is not finite (NaN or infinite).", index,
                        dataName);
    }
    if (!allFinite(targets)) {
        const std::uint32_t index = indices[firstNonFiniteRow(targets, indices.size())];
        return sentence("The target of sample {} of {} is not finite (NaN or infinite).", index, dataName);
    }
    return std::nullopt;
}

std::string firstNonFiniteLayer(const Model& model, BatchRunner& forwardWithActivations) {
    for (std::size_t layer = 0; layer < model.layers.size(); ++layer) {
        if (!allFinite(forwardWithActivations.read(layerOutputName(layer)).values))
            return model.layers[layer].name;
    }
    return {};
}

std::string firstLayerWithNonFiniteVariable(const Model& model, const VariableValues& values) {
    for (const ModelLayer& layer : model.layers) {
        const std::string prefix = layer.name + "/";
        for (auto variable = values.lower_bound(prefix);
             variable != values.end() && variable->first.starts_with(prefix); ++variable) {
            if (!allFinite(variable->second.values))
                return layer.name;
        }
    }
    return {};
}

} // namespace protomind
