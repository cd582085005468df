// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/device_speed.h"

#include "engine/base/random.h"
#include "engine/train/batch_runner.h"
#include "engine/train/clock.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kBatch = 64;
constexpr std::int64_t kClasses = 10;
constexpr int kFirstSteps = 3; ///< not counted: drivers get ready in them
constexpr int kMostSteps = 200;
constexpr double kSeconds = 0.5;

/// Takes one step, and waits for the figures of an earlier one where the device is behind.
Result<void> step(BatchRunner& runner, int number, std::size_t& onTheWay) {
    if (auto run = runner.run(static_cast<std::uint64_t>(number)); !run)
        return run;
    runner.askFigures();
    if (++onTheWay == kMostOnTheWay) {
        static_cast<void>(runner.takeFigures());
        --onTheWay;
    }
    return {};
}

void settle(BatchRunner& runner, std::size_t& onTheWay) {
    for (; onTheWay > 0; --onTheWay)
        static_cast<void>(runner.takeFigures());
}

} // namespace

Result<double> measureSpeed(Device& device) {
    const NetworkTemplate* digits = findTemplate("digits-convnet");
    require(digits != nullptr, "measureSpeed: no such template");
    auto model = lower(digits->make());
    if (!model)
        return std::unexpected(model.error());
    const Objective objective{.loss = findLoss("cross_entropy"),
                              .form = TargetForm::Classes,
                              .classes = kClasses,
                              .targetShape = {}};
    auto network = NetworkInstance::create(*model, device, 1);
    if (!network)
        return std::unexpected(network.error());
    TrainingComputation training = trainingStep(*model, objective, digits->training, kBatch);
    std::erase_if(training.variables, [](const VariableInfo& variable) { return variable.ofNetwork; });
    if (auto added = (*network)->addVariables(std::move(training.variables)); !added)
        return std::unexpected(added.error());
    auto runner = BatchRunner::load(**network, training.computation);
    if (!runner)
        return std::unexpected(runner.error());
    RandomStream random(1);
    std::ranges::generate((*runner)->samples(), [&random] { return random.uniform(); });
    std::ranges::generate((*runner)->targets(),
                          [&random] { return static_cast<float>(random.below(kClasses)); });
    (*runner)->setLearningRate(0.001f);

    const Clock clock = steadyClock();
    std::size_t onTheWay = 0;
    for (int number = 0; number < kFirstSteps; ++number) {
        if (auto done = step(**runner, number, onTheWay); !done)
            return std::unexpected(done.error());
    }
    settle(**runner, onTheWay);
    const double started = clock();
    int steps = 0;
    do {
        if (auto done = step(**runner, kFirstSteps + steps, onTheWay); !done)
            return std::unexpected(done.error());
        ++steps;
    } while (steps < kMostSteps && clock() - started < kSeconds);
    settle(**runner, onTheWay);
    return steps / (clock() - started);
}

} // namespace protomind
