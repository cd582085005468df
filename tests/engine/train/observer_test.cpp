// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace protomind {
namespace {

TrainingSettings plainSettings() {
    TrainingSettings settings;
    settings.optimizer = "sgd";
    settings.learningRate = 0.5;
    settings.batchSize = 8;
    settings.validation = 0.2;
    settings.l2 = 0.01;
    return settings;
}

HostArray somePoints(std::int64_t count) {
    HostArray points(Shape{count, 2});
    for (std::size_t i = 0; i < points.values.size(); ++i)
        points.values[i] = std::sin(static_cast<float>(i) * 1.7f);
    return points;
}

class ObserverTest : public testing::Test {
protected:
    std::unique_ptr<Trainer> trainer(const TrainingSettings& settings = plainSettings()) {
        return prepared(everythingModel(), sourceOf(twoClouds(50)), settings, *m_device);
    }
    static HostArray valuesOf(const Trainer& trainer, const std::string& name) {
        return read(*trainer.variables().buffer(name));
    }

    std::unique_ptr<Device> m_device = testDevice();
};

TEST_F(ObserverTest, ALayersChannelsAreTheRowsOfWhatItGives) {
    const auto run = trainer();
    trainTo(*run, 3);
    const HostArray points = somePoints(10);
    for (std::size_t layer = 0; layer < run->model().layers.size(); ++layer) {
        const auto seen = run->observe(points, {{layer, 0}, {layer, 2}, {layer, 99}});
        ASSERT_TRUE(seen);
        const HostArray& all = (*seen)[0];
        const std::int64_t width = all.shape[1];
        ASSERT_EQ(all.shape[0], 10);
        EXPECT_EQ((*seen)[1].shape, Shape({2, 10}));
        EXPECT_EQ((*seen)[2].shape, Shape({width, 10}));
        for (std::int64_t channel = 0; channel < width; ++channel) {
            for (std::int64_t i = 0; i < 10; ++i) {
                const float value = all.values[static_cast<std::size_t>(i * width + channel)];
                EXPECT_EQ((*seen)[2].values[static_cast<std::size_t>(channel * 10 + i)], value);
                if (channel < 2) {
                    EXPECT_EQ((*seen)[1].values[static_cast<std::size_t>(channel * 10 + i)], value);
                }
            }
        }
    }
}

TEST_F(ObserverTest, TheFirstLayerGivesTheSamplesAndTheLastWhatIsPredicted) {
    TrainingSettings settings = plainSettings();
    settings.loss = "cross_entropy";
    const auto run = prepared(
        chain({2}, {{"dense", {{"units", std::int64_t{3}}}},
                    {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}),
        sourceOf(twoClouds(40)), settings, *m_device);
    const HostArray points = somePoints(16);
    const auto seen = run->observe(points, {{0, 0}, {2, 0}});
    ASSERT_TRUE(seen);
    EXPECT_EQ((*seen)[0], points);
    EXPECT_EQ((*seen)[1], run->predict(points).value());
}

TEST_F(ObserverTest, AMapOfAnImageIsOneOfItsChannels) {
    const Shape image{4, 6, 1};
    std::vector<float> pixels(4 * 24);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<float>(i % 7) / 7;
    const auto data = std::make_shared<ListedData>(DataDescription{.name = "images",
                                                                   .sampleShape = image,
                                                                   .targetKind = TargetKind::Class,
                                                                   .targetShape = {},
                                                                   .classNames = {"a", "b"},
                                                                   .featureNames = {}},
                                                   pixels, std::vector<float>{0, 1, 0, 1});
    TrainingSettings settings = plainSettings();
    settings.validation = 0;
    const auto run = prepared(chain(image, {{"convolution", {{"filters", std::int64_t{3}}}},
                                            {"flatten", {}},
                                            {"dense", {{"units", std::int64_t{2}}}}}),
                              sourceOf(data), settings, *m_device);
    HostArray sample(image.prepended(1));
    std::copy_n(pixels.begin(), 24, sample.values.begin());
    const auto seen = run->observe(sample, {{1, 0}, {1, 3}});
    ASSERT_TRUE(seen);
    const HostArray& all = (*seen)[0];
    const std::int64_t places = all.shape[1] * all.shape[2];
    EXPECT_EQ((*seen)[1].shape, Shape({3, places}));
    for (std::int64_t place = 0; place < places; ++place) {
        for (std::int64_t map = 0; map < 3; ++map)
            EXPECT_EQ((*seen)[1].values[static_cast<std::size_t>(map * places + place)],
                      all.values[static_cast<std::size_t>(place * 3 + map)]);
    }
}

TEST_F(ObserverTest, GradientsAreThoseThatTheNextStepGoesBy) {
    // Plain gradient descent: what a step adds is the gradient times minus the learning rate, with the same
    // neurons dropped.
    const auto run = trainer();
    for (int step = 0; step < 7; ++step) { // the fifth batch of an epoch is the last
        const std::vector<std::string> names{"dense/kernel", "dense 2/kernel", "dense/bias"};
        const auto gradients = run->gradients(names);
        ASSERT_TRUE(gradients);
        std::vector<HostArray> before;
        for (const std::string& name : names)
            before.push_back(valuesOf(*run, name));
        trainTo(*run, run->stepsDone() + 1);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const HostArray after = valuesOf(*run, names[i]);
            const WeightGradient& gradient = (*gradients)[i];
            for (std::size_t j = 0; j < after.values.size(); ++j)
                EXPECT_NEAR(after.values[j] - before[i].values[j],
                            -0.5f * (gradient.ofLoss.values[j] + gradient.ofPenalty.values[j]), 2e-5f)
                    << names[i];
        }
    }
}

/// y = w x with the single pair (1, 1).
std::unique_ptr<Trainer> singlePair(const TrainingSettings& settings, Device& device) {
    const auto data = std::make_shared<ListedData>(DataDescription{.name = "pair",
                                                                   .sampleShape = Shape{1},
                                                                   .targetKind = TargetKind::Values,
                                                                   .targetShape = Shape{1},
                                                                   .classNames = {},
                                                                   .featureNames = {"x"}},
                                                   std::vector<float>{1}, std::vector<float>{1});
    return prepared(chain({1}, {{"dense", {{"units", std::int64_t{1}}, {"use_bias", false}}}}),
                    sourceOf(data), settings, device);
}

TEST_F(ObserverTest, LossAndPenaltyPullAtAWeightEachInItsOwnDirection) {
    TrainingSettings settings;
    settings.optimizer = "sgd";
    settings.learningRate = 0.1;
    settings.validation = 0;
    settings.l2 = 0.5;
    const auto run = singlePair(settings, *m_device);
    ASSERT_TRUE(run->setWeight("dense/kernel", 0, 0.9));
    const auto gradients = run->gradients({"dense/kernel"});
    ASSERT_TRUE(gradients);
    EXPECT_NEAR((*gradients)[0].ofLoss.values[0], 2 * (0.9 - 1), 1e-5);
    EXPECT_NEAR((*gradients)[0].ofPenalty.values[0], 2 * 0.5 * 0.9, 1e-5);
    const auto figures = run->step();
    ASSERT_TRUE(figures);
    EXPECT_NEAR(figures->loss, 0.01, 1e-6);
    EXPECT_NEAR(figures->penalty, 0.5 * 0.81, 1e-5);
    // The sum falls, while the loss alone rises.
    const auto next = run->step();
    ASSERT_TRUE(next);
    EXPECT_GT(next->loss, figures->loss);
    EXPECT_LT(next->loss + next->penalty, figures->loss + figures->penalty);
}

TEST_F(ObserverTest, WithoutAPenaltyThereIsNoneToShow) {
    TrainingSettings settings;
    settings.validation = 0;
    const auto run = singlePair(settings, *m_device);
    const auto gradients = run->gradients({"dense/kernel"});
    ASSERT_TRUE(gradients);
    EXPECT_TRUE((*gradients)[0].ofPenalty.values.empty());
    const auto figures = run->step();
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->penalty, -1);
}

