// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_numbers.h"

#include "engine/instance/network_instance.h"
#include "engine/train/computations.h"

#include <fmt/format.h>

namespace protomind {

namespace {

/// [1, ...] without the axis of the batch.
HostArray onlySample(HostArray numbers) {
    return HostArray(numbers.shape.without(0), std::move(numbers.values));
}

} // namespace

std::vector<Shape> LayerNumbers::inputShapes() const {
    std::vector<Shape> shapes;
    for (const HostArray& input : inputs)
        shapes.push_back(input.shape);
    return shapes;
}

Result<LayerNumbers> numbersOf(const LensContext& context, std::size_t layer) {
    const Model& model = context.network.model();
    const ModelLayer& looked = model.layers[layer];
    std::vector<OutputView> views{{layer, 0}};
    for (const int input : looked.inputs)
        views.push_back({static_cast<std::size_t>(input), 0});
    HostArray samples = context.sample;
    samples.shape = samples.shape.prepended(1);
    auto outputs = context.network.run(fmt::format("layer {}", layer),
                                       [&]() -> Result<Computation> {
                                           TrainingSettings settings;
                                           settings.seed = context.seed;
                                           return observation(model, settings, 1, views);
                                       },
                                       {{kSamples, samples}});
    if (!outputs)
        return std::unexpected(outputs.error());
    LayerNumbers numbers{.output = onlySample(std::move(outputs->at(viewName(0))))};
    for (std::size_t port = 0; port < looked.inputs.size(); ++port) {
        numbers.inputs.push_back(onlySample(std::move(outputs->at(viewName(port + 1)))));
        numbers.inputNames.push_back(model.layers[static_cast<std::size_t>(looked.inputs[port])].name);
    }
    if (looked.inputs.empty()) {
        numbers.inputs.push_back(context.sample);
        numbers.inputNames.push_back(looked.name);
    }
    for (const LayerVariable& variable : looked.type->variables(looked.settings, numbers.inputShapes())) {
        const BufferPtr buffer = context.network.variables().buffer(variable.nameIn(looked.name));
        require(buffer != nullptr, "numbersOf: a variable of the layer is missing");
        numbers.variables.push_back(read(*buffer));
        numbers.variableNames.push_back(variable.name);
    }
    return numbers;
}

} // namespace protomind
