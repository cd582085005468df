// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"

#include "engine/base/random.h"
#include "engine/device/cpu/cpu_device.h"

#include <algorithm>
#include <stdexcept>

namespace protomind {

ListedData::ListedData(DataDescription description, std::vector<float> ofSamples,
                       std::vector<float> ofTargets)
    : samples(std::move(ofSamples))
    , targets(std::move(ofTargets))
    , m_description(std::move(description)) {}

std::int64_t ListedData::size() const {
    return static_cast<std::int64_t>(targets.size()) / m_description.targetShape.elementCount();
}

void ListedData::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    std::copy_n(samples.begin() + index * static_cast<std::int64_t>(sample.size()), sample.size(),
                sample.begin());
    std::copy_n(targets.begin() + index * static_cast<std::int64_t>(target.size()), target.size(),
                target.begin());
}

std::shared_ptr<ListedData> twoClouds(std::int64_t count, std::uint64_t seed) {
    RandomStream random(seed);
    std::vector<float> samples;
    std::vector<float> targets;
    for (std::int64_t i = 0; i < count; ++i) {
        const float centre = i % 2 == 0 ? -1.0f : 1.0f;
        samples.push_back(centre + 0.5f * random.normal());
        samples.push_back(centre + 0.5f * random.normal());
        targets.push_back(static_cast<float>(i % 2));
    }
    return std::make_shared<ListedData>(DataDescription{.name = "two clouds",
                                                        .sampleShape = {2},
                                                        .targetKind = TargetKind::Class,
                                                        .targetShape = {},
                                                        .classNames = {"low", "high"},
                                                        .featureNames = {"x", "y"}},
                                        std::move(samples), std::move(targets));
}

std::shared_ptr<ListedData> straightLine(std::int64_t count) {
    RandomStream random(3);
    std::vector<float> samples;
    std::vector<float> targets;
    for (std::int64_t i = 0; i < count; ++i) {
        samples.push_back(random.uniform(-1, 1));
        targets.push_back(2 * samples.back() - 1);
    }
    return std::make_shared<ListedData>(DataDescription{.name = "straight line",
                                                        .sampleShape = {1},
                                                        .targetKind = TargetKind::Values,
                                                        .targetShape = {1},
                                                        .classNames = {},
                                                        .featureNames = {"x"}},
                                        std::move(samples), std::move(targets));
}

DataSource sourceOf(DataSetPtr training, DataSetPtr test) {
    return {.text = "listed", .training = std::move(training), .test = std::move(test)};
}

Model everythingModel(std::int64_t outputs) {
    return chain({2}, {{"dense", {{"units", std::int64_t{6}}, {"activation", std::string("tanh")}}},
                       {"dropout", {}},
                       {"batch_norm", {}},
                       {"dense", {{"units", outputs}}}});
}

std::unique_ptr<Device> testDevice() {
    return makeCpuDevice(2);
}

std::unique_ptr<Trainer> prepared(const Model& model, const DataSource& data,
                                  const TrainingSettings& settings, Device& device, Clock clock) {
    auto trainer = Trainer::prepare(model, data, settings, device, std::move(clock));
    if (!trainer)
        throw std::runtime_error(trainer.error().text());
    return std::move(*trainer);
}

std::vector<double> trainTo(Trainer& trainer, std::int64_t step) {
    std::vector<double> losses;
    while (trainer.stepsDone() < step) {
        const auto figures = trainer.step();
        if (!figures)
            throw std::runtime_error(figures.error().text());
        losses.push_back(figures->loss);
    }
    return losses;
}

} // namespace protomind