TEST_F(ObserverTest, LookingChangesNothing) {
    const auto unseen = trainer();
    trainTo(*unseen, 12);
    const auto seen = trainer();
    for (int step = 0; step < 12; ++step) {
        ASSERT_TRUE(seen->observe(somePoints(4 + step % 3), {{1, 2}, {4, 0}}));
        ASSERT_TRUE(seen->gradients({"dense/kernel"}));
        trainTo(*seen, seen->stepsDone() + 1);
    }
    EXPECT_EQ(seen->checkpoint(), unseen->checkpoint());
}

TEST_F(ObserverTest, SamplesOfAnotherShapeAreRefused) {
    const auto run = trainer();
    EXPECT_FALSE(run->observe(HostArray(Shape{4, 3}), {{1, 0}}));
    EXPECT_FALSE(run->observe(HostArray(Shape{0, 2}), {{1, 0}}));
}

TEST_F(ObserverTest, AWeightIsSetByHand) {
    const auto run = trainer();
    HostArray expected = valuesOf(*run, "dense/kernel");
    expected.values[5] = 1.25f;
    ASSERT_TRUE(run->setWeight("dense/kernel", 5, 1.25));
    EXPECT_EQ(valuesOf(*run, "dense/kernel"), expected);
    EXPECT_FALSE(run->setWeight("dense/kernel", 12, 1));
    EXPECT_FALSE(run->setWeight("dense/kernel", -1, 1));
    EXPECT_FALSE(run->setWeight("dense/nothing", 0, 1));
    EXPECT_FALSE(run->setWeight("dense/kernel", 0, std::numeric_limits<double>::infinity()));
    EXPECT_FALSE(run->setWeight("dense/kernel", 0, 1e300));
    EXPECT_EQ(valuesOf(*run, "dense/kernel"), expected);
}

TEST_F(ObserverTest, AnInterruptedValidationIsTakenUpWhereItWasLeft) {
    // More samples kept aside than are evaluated at once.
    const auto begin = [this] {
        TrainingSettings settings = plainSettings();
        settings.batchSize = 64;
        settings.epochs = 2;
        settings.validation = 0.5;
        return prepared(everythingModel(), sourceOf(twoClouds(2000)), settings, *m_device);
    };
    const auto straight = begin();
    trainTo(*straight, straight->plannedSteps());

    const auto always = [] { return true; };
    const auto stopped = begin();
    int visits = 0;
    Checkpoint midway;
    while (stopped->stepsDone() < stopped->plannedSteps() || stopped->validationPending()) {
        if (!stopped->validationPending()) {
            const auto figures = stopped->step(always);
            ASSERT_TRUE(figures);
            EXPECT_FALSE(figures->epoch);
            continue;
        }
        midway = stopped->checkpoint();
        const auto point = stopped->finishEpoch(always);
        ASSERT_TRUE(point);
        ++visits;
    }
    EXPECT_GT(visits, 2);
    EXPECT_EQ(stopped->checkpoint(), straight->checkpoint());

    // And so is one that was put away in between.
    const auto resumed = begin();
    ASSERT_TRUE(resumed->restore(midway));
    EXPECT_TRUE(resumed->validationPending());
    ASSERT_TRUE(resumed->finishEpoch());
    EXPECT_EQ(resumed->checkpoint(), straight->checkpoint());
}

} // namespace
} // namespace protomind
