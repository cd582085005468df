// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_shapes.h"

#include <algorithm>

namespace protomind {

std::vector<Shape> layerShapes(const Model& model) {
    std::vector<Shape> shapes;
    for (const ModelLayer& layer : model.layers) {
        std::vector<Shape> inputs;
        for (const int from : layer.inputs)
            inputs.push_back(shapes[static_cast<std::size_t>(from)]);
        auto shape = layer.type->outputShape(layer.settings, inputs);
        shapes.push_back(shape ? *shape : Shape{});
    }
    return shapes;
}

std::optional<std::size_t> layerNamed(const Model& model, const std::string& name) {
    const auto found = std::ranges::find(model.layers, name, &ModelLayer::name);
    if (found == model.layers.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - model.layers.begin());
}

} // namespace protomind
