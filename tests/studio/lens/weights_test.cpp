// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/train/trainer.h"
#include "studio/lens/answers.h"
#include "studio/lens/failing_device.h"
#include "studio/lens/lens_bench.h"
#include "studio/lens/weight_history.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using testing::HasSubstr;

using Sizes = std::vector<std::int64_t>;

std::vector<float> counting(std::size_t count) {
    std::vector<float> values(count);
    std::iota(values.begin(), values.end(), 1.0f);
    return values;
}

double correlation(std::span<const float> a, std::span<const float> b) {
    const auto mean = [](std::span<const float> values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    };
    const double meanA = mean(a);
    const double meanB = mean(b);
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        ofA += (a[i] - meanA) * (a[i] - meanA);
        ofB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / std::sqrt(ofA * ofB);
}

/// Of each digit: its mean image, less the mean of all.
std::vector<std::vector<float>> meanDigits(const DataSet& data) {
    constexpr std::int64_t kLookedAt = 2000;
    const ReadSamples read = readSamples(data, 0, kLookedAt);
    std::vector<std::vector<float>> means(10, std::vector<float>(784, 0.0f));
    std::vector<float> all(784, 0.0f);
    std::vector<float> counts(10, 0.0f);
    for (std::size_t i = 0; i < static_cast<std::size_t>(kLookedAt); ++i) {
        const auto digit = static_cast<std::size_t>(read.targets[i]);
        ++counts[digit];
        for (std::size_t pixel = 0; pixel < 784; ++pixel) {
            means[digit][pixel] += read.samples.values[784 * i + pixel];
            all[pixel] += read.samples.values[784 * i + pixel] / kLookedAt;
        }
    }
    for (std::size_t digit = 0; digit < 10; ++digit) {
        for (std::size_t pixel = 0; pixel < 784; ++pixel)
            means[digit][pixel] = means[digit][pixel] / counts[digit] - all[pixel];
    }
    return means;
}

TEST(WeightsTest, ALinearClassifierOfDigitsShowsWhatEachDigitLooksLike) {
    const DataSource digits = openData("digits", 7).value();
    const std::vector<std::vector<float>> means = meanDigits(*digits.training);
    // Softmax regression, and a linear classifier with hinge loss.
    for (const auto& [activation, loss] : {std::pair{"softmax", "cross_entropy"}, {"linear", "hinge"}}) {
        const Model model = chain({28, 28, 1}, {{"flatten", {}},
                                                {"dense",
                                                 {{"units", std::int64_t{10}},
                                                  {"activation", std::string(activation)},
                                                  {"initialiser", std::string("zeros")}}}});
        TrainingSettings settings;
        settings.loss = loss;
        settings.batchSize = 100;
        settings.optimizer = "sgd";
        settings.learningRate = 0.05;
        const auto device = makeCpuDevice(2);
        auto trainer = Trainer::prepare(model, digits, settings, *device);
        ASSERT_TRUE(trainer) << trainer.error().text();
        for (int step = 0; step < 60; ++step)
            ASSERT_TRUE((*trainer)->step());
        LensBench bench(model);
        bench.setVariable("dense/kernel", read(*(*trainer)->variables().buffer("dense/kernel")).values);
        bench.setData(digits.test ? digits.test : digits.training, loss);
        const auto result = bench.look("weights");
        ASSERT_TRUE(result) << result.error().text();
        ASSERT_EQ(result->pictures.size(), 10u);
        EXPECT_THAT(result->sentences.back(), HasSubstr("looks for"));
        for (std::size_t digit = 0; digit < 10; ++digit) {
            const LensPicture& picture = result->pictures[digit];
            EXPECT_EQ(picture.title, std::to_string(digit));
            EXPECT_EQ(picture.values.shape, Shape({28, 28}));
            EXPECT_EQ(picture.high, result->pictures[0].high); // one scale for all
            // It looks most like the digit that it stands for.
            const double own = correlation(picture.values.values, means[digit]);
            EXPECT_GT(own, 0.4) << loss << " " << digit;
            for (std::size_t other = 0; other < 10; ++other) {
                if (other != digit) {
                    EXPECT_GT(own, correlation(picture.values.values, means[other])) << loss << " " << digit;
                }
            }
        }
    }
}

