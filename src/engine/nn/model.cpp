// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/model.h"

#include "engine/graph/build.h"
#include "engine/nn/activation.h"

#include <algorithm>

namespace protomind {

namespace {

/// The probability-giving activation that a layer ends with, or null; field is the one that says so.
const Activation* probabilitiesOf(const ModelLayer& layer, const std::string& field) {
    const std::vector<Field>& fields = layer.type->fields;
    if (std::ranges::find(fields, field, &Field::name) == fields.end())
        return nullptr;
    const Activation* activation = findActivation(choice(fields, layer.settings, field));
    return activation != nullptr && activation->givesProbabilities ? activation : nullptr;
}

struct LastLayer {
    Node logits;
    Node output;
};

/// Losses are made from logits, so the last layer is built so that they can be had.
LastLayer buildLastLayer(LayerBuilder& builder, const ModelLayer& layer, std::span<const Node> inputs) {
    if (const Activation* activation = probabilitiesOf(layer, "activation")) {
        Settings linear = layer.settings;
        linear["activation"] = std::string("linear");
        const Node logits = layer.type->build(builder, linear, inputs);
        return {logits, activation->build(logits, activation->defaultParameter)};
    }
    const Node output = layer.type->build(builder, layer.settings, inputs);
    return {probabilitiesOf(layer, "function") != nullptr ? inputs[0] : output, output};
}

} // namespace

BuiltModel buildModel(Graph& graph, const Model& model, std::int64_t batch, BuildMode mode,
                      std::uint64_t seed) {
    BuiltModel built;
    built.input = input(graph, "samples", model.inputShape.prepended(batch));
    LayerBuilder builder(graph, mode, seed);
    const ScopeGuard outside(graph, graph.scope());
    for (int index = 0; index < static_cast<int>(model.layers.size()); ++index) {
        const ModelLayer& layer = model.layers[static_cast<std::size_t>(index)];
        std::vector<Node> inputs;
        for (const int from : layer.inputs) {
            require(from >= 0 && from < index, "buildModel: a layer comes before what it needs");
            inputs.push_back(built.layerOutputs[static_cast<std::size_t>(from)]);
        }
        if (index == model.inputLayer)
            inputs = {built.input};
        builder.beginLayer(layer.name);
        if (index == model.outputLayer) {
            const LastLayer last = buildLastLayer(builder, layer, inputs);
            built.logits = last.logits;
            built.output = last.output;
            built.layerOutputs.push_back(last.output);
        } else {
            built.layerOutputs.push_back(layer.type->build(builder, layer.settings, inputs));
        }
    }
    require(bool(built.output), "buildModel: no output layer");
    built.variables = builder.variables();
    built.updates = builder.updates();
    built.penalties = builder.penalties();
    return built;
}

} // namespace protomind
