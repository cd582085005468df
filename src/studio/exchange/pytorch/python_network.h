// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/loss.h"
#include "studio/exchange/layer_view.h"
#include "studio/exchange/trained_network.h"

#include <string>
#include <vector>

namespace protomind {

/// A network as the Python sources see it: what its layers are called there, and what it is trained for.
struct PythonNetwork {
    const TrainedNetwork* trained = nullptr;
    std::vector<LayerView> layers;  ///< with their numbers
    std::vector<std::string> names; ///< of layers: attributes of the module and variables in forward
    const LossType* loss = nullptr;
    TargetForm form = TargetForm::Values;
    std::int64_t classes = 0; ///< 0 where the targets are values
    /// The activation that the last layer has in Protomind and forward leaves out, since the loss is made
    /// from what comes before: "softmax", "sigmoid"; else empty.
    std::string leftOut;

    [[nodiscard]] const LayerView& last() const {
        return layers[static_cast<std::size_t>(trained->model.outputLayer)];
    }
};

/// trained outlives what is given.
[[nodiscard]] PythonNetwork pythonNetwork(const TrainedNetwork& trained);

/// A shape of ours as PyTorch has it, with the batch's axis in front: images channels first, "[N, 3, 28,
/// 28]".
[[nodiscard]] std::string torchShapeText(const Shape& shape);
/// Height × width × channels; what has more or fewer axes stays as it is.
[[nodiscard]] inline bool isImageShape(const Shape& shape) {
    return shape.rank() == 3;
}
/// As Python writes them: "1e-05", "True", "(3, 2)", "3" where both are.
[[nodiscard]] std::string pythonNumber(double value);
[[nodiscard]] std::string pythonPair(std::span<const std::int64_t> sizes);
[[nodiscard]] std::string pythonTuple(std::span<const std::int64_t> sizes);

} // namespace protomind
