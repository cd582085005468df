// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/device/opencl/opencl_device.h"
#include "engine/device/reference/reference_device.h"
#include "engine/nn/optimizer.h"
#include "engine/train/small_run.h"
#include "engine/train/weight_count.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace protomind {
namespace {

constexpr std::size_t kInputs = 8;
constexpr std::size_t kRows = 64;
constexpr double kL1 = 0.2;
using Weights = std::array<double, kInputs>;

/// Eight numbers, of which only the first and the third matter: 2 a - 1.5 c + 0.5.
std::shared_ptr<ListedData> twoOfEightMatter() {
    RandomStream random(11);
    std::vector<float> samples(kInputs * kRows);
    std::vector<float> targets(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        for (std::size_t k = 0; k < kInputs; ++k)
            samples[i * kInputs + k] = random.uniform(-1, 1);
        targets[i] = 2 * samples[i * kInputs] - 1.5f * samples[i * kInputs + 2] + 0.5f;
    }
    DataDescription description;
    description.name = "Two of eight";
    description.sampleShape = Shape{static_cast<std::int64_t>(kInputs)};
    description.targetKind = TargetKind::Values;
    description.targetShape = Shape{1};
    return std::make_shared<ListedData>(description, std::move(samples), std::move(targets));
}

TrainingSettings lassoSettings(const OptimizerType& optimizer) {
    TrainingSettings settings;
    settings.optimizer = optimizer.name;
    settings.learningRate = optimizer.name == "sgd" ? 0.1 : 0.01;
    if (optimizer.name == "adamw")
        settings.optimizerSettings["weight_decay"] = 0.0;
    settings.schedule = "cosine";
    settings.batchSize = kRows;
    settings.validation = 0;
    settings.epochs = 3000;
    settings.l1 = kL1;
    return settings;
}

Model oneNeuron() {
    return chain({static_cast<std::int64_t>(kInputs)}, {{"dense", {{"units", std::int64_t{1}}}}});
}

/// Proximal gradient descent in plain loops, until it rests: Parikh and Boyd, section 4.2.
Weights plainLasso(const ListedData& data) {
    Weights w{};
    double bias = 0;
    constexpr double kRate = 0.1;
    for (int step = 0; step < 20'000; ++step) {
        Weights slope{};
        double biasSlope = 0;
        for (std::size_t i = 0; i < kRows; ++i) {
            double error = bias - double{data.targets[i]};
            for (std::size_t k = 0; k < kInputs; ++k)
                error += w[k] * double{data.samples[i * kInputs + k]};
            for (std::size_t k = 0; k < kInputs; ++k)
                slope[k] += 2 * error * double{data.samples[i * kInputs + k]} / kRows;
            biasSlope += 2 * error / kRows;
        }
        for (std::size_t k = 0; k < kInputs; ++k) {
            const double moved = w[k] - kRate * slope[k];
            w[k] = std::copysign(std::max(std::abs(moved) - kRate * kL1, 0.0), moved);
        }
        bias -= kRate * biasSlope;
    }
    return w;
}

std::vector<float> trained(Device& device, const DataSource& data, const TrainingSettings& settings) {
    const auto trainer = prepared(oneNeuron(), data, settings, device);
    trainTo(*trainer, trainer->plannedSteps());
    return trainer->checkpoint().variables.at("dense/kernel").values;
}

TEST(L1, LeavesWeightsOfInputsThatDoNotMatterAtExactlyZeroWithEveryOptimiser) {
    const auto data = twoOfEightMatter();
    const Weights wanted = plainLasso(*data);
    const auto device = testDevice();
    for (const OptimizerType& optimizer : optimizerTypes()) {
        const std::vector<float> found = trained(*device, sourceOf(data), lassoSettings(optimizer));
        for (std::size_t k = 0; k < kInputs; ++k) {
            EXPECT_NEAR(double{found[k]}, wanted[k], 0.01) << optimizer.name << " weight " << k;
            EXPECT_EQ(found[k] == 0.0f, wanted[k] == 0)
                << optimizer.name << " weight " << k << " " << found[k];
            EXPECT_EQ(wanted[k] == 0, k != 0 && k != 2);
        }
    }
}

TEST(L1, WithoutItNoWeightIsExactlyZero) {
    const auto device = testDevice();
    for (const OptimizerType& optimizer : optimizerTypes()) {
        TrainingSettings settings = lassoSettings(optimizer);
        settings.l1 = 0;
        settings.epochs = 200;
        for (const float weight : trained(*device, sourceOf(twoOfEightMatter()), settings))
            EXPECT_NE(weight, 0.0f) << optimizer.name;
    }
}

TEST(L1, EveryDeviceSetsTheSameWeightsToZero) {
    for (const OptimizerType& optimizer : optimizerTypes()) {
        TrainingSettings settings = lassoSettings(optimizer);
        settings.epochs = 100;
        settings.schedule = "constant";
        const auto data = sourceOf(twoOfEightMatter());
        const auto reference = makeReferenceDevice();
        const std::vector<float> wanted = trained(*reference, data, settings);
        const auto agrees = [&](Device& device) {
            const std::vector<float> found = trained(device, data, settings);
            for (std::size_t k = 0; k < kInputs; ++k)
                EXPECT_NEAR(found[k], wanted[k], 2e-3f) << optimizer.name << " weight " << k;
            EXPECT_GT(std::ranges::count(found, 0.0f), 0) << optimizer.name;
        };
        agrees(*testDevice());
        const auto openCl = makeOpenClDevice(0, {});
        ASSERT_TRUE(openCl) << openCl.error().text();
        agrees(**openCl);
    }
}

TEST(L1, CountsWeightsThatAreExactlyZeroAndNoBiases) {
    const auto device = testDevice();
    const auto trainer = prepared(smallMlp(2, 3, 2), sourceOf(twoClouds(40)), {}, *device);
    Checkpoint checkpoint = trainer->checkpoint();
    EXPECT_EQ(countWeights(trainer->model(), checkpoint), (WeightCount{12, 0})) << "biases begin at zero";
    checkpoint.variables.at("dense/kernel").values[1] = 0;
    checkpoint.variables.at("dense 2/kernel").values[4] = -0.0f;
    EXPECT_EQ(countWeights(trainer->model(), checkpoint), (WeightCount{12, 2}));
}

} // namespace
} // namespace protomind
