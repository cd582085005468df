// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/one_step.h"

#include "engine/base/random.h"
#include "engine/data/float_set.h"
#include "engine/device/registry/device_kinds.h"
#include "engine/train/trainer.h"
#include "studio/exchange/layer_view.h"

#include <algorithm>

namespace protomind {

namespace {

bool canBeCompared(const Model& model) {
    const std::vector<LayerView> layers = layerViews(model);
    const auto draws = [](const LayerView& layer) {
        return layer.is("dropout") || layer.is("noise") || layer.is("gaussian_sampling");
    };
    // Images come out channels first elsewhere.
    return model.outputShape.rank() != 3 && std::ranges::none_of(layers, draws) &&
           std::ranges::any_of(modelVariables(model),
                               [](const ModelVariable& variable) { return variable.declared.trainable; });
}

HostArray randomTargets(const TrainedNetwork& network) {
    HostArray targets(network.model.outputShape.prepended(network.samples.shape[0]));
    RandomStream random(3, 79);
    for (float& value : targets.values)
        value = random.normal();
    return targets;
}

} // namespace

void prepareForOneStep(TrainedNetwork& network) {
    TrainingSettings& training = network.experiment.training;
    training.loss = "mean_squared_error";
    training.batchSize = network.samples.shape[0];
    training.validation = 0;
    training.epochs = 3;
}

std::optional<OneStep> oneStep(const TrainedNetwork& network) {
    if (!canBeCompared(network.model))
        return std::nullopt;
    OneStep result{.targets = randomTargets(network), .lossAfter = HostArray(Shape{1})};
    DataDescription description{.name = "samples",
                                .sampleShape = network.model.inputShape,
                                .targetKind = TargetKind::Values,
                                .targetShape = network.model.outputShape,
                                .classNames = {},
                                .featureNames = {}};
    const DataSource source{.text = "samples",
                            .training = std::make_shared<FloatSet>(
                                std::move(description), network.samples.values, result.targets.values),
                            .test = nullptr};
    const auto device = deviceKinds().front().open(0, {.threads = 1, .openCl = {}});
    const auto trainer =
        Trainer::prepare(network.model, source, network.experiment.training, *device.value());
    if (!trainer)
        return std::nullopt;
    if (!(*trainer)->restore(*network.checkpoint))
        return std::nullopt;
    (*trainer)->setLearningRate(network.experiment.training.learningRate);
    const auto first = (*trainer)->step();
    const auto second = (*trainer)->step();
    if (!first || !second)
        return std::nullopt;
    result.lossAfter.values[0] = static_cast<float>(second->loss);
    return result;
}

} // namespace protomind
