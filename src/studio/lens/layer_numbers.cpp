// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/layer_numbers.h"

#include "engine/instance/network_instance.h"
#include "engine/train/computations.h"
#include "engine/train/step_dissection.h"
#include "studio/lens/answers.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// [1, ...] without the axis of the batch.
HostArray onlySample(HostArray numbers) {
    return HostArray(numbers.shape.without(0), std::move(numbers.values));
}

/// One sample of [N, ...].
HostArray sampleOf(const HostArray& batch, std::int64_t place) {
    const Shape shape = batch.shape.without(0);
    const auto first = batch.values.begin() + place * shape.elementCount();
    return HostArray(shape, std::vector<float>(first, first + shape.elementCount()));
}

/// As the network answers.
Result<LayerNumbers> answeredNumbers(const LensContext& context, std::size_t layer) {
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
    LayerNumbers numbers{.output = onlySample(std::move(outputs->at(viewName(0)))), .sample = context.sample};
    for (std::size_t port = 0; port < looked.inputs.size(); ++port)
        numbers.inputs.push_back(onlySample(std::move(outputs->at(viewName(port + 1)))));
    return numbers;
}

/// As the next step of training computes them, with what it will draw at random.
Result<LayerNumbers> trainingNumbers(const LensContext& context, std::size_t layer, std::int64_t place) {
    if (!context.nextStep || context.training == nullptr)
        return fail(ProblemKind::Unsupported, "There is no training whose next step could be looked at.", {},
                    "Choose data to train with.");
    auto step = context.nextStep(place);
    if (!step)
        return std::unexpected(step.error());
    const Model& model = context.network.model();
    const ModelLayer& looked = model.layers[layer];
    const std::vector<Shape> shapes = layerShapes(model);
    std::int64_t numbers = model.inputShape.elementCount() + shapes[layer].elementCount();
    for (const int input : looked.inputs)
        numbers += shapes[static_cast<std::size_t>(input)].elementCount();
    if (numbers > kMostDissectedNumbers / std::ssize(step->given.samples))
        return fail(ProblemKind::Memory, "The numbers of the whole batch are too many to be looked at.", {},
                    "Choose a smaller batch.");
    HostArray samples(model.inputShape.prepended(std::ssize(step->given.samples)));
    const auto size = static_cast<std::size_t>(model.inputShape.elementCount());
    for (std::size_t i = 0; i < step->given.samples.size(); ++i) {
        const ReadSamples read = readSamples(*step->seen, step->given.samples[i], 1);
        std::ranges::copy(read.samples.values,
                          samples.values.begin() + static_cast<std::ptrdiff_t>(i * size));
    }
    NetworkQuery query;
    query.mode = BuildMode::Training;
    query.layers.push_back(layer);
    for (const int input : looked.inputs)
        if (std::ranges::find(query.layers, static_cast<std::size_t>(input)) == query.layers.end())
            query.layers.push_back(static_cast<std::size_t>(input));
    auto outputs = context.network.ask(query, {{kSamples, samples}}, step->given.run);
    if (!outputs)
        return std::unexpected(outputs.error());
    LayerNumbers found{.output = sampleOf(outputs->at(layerOutputName(layer)), place),
                       .sample = std::move(step->sample)};
    for (const int input : looked.inputs) {
        const HostArray& all = outputs->at(layerOutputName(static_cast<std::size_t>(input)));
        if (found.inputs.empty())
            found.batch = all;
        found.inputs.push_back(sampleOf(all, place));
    }
    if (looked.inputs.empty())
        found.batch = samples;
    return found;
}

} // namespace

std::vector<Shape> LayerNumbers::inputShapes() const {
    std::vector<Shape> shapes;
    for (const HostArray& input : inputs)
        shapes.push_back(input.shape);
    return shapes;
}

std::vector<Field> numbersFields() {
    return {
        {.name = "training",
         .label = "As in training",
         .type = FieldType::Boolean,
         .defaultValue = false,
         .help = "Looks at the next step of training: dropout drops, and normalisation goes by the batch."},
        {.name = "place",
         .label = "Sample of the batch",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{0},
         .minimum = 0,
         .maximum = 1 << 30,
         .help = "As in training: which sample of the next batch, counted from 0."}};
}

Sentence NumbersWish::titleIn(const LensContext& context) const {
    return training ? sentence("Sample {} of the next batch", place) : context.sampleTitle;
}

NumbersWish numbersWish(const Settings& settings) {
    const std::vector<Field> fields = numbersFields();
    return {boolean(fields, settings, "training"), integer(fields, settings, "place")};
}

Result<LayerNumbers> numbersOf(const LensContext& context, std::size_t layer, const NumbersWish& wish) {
    auto numbers =
        wish.training ? trainingNumbers(context, layer, wish.place) : answeredNumbers(context, layer);
    if (!numbers)
        return std::unexpected(numbers.error());
    const Model& model = context.network.model();
    const ModelLayer& looked = model.layers[layer];
    for (const int input : looked.inputs)
        numbers->inputNames.push_back(model.layers[static_cast<std::size_t>(input)].name);
    if (looked.inputs.empty()) {
        numbers->inputs.push_back(numbers->sample);
        numbers->inputNames.push_back(looked.name);
    }
    for (const LayerVariable& variable : looked.type->variables(looked.settings, numbers->inputShapes())) {
        const BufferPtr buffer = context.network.variables().buffer(variable.nameIn(looked.name));
        require(buffer != nullptr, "numbersOf: a variable of the layer is missing");
        numbers->variables.push_back(read(*buffer));
        numbers->variableNames.push_back(variable.name);
    }
    return numbers;
}

} // namespace protomind
