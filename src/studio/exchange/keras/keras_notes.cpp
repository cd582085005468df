// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_topology.h"

#include <algorithm>

namespace protomind {

namespace {

bool hasLayer(const TrainedNetwork& network, std::string_view kind) {
    return std::ranges::any_of(network.model.layers,
                               [&](const ModelLayer& layer) { return layer.type->name == kind; });
}

bool hasGroups(const LayerView& layer) {
    if (layer.is("convolution"))
        return layer.integer(FieldRole::Groups) > 1;
    return layer.is("depthwise_convolution") && windowOf(layer).dilation != std::array<std::int64_t, 2>{1, 1};
}

bool takesPool(const LayerView& layer) {
    return layer.has(FieldRole::Dilation) && std::ranges::max(windowOf(layer).stride) > 1 &&
           std::ranges::max(windowOf(layer).dilation) > 1;
}

} // namespace

std::vector<FormatNote> kerasNotes(const TrainedNetwork& network, KerasDialect dialect) {
    std::vector<FormatNote> notes{{Fate::Kept, "Layers and their connections", {}},
                                  {Fate::Kept, "Weights and running statistics", {}},
                                  {Fate::Changed, "Names of layers",
                                   "Keras allows letters, digits, _ and - alone; ours are kept beside."}};
    if (!outputNames(network).empty())
        notes.push_back({Fate::Kept, "Names of classes",
                         dialect == KerasDialect::Keras2
                             ? "in the page, and beside the network"
                             : "They are kept beside; Keras does not show them."});
    if (hasLayer(network, "position"))
        notes.push_back(
            {Fate::Changed, "Positions",
             "Keras has no layer that adds a table: one that multiplies with 1 and adds stands for "
             "it."});
    if (hasLayer(network, "gaussian_sampling"))
        notes.push_back({Fate::Changed, "Gaussian sampling",
                         "It gives the means in training too, and pulls at nothing."});
    const std::vector<LayerView> layers = layerViews(network.model);
    if (dialect == KerasDialect::Keras2 && std::ranges::any_of(layers, hasGroups))
        notes.push_back({Fate::Changed, "Groups of channels",
                         "They become one convolution over all channels, with zeros between the groups."});
    if (std::ranges::any_of(layers, takesPool))
        notes.push_back({Fate::Changed, "Stride of dilated convolutions",
                         "All places are computed, and a pooling of single pixels picks some of them."});
    notes.push_back({Fate::Lost, "State of the optimiser", "Training starts afresh from these weights."});
    notes.push_back({Fate::Lost, "Settings of training, and its history", {}});
    return notes;
}

} // namespace protomind