TEST(WeightsTest, ALinearClassifierOfColouredPicturesShowsAColouredTemplateOfEachClass) {
    LensBench bench(chain({1, 2, 3}, {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}}}}));
    // [pixel, channel] to class: the first pixel's red speaks for "a", its blue against it.
    bench.setVariable("dense/kernel", {4, 0, 0, 2, -4, 0, 0, 0, 0, 0, 0, -1});
    bench.setData(std::make_shared<GivenSet>(describedClasses({1, 2, 3}, 2),
                                             std::vector<std::vector<float>>(2, {0, 0, 0, 0, 0, 0}),
                                             std::vector<float>{0, 1}));
    const auto result = bench.look("weights");
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 2u);
    EXPECT_EQ(result->pictures[0].title, "a");
    EXPECT_EQ(result->pictures[1].title, "b");
    EXPECT_EQ(result->pictures[0].colours, PictureColours::AsItIs);
    EXPECT_EQ(result->pictures[0].values, HostArray(Shape{1, 2, 3}, {1, 0.5f, 0, 0.5f, 0.5f, 0.5f}));
    // On the same scale.
    EXPECT_EQ(result->pictures[1].values, HostArray(Shape{1, 2, 3}, {0.5f, 0.75f, 0.5f, 0.5f, 0.5f, 0.375f}));
    EXPECT_THAT(result->sentences.back(), HasSubstr("red speaks for the class"));
}

TEST(WeightsTest, AFilterIsAPictureForEachChannel) {
    LensBench bench(
        chain({6, 6, 2}, {{"convolution", {{"filters", std::int64_t{3}}, {"kernel", Sizes{2, 3}}}}}));
    bench.setVariable("convolution/kernel", counting(2 * 3 * 2 * 3));
    const auto result = bench.look("weights");
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 6u);
    const LensPicture& picture = result->pictures[2 * 2 + 1]; // filter 3, channel 2
    EXPECT_EQ(picture.group, "Filter 3");
    EXPECT_EQ(picture.title, "Channel 2");
    // [height, width, channel, filter], counted from 1
    EXPECT_EQ(picture.values, HostArray(Shape{2, 3}, {6, 12, 18, 24, 30, 36}));
    EXPECT_EQ(picture.low, -36);
    EXPECT_EQ(picture.high, 36);
    const auto fewer = bench.look("weights", {{"filters", std::int64_t{2}}, {"channels", std::int64_t{1}}});
    EXPECT_EQ(fewer->pictures.size(), 2u);
    EXPECT_THAT(fewer->sentences.back(), HasSubstr("2 of 3 filters"));
}

TEST(WeightsTest, TheFiltersOfATransposedConvolutionComeBeforeItsChannels) {
    LensBench bench(chain(
        {3, 3, 2}, {{"transposed_convolution", {{"filters", std::int64_t{3}}, {"kernel", Sizes{1, 2}}}}}));
    bench.setVariable("transposed_convolution/kernel", counting(1 * 2 * 3 * 2));
    const auto result = bench.look("weights");
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->pictures.size(), 6u);
    EXPECT_EQ(result->pictures[1].group, "Filter 1");
    EXPECT_EQ(result->pictures[1].values, HostArray(Shape{1, 2}, {2, 8}));
    EXPECT_EQ(result->pictures[2].values, HostArray(Shape{1, 2}, {3, 9}));
}

