// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/keras_topology.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>

namespace protomind {

/// model.json of a layers model, as TensorFlow.js loads it: the topology, where the weights lie in which
/// files, and what else is known of the network, under "userDefinedMetadata".
[[nodiscard]] nlohmann::ordered_json modelJson(const TrainedNetwork& network, const KerasNetwork& keras,
                                               std::span<const std::string> shards);

/// README.txt, for whoever finds the folder.
[[nodiscard]] std::string tfjsReadme(const TrainedNetwork& network);

} // namespace protomind
