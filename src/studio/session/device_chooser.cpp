// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/device_chooser.h"

#include "engine/base/pulse.h"
#include "engine/train/trainer.h"
#include "studio/network/lowering.h"
#include "studio/session/devices.h"
#include "studio/session/wire.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr int kFirstTrialSteps = 3; ///< not counted: drivers get ready in them
constexpr int kMostTrialSteps = 200;
constexpr double kTrialLearningRate = 1e-6;
constexpr double kTrialSeconds = 0.4; ///< of each device; one step at least

/// What of an experiment decides how fast a device is with it.
std::vector<std::byte> workOf(Experiment experiment) {
    const TrainingSettings any;
    experiment.training.learningRate = any.learningRate;
    experiment.training.epochs = any.epochs;
    experiment.training.seed = any.seed;
    return toBytes(RequestEnvelope{{}, PrepareRequest{std::move(experiment), {}, {}}});
}

Sentence noteOf(const std::vector<DeviceTrial>& trials) {
    std::vector<Sentence> parts;
    for (const DeviceTrial& trial : trials) {
        const Sentence name = Sentence::name(trial.device.name);
        if (trial.stepsPerSecond <= 0)
            parts.push_back(sentence("{} could not take one.", name));
        else if (parts.empty())
            parts.push_back(
                sentence("{} is the fastest for this network here: {:.3g} training steps a second.", name,
                         trial.stepsPerSecond));
        else
            parts.push_back(sentence("{}: {:.3g}.", name, trial.stepsPerSecond));
    }
    return Sentence::row(std::move(parts));
}

} // namespace

Result<DeviceChooser::Choice> DeviceChooser::open(const Experiment& experiment, const DataSource& data) {
    Choice choice;
    std::string name = experiment.device;
    if (name == kFastestDevice) {
        std::vector<std::byte> work = workOf(experiment);
        if (m_tried != work) {
            m_trials = tryAll(experiment, data);
            m_tried = std::move(work);
            if (m_trials.size() > 1 && m_trials.front().stepsPerSecond > 0)
                choice.note = noteOf(m_trials);
        }
        name = m_trials.front().device.id;
    }
    auto device = makeDevice(name, experiment.threads);
    if (!device)
        return std::unexpected(device.error());
    choice.device = std::move(*device);
    return choice;
}

/// Where no device can take a step of it the processor comes first: it says why.
std::vector<DeviceTrial> DeviceChooser::tryAll(const Experiment& experiment, const DataSource& data) const {
    std::vector<DeviceTrial> trials;
    for (const DeviceDescription& description : soundDevices()) {
        DeviceTrial& trial = trials.emplace_back(description);
        std::optional<LongCall> call;
        if (!needsDriver(description.id))
            call.emplace(); // nothing that could hang
        const auto device = makeDevice(description.id, experiment.threads);
        if (!device)
            continue;
        if (const auto speed = stepsPerSecond(**device, experiment, data))
            trial.stepsPerSecond = *speed;
    }
    std::ranges::stable_sort(trials, std::ranges::greater(), &DeviceTrial::stepsPerSecond);
    return trials;
}

Result<double> DeviceChooser::stepsPerSecond(Device& device, const Experiment& experiment,
                                             const DataSource& data) const {
    auto models = modelsOf(experiment.network);
    if (!models)
        return std::unexpected(models.error());
    // Steps alone are counted, and none may fail because it learns too fast.
    TrainingSettings settings = experiment.training;
    settings.validation = 0;
    settings.learningRate = kTrialLearningRate;
    const auto trainer = Trainer::prepare(std::move(models->trained), data, settings, device, m_clock,
                                          std::move(models->generator));
    if (!trainer)
        return std::unexpected(trainer.error());
    double started = m_clock();
    for (int step = 0, counted = 0; counted < kMostTrialSteps; ++step) {
        if (const auto taken = (*trainer)->stepAhead(); !taken)
            return std::unexpected(taken.error());
        givePulse();
        if (step < kFirstTrialSteps) {
            if (const auto settled = (*trainer)->settle(); !settled)
                return std::unexpected(settled.error());
            started = m_clock();
            continue;
        }
        ++counted;
        if (m_clock() - started < kTrialSeconds && counted < kMostTrialSteps)
            continue;
        if (const auto settled = (*trainer)->settle(); !settled)
            return std::unexpected(settled.error());
        return counted / std::max(m_clock() - started, 1e-9);
    }
    std::unreachable();
}

} // namespace protomind
