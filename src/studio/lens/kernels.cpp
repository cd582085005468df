// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/kernels.h"

#include <algorithm>

namespace protomind {

std::vector<LayerKernel> kernelsOf(const Model& model, std::size_t layer) {
    const ModelLayer& one = model.layers[layer];
    const std::vector<Shape> shapes = layerShapes(model);
    std::vector<Shape> inputs;
    for (const int from : one.inputs)
        inputs.push_back(shapes[static_cast<std::size_t>(from)]);
    std::vector<LayerKernel> kernels;
    for (const LayerVariable& variable : one.type->variables(one.settings, inputs)) {
        if (!isKernel(variable.role) || variable.axes.size() < 2)
            continue;
        const auto filters =
            std::ranges::find(variable.axes, AxisMeaning::OutputChannel, &VariableAxis::meaning);
        kernels.push_back({.name = one.name + "/" + variable.name,
                           .title = variable.name,
                           .filterAxis = static_cast<int>(std::min(filters, variable.axes.end() - 1) -
                                                          variable.axes.begin())});
    }
    return kernels;
}

} // namespace protomind
