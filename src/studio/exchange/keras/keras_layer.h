// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_topology.h"

#include <string>
#include <vector>

/// What the writer makes of our layers before it is put into a dialect's words.
namespace protomind {

/// A weight of a Keras layer.
struct KerasVariable {
    std::string name; ///< within the layer: "kernel"
    std::string path; ///< behind the layer's in model.weights.h5: "vars/0"
    HostArray values;
};

/// A layer of a Keras network.
struct KerasLayer {
    std::string className;
    std::string name;
    nlohmann::json config = nlohmann::json::object(); ///< without name, trainable and dtype
    std::vector<std::size_t> inputs{};                ///< earlier layers
    bool takesList = false;                           ///< its inputs come as a list
    nlohmann::json kwargs = nlohmann::json::object(); ///< of the call
    Shape output;                                     ///< of a sample
    std::vector<KerasVariable> variables{};           ///< in Keras' order
    std::vector<std::string> inner{};                 ///< layers within that have no weights: "_softmax"
    bool trainable = true;
    nlohmann::json ours = nlohmann::json::object(); ///< what Keras passes over
};

/// Indices of layers in the order in which Keras numbers them, whatever order a file has: the deepest (by the
/// longest way to the output) first, then as a search from the output finds them. The last one is the output.
[[nodiscard]] std::vector<std::size_t> kerasOrder(const std::vector<KerasLayer>& layers);

/// "LeakyReLU" -> "leaky_re_lu".
[[nodiscard]] std::string snakeCase(const std::string& className);

/// Numbers layers of the same class: "dense", "dense_1", ... as in model.weights.h5.
class ClassNumbers {
public:
    [[nodiscard]] std::string take(const std::string& className);

private:
    std::map<std::string, int> m_taken;
};

/// Of sines and cosines, [steps, features]: see sinusoidalPositions of the engine.
[[nodiscard]] HostArray wavePositions(std::int64_t steps, std::int64_t features);

} // namespace protomind
