// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/trained_network.h"

#include "engine/base/random.h"
#include "engine/data/file_source.h"
#include "engine/device/registry/device_kinds.h"
#include "engine/instance/network_instance.h"
#include "engine/train/objective.h"
#include "studio/network/lowering.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace protomind {

namespace {

HostArray samplesOf(const DataSource& source, const Shape& shape) {
    const DataSet& set = source.test != nullptr && source.test->size() > 0 ? *source.test : *source.training;
    const std::int64_t count = std::min(set.size(), kVerifiedSamples);
    const auto length = static_cast<std::size_t>(shape.elementCount());
    HostArray samples(shape.prepended(count));
    std::vector<float> target(static_cast<std::size_t>(set.description().targetShape.elementCount()));
    for (std::int64_t i = 0; i < count; ++i)
        set.read(i, std::span(samples.values).subspan(static_cast<std::size_t>(i) * length, length), target);
    return samples;
}

/// How many words the network knows, where samples are words; else 0.
std::int64_t vocabularyOf(const Model& model) {
    std::int64_t vocabulary = 0;
    for (const ModelLayer& layer : model.layers) {
        const Field* words = findField(layer.type->fields, FieldRole::Vocabulary);
        if (words == nullptr || std::ranges::find(layer.inputs, model.inputLayer) == layer.inputs.end())
            continue;
        const std::int64_t own = integer(layer.type->fields, layer.settings, words->name);
        vocabulary = vocabulary == 0 ? own : std::min(vocabulary, own);
    }
    return vocabulary;
}

HostArray randomSamples(const Model& model) {
    // Samples can be large: as many as go into 64 MiB, at least one.
    constexpr std::int64_t kMostNumbers = std::int64_t{16} << 20;
    const std::int64_t count =
        std::clamp(kMostNumbers / model.inputShape.elementCount(), std::int64_t{1}, kVerifiedSamples);
    HostArray samples(model.inputShape.prepended(count));
    const std::int64_t vocabulary = vocabularyOf(model);
    RandomStream random(1);
    for (float& value : samples.values)
        value = vocabulary > 0 ? static_cast<float>(random.below(static_cast<std::uint64_t>(vocabulary)))
                               : random.normal();
    return samples;
}

bool isImage(const TrainedNetwork& network) {
    return network.data && network.data->sampleShape.rank() == 3 &&
           network.data->sampleShape == network.model.inputShape;
}

/// Weights of another program have no steps here, but have learned.
bool isTrained(const CheckpointPtr& checkpoint) {
    return checkpoint != nullptr && (checkpoint->step > 0 || !checkpoint->learnedFromIsKnown);
}

/// Whether a network can have been made for such data; with another loss than the chosen one, perhaps.
Result<void> suits(const Model& model, const DataDescription& data, TrainingSettings settings) {
    settings.loss = "auto";
    const auto objective = chooseObjective(model, data, settings);
    if (!objective)
        return std::unexpected(objective.error());
    return {};
}

void takeData(TrainedNetwork& network) {
    const Experiment& experiment = network.experiment;
    const auto source = openData(experiment.data, experiment.training.seed);
    if (!source) {
        network.dataObstacle = source.error();
        return;
    }
    const DataDescription& data = source->training->description();
    // A discriminator answers for the samples, and knows none of the data's targets.
    if (playersOf(experiment.network).two()) {
        if (data.sampleShape == network.model.inputShape && source->training->size() > 0)
            network.samples = samplesOf(*source, network.model.inputShape);
        return;
    }
    if (const auto suited = suits(network.model, data, experiment.training); !suited) {
        network.dataObstacle = suited.error();
        return;
    }
    network.data = data;
    if (source->training->size() > 0)
        network.samples = samplesOf(*source, network.model.inputShape);
}

/// The checkpoint with a number for every variable: those that it lacks begin as the seed says.
Result<CheckpointPtr> completed(const Model& model, const CheckpointPtr& checkpoint, std::uint64_t seed) {
    const auto device = deviceKinds().front().open(0, {.threads = 1, .openCl = {}});
    if (!device)
        return std::unexpected(device.error());
    const std::vector<ModelVariable> variables = modelVariables(model);
    const auto isThere = [&](const ModelVariable& variable) {
        const auto found = checkpoint->variables.find(variable.name);
        return found != checkpoint->variables.end() && found->second.shape == variable.declared.shape();
    };
    if (checkpoint != nullptr && std::ranges::all_of(variables, isThere))
        return checkpoint;
    const auto fresh = NetworkInstance::create(model, **device, seed);
    if (!fresh)
        return std::unexpected(fresh.error());
    auto whole = std::make_shared<Checkpoint>(checkpoint != nullptr ? *checkpoint : Checkpoint{});
    VariableValues first;
    (*fresh)->variables().read(first);
    for (const ModelVariable& variable : variables) {
        if (checkpoint == nullptr || !isThere(variable))
            whole->variables[variable.name] = std::move(first.at(variable.name));
    }
    return whole;
}

} // namespace

Result<TrainedNetwork> trainedNetwork(const ProjectContent& project, std::string title, std::string program) {
    auto model = lower(project.experiment.network);
    if (!model)
        return std::unexpected(model.error());
    auto checkpoint = completed(*model, project.checkpoint, project.experiment.training.seed);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    TrainedNetwork network{.title = std::move(title),
                           .experiment = project.experiment,
                           .model = std::move(*model),
                           .checkpoint = std::move(*checkpoint),
                           .trained = isTrained(project.checkpoint),
                           .data = {},
                           .samples = {},
                           .program = std::move(program),
                           .dataObstacle = {}};
    if (!project.experiment.data.empty())
        takeData(network);
    if (network.samples.values.empty())
        network.samples = randomSamples(network.model);
    return network;
}

bool isAugmented(const TrainedNetwork& network) {
    return isOn(network.experiment.training.augmentation) &&
           (network.data ? canBeAugmented(*network.data) : canBeAugmented(network.model.inputShape));
}

std::vector<std::string> outputNames(const TrainedNetwork& network) {
    if (network.data)
        return network.data->classNames;
    const std::vector<std::string>& names = network.experiment.outputNames;
    return std::ssize(names) == network.model.outputShape.elementCount() ? names : std::vector<std::string>{};
}

std::string dataLabel(const TrainedNetwork& network) {
    const std::string& data = network.experiment.data;
    if (!namesFiles(data))
        return data;
    std::filesystem::path place = pathOf(data);
    if (place.filename().empty())
        place = place.parent_path();
    return place.filename().string();
}

double inputScale(const TrainedNetwork& network) {
    return isImage(network) ? 1.0 / 255 : 1.0;
}

Sentence preprocessingText(const TrainedNetwork& network) {
    if (isImage(network))
        return sentence(
            "Pixels from 0 to 255 are divided by 255. An image is {} (height × width × channels).",
            network.model.inputShape.text());
    return sentence("The numbers go in as they are. A sample is {}.", network.model.inputShape.text());
}

} // namespace protomind
