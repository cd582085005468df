// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/reference/evaluate.h"
#include "engine/nn/latent.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

Model generatorOf(const std::string& distribution, std::int64_t dimension) {
    Model model;
    model.layers = {{.name = "Latent",
                     .type = findLayerType("latent"),
                     .settings = {{"dimension", dimension}, {"distribution", distribution}},
                     .inputs = {}},
                    {.name = "Dense",
                     .type = findLayerType("dense"),
                     .settings = {{"units", std::int64_t{2}}},
                     .inputs = {0}}};
    model.inputShape = {dimension};
    model.outputShape = {2};
    model.outputLayer = 1;
    return model;
}

Model classifier() {
    Model model = generatorOf("normal", 3);
    model.layers[0] = {.name = "Input",
                       .type = findLayerType("input"),
                       .settings = {{"shape", std::vector<std::int64_t>{3}}},
                       .inputs = {}};
    return model;
}

TEST(Latent, BeginsAGeneratorAndNoOtherModel) {
    EXPECT_TRUE(takesLatent(generatorOf("normal", 3)));
    EXPECT_TRUE(takesLatent(generatorOf("uniform", 1)));
    EXPECT_FALSE(takesLatent(classifier()));
    EXPECT_FALSE(takesLatent(Model()));
    EXPECT_THROW(drawLatents(classifier(), 4, 1), std::logic_error);
}

TEST(Latent, IsDrawnAlikeInAGraphAndOutsideOfIt) {
    for (const std::string distribution : {"normal", "uniform"}) {
        const Model model = generatorOf(distribution, 3);
        for (const std::uint64_t run : {0, 2}) {
            Graph graph;
            const Node noise = latentNoise(graph, model, 50, 9, 4);
            EXPECT_EQ(noise.shape(), (Shape{50, 3}));
            const std::vector<double> inGraph = evaluate(std::array{noise}, {}, run).front();
            const HostArray outside = drawLatents(model, 50, 9, 4, run);
            ASSERT_EQ(outside.shape, noise.shape());
            for (std::size_t i = 0; i < inGraph.size(); ++i)
                ASSERT_NEAR(outside.values[i], inGraph[i], 1e-5) << distribution << " " << i;
        }
    }
}

TEST(Latent, HasTheDistributionThatItsLayerNames) {
    constexpr std::int64_t kCount = 20000;
    for (const std::string distribution : {"normal", "uniform"}) {
        const HostArray drawn = drawLatents(generatorOf(distribution, 2), kCount, 5);
        const bool uniform = distribution == "uniform";
        const auto count = static_cast<double>(drawn.values.size());
        const double mean = std::accumulate(drawn.values.begin(), drawn.values.end(), 0.0) / count;
        double squares = 0;
        for (const float number : drawn.values)
            squares += double{number} * number;
        EXPECT_NEAR(mean, 0, 0.02) << distribution;
        EXPECT_NEAR(squares / count, uniform ? 1.0 / 3 : 1.0, 0.02) << distribution;
        const auto [least, most] = std::ranges::minmax(drawn.values);
        EXPECT_EQ(least >= -1 && most <= 1, uniform) << least << " to " << most;
        EXPECT_LT(least, -0.99f);
        EXPECT_GT(most, 0.99f);
    }
}

TEST(Latent, StaysTheSameForASeedHoweverManyAreDrawn) {
    const Model model = generatorOf("normal", 4);
    const HostArray few = drawLatents(model, 10, 3);
    const HostArray many = drawLatents(model, 1000, 3);
    EXPECT_TRUE(std::equal(few.values.begin(), few.values.end(), many.values.begin()));
    EXPECT_NE(drawLatents(model, 10, 4), few);
    EXPECT_NE(drawLatents(model, 10, 3, 1), few);
    EXPECT_NE(drawLatents(model, 10, 3, 0, 1), few);
}

TEST(Latent, HoldsItsLimits) {
    const Model model = generatorOf("normal", 1);
    EXPECT_EQ(drawLatents(model, kMaxLatents, 1).shape, (Shape{kMaxLatents, 1}));
    EXPECT_THROW(drawLatents(model, kMaxLatents + 1, 1), std::logic_error);
    EXPECT_THROW(drawLatents(model, 0, 1), std::logic_error);
    const Field& dimension = findLayerType("latent")->fields.front();
    EXPECT_TRUE(checkField(dimension, kMaxLatentDimension));
    EXPECT_FALSE(checkField(dimension, kMaxLatentDimension + 1));
    EXPECT_FALSE(checkField(dimension, std::int64_t{0}));
}

TEST(Latent, IsGivenWhatWasDrawnAsAnInputIsGivenSamples) {
    Graph graph;
    const BuiltModel built = buildModel(graph, generatorOf("normal", 3), 7, BuildMode::Training, 1);
    EXPECT_EQ(built.input.shape(), (Shape{7, 3}));
    EXPECT_EQ(built.layerOutputs.front(), built.input);
    EXPECT_EQ(built.output.shape(), (Shape{7, 2}));
}

} // namespace
} // namespace protomind
