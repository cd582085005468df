// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_topology.h"

#include <string>
#include <vector>

namespace protomind {

/// A layer of a topology as it is read, before anybody knows its class.
struct KerasNode {
    std::string className;
    std::string name; ///< unique
    nlohmann::json config = nlohmann::json::object();
    std::vector<std::string> inputs;                  ///< names of layers, in the call's order
    nlohmann::json kwargs = nlohmann::json::object(); ///< of the call, without tensors and nulls
    std::string ours;                                 ///< what we called the layer; empty: it is not ours
    nlohmann::json beside = nlohmann::json::object(); ///< what we wrote beside that
    std::string path;                                 ///< in model.weights.h5: "layers/dense_1"
};

/// A topology as layers and the one that is the output.
struct KerasGraph {
    std::vector<KerasNode> nodes; ///< each behind what it reads
    std::string output;           ///< a node's name
};

/// Takes a topology apart, in either dialect. Fails where it is not one, and for what no network of ours is:
/// several inputs or outputs, layers that are used twice, models within the model, code.
[[nodiscard]] Result<KerasGraph> kerasGraphOf(const nlohmann::json& topology);

} // namespace protomind
