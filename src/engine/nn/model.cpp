// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/model.h"

#include "engine/graph/build.h"
#include "engine/nn/activation.h"

#include <algorithm>

namespace protomind {

namespace {

/// What a layer is given, of one sample.
std::vector<Shape> inputShapes(const ModelLayer& layer, std::span<const Shape> shapes) {
    std::vector<Shape> inputs;
    for (const int from : layer.inputs)
        inputs.push_back(shapes[static_cast<std::size_t>(from)]);
    return inputs;
}

struct LastLayer {
    Node logits;
    Node output;
};

/// Losses are made from logits, so the last layer is built so that they can be had.
LastLayer buildLastLayer(LayerBuilder& builder, const ModelLayer& layer, std::span<const Node> inputs) {
    const Activation* activation = activationOf(layer.type->fields, layer.settings);
    if (activation == nullptr || !activation->givesProbabilities) {
        const Node output = buildLayer(builder, *layer.type, layer.name, layer.settings, inputs);
        return {output, output};
    }
    Settings linear = layer.settings;
    linear[findField(layer.type->fields, FieldRole::Activation)->name] = std::string("linear");
    const Node logits = buildLayer(builder, *layer.type, layer.name, linear, inputs);
    return {logits, activation->build(logits, activation->defaultParameter)};
}

} // namespace

std::vector<Shape> layerShapes(const Model& model) {
    std::vector<Shape> shapes;
    for (const ModelLayer& layer : model.layers)
        shapes.push_back(
            layer.type->outputShape(layer.settings, inputShapes(layer, shapes)).value_or(Shape()));
    return shapes;
}

std::vector<ModelVariable> modelVariables(const Model& model) {
    const std::vector<Shape> shapes = layerShapes(model);
    std::vector<ModelVariable> variables;
    for (std::size_t index = 0; index < model.layers.size(); ++index) {
        const ModelLayer& layer = model.layers[index];
        for (LayerVariable& variable : layer.type->variables(layer.settings, inputShapes(layer, shapes)))
            variables.push_back({index, variable.nameIn(layer.name), std::move(variable)});
    }
    return variables;
}

BuiltModel buildModel(Graph& graph, const Model& model, Node samples, const ModelBuild& how) {
    require(samples.shape() == model.inputShape.prepended(samples.shape()[0]),
            "buildModel: samples of another shape");
    BuiltModel built;
    built.input = samples;
    LayerBuilder builder(graph, how.mode, how.seed, how.firstStream, how.variableName);
    const ScopeGuard outside(graph, graph.scope());
    for (int index = 0; index < static_cast<int>(model.layers.size()); ++index) {
        const ModelLayer& layer = model.layers[static_cast<std::size_t>(index)];
        std::vector<Node> inputs;
        for (const int from : layer.inputs) {
            require(from >= 0 && from < index, "buildModel: a layer comes before what it needs");
            const Node comes = built.layerOutputs[static_cast<std::size_t>(from)];
            inputs.push_back(how.replaceInput
                                 ? how.replaceInput(static_cast<std::size_t>(index), inputs.size(), comes)
                                 : comes);
            require(inputs.back().shape() == comes.shape(), "buildModel: an input of another shape");
        }
        built.layerInputs.push_back(inputs);
        if (index == model.inputLayer)
            inputs = {built.input};
        LastLayer last;
        if (index == model.outputLayer)
            last = buildLastLayer(builder, layer, inputs);
        const Node plain =
            last.output ? last.output : buildLayer(builder, *layer.type, layer.name, layer.settings, inputs);
        const Node output = how.replace ? how.replace(static_cast<std::size_t>(index), plain) : plain;
        require(output.shape() == plain.shape(), "buildModel: an output of another shape");
        built.layerOutputs.push_back(output);
        if (index == model.outputLayer) {
            built.output = output;
            built.logits = last.logits == plain ? output : last.logits;
        }
    }
    require(bool(built.output), "buildModel: no output layer");
    built.variables = builder.variables();
    built.updates = builder.updates();
    built.penalties = builder.penalties();
    return built;
}

BuiltModel buildModel(Graph& graph, const Model& model, std::int64_t batch, BuildMode mode,
                      std::uint64_t seed, const ReplaceOutput& replace, const ReplaceInput& replaceInput) {
    const Node samples = input(graph, "samples", model.inputShape.prepended(batch));
    return buildModel(graph, model, samples,
                      {.mode = mode, .seed = seed, .replace = replace, .replaceInput = replaceInput});
}

} // namespace protomind
