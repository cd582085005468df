// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_builder.h"
#include "engine/nn/layer_type.h"

#include <functional>
#include <string>
#include <vector>

namespace protomind {

/// One layer of a model, in an order of evaluation.
struct ModelLayer {
    std::string name; ///< unique
    const LayerType* type = nullptr;
    Settings settings;
    std::vector<int> inputs; ///< indices of earlier layers
};

/// A network without its drawing: what to build, for any batch size. One Input (or, of a generator, one
/// Latent) and one output (the last layer).
struct Model {
    std::vector<ModelLayer> layers;
    Shape inputShape;  ///< of one sample
    Shape outputShape; ///< of one sample
    int inputLayer = 0;
    int outputLayer = 0;
};

/// What each layer gives for one sample, in the model's order.
[[nodiscard]] std::vector<Shape> layerShapes(const Model& model);

/// A variable of a model, as its layer declares it.
struct ModelVariable {
    std::size_t layer = 0; ///< index in Model::layers
    std::string name;      ///< "<layer>/kernel"
    LayerVariable declared;
};
/// Those that buildModel builds, in the same order, without building anything.
[[nodiscard]] std::vector<ModelVariable> modelVariables(const Model& model);

/// A model in a graph, for one batch size and mode.
struct BuiltModel {
    Node input;                     ///< [N, ...]
    std::vector<Node> layerOutputs; ///< one a layer, in the model's order
    /// One a port of each layer: as the layer is given it. The Input layer has none.
    std::vector<std::vector<Node>> layerInputs;
    Node output; ///< the last layer's, activation included
    Node logits; ///< what comes before a final softmax or sigmoid; equals output where there is none
    std::vector<NetworkVariable> variables;
    std::vector<LayerBuilder::StatisticUpdate> updates;
    std::vector<Node> penalties; ///< of layers, to be added to the loss
};

/// What goes on in the place of a layer's output, of its shape.
using ReplaceOutput = std::function<Node(std::size_t layer, Node output)>;

/// What a layer is given at a port in the place of what comes there, of its shape.
using ReplaceInput = std::function<Node(std::size_t layer, std::size_t port, Node input)>;

/// How a model is put into a graph.
struct ModelBuild {
    BuildMode mode = BuildMode::Training;
    std::uint64_t seed = 0;
    ReplaceOutput replace{};     ///< what it makes of a layer's output goes to the layers behind it
    ReplaceInput replaceInput{}; ///< of what comes to a layer it makes what that layer alone is given
    /// Added to the streams of random numbers that layers draw from: models that are built into one graph,
    /// and one that is built twice, draw numbers of their own with kStreamsOfAModel between them.
    std::uint64_t firstStream = 0;
    VariableNaming variableName{}; ///< what a variable is kept as; empty: its own name
};
/// Many more than any model's layers draw from.
inline constexpr std::uint64_t kStreamsOfAModel = std::uint64_t{1} << 20;

/// The build function of the Input, or of the Latent, is given the samples or latents as its one input and
/// returns them. samples: [N, the model's input shape]; BuiltModel::input is that node.
[[nodiscard]] BuiltModel buildModel(Graph& graph, const Model& model, Node samples, const ModelBuild& how);

/// The same for samples that are an input of the graph, called "samples".
[[nodiscard]] BuiltModel buildModel(Graph& graph, const Model& model, std::int64_t batch, BuildMode mode,
                                    std::uint64_t seed, const ReplaceOutput& replace = {},
                                    const ReplaceInput& replaceInput = {});

} // namespace protomind
