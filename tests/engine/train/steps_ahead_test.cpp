// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/opencl_device.h"
#include "engine/train/late_device.h"
#include "engine/train/small_run.h"
#include "engine/train/training_loop.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

TrainingSettings aheadSettings() {
    TrainingSettings settings;
    settings.batchSize = 8;
    settings.epochs = 3;
    settings.validation = 0.25;
    return settings;
}

/// What a loop told, and what it left.
struct Told {
    std::vector<ProgressFigures> progress;
    std::vector<EpochFigures> epochs;
    Checkpoint left;
};

Told runOn(Device& device, const Model& model, DataSetPtr data) {
    const auto trainer = prepared(model, sourceOf(std::move(data)), aheadSettings(), device);
    Told told;
    TrainingListener listener;
    listener.progressed = [&told](const ProgressFigures& now) { told.progress.push_back(now); };
    listener.epochDone = [&told](const EpochFigures& done) { told.epochs.push_back(done); };
    TrainingLoop loop(*trainer, std::move(listener), ManualClock().clock());
    // Paused and gone on with now and then.
    for (std::int64_t until = 5; until < trainer->plannedSteps(); until += 5)
        EXPECT_TRUE(loop.run(until, [] { return false; }));
    EXPECT_TRUE(loop.run(trainer->plannedSteps(), [] { return false; }).value_or(false));
    loop.flush();
    told.left = trainer->checkpoint();
    return told;
}

void expectSameRun(const Told& found, const Told& wanted, double tolerance) {
    ASSERT_EQ(found.epochs.size(), wanted.epochs.size());
    for (std::size_t i = 0; i < wanted.epochs.size(); ++i) {
        EXPECT_NEAR(found.epochs[i].figures.loss, wanted.epochs[i].figures.loss, tolerance);
        EXPECT_NEAR(found.epochs[i].figures.accuracy, wanted.epochs[i].figures.accuracy, tolerance * 10);
        EXPECT_NEAR(found.epochs[i].figures.validationLoss, wanted.epochs[i].figures.validationLoss,
                    tolerance);
    }
    ASSERT_FALSE(found.progress.empty());
    EXPECT_NEAR(found.progress.back().loss, wanted.progress.back().loss, tolerance);
    for (const auto& [name, value] : wanted.left.variables) {
        const std::vector<float>& numbers = found.left.variables.at(name).values;
        for (std::size_t i = 0; i < numbers.size(); ++i)
            EXPECT_NEAR(numbers[i], value.values[i], tolerance) << name;
    }
}

TEST(StepsAhead, GiveTheSameRunBitForBit) {
    const auto device = testDevice();
    LateDevice late(*device);
    expectSameRun(runOn(late, everythingModel(), twoClouds(90)),
                  runOn(*device, everythingModel(), twoClouds(90)), 0);
}

TEST(StepsAhead, GiveTheSameRunOnOpenCl) {
    const auto device = testDevice();
    const auto openCl = makeOpenClDevice(0, {});
    ASSERT_TRUE(openCl) << openCl.error().text();
    expectSameRun(runOn(**openCl, smallMlp(2, 6, 2), twoClouds(90)),
                  runOn(*device, smallMlp(2, 6, 2), twoClouds(90)), 1e-4);
}

TEST(StepsAhead, WaitForNothingUntilTheDeviceIsBehind) {
    const auto device = testDevice();
    LateDevice late(*device);
    const auto trainer = prepared(smallMlp(1, 4, 1), sourceOf(straightLine(400)), aheadSettings(), late);
    std::int64_t told = 0;
    for (int step = 0; step < 20; ++step)
        told += trainer->stepAhead()->samples;
    ASSERT_FALSE(late.takings().empty());
    EXPECT_EQ(std::ranges::min(late.takings()), kMostOnTheWay);
    EXPECT_EQ(told, 8 * (20 - static_cast<std::int64_t>(kMostOnTheWay) + 1));
    const auto rest = trainer->settle();
    ASSERT_TRUE(rest);
    EXPECT_EQ(told + rest->samples, 8 * 20);
    EXPECT_TRUE(std::isfinite(rest->loss));
    EXPECT_EQ(trainer->settle()->samples, 0);
}

TEST(StepsAhead, ADivergenceMetLateIsTheSame) {
    const auto device = testDevice();
    LateDevice late(*device);
    TrainingSettings wild = aheadSettings();
    wild.optimizer = "sgd";
    wild.learningRate = 1e6;
    const Model growing =
        chain({1}, {{"dense", {{"units", std::int64_t{8}}, {"activation", std::string("relu")}}},
                    {"dense", {{"units", std::int64_t{1}}}}});
    const auto diverge = [&](Device& on) {
        const auto trainer = prepared(growing, sourceOf(straightLine(400)), wild, on);
        TrainingLoop loop(*trainer,
                          {.progressed = [](const auto&) {}, .epochDone = [](const auto&) {}, .stepped = {}},
                          ManualClock().clock());
        const auto ran = loop.run(30, [] { return false; });
        EXPECT_FALSE(ran);
        EXPECT_EQ(trainer->stepsDone(), 0); // the clock stood still: back to the first state
        EXPECT_EQ(trainer->settle()->samples, 0);
        return std::pair(trainer->divergedAt(), ran ? Problem() : ran.error());
    };
    const auto [lateStep, lateProblem] = diverge(late);
    const auto [step, problem] = diverge(*device);
    EXPECT_EQ(lateStep, step);
    EXPECT_EQ(lateProblem.kind, ProblemKind::Diverged);
    EXPECT_EQ(lateProblem.text(), problem.text());
}

} // namespace
} // namespace protomind
