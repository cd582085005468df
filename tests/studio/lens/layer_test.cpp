// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"
#include "studio/network/lowering.h"
#include "studio/network/template.h"

#include <gmock/gmock.h>

#include <cmath>

namespace protomind {
namespace {

using testing::HasSubstr;

TEST(LayerLensTest, EveryLayerOfEveryTemplateIsOpened) {
    for (const NetworkTemplate& source : networkTemplates()) {
        LensBench bench(lower(source.make()).value());
        bench.setSample(HostArray(bench.network().model().inputShape, 0.5f).values);
        const std::vector<Shape> shapes = layerShapes(bench.network().model());
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const ModelLayer& layer = bench.network().model().layers[i];
            SCOPED_TRACE(source.name + " " + layer.name);
            bench.context().layer = layer.name;
            const auto result = bench.look("layer");
            ASSERT_TRUE(result) << result.error().text();
            ASSERT_EQ(result->layers.size(), 1u);
            EXPECT_EQ(result->layers[0].output.numbers.shape, shapes[i]);
            EXPECT_EQ(result->layers[0].inputs.size(), std::max<std::size_t>(1, layer.inputs.size()));
            EXPECT_EQ(result->layers[0].channel, -1);
        }
    }
}

/// What the input channels add is the whole, but for the bias.
TEST(LayerLensTest, PartsOfAConvolutionAddUpToTheFollowedMap) {
    LensBench bench(chain({5, 6, 3}, {{"convolution", {{"filters", std::int64_t{4}}}}}));
    std::vector<float> sample(90);
    for (std::size_t i = 0; i < sample.size(); ++i)
        sample[i] = std::sin(static_cast<float>(i));
    bench.setSample(sample);
    bench.setVariable("convolution/bias", {1, 2, 3, 4});
    const auto result = bench.look("layer", {{"channel", std::int64_t{2}}});
    ASSERT_TRUE(result) << result.error().text();
    const LensLayer& opened = result->layers.at(0);
    EXPECT_EQ(opened.channel, 2);
    ASSERT_EQ(opened.parts.shape, Shape({5, 6, 3}));
    for (std::size_t place = 0; place < 30; ++place) {
        float sum = 3;
        for (std::size_t channel = 0; channel < 3; ++channel)
            sum += opened.parts.values[3 * place + channel];
        EXPECT_NEAR(sum, opened.output.numbers.values[4 * place + 2], 1e-4);
    }
    ASSERT_EQ(opened.weights.size(), 2u);
    EXPECT_EQ(opened.weights[0].name, "kernel");
    ASSERT_EQ(opened.weights[0].numbers.shape, Shape({3, 3, 3}));
    const HostArray kernel = bench.variable("convolution/kernel");
    for (std::size_t i = 0; i < 27; ++i)
        EXPECT_EQ(opened.weights[0].numbers.values[i], kernel.values[4 * i + 2]);
    EXPECT_EQ(opened.weights[1].numbers.values, std::vector<float>{3});
}

TEST(LayerLensTest, ANeuronHasItsColumnOfTheWeights) {
    LensBench bench(chain({3}, {{"dense", {{"units", std::int64_t{2}}}}}));
    bench.setVariable("dense/kernel", {1, 2, 3, 4, 5, 6});
    bench.setSample({1, 1, 1});
    const auto result = bench.look("layer", {{"channel", std::int64_t{1}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_EQ(result->layers.at(0).weights.at(0).numbers.values, (std::vector<float>{2, 4, 6}));
    EXPECT_TRUE(result->layers[0].parts.values.empty());
    EXPECT_EQ(result->layers[0].inputs.at(0).name, "input");
    EXPECT_THAT(bench.look("layer", {{"channel", std::int64_t{2}}}).error().text(),
                HasSubstr("has 2 channels"));
}

TEST(LayerLensTest, PoolingHasNoPartsToAddUp) {
    LensBench bench(chain({4, 4, 2}, {{"max_pool", {}}}));
    bench.setSample(std::vector<float>(32, 1.0f));
    const auto result = bench.look("layer", {{"channel", std::int64_t{0}}});
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_TRUE(result->layers.at(0).parts.values.empty());
    EXPECT_TRUE(result->layers[0].weights.empty());
}

} // namespace
} // namespace protomind
