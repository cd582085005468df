// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/layer_view.h"

#include <string>
#include <vector>

namespace protomind {

/// How the numbers of one of our variables lie in the PyTorch module of its layer. An optimiser's state for
/// it lies in the same way.
struct TorchLayout {
    std::string name;                 ///< behind the module's: "weight", "in_proj_weight"
    std::vector<int> order;           ///< axis i there is axis order[i] here
    int partsAxis = -1;               ///< here: of the gates; -1 where there are none
    std::vector<AxisPart> parts;      ///< of that axis here
    std::vector<AxisPart> thereParts; ///< the same there

    [[nodiscard]] HostArray toTorch(const HostArray& ours) const;
    /// Of an array of the shape that shapeThere gives.
    [[nodiscard]] HostArray fromTorch(const HostArray& theirs) const;
    [[nodiscard]] Shape shapeThere(const Shape& ours) const;
};

[[nodiscard]] TorchLayout torchLayout(const LayerView& layer, const LayerVariable& variable);

/// A recurrent layer of PyTorch has two biases for each gate, ours (but for the GRU) a single one: the names
/// of those that are zero and stay so.
[[nodiscard]] std::vector<std::string> idleBiases(const LayerView& layer);

} // namespace protomind
