// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/layer_type.h"

namespace protomind {

std::vector<LayerVariable> noVariables(const Settings&, std::span<const Shape>) {
    return {};
}

Node buildLayer(LayerBuilder& builder, const LayerType& type, const std::string& name,
                const Settings& settings, std::span<const Node> inputs) {
    std::vector<Shape> samples;
    for (const Node input : inputs)
        samples.push_back(input.shape().without(0));
    builder.beginLayer(name, type.variables(settings, samples));
    const Node output = type.build(builder, settings, inputs);
    builder.endLayer();
    return output;
}

} // namespace protomind
