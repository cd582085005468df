// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "studio/lens/failing_device.h"
#include "studio/lens/reduce_picture.h"
#include "studio/lens/watcher.h"
#include "studio/network/lowering.h"
#include "studio/network/planar_network.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace protomind {
namespace {

/// A time that goes on by a tick with every look at the clock.
Clock tickingClock(std::shared_ptr<double> now, double tick) {
    return [now = std::move(now), tick] { return *now += tick; };
}

std::unique_ptr<Trainer> trainerOf(const Network& network, const std::string& data, Device& device,
                                   double l2 = 0) {
    TrainingSettings settings;
    settings.l2 = l2;
    settings.batchSize = 8;
    auto source = openData(data, 7);
    TrainedModels models = modelsOf(network).value();
    auto trainer = Trainer::prepare(std::move(models.trained), source.value(), settings, device,
                                    steadyClock(), std::move(models.generator));
    if (!trainer)
        throw std::runtime_error(trainer.error().text());
    return std::move(*trainer);
}

class WatcherTest : public testing::Test {
protected:
    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    std::unique_ptr<Trainer> m_trainer = trainerOf(planarNetwork(), "gaussians", *m_device);
};

TEST_F(WatcherTest, EveryLayerOfEveryTemplateHasAPicture) {
    for (const NetworkTemplate& source : networkTemplates()) {
        const auto trainer = trainerOf(source.make(), source.data, *m_device);
        Watcher watcher(steadyClock());
        watcher.attach(trainer.get());
        watcher.ask(WatchRequest{});
        const auto pictures = watcher.look();
        ASSERT_TRUE(pictures);
        EXPECT_TRUE(pictures->sentence.empty()) << pictures->sentence;
        ASSERT_EQ(pictures->layers.size(), source.make().layers().size()) << source.name;
        for (const LayerPicture& picture : pictures->layers) {
            EXPECT_FALSE(picture.values.values.empty()) << source.name << ": " << picture.layer;
            EXPECT_TRUE(std::ranges::all_of(picture.values.values, [](float v) { return std::isfinite(v); }));
            EXPECT_LE(picture.low, picture.high);
        }
    }
}

/// And not numbers that mean nothing.
TEST_F(WatcherTest, OfADeviceThatFailedItSaysSo) {
    FailingDevice device(makeCpuDevice(2));
    const auto trainer = trainerOf(planarNetwork(), "gaussians", device);
    const std::string weight = trainer->variables().variables().front().name;
    Watcher watcher(steadyClock());
    watcher.attach(trainer.get());
    for (const double rate : {30.0, 0.0}) {
        WatchRequest request;
        request.picturesPerSecond = rate;
        request.variables = {weight};
        watcher.ask(request);
        const auto pictures = watcher.look();
        ASSERT_TRUE(pictures);
        EXPECT_TRUE(pictures->sentence.empty()) << pictures->sentence;
        EXPECT_EQ(pictures->weights.empty(), rate == 0);
        EXPECT_EQ(pictures->variables.size(), 1u);
    }
    device.fall();
    for (const double rate : {30.0, 0.0}) {
        WatchRequest request;
        request.picturesPerSecond = rate;
        request.variables = {weight};
        watcher.ask(request);
        const auto pictures = watcher.look();
        ASSERT_TRUE(pictures);
        EXPECT_EQ(pictures->sentence, FailingDevice::kSentence);
        EXPECT_TRUE(pictures->layers.empty());
        EXPECT_TRUE(pictures->weights.empty());
        EXPECT_TRUE(pictures->variables.empty());
    }
}

TEST_F(WatcherTest, TheInputDecidesHowALayerIsSeen) {
    const auto kinds = [&](const char* name) {
        const NetworkTemplate* source = findTemplate(name);
        const auto trainer = trainerOf(source->make(), source->data, *m_device);
        std::vector<PictureKind> result;
        const WatchPlan plan = WatchPlan::of(*trainer, WatchRequest{}).value();
        for (const WatchPlan::Item& item : plan.items)
            result.push_back(item.kind);
        return result;
    };
    using enum PictureKind;
    EXPECT_EQ(kinds("playground"), (std::vector{Plane, Plane, Plane, Plane}));
    EXPECT_EQ(kinds("digits-mlp"), (std::vector{Image, Histogram, Histogram, Histogram, Bars}));
    EXPECT_EQ(kinds("digits-convnet"),
              (std::vector{Image, Maps, Maps, Maps, Maps, Histogram, Histogram, Histogram, Bars}));
}

/// A generator of so many latent numbers whose dense layer makes such samples.
Model forger(std::int64_t latents, const Shape& made) {
    const std::vector<std::int64_t> sizes(made.sizes().begin(), made.sizes().end());
    return {.layers = {{.name = "latent",
                        .type = findLayerType("latent"),
                        .settings = {{"dimension", latents}},
                        .inputs = {}},
                       {.name = "dense",
                        .type = findLayerType("dense"),
                        .settings = {{"units", made.elementCount()}},
                        .inputs = {0}},
                       {.name = "made",
                        .type = findLayerType("reshape"),
                        .settings = {{"shape", sizes}},
                        .inputs = {1}}},
            .inputShape = Shape{latents},
            .outputShape = made,
            .inputLayer = 0,
            .outputLayer = 2};
}

TEST_F(WatcherTest, OfAGeneratorOfPicturesTheMakingOfOneIsSeen) {
    const auto plan = WatchPlan::ofGenerator(forger(5, {8, 8, 1}), {}, 1);
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(plan->samples.shape, (Shape{1, 5}));
    EXPECT_EQ(plan->items[0].kind, PictureKind::Bars);
    EXPECT_EQ(plan->items[2].kind, PictureKind::Image);
}

TEST_F(WatcherTest, OfTwoLatentNumbersAGeneratorIsSeenAsAPlaneOverThem) {
    const auto plan = WatchPlan::ofGenerator(forger(2, {2}), {}, 1.5);
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(plan->range, 1.5);
    for (const WatchPlan::Item& item : plan->items)
        EXPECT_EQ(item.kind, PictureKind::Plane);
    const auto many = WatchPlan::ofGenerator(forger(7, {2}), {}, 1);
    EXPECT_EQ(many->items[1].kind, PictureKind::Histogram);
}

TEST_F(WatcherTest, APlaneIsWhatTheNeuronGivesAtEachOfItsPlaces) {
    WatchRequest request;
    request.side = 9;
    Watcher watcher(steadyClock());
    watcher.attach(m_trainer.get());
    watcher.ask(request);
    const auto pictures = watcher.look();
    ASSERT_TRUE(pictures);
    const LayerPicture& input = pictures->layers[0];
    ASSERT_EQ(input.values.shape, Shape({2, 9, 9}));
    const auto at = [&](int channel, int row, int column) {
        return input.values.values[static_cast<std::size_t>((channel * 9 + row) * 9 + column)];
    };
    // The first feature grows to the right, the second one upwards; the middle is zero.
    EXPECT_GT(at(0, 4, 8), at(0, 4, 0));
    EXPECT_GT(at(1, 0, 4), at(1, 8, 4));
    EXPECT_NEAR(at(0, 4, 4), 0, 1e-6);
    EXPECT_NEAR(at(1, 4, 4), 0, 1e-6);
    EXPECT_NEAR(at(0, 0, 8), pictures->range * 8 / 9, 1e-5);
    EXPECT_EQ(pictures->layers[1].values.shape, Shape({4, 9, 9}));
}

TEST_F(WatcherTest, VariablesAreReadByNameWhateverTheirShape) {
    const NetworkTemplate* source = findTemplate("digits-convnet");
    const auto trainer = trainerOf(source->make(), source->data, *m_device);
    Watcher watcher(steadyClock());
    watcher.attach(trainer.get());
    const std::string kernel = "Convolution/kernel";
    watcher.ask(WatchRequest{.picturesPerSecond = 0, .variables = {kernel, "Convolution/colour"}});
    const auto alone = watcher.look();
    ASSERT_TRUE(alone);
    EXPECT_TRUE(alone->layers.empty()) << "no pictures were asked for";
    ASSERT_EQ(alone->variables.size(), 1u);
    EXPECT_EQ(alone->variables.at(kernel).shape.rank(), 4);
    EXPECT_EQ(alone->variables.at(kernel), read(*trainer->variables().buffer(kernel)));
    EXPECT_FALSE(watcher.afterStep(1e9)) << "without pictures, only at rest";
    watcher.ask(WatchRequest{.variables = {kernel}});
    EXPECT_EQ(watcher.look()->variables, alone->variables);
    watcher.ask(WatchRequest{.picturesPerSecond = 0});
    EXPECT_FALSE(watcher.look());
}

TEST_F(WatcherTest, AFocusedLayerIsSeenMoreClosely) {
    m_trainer = trainerOf(planarNetwork(20), "gaussians", *m_device);
    WatchRequest request;
    const auto plain = WatchPlan::of(*m_trainer, request);
    EXPECT_EQ(plain->items[1].view.channels, request.channels);
    request.focus = "Hidden";
    const auto close = WatchPlan::of(*m_trainer, request);
    EXPECT_EQ(close->items[1].view.channels, 20);
    EXPECT_GT(close->samples.shape[0], plain->samples.shape[0]);
}

TEST_F(WatcherTest, AWideNetworkIsLookedAtInFewerPlaces) {
    m_trainer = trainerOf(planarNetwork(30000), "gaussians", *m_device);
    const auto plan = WatchPlan::of(*m_trainer, WatchRequest{});
    ASSERT_TRUE(plan);
    EXPECT_LE(plan->samples.shape[0] * 30000, std::int64_t{1} << 24);
}

TEST_F(WatcherTest, TakesNoMoreThanItsShareOfTheTime) {
    for (const double share : {0.01, 0.03, 0.2}) {
        auto now = std::make_shared<double>(0);
        const Clock clock = tickingClock(now, 0.001);
        Watcher watcher(clock);
        watcher.attach(m_trainer.get());
        WatchRequest request;
        request.share = share;
        watcher.ask(request);
        const double started = *now;
        int pictures = 0;
        for (int step = 0; step < 3000; ++step) {
            ASSERT_TRUE(m_trainer->step());
            pictures += watcher.afterStep(clock()) ? 1 : 0;
        }
        // A look takes one tick of this clock.
        EXPECT_LE(pictures * 0.001, (*now - started) * share + 0.002) << share;
        EXPECT_GE(pictures * 0.001, (*now - started) * share * 0.2 - 0.002) << share;
    }
}

TEST_F(WatcherTest, ComesAtTheRateThatWasAskedFor) {
    auto now = std::make_shared<double>(0);
    const Clock clock = tickingClock(now, 1e-5);
    Watcher watcher(clock);
    watcher.attach(m_trainer.get());
    WatchRequest request;
    request.picturesPerSecond = 200;
    request.share = 0.5;
    watcher.ask(request);
    const double started = *now;
    int pictures = 0;
    while (*now - started < 0.1) {
        ASSERT_TRUE(m_trainer->step());
        pictures += watcher.afterStep(clock()) ? 1 : 0;
    }
    EXPECT_LE(pictures, 21);
    EXPECT_GE(pictures, 15);
}

TEST_F(WatcherTest, AnUpdateIsWhatTheLastStepAdded) {
    auto now = std::make_shared<double>(0);
    const Clock clock = tickingClock(now, 0.01);
    Watcher watcher(clock);
    watcher.attach(m_trainer.get());
    WatchRequest request;
    request.share = 0.5;
    watcher.ask(request);
    int seen = 0;
    for (int step = 0; step < 50; ++step) {
        const HostArray before = read(*m_trainer->variables().buffer("Hidden/kernel"));
        ASSERT_TRUE(m_trainer->step());
        const HostArray after = read(*m_trainer->variables().buffer("Hidden/kernel"));
        const auto pictures = watcher.afterStep(clock());
        if (!pictures)
            continue;
        ++seen;
        ASSERT_EQ(pictures->weights.size(), 2u);
        const LayerWeights& weights = pictures->weights[0];
        EXPECT_EQ(weights.layer, "Hidden");
        EXPECT_EQ(weights.values, after);
        ASSERT_EQ(weights.update.shape, after.shape);
        for (std::size_t i = 0; i < after.values.size(); ++i)
            EXPECT_EQ(weights.update.values[i], after.values[i] - before.values[i]);
        EXPECT_EQ(weights.gradient.shape, after.shape);
        EXPECT_EQ(weights.bias, "Hidden/bias");
        EXPECT_EQ(weights.biases.size(), 4u);
    }
    EXPECT_GT(seen, 3);
}

TEST_F(WatcherTest, WhatAPenaltyPullsAtAWeightIsSeenApartFromTheLoss) {
    const auto look = [&](Trainer& trainer) {
        Watcher watcher(tickingClock(std::make_shared<double>(0), 0.01));
        watcher.attach(&trainer);
        watcher.ask({});
        return watcher.look();
    };
    EXPECT_TRUE(look(*m_trainer)->weights.at(0).penaltyGradient.values.empty());

    const auto penalised = trainerOf(planarNetwork(), "gaussians", *m_device, 0.5);
    const LayerWeights plain = look(*m_trainer)->weights.at(0);
    const LayerWeights weights = look(*penalised)->weights.at(0);
    ASSERT_EQ(weights.penaltyGradient.shape, weights.values.shape);
    for (std::size_t i = 0; i < weights.values.values.size(); ++i) {
        EXPECT_NEAR(weights.penaltyGradient.values[i], weights.values.values[i], 1e-6); // 2 · 0.5 · w
        EXPECT_NEAR(weights.gradient.values[i], plain.gradient.values[i], 1e-6);
    }
}

TEST_F(WatcherTest, NothingIsSeenUnasked) {
    Watcher watcher(steadyClock());
    watcher.attach(m_trainer.get());
    EXPECT_FALSE(watcher.look());
    EXPECT_FALSE(watcher.afterStep(1));
    WatchRequest off;
    off.picturesPerSecond = 0;
    watcher.ask(off);
    EXPECT_FALSE(watcher.look());
}

TEST(ReducePicture, AHistogramCountsEveryFiniteNumber) {
    WatchPlan::Item item;
    HostArray output(Shape{1, 6}, {-1, 3, 0.5f, std::numeric_limits<float>::quiet_NaN(),
                                   std::numeric_limits<float>::infinity(), 3});
    const LayerPicture picture = reducePicture(item, "layer", output);
    EXPECT_EQ(picture.low, -1);
    EXPECT_EQ(picture.high, 3);
    float sum = 0;
    for (const float count : picture.values.values)
        sum += count;
    EXPECT_EQ(sum, 4);
    EXPECT_EQ(picture.values.values.front(), 1);
    EXPECT_EQ(picture.values.values.back(), 2);
}

TEST(ReducePicture, LargeMapsBecomeMeans) {
    WatchPlan::Item item;
    item.kind = PictureKind::Maps;
    item.view.channels = 2;
    item.map = Shape{100, 60};
    HostArray output(Shape{2, 6000}, 2.0f);
    std::fill(output.values.begin() + 6000, output.values.end(), -1.0f);
    const LayerPicture picture = reducePicture(item, "layer", output);
    ASSERT_EQ(picture.values.shape.rank(), 3);
    EXPECT_LE(picture.values.shape[1], kLargestMapSide);
    EXPECT_EQ(picture.values.shape[0], 2);
    EXPECT_EQ(picture.values.values.front(), 2);
    EXPECT_EQ(picture.values.values.back(), -1);
    EXPECT_EQ(picture.low, -1);
    EXPECT_EQ(picture.high, 2);
}

} // namespace
} // namespace protomind
