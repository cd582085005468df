// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"
#include "engine/train/layer_renames.h"
#include "studio/network/network.h"

#include <optional>
#include <set>
#include <vector>

namespace protomind {

/// The shapes of weights and statistics, by their variables' names.
using WeightShapes = std::map<std::string, Shape>;

/// Those of a network; none where it can't be built.
[[nodiscard]] std::optional<WeightShapes> weightShapes(const Network& network);

/// What layers are called now that were called otherwise when their weights were trained. A layer is the same
/// one where id and type are; renewed are those that were removed since, even if there is one of that id
/// again. Empty where every layer that is still there has kept its name.
[[nodiscard]] LayerRenames renamesBetween(const Network& then, const Network& now,
                                          const std::set<LayerId>& renewed = {});

/// What a network takes over of weights that were trained before it became what it is.
struct CarriedWeights {
    std::vector<LayerId> kept;  ///< layers with all their weights
    std::vector<LayerId> fresh; ///< layers that start with new weights
    [[nodiscard]] bool all() const { return !kept.empty() && fresh.empty(); }
};
/// have: of the weights that there are, by the names of now (see renamedVariable). Layers without weights are
/// in neither list; none where the network can't be built.
[[nodiscard]] std::optional<CarriedWeights> carriedWeights(const Network& network, const WeightShapes& have);

} // namespace protomind
