// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/layer_case.h"

#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

struct Moments {
    Doubles mean;
    Doubles variance;
};

/// Per channel (the last axis), over everything else; the biased variance.
Moments momentsOf(const Doubles& x, std::size_t channels) {
    Moments moments{Doubles(channels, 0.0), Doubles(channels, 0.0)};
    const double count = static_cast<double>(x.size() / channels);
    for (std::size_t i = 0; i < x.size(); ++i)
        moments.mean[i % channels] += x[i] / count;
    for (std::size_t i = 0; i < x.size(); ++i)
        moments.variance[i % channels] += std::pow(x[i] - moments.mean[i % channels], 2) / count;
    return moments;
}

class BatchNorm : public testing::TestWithParam<LayerCase> {};

INSTANTIATE_TEST_SUITE_P(
    Cases, BatchNorm,
    testing::Values(LayerCase{"List", "batch_norm", {}, {{4}}},
                    LayerCase{"Image", "batch_norm", {{"momentum", 0.6}, {"epsilon", 0.01}}, {{3, 5, 2}}},
                    LayerCase{"NoMemory", "batch_norm", {{"momentum", 0.0}}, {{6, 3}}}),
    [](const auto& which) { return which.param.label; });

TEST_P(BatchNorm, UsesTheStatisticsOfTheBatchInTraining) {
    const BuiltCase built = buildCase(GetParam(), BuildMode::Training);
    const Doubles& x = built.values.at("x0");
    const auto channels = static_cast<std::size_t>(GetParam().inputs[0].back(0));
    const Moments moments = momentsOf(x, channels);
    const double epsilon = real(GetParam().layer().fields, GetParam().settings, "epsilon");
    const Doubles y = valueOf(built.output, built.values);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t c = i % channels;
        const double wanted = (x[i] - moments.mean[c]) / std::sqrt(moments.variance[c] + epsilon) *
                                  built.values.at("layer/scale")[c] +
                              built.values.at("layer/shift")[c];
        ASSERT_NEAR(y[i], wanted, 1e-6 * (1 + std::abs(wanted)));
    }
}

TEST_P(BatchNorm, MovesTheRunningStatisticsTowardsThoseOfTheBatch) {
    const BuiltCase built = buildCase(GetParam(), BuildMode::Training);
    const auto channels = static_cast<std::size_t>(GetParam().inputs[0].back(0));
    const Moments moments = momentsOf(built.values.at("x0"), channels);
    const double momentum = real(GetParam().layer().fields, GetParam().settings, "momentum");
    ASSERT_EQ(built.builder->updates().size(), 2u);
    for (const LayerBuilder::StatisticUpdate& update : built.builder->updates()) {
        const std::string& name = update.variable.as<LeafAttributes>().name;
        const Doubles& batch = name == "layer/running_mean" ? moments.mean : moments.variance;
        const Doubles got = valueOf(update.value, built.values);
        for (std::size_t c = 0; c < channels; ++c)
            EXPECT_NEAR(got[c], momentum * built.values.at(name)[c] + (1 - momentum) * batch[c], 1e-6)
                << name;
    }
}

TEST_P(BatchNorm, GivesTheSameWhateverTheRunningMeanIs) {
    BuiltCase built = buildCase(GetParam(), BuildMode::Training);
    const Doubles before = valueOf(built.output, built.values);
    for (double& mean : built.values.at("layer/running_mean"))
        mean += 3;
    const Doubles after = valueOf(built.output, built.values);
    for (std::size_t i = 0; i < before.size(); ++i)
        ASSERT_NEAR(after[i], before[i], 1e-5 * (1 + std::abs(before[i])));
}

TEST_P(BatchNorm, InferenceTreatsSamplesOneByOne) {
    BuiltCase built = buildCase(GetParam(), BuildMode::Inference);
    const Doubles before = valueOf(built.output, built.values);
    const std::size_t perSample = before.size() / kCaseBatch;
    for (std::size_t i = perSample; i < before.size(); ++i)
        built.values.at("x0")[i] = 100;
    const Doubles after = valueOf(built.output, built.values);
    for (std::size_t i = 0; i < perSample; ++i)
        EXPECT_EQ(after[i], before[i]);
    EXPECT_NE(after, before);
}

TEST_P(BatchNorm, AgreesInBothModesOnceTheRunningStatisticsAreThoseOfTheBatch) {
    const BuiltCase training = buildCase(GetParam(), BuildMode::Training);
    BuiltCase inference = buildCase(GetParam(), BuildMode::Inference);
    const Moments moments =
        momentsOf(training.values.at("x0"), static_cast<std::size_t>(GetParam().inputs[0].back(0)));
    inference.values["layer/running_mean"] = moments.mean;
    inference.values["layer/running_variance"] = moments.variance;
    const Doubles left = valueOf(training.output, training.values);
    const Doubles right = valueOf(inference.output, inference.values);
    for (std::size_t i = 0; i < left.size(); ++i)
        ASSERT_NEAR(left[i], right[i], 1e-6 * (1 + std::abs(right[i])));
}

// The one over the batch size is a float, and so is what is left of the variance.
TEST(BatchNormChannel, ThatIsConstantStaysFinite) {
    BuiltCase built = buildCase({"Constant", "batch_norm", {}, {{2}}}, BuildMode::Training);
    built.values["x0"] = {7, 1, 7, 2, 7, 3};
    const Doubles y = valueOf(built.output, built.values);
    for (std::size_t sample = 0; sample < 3; ++sample)
        EXPECT_NEAR(y[2 * sample], built.values.at("layer/shift")[0], 1e-3);
}

TEST(BatchNormStatistics, StartAsThoseOfStandardNormalNumbers) {
    const BuiltCase built = buildCase({"First", "batch_norm", {}, {{2}}}, BuildMode::Training);
    const std::map<std::string, std::pair<InitialiserKind, float>> wanted{
        {"layer/scale", {InitialiserKind::Ones, 0.0f}},
        {"layer/shift", {InitialiserKind::Zeros, 0.0f}},
        {"layer/running_mean", {InitialiserKind::Constant, 0.0f}},
        {"layer/running_variance", {InitialiserKind::Constant, 1.0f}}};
    ASSERT_EQ(built.builder->variables().size(), wanted.size());
    for (const NetworkVariable& variable : built.builder->variables()) {
        EXPECT_EQ(variable.initialiser.kind, wanted.at(variable.name).first) << variable.name;
        EXPECT_EQ(variable.initialiser.value, wanted.at(variable.name).second) << variable.name;
        EXPECT_FALSE(variable.decayed) << variable.name;
        EXPECT_EQ(variable.trainable, !variable.name.starts_with("layer/running")) << variable.name;
    }
}

} // namespace
} // namespace protomind
