// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "engine/nn/gradient_check.h"
#include "engine/nn/initialiser.h"
#include "engine/nn/layer_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace protomind {
namespace {

using Doubles = std::vector<double>;

Doubles draw(const Initialiser& initialiser, std::uint64_t seed = 7, std::uint64_t stream = 0,
             Shape shape = {200, 300}) {
    Graph graph;
    const Node node = initialValue(graph, shape, initialiser, seed, stream);
    EXPECT_EQ(node.shape(), shape);
    return valueOf(node, {});
}

double meanOf(const Doubles& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}
double deviationOf(const Doubles& values) {
    const double mean = meanOf(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(values.size()));
}

TEST(Initialiser, FillsWithOneNumber) {
    EXPECT_EQ(draw({InitialiserKind::Zeros, 1, 1, 5.0f}, 7, 0, {2, 3}), Doubles(6, 0.0));
    EXPECT_EQ(draw({InitialiserKind::Ones, 1, 1, 5.0f}, 7, 0, {2, 3}), Doubles(6, 1.0));
    EXPECT_EQ(draw({InitialiserKind::Constant, 1, 1, 0.25f}, 7, 0, {2, 3}), Doubles(6, 0.25));
    EXPECT_EQ(draw({InitialiserKind::Constant, 1, 1, 0.25f}, 7, 0, Shape()), Doubles(1, 0.25));
}

TEST(Initialiser, AMemoryStartsByRemembering) {
    EXPECT_EQ(draw({InitialiserKind::ForgetGateOnes, 1, 1, 0}, 7, 0, {8}), (Doubles{0, 0, 1, 1, 0, 0, 0, 0}));
}

// 60 000 draws: the mean's standard deviation is sigma / 245, that of the deviation sigma / 346.
TEST(Initialiser, GlorotIsUniformWithinItsBounds) {
    const double limit = std::sqrt(6.0 / (200 + 300));
    const Doubles values = draw({InitialiserKind::Glorot, 200, 300, 0});
    EXPECT_GE(*std::ranges::min_element(values), -limit * 1.000001);
    EXPECT_LE(*std::ranges::max_element(values), limit * 1.000001);
    EXPECT_LT(*std::ranges::min_element(values), -limit * 0.999);
    EXPECT_GT(*std::ranges::max_element(values), limit * 0.999);
    EXPECT_NEAR(meanOf(values), 0, 5 * limit / 245);
    EXPECT_NEAR(deviationOf(values), limit / std::sqrt(3.0), 0.01 * limit);
}

TEST(Initialiser, HeIsNormalWithTheRightSpread) {
    const double sigma = std::sqrt(2.0 / 50);
    const Doubles values = draw({InitialiserKind::He, 50, 10, 0});
    EXPECT_NEAR(meanOf(values), 0, 5 * sigma / 245);
    EXPECT_NEAR(deviationOf(values), sigma, 5 * sigma / 346);
    const auto within =
        static_cast<double>(std::ranges::count_if(values, [&](double x) { return std::abs(x) < sigma; }));
    EXPECT_NEAR(within / static_cast<double>(values.size()), 0.6827, 0.01);
}

TEST(Initialiser, NormalHasTheDeviationThatWasSet) {
    const Doubles values = draw({InitialiserKind::Normal, 1, 1, 0.05f});
    EXPECT_NEAR(meanOf(values), 0, 5 * 0.05 / 245);
    EXPECT_NEAR(deviationOf(values), 0.05, 5 * 0.05 / 346);
}

TEST(Initialiser, IsAFunctionOfSeedAndStream) {
    for (const InitialiserKind kind :
         {InitialiserKind::Normal, InitialiserKind::Glorot, InitialiserKind::He}) {
        const Initialiser initialiser{kind, 10, 10, 1.0f};
        EXPECT_EQ(draw(initialiser, 7, 3), draw(initialiser, 7, 3));
        EXPECT_NE(draw(initialiser, 7, 3), draw(initialiser, 7, 4));
        EXPECT_NE(draw(initialiser, 7, 3), draw(initialiser, 8, 3));
    }
}

/// The kernel's initialiser of a layer built with these settings.
Initialiser kernelOf(const char* type, const Settings& settings, const Shape& inputShape) {
    const BuiltCase built = buildCase({"Kernel", type, settings, {inputShape}}, BuildMode::Training);
    return built.builder->variables().front().initialiser;
}

TEST(Initialiser, OfAutoFollowsTheActivation) {
    for (const Activation& activation : activations()) {
        const InitialiserKind wanted = activation.prefersHe ? InitialiserKind::He : InitialiserKind::Glorot;
        EXPECT_EQ(kernelOf("dense", {{"activation", activation.name}}, {4}).kind, wanted) << activation.name;
    }
    EXPECT_TRUE(findActivation("relu")->prefersHe);
    EXPECT_FALSE(findActivation("tanh")->prefersHe);
}

TEST(Initialiser, OfALayerIsTheOneThatWasSet) {
    const auto kind = [](const char* name) {
        return kernelOf("dense", {{"initialiser", std::string(name)}, {"activation", std::string("relu")}},
                        {4})
            .kind;
    };
    EXPECT_EQ(kind("glorot"), InitialiserKind::Glorot);
    EXPECT_EQ(kind("he"), InitialiserKind::He);
    EXPECT_EQ(kind("normal"), InitialiserKind::Normal);
    EXPECT_EQ(kind("zeros"), InitialiserKind::Zeros);
    EXPECT_EQ(kernelOf("dense", {{"initialiser", std::string("normal")}}, {4}).value, kNormalDeviation);
}

TEST(Initialiser, KnowsHowManyNumbersMeet) {
    const Initialiser dense = kernelOf("dense", {{"units", std::int64_t{10}}}, {784});
    EXPECT_EQ(dense.fanIn, 784);
    EXPECT_EQ(dense.fanOut, 10);
    const Initialiser convolution =
        kernelOf("convolution", {{"filters", std::int64_t{8}}, {"groups", std::int64_t{2}}}, {5, 5, 4});
    EXPECT_EQ(convolution.fanIn, 3 * 3 * 2);
    EXPECT_EQ(convolution.fanOut, 3 * 3 * 4);
}

} // namespace
} // namespace protomind