TEST(WeightsTest, TheChangeIsFromWhatTheSeedMadeOfThem) {
    LensBench bench(
        chain({5}, {{"dense", {{"units", std::int64_t{3}}}}, {"dense", {{"units", std::int64_t{2}}}}}), 11);
    bench.context().layer = "dense 2";
    const auto fresh = bench.look("weights", {{"show", std::string("change")}});
    ASSERT_TRUE(fresh) << fresh.error().text();
    EXPECT_EQ(figureNamed(*fresh, "kernel change"), 0);
    EXPECT_EQ(fresh->pictures.at(0).values, HostArray(Shape{3, 2}));
    HostArray before = bench.variable("dense 2/kernel");
    HostArray now = before;
    for (float& value : now.values)
        value *= 1.5f;
    bench.setVariable("dense 2/kernel", now.values);
    const auto moved = bench.look("weights", {{"show", std::string("change")}});
    EXPECT_NEAR(figureNamed(*moved, "kernel change"), 0.5, 1e-6);
    for (std::size_t i = 0; i < before.values.size(); ++i)
        EXPECT_NEAR(moved->pictures[0].values.values[i], 0.5f * before.values[i], 1e-6);
    EXPECT_EQ(bench.look("weights", {{"show", std::string("start")}})->pictures[0].values.values,
              before.values);
    EXPECT_EQ(bench.look("weights")->pictures[0].values.values, now.values);
    // Every weight is in a bin, now as at the start.
    ASSERT_EQ(moved->charts.size(), 1u);
    for (const LensCurve& curve : moved->charts[0].curves)
        EXPECT_EQ(std::accumulate(curve.y.begin(), curve.y.end(), 0.0), 6);
}

TEST(WeightsTest, WithAHistoryTheirSpreadIsSeenOverTime) {
    LensBench bench(chain({1}, {{"dense", {{"units", std::int64_t{4}}}}}));
    WeightHistory history;
    bench.context().history = &history;
    bench.setVariable("dense/kernel", {0, 0, 0, 0});
    history.record(0, bench.network().variables());
    EXPECT_EQ(bench.look("weights")->pictures.size(), 1u);
    bench.setVariable("dense/kernel", {1, 1, 1, -1});
    history.record(10, bench.network().variables());
    const auto result = bench.look("weights");
    ASSERT_EQ(result->pictures.size(), 2u);
    const HostArray& picture = result->pictures[1].values;
    ASSERT_EQ(picture.shape[1], 2);
    const auto at = [&](std::int64_t row, std::int64_t column) {
        return picture.values[static_cast<std::size_t>(row * 2 + column)];
    };
    EXPECT_EQ(at(0, 1), 3); // the largest weights stand on top
    EXPECT_EQ(at(picture.shape[0] - 1, 1), 1);
    EXPECT_EQ(at(picture.shape[0] / 2 - 1, 0), 4);
}

TEST(WeightsTest, SaysWhereThereAreNone) {
    LensBench bench(chain({2}, {{"activation", {}}, {"dense", {}}}));
    bench.context().layer = "activation";
    EXPECT_THAT(bench.look("weights").error().text(), HasSubstr("no weights"));
    bench.context().layer = "";
    EXPECT_TRUE(bench.look("weights")); // the first layer that has any
    LensBench none(chain({2}, {{"activation", {}}}));
    EXPECT_THAT(none.look("weights").error().text(), HasSubstr("No layer"));
}

TEST(WeightsTest, OfADeviceThatFailedItSaysSo) {
    FailingDevice device(makeCpuDevice(1));
    const auto network =
        std::move(NetworkInstance::create(chain({2}, {{"dense", {}}}), device, std::uint64_t{1}).value());
    const LensContext context{.network = *network, .seed = 1};
    const auto look = [&] {
        const LensTarget target{.model = network->model()};
        auto work = beginLens(*findLensType("weights"), target, context, {});
        return finishLens(**work);
    };
    ASSERT_TRUE(look());
    device.fall();
    const auto result = look();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().sentence, FailingDevice::kSentence);
}

} // namespace
} // namespace protomind
