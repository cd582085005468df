// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/cpu/cpu_device.h"
#include "engine/train/trainer.h"
#include "studio/lens/lens_bench.h"

#include <cmath>

namespace protomind {

/// A run that is trained on the processor, and the lens over it.
class StepBench {
public:
    StepBench(Model model, DataSource data, const TrainingSettings& settings)
        : m_data(std::move(data))
        , m_trainer(std::move(Trainer::prepare(std::move(model), m_data, settings, *m_device).value()))
        , m_context{.network = m_trainer->instance(),
                    .nextStep = [this](std::int64_t place) { return m_trainer->dissectNextStep(place); },
                    .training = m_trainer->dataOf(Split::Training)} {}
    StepBench(const StepBench&) = delete;
    StepBench& operator=(const StepBench&) = delete;

    Result<LensResult> look(const Settings& settings = {}, const std::string& layer = {},
                            const std::string& lens = "step") {
        m_context.layer = layer;
        const LensTarget target{
            .model = m_trainer->model(), .data = &m_context.training->description(), .layer = layer};
        auto work = beginLens(*findLensType(lens), target, m_context, settings);
        if (!work)
            return std::unexpected(work.error());
        auto result = finishLens(**work);
        if (result)
            expectDeclared(*findLensType(lens), *result);
        return result;
    }
    LensTrainingStep step(const Settings& settings = {}, const std::string& layer = {}) {
        return look(settings, layer).value().trainingSteps.at(0);
    }
    [[nodiscard]] Trainer& trainer() { return *m_trainer; }
    [[nodiscard]] LensContext& context() { return m_context; }

private:
    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    DataSource m_data;
    std::unique_ptr<Trainer> m_trainer;
    LensContext m_context;
};

inline DataSource somePoints() {
    std::vector<std::vector<float>> samples;
    std::vector<float> targets;
    for (int i = 0; i < 20; ++i) {
        samples.push_back({std::sin(static_cast<float>(i)), std::cos(1.5f * static_cast<float>(i))});
        targets.push_back(static_cast<float>(i % 2));
    }
    return {.text = "given",
            .training = std::make_shared<GivenSet>(describedClasses({2}, 2), samples, targets),
            .test = nullptr};
}

inline TrainingSettings plainSettings(const std::string& optimizer = "adam") {
    TrainingSettings settings;
    settings.optimizer = optimizer;
    settings.learningRate = 0.1;
    settings.batchSize = 4;
    settings.validation = 0;
    return settings;
}

} // namespace protomind
