// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace protomind {

/// The two ways in which a Keras network is written down. Keras2 is the one that TensorFlow.js reads.
enum class KerasDialect { Keras3, Keras2 };

/// Where the numbers of a weight are found.
struct KerasWeightPlace {
    std::string layer; ///< the Keras layer's name, as in the topology: "Dense_2"
    std::string name;  ///< within the layer: "kernel", "forward_lstm/kernel"; TensorFlow.js: "<layer>/<name>"
    std::string path;  ///< in model.weights.h5, by classes: "layers/dense_1/vars/0"
    Shape shape;
};

struct KerasWeight {
    KerasWeightPlace place;
    HostArray values;
};

/// A network as Keras has it.
struct KerasNetwork {
    /// {"class_name": "Functional", "config": {...}}, in Keras 3 with "module" and what else belongs to it.
    /// Each layer's entry has our own name for it under "protomind", which Keras and TensorFlow.js pass over.
    nlohmann::json topology;
    /// Of model.weights.h5, without those that a weight's path names: older ones of Keras 3 ask for a group
    /// "vars" of every layer, and of every layer within a layer.
    std::vector<std::string> groups;
    std::vector<KerasWeight> weights; ///< in the topology's order, and each layer's in Keras' own
};

/// Whether a dialect can say a layer; the problem's sentence says why not.
[[nodiscard]] Result<void> kerasHolds(const LayerView& layer, KerasDialect dialect);
/// The network has nothing but layers that kerasHolds allows.
[[nodiscard]] KerasNetwork kerasNetworkOf(const TrainedNetwork& network, KerasDialect dialect);
/// What of a network is kept, changed and lost in Keras' words, the same for both dialects.
[[nodiscard]] std::vector<FormatNote> kerasNotes(const TrainedNetwork& network, KerasDialect dialect);

/// The numbers of a weight; they have the place's shape, else a sentence says what is wrong.
using KerasWeightLookup = std::function<Result<HostArray>(const KerasWeightPlace& place)>;

/// A network of a topology that nobody vouches for: {"class_name": "Sequential", "Functional" or "Model",
/// "config": ...} in either dialect. Layers that belong together become one of ours. weights empty: there are
/// none. Fails with a sentence that names the layer where a class or a setting is not known.
[[nodiscard]] Result<ImportedNetwork> networkOfKeras(const nlohmann::json& topology,
                                                     const KerasWeightLookup& weights);

} // namespace protomind
